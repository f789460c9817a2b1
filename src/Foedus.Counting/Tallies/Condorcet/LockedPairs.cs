using System.Collections.Immutable;

namespace Foedus.Counting;

/// <summary>
/// The victories of a matrix locked from the strongest down, each unless it would close a ring with those locked before
/// (T. N. Tideman, "Independence of clones as a criterion for voting rules", Social Choice and Welfare 4, 1987). Which of several
/// equally strong victories is locked first can matter; without an order among them this tells what is so in every order.
/// Candidates are numbered as in the matrix; pairs that are level are not locked.
/// </summary>
public sealed class LockedPairs
{
    private readonly Reach certain;

    private LockedPairs(Reach certain, ImmutableArray<LockedPair> pairs, bool dependsOnOrder)
    {
        this.certain = certain;
        Pairs = pairs;
        DependsOnOrder = dependsOnOrder;
    }

    /// <summary>Every victory in the order of work, strongest first, and what became of it.</summary>
    public ImmutableArray<LockedPair> Pairs { get; }

    /// <summary>Whether the order among equally strong victories could change what is locked.</summary>
    public bool DependsOnOrder { get; }

    public int Size => certain.Size;

    /// <summary>Whether the first stands above the second by locked pairs.</summary>
    public bool IsAbove(int first, int second) => certain[first, second];

    /// <summary>
    /// What is locked in every order of equally strong victories; a pair that is locked in some orders only has no answer. Polynomial, so
    /// it may leave open what a search through all orders would settle: to know all possible winners is hard (Brill and Fischer 2012).
    /// Cost: O(n⁴ / 64) for n candidates at most, when every strength is shared; O(n³ / 64) when none is.
    /// </summary>
    public static LockedPairs InEveryOrder(PairwiseMatrix matrix, DefeatStrength strength = DefeatStrength.WinningVotes)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        var classes = Defeats.Of(matrix, strength).Classes;
        var certain = new Reach(matrix.Size);
        var possible = certain; // the same graph until something depends on an order
        var settled = true;
        var pairs = ImmutableArray.CreateBuilder<LockedPair>();
        for (var i = classes.Length - 1; i >= 0; i--)
        {
            var open = classes[i].Where(pair => !certain[pair.Loser, pair.Winner]).ToArray();
            if (ReferenceEquals(certain, possible))
            {
                if (open.Length == 1)
                {
                    certain.Add(open[0].Winner, open[0].Loser);
                    Note(classes[i], pair => !certain[pair.Loser, pair.Winner]);
                    continue;
                }

                possible = certain.Copy();
            }

            foreach (var (winner, loser) in open) possible.Add(winner, loser);
            var safe = open.Where(pair => !possible[pair.Loser, pair.Winner]).ToArray();
            foreach (var (winner, loser) in safe) certain.Add(winner, loser);
            var whole = safe.Length == open.Length;
            var sure = safe.ToHashSet();
            var unsure = open.Where(pair => !sure.Contains(pair)).ToHashSet();
            Note(classes[i], pair => sure.Contains(pair) ? true : unsure.Contains(pair) ? null : false);
            settled &= whole;
            if (settled) possible = certain;
        }

        return new LockedPairs(certain, pairs.ToImmutable(), !ReferenceEquals(certain, possible));

        void Note(ImmutableArray<(int Winner, int Loser)> pairsOfClass, Func<(int Winner, int Loser), bool?> locked)
        {
            foreach (var pair in pairsOfClass)
                pairs.Add(new LockedPair(pair.Winner, pair.Loser, matrix[pair.Winner, pair.Loser], matrix[pair.Loser, pair.Winner], locked(pair)));
        }
    }

    /// <summary>
    /// The pairs locked with an order among equally strong victories where it matters: the chooser names the winner whose pair is locked
    /// first, and then which of that winner's. Cost as <see cref="InEveryOrder"/>, once more for each choice.
    /// </summary>
    /// <param name="matrix">The pairs.</param>
    /// <param name="strength">What makes a victory strong.</param>
    /// <param name="chooseWinner">One of the winners of pairs that conflict, ascending.</param>
    /// <param name="chooseLoser">One of the losers to the chosen winner in pairs that conflict, ascending.</param>
    public static LockedPairs InOrder(
        PairwiseMatrix matrix, DefeatStrength strength, Func<ImmutableArray<int>, int> chooseWinner, Func<ImmutableArray<int>, int> chooseLoser)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        var classes = Defeats.Of(matrix, strength).Classes;
        var locked = new Reach(matrix.Size);
        var pairs = ImmutableArray.CreateBuilder<LockedPair>();
        for (var i = classes.Length - 1; i >= 0; i--)
        {
            var taken = new HashSet<(int, int)>();
            var open = Open(classes[i]);
            while (open.Count > 0)
            {
                var all = open.Count == 1 ? locked : locked.Copy();
                if (open.Count > 1)
                {
                    foreach (var (winner, loser) in open) all.Add(winner, loser);
                }

                var safe = open.FindAll(pair => !all[pair.Loser, pair.Winner]);
                if (safe.Count == 0)
                {
                    var winner = chooseWinner([.. open.Select(pair => pair.Winner).Distinct().Order()]);
                    var loser = chooseLoser([.. open.Where(pair => pair.Winner == winner).Select(pair => pair.Loser).Order()]);
                    safe.Add((winner, loser));
                }

                foreach (var pair in safe)
                {
                    locked.Add(pair.Winner, pair.Loser);
                    taken.Add(pair);
                }

                open = Open(open.Except(safe));
            }

            foreach (var pair in classes[i])
                pairs.Add(new LockedPair(pair.Winner, pair.Loser, matrix[pair.Winner, pair.Loser], matrix[pair.Loser, pair.Winner], taken.Contains(pair)));
        }

        return new LockedPairs(locked, pairs.ToImmutable(), false);

        List<(int Winner, int Loser)> Open(IEnumerable<(int Winner, int Loser)> pairs) => [.. pairs.Where(pair => !locked[pair.Loser, pair.Winner])];
    }

    /// <summary>
    /// The candidates in tiers: the first holds those above whom nobody is locked, the next the same among the rest. Each tier ascending.
    /// </summary>
    public ImmutableArray<ImmutableArray<int>> Tiers() => Tiering.Of(Size, IsAbove);

    /// <summary>
    /// Those who take the first places in every order of equally strong victories, from the top; null when it cannot be told from what is
    /// locked in every order.
    /// </summary>
    public ImmutableArray<int>? First(int places)
    {
        places = Math.Min(places, Size);
        ImmutableArray<int> first =
        [
            .. Enumerable.Range(0, Size).Where(candidate => certain.CountFrom(candidate) >= Size - places)
                .OrderByDescending(certain.CountFrom).ThenBy(candidate => candidate),
        ];
        return first.Length == places
            && first.All(candidate => Enumerable.Range(0, Size).All(other => first.Contains(other) || certain[candidate, other]))
            ? first
            : null;
    }
}
