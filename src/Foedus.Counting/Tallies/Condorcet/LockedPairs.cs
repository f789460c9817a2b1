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

    internal LockedPairs(Reach certain, ImmutableArray<LockedPair> pairs, bool dependsOnOrder)
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
        return InEveryOrder(matrix, Defeats.Of(matrix, strength));
    }

    internal static LockedPairs InEveryOrder(PairwiseMatrix matrix, Defeats defeats)
    {
        var locking = new PairLocking(matrix, defeats);
        while (locking.TakeInEveryOrder())
        {
        }

        return locking.Finish();
    }

    /// <summary>
    /// The pairs locked with an order among equally strong victories where it matters: the chooser names the winner whose pair is locked
    /// first, and then which of that winner's. It is not asked once the first places are settled; what is left then is as
    /// <see cref="InEveryOrder(PairwiseMatrix, DefeatStrength)"/> tells it. Cost as there, once more for each choice.
    /// </summary>
    /// <param name="matrix">The pairs.</param>
    /// <param name="strength">What makes a victory strong.</param>
    /// <param name="places">How many first places are to be settled, at least 1; as many as candidates for the whole order.</param>
    /// <param name="chooseWinner">One of the winners of pairs that conflict, ascending.</param>
    /// <param name="chooseLoser">One of the losers to the chosen winner in pairs that conflict, ascending.</param>
    public static LockedPairs InOrder(
        PairwiseMatrix matrix, DefeatStrength strength, int places, Func<ImmutableArray<int>, int> chooseWinner, Func<ImmutableArray<int>, int> chooseLoser)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        var locking = new PairLocking(matrix, Defeats.Of(matrix, strength));
        while (FirstOf(locking.Certain, places) is null && locking.TakeInOrder(Choose))
        {
        }

        while (locking.TakeInEveryOrder())
        {
        }

        return locking.Finish();

        (int Winner, int Loser) Choose(List<(int Winner, int Loser)> open)
        {
            var winner = chooseWinner([.. open.Select(pair => pair.Winner).Distinct().Order()]);
            return (winner, chooseLoser([.. open.Where(pair => pair.Winner == winner).Select(pair => pair.Loser).Order()]));
        }
    }

    /// <summary>
    /// The candidates in tiers: the first holds those above whom nobody is locked, the next the same among the rest. Each tier ascending.
    /// </summary>
    public ImmutableArray<ImmutableArray<int>> Tiers() => Tiering.Of(Size, IsAbove);

    /// <summary>
    /// Those who take the first places in every order of equally strong victories, from the top; null when it cannot be told from what is
    /// locked in every order.
    /// </summary>
    public ImmutableArray<int>? First(int places) => FirstOf(certain, places);

    // Each of the first reaches everybody else, so each reaches as many as there are other places at least.
    internal static ImmutableArray<int>? FirstOf(Reach graph, int places)
    {
        places = Math.Min(places, graph.Size);
        var first = new List<int>();
        for (var candidate = 0; candidate < graph.Size; candidate++)
            if (graph.CountFrom(candidate) >= graph.Size - places) first.Add(candidate);
        if (first.Count != places) return null;
        foreach (var candidate in first)
        {
            for (var other = 0; other < graph.Size; other++)
                if (!graph[candidate, other] && !first.Contains(other)) return null;
        }

        return [.. first.OrderByDescending(graph.CountFrom).ThenBy(candidate => candidate)];
    }
}
