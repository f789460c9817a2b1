using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Foedus.Counting;

/// <summary>
/// Who wins by ranked pairs in some order of equally strong pairs. To decide that is hard (Brill and Fischer 2012), so it is bounded from
/// both sides. Nobody wins above whom somebody is locked in every order, nor one who is beaten by another without a way back that may be
/// locked before that defeat (after Zavist and Tideman 1989). Somebody wins for whom an order is found by a search that favours him.
/// Where both bounds meet the answer is complete.
/// </summary>
internal sealed class RankedPairsWinners
{
    /// <summary>How many orders are tried in all.</summary>
    private const int MostTries = 12;

    private static readonly ConditionalWeakTable<PairwiseMatrix, Slots> Known = [];

    private readonly PairwiseMatrix matrix;
    private readonly DefeatStrength strength;
    private readonly PairLocking start;
    private readonly Dictionary<int, (int Favoured, int[] Priority)> found = [];
    private int attempt;

    private RankedPairsWinners(PairwiseMatrix matrix, DefeatStrength strength)
    {
        this.matrix = matrix;
        this.strength = strength;
        Every = LockedPairs.InEveryOrder(matrix, strength);
        start = PairLocking.UntilOrderMatters(matrix, strength);
        Possible = [.. Enumerable.Range(0, matrix.Size).Where(IsFree)];
        if (Possible.Length > 1 && Every.DependsOnOrder)
            Possible = [.. Possible.Where(candidate => PairLocking.MayWin(matrix, strength, candidate))];
    }

    /// <summary>What is locked in every order.</summary>
    public LockedPairs Every { get; }

    /// <summary>All who may win, ascending: nobody else wins in any order.</summary>
    public ImmutableArray<int> Possible { get; }

    /// <summary>Found once for a matrix. Cost: that of the pairs, and of up to 12 orders when <see cref="Search"/> is asked.</summary>
    public static RankedPairsWinners Of(PairwiseMatrix matrix, DefeatStrength strength)
    {
        var known = Known.GetOrCreateValue(matrix);
        lock (known)
        {
            return strength == DefeatStrength.Margins
                ? known.Margins ??= new RankedPairsWinners(matrix, strength)
                : known.WinningVotes ??= new RankedPairsWinners(matrix, strength);
        }
    }

    /// <summary>Whether an order was found for each of <see cref="Possible"/>.</summary>
    public bool Search()
    {
        lock (found)
        {
            for (; attempt < MostTries && found.Count < Possible.Length; attempt++)
            {
                // Each who is not found yet in turn; later attempts mix the others differently.
                var missing = Possible.Where(candidate => !found.ContainsKey(candidate)).ToArray();
                var favoured = missing[attempt % missing.Length];
                var priority = Priority(favoured, attempt / missing.Length);
                var locked = Locked(favoured, priority);
                foreach (var winner in Possible)
                    if (Enumerable.Range(0, matrix.Size).All(other => !locked.IsAbove(other, winner))) found.TryAdd(winner, (favoured, priority));
            }

            return found.Count == Possible.Length;
        }
    }

    /// <summary>
    /// The pairs locked with choices where the order matters, until the first places are settled. The work before the first such choice is
    /// done once.
    /// </summary>
    public LockedPairs InOrder(int places, Func<List<(int Winner, int Loser)>, (int Winner, int Loser)> choose)
    {
        var locking = start.Copy();
        while (LockedPairs.FirstOf(locking.Certain, places) is null && locking.TakeInOrder(choose))
        {
        }

        return locking.Finish(Every);
    }

    /// <summary>The pairs locked in the order that was found for a winner.</summary>
    public LockedPairs OrderFor(int winner) => Locked(found[winner].Favoured, found[winner].Priority);

    // Victories over the favoured last.
    private LockedPairs Locked(int favoured, int[] priority) => InOrder(
        1, open => open.MinBy(pair => (pair.Loser == favoured, priority[pair.Winner], priority[pair.Loser])));

    // The favoured first, then those whom he reaches by stronger paths; from the second attempt on in a mixed order.
    private int[] Priority(int favoured, int turn)
    {
        var priority = new int[matrix.Size];
        var mix = unchecked(0x9E3779B9u * (uint)(turn + 1));
        for (var i = 0; i < priority.Length; i++)
        {
            mix = unchecked((mix * 1664525u) + 1013904223u);
            priority[i] = turn == 0 ? i : (int)(mix >> 4);
        }

        if (turn == 0)
        {
            var paths = new StrongestPaths(matrix, strength);
            int[] order = [.. Enumerable.Range(0, priority.Length).OrderByDescending(candidate => paths[favoured, candidate] ?? 0)];
            for (var i = 0; i < order.Length; i++) priority[order[i]] = i;
        }

        priority[favoured] = -1;
        return priority;
    }

    private bool IsFree(int candidate)
    {
        for (var other = 0; other < matrix.Size; other++)
            if (Every.IsAbove(other, candidate)) return false;
        return true;
    }

    private sealed class Slots
    {
        public RankedPairsWinners? WinningVotes { get; set; }

        public RankedPairsWinners? Margins { get; set; }
    }
}
