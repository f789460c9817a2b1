using System.Collections.Immutable;

namespace Foedus.Counting;

/// <summary>The work of ranked pairs, one class of equally strong victories after another, the strongest first.</summary>
internal sealed class PairLocking
{
    private readonly PairwiseMatrix matrix;
    private readonly ImmutableArray<ImmutableArray<(int Winner, int Loser)>> classes;
    private readonly ImmutableArray<LockedPair>.Builder pairs;
    private int next;

    // What may be locked in some order; the same graph as Certain until something depends on an order.
    private Reach possible;

    public PairLocking(PairwiseMatrix matrix, Defeats defeats)
    {
        this.matrix = matrix;
        classes = defeats.Classes;
        pairs = ImmutableArray.CreateBuilder<LockedPair>(classes.Sum(one => one.Length));
        next = classes.Length - 1;
        Certain = new Reach(matrix.Size);
        possible = Certain;
    }

    private PairLocking(PairLocking other)
    {
        matrix = other.matrix;
        classes = other.classes;
        next = other.next;
        pairs = ImmutableArray.CreateBuilder<LockedPair>(other.pairs.Capacity);
        pairs.AddRange(other.pairs);
        Certain = other.Certain.Copy();
        possible = other.Settled ? Certain : other.possible.Copy();
    }

    /// <summary>What is locked in every order that was left open so far.</summary>
    public Reach Certain { get; }

    /// <summary>Whether nothing was left open so far.</summary>
    public bool Settled => ReferenceEquals(Certain, possible);

    public PairLocking Copy() => new(this);

    /// <summary>The work up to the first class in which the order matters, when it is known what is locked in every order.</summary>
    public static PairLocking UntilOrderMatters(PairwiseMatrix matrix, Defeats defeats, LockedPairs every)
    {
        var locking = new PairLocking(matrix, defeats);
        var last = every.DependsOnOrder ? every.Pairs.Where(pair => pair.Locked is null).Max(pair => defeats.Rank(pair.Winner, pair.Loser)) : 0;
        while (locking.next >= last && locking.TakeInEveryOrder())
        {
        }

        return locking;
    }

    public LockedPairs Finish() => new(Certain, pairs.ToImmutable(), !Settled);

    /// <summary>Ends the work here; of the pairs that were not taken it is told what holds in every order.</summary>
    public LockedPairs Finish(LockedPairs every)
    {
        var taken = pairs.Count;
        return new LockedPairs(Certain, [.. pairs, .. every.Pairs.AsSpan()[taken..]], taken < every.Pairs.Length || !Settled);
    }

    /// <summary>Takes the next class and locks what is locked in every order of it; false when none is left.</summary>
    public bool TakeInEveryOrder()
    {
        if (next < 0) return false;
        var pairsOfClass = classes[next--];
        var locked = new bool?[pairsOfClass.Length];
        var open = 0;
        for (var i = 0; i < locked.Length; i++)
        {
            var (winner, loser) = pairsOfClass[i];
            if (Certain[loser, winner]) locked[i] = false;
            else open++;
        }

        if (open > 0) TakeOpen(pairsOfClass, locked, open);
        for (var i = 0; i < locked.Length; i++) Note(pairsOfClass[i], locked[i]);
        return true;
    }

    // Tells which of those that are open are locked in every order.
    private void TakeOpen(ImmutableArray<(int Winner, int Loser)> victories, bool?[] locked, int open)
    {
        var settled = Settled;
        var all = settled && open == 1 ? Certain : settled ? Certain.Copy() : possible;
        var unsure = 0;
        for (var i = 0; i < locked.Length; i++)
            if (locked[i] is null) all.Add(victories[i].Winner, victories[i].Loser);
        for (var i = 0; i < locked.Length; i++)
        {
            if (locked[i] is not null) continue;
            var (winner, loser) = victories[i];
            if (all[loser, winner])
            {
                unsure++;
                continue;
            }

            locked[i] = true;
            Certain.Add(winner, loser);
        }

        if (!settled || unsure > 0) possible = all;
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

        foreach (var pair in pairsOfClass) Note(pair, taken.Contains(pair));
        return true;
    }

    /// <summary>
    /// Takes the next class in an order of it that has some pairs first; only while nothing was left open. False when none is left.
    /// </summary>
    /// <param name="first">Row by row, the pairs that come before the others of their class.</param>
    public bool TakeInOrder(bool[] first)
    {
        if (next < 0) return false;
        var pairsOfClass = classes[next--];
        var taken = new bool[pairsOfClass.Length];
        foreach (var preferred in (ReadOnlySpan<bool>)[true, false])
        {
            for (var i = 0; i < taken.Length; i++)
            {
                var (winner, loser) = pairsOfClass[i];
                if (first[(winner * matrix.Size) + loser] != preferred || Certain[loser, winner]) continue;
                Certain.Add(winner, loser);
                taken[i] = true;
            }
        }

        for (var i = 0; i < taken.Length; i++) Note(pairsOfClass[i], taken[i]);
        return true;
    }

    // Those that would not close a ring.
    private List<(int Winner, int Loser)> Open(IEnumerable<(int Winner, int Loser)> victories) =>
        [.. victories.Where(pair => !Certain[pair.Loser, pair.Winner])];

    private void Note((int Winner, int Loser) pair, bool? locked) =>
        pairs.Add(new LockedPair(pair.Winner, pair.Loser, matrix[pair.Winner, pair.Loser], matrix[pair.Loser, pair.Winner], locked));
}
