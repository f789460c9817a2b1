using System.Collections.Immutable;

namespace Foedus.Counting;

/// <summary>The work of ranked pairs, one class of equally strong victories after another, the strongest first.</summary>
internal sealed class PairLocking
{
    private readonly PairwiseMatrix matrix;
    private readonly ImmutableArray<ImmutableArray<(int Winner, int Loser)>> classes;
    private readonly ImmutableArray<LockedPair>.Builder pairs = ImmutableArray.CreateBuilder<LockedPair>();
    private int next;

    // What may be locked in some order; the same graph as Certain until something depends on an order.
    private Reach possible;

    public PairLocking(PairwiseMatrix matrix, DefeatStrength strength)
    {
        this.matrix = matrix;
        classes = Defeats.Of(matrix, strength).Classes;
        next = classes.Length - 1;
        Certain = new Reach(matrix.Size);
        possible = Certain;
    }

    private PairLocking(PairLocking other)
    {
        matrix = other.matrix;
        classes = other.classes;
        next = other.next;
        pairs.AddRange(other.pairs);
        Certain = other.Certain.Copy();
        possible = other.Settled ? Certain : other.possible.Copy();
    }

    /// <summary>What is locked in every order that was left open so far.</summary>
    public Reach Certain { get; }

    /// <summary>Whether nothing was left open so far.</summary>
    public bool Settled => ReferenceEquals(Certain, possible);

    public PairLocking Copy() => new(this);

    /// <summary>The work up to the first class in which the order matters.</summary>
    public static PairLocking UntilOrderMatters(PairwiseMatrix matrix, DefeatStrength strength)
    {
        var locking = new PairLocking(matrix, strength);
        while (true)
        {
            var before = locking.Copy();
            if (!locking.TakeInEveryOrder()) return locking;
            if (!locking.Settled) return before;
        }
    }

    public LockedPairs Finish() => new(Certain, pairs.ToImmutable(), !Settled);

    /// <summary>Ends the work here; of the pairs that were not taken it is told what holds in every order.</summary>
    public LockedPairs Finish(LockedPairs every)
    {
        var taken = pairs.Count;
        return new LockedPairs(Certain, [.. pairs, .. every.Pairs.AsSpan()[taken..]], taken < every.Pairs.Length || !Settled);
    }

    /// <summary>Takes the next class and locks what is locked in every order of it; false when none is left.</summary>
    /// <param name="unbeaten">Somebody over whom no victory is locked, by supposition; none below zero.</param>
    public bool TakeInEveryOrder(int unbeaten = -1)
    {
        if (next < 0) return false;
        var pairsOfClass = classes[next--];
        var open = Open(pairsOfClass.Where(pair => pair.Loser != unbeaten));
        var settled = Settled;
        if (settled && open.Count <= 1)
        {
            foreach (var (winner, loser) in open) Certain.Add(winner, loser);
            Note(pairsOfClass, pair => open.Contains(pair));
            return true;
        }

        if (settled) possible = Certain.Copy();
        foreach (var (winner, loser) in open) possible.Add(winner, loser);
        var sure = open.Where(pair => !possible[pair.Loser, pair.Winner]).ToHashSet();
        foreach (var (winner, loser) in sure) Certain.Add(winner, loser);
        var unsure = open.Where(pair => !sure.Contains(pair)).ToHashSet();
        if (settled && unsure.Count == 0) possible = Certain;
        Note(pairsOfClass, pair => sure.Contains(pair) ? true : unsure.Contains(pair) ? null : false);
        return true;
    }

    /// <summary>
    /// Whether somebody may win in some order: false is proved. What is locked in every order is followed once more on the supposition
    /// that nobody is locked above him; each victory over him must then meet a way back that may be locked.
    /// </summary>
    public static bool MayWin(PairwiseMatrix matrix, DefeatStrength strength, int candidate)
    {
        var locking = new PairLocking(matrix, strength);
        while (locking.next >= 0)
        {
            var over = locking.classes[locking.next].Where(pair => pair.Loser == candidate).ToArray();
            locking.TakeInEveryOrder(candidate);
            if (over.Any(pair => !locking.possible[candidate, pair.Winner])) return false;
        }

        return true;
    }

    /// <summary>Takes the next class with choices where the order in it matters; only while nothing was left open. False when none is left.</summary>
    /// <param name="choose">One of the pairs that conflict.</param>
    public bool TakeInOrder(Func<List<(int Winner, int Loser)>, (int Winner, int Loser)> choose)
    {
        if (next < 0) return false;
        var pairsOfClass = classes[next--];
        var taken = new HashSet<(int, int)>();
        for (var open = Open(pairsOfClass); open.Count > 0; open = Open(open.Where(pair => !taken.Contains(pair))))
        {
            var all = open.Count == 1 ? Certain : Certain.Copy();
            if (open.Count > 1)
            {
                foreach (var (winner, loser) in open) all.Add(winner, loser);
            }

            var safe = open.FindAll(pair => !all[pair.Loser, pair.Winner]);
            if (safe.Count == 0) safe.Add(choose(open));
            foreach (var pair in safe)
            {
                Certain.Add(pair.Winner, pair.Loser);
                taken.Add(pair);
            }
        }

        Note(pairsOfClass, pair => taken.Contains(pair));
        return true;
    }

    // Those that would not close a ring.
    private List<(int Winner, int Loser)> Open(IEnumerable<(int Winner, int Loser)> victories) =>
        [.. victories.Where(pair => !Certain[pair.Loser, pair.Winner])];

    private void Note(ImmutableArray<(int Winner, int Loser)> victories, Func<(int Winner, int Loser), bool?> locked)
    {
        foreach (var pair in victories)
            pairs.Add(new LockedPair(pair.Winner, pair.Loser, matrix[pair.Winner, pair.Loser], matrix[pair.Loser, pair.Winner], locked(pair)));
    }
}
