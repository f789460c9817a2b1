using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Foedus.Counting;

/// <summary>
/// Who wins by ranked pairs in some order of equally strong pairs. To decide that is hard (Brill and Fischer 2012), so it is bounded from
/// both sides first: nobody wins above whom somebody is locked in every order, nor one for whom the first node of a search is refuted. A
/// search with a budget settles the others; see <see cref="WinningOrder"/>.
/// </summary>
internal sealed class RankedPairsWinners
{
    /// <summary>Nodes times the square of the candidates, for all of them together.</summary>
    private const int MostWork = 6_000_000;

    /// <summary>The least and the most nodes.</summary>
    private const int LeastNodes = 16;
    private const int MostNodes = 5_000;

    private static readonly ConditionalWeakTable<PairwiseMatrix, Slots> Known = [];

    private readonly PairwiseMatrix matrix;
    private readonly Defeats defeats;
    private readonly Lock searching = new();
    private ImmutableArray<WinningOrder> searches;
    private PairLocking? start;
    private bool searched;

    private RankedPairsWinners(PairwiseMatrix matrix, DefeatStrength strength)
    {
        this.matrix = matrix;
        defeats = Defeats.Of(matrix, strength);
        Every = LockedPairs.InEveryOrder(matrix, defeats);
        searches = [.. Enumerable.Range(0, matrix.Size).Where(IsFree).Select(candidate => new WinningOrder(defeats, candidate))];
        if (searches.Length > 1 && Every.DependsOnOrder)
        {
            foreach (var search in searches) search.Step();
        }

        Possible = StillPossible();
    }

    /// <summary>What is locked in every order.</summary>
    public LockedPairs Every { get; }

    /// <summary>All who may win, ascending: nobody else wins in any order.</summary>
    public ImmutableArray<int> Possible { get; private set; }

    /// <summary>Found once for a matrix. Cost: that of the pairs, and of one node for each who may win; more when <see cref="Found"/> is asked.</summary>
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

    /// <summary>
    /// Those for whom an order was found, ascending. Settles as much of <see cref="Possible"/> as the budget allows: it is complete when both
    /// are the same.
    /// </summary>
    public ImmutableArray<int> Found()
    {
        lock (searching)
        {
            if (!Every.DependsOnOrder) return Possible;
            if (!searched) Search();
            searched = true;
            return [.. searches.Where(search => search.Wins == true).Select(search => search.Favoured)];
        }
    }

    /// <summary>
    /// The pairs locked with choices where the order matters, until the first places are settled. The work before the first such choice is
    /// done once.
    /// </summary>
    public LockedPairs InOrder(int places, Func<List<(int Winner, int Loser)>, (int Winner, int Loser)> choose) =>
        InOrder(places, locking => locking.TakeInOrder(choose));

    /// <summary>The pairs locked in the order that was found for a winner. Beyond the classes that can harm him any order will do.</summary>
    public LockedPairs OrderFor(int winner)
    {
        if (!Every.DependsOnOrder) return Every;
        var locked = searches.First(search => search.Favoured == winner).Locked;
        return InOrder(1, locking => locking.TakeInOrder(locked));
    }

    private LockedPairs InOrder(int places, Func<PairLocking, bool> takeNext)
    {
        PairLocking locking;
        lock (searching)
        {
            start ??= PairLocking.UntilOrderMatters(matrix, defeats, Every);
            locking = start.Copy();
        }

        while (LockedPairs.FirstOf(locking.Certain, places) is null && takeNext(locking))
        {
        }

        return locking.Finish(Every);
    }

    // Each who is not settled gets some nodes in turn, and then four times as many.
    private void Search()
    {
        var left = Math.Clamp(MostWork / (matrix.Size * matrix.Size), LeastNodes, MostNodes);
        for (var share = 1; left > 0 && searches.Any(search => search.Wins is null); share *= 4)
        {
            foreach (var search in searches)
                for (var node = 0; node < share && left > 0 && search.Wins is null; node++, left--) search.Step();
        }

        Possible = StillPossible();
    }

    private ImmutableArray<int> StillPossible()
    {
        searches = [.. searches.Where(search => search.Wins != false)];
        return [.. searches.Select(search => search.Favoured)];
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
