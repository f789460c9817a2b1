using System.Collections.Immutable;

namespace Foedus.Counting;

/// <summary>
/// Settles the ties of one count and notes them. A tie that nothing settles is open: the judge takes one way, and
/// <see cref="TieWays"/> counts again for the others.
/// </summary>
public sealed class TieJudge
{
    private readonly TieBreaking breaking;
    private readonly ImmutableArray<int> path;
    private readonly List<SettledTie> settled = [];
    private readonly List<OpenChoice> open = [];
    private int draws;

    internal TieJudge(TieBreaking breaking, ImmutableArray<int> path)
    {
        this.breaking = breaking;
        this.path = path;
    }

    internal readonly record struct OpenChoice(int Taken, int Ways);

    /// <summary>The ties met so far, in order.</summary>
    public ImmutableArray<SettledTie> Settled => [.. settled];

    internal IReadOnlyList<OpenChoice> Open => open;

    /// <summary>Whether there may be outcomes that no choice leads to.</summary>
    internal bool IsPartial { get; private set; }

    /// <summary>Says that there may be outcomes that no choice leads to: a search for them ended with its budget.</summary>
    public void LeaveOpen() => IsPartial = true;

    /// <summary>The one of the tied who is elected, excluded or transferred first.</summary>
    /// <param name="purpose">What they are compared for.</param>
    /// <param name="round">The round in which they tie, from 1.</param>
    /// <param name="tied">The tied candidates, in the order of the contest's list; at least one.</param>
    /// <param name="compare">
    /// Compares the votes of two candidates at the end of an earlier round (round, first, second), from 1 to
    /// <paramref name="round"/> less 1; null when the method has no rounds.
    /// </param>
    /// <param name="own">The rule's own step, which comes before those asked for; null when it has none.</param>
    /// <param name="indifferent">
    /// Whether all of the tied go in turn, and the count is the same whichever goes first. Then a tie that nothing settles is not open.
    /// </param>
    public int Choose(
        TiePurpose purpose, int round, ReadOnlySpan<int> tied, Func<int, int, int, int>? compare = null, TieStep? own = null, bool indifferent = false)
    {
        if (tied.Length == 1) return tied[0];
        ImmutableArray<int> all = [.. tied];
        var rest = all;
        if (own is not null && Settle(own, purpose, round, all, ref rest, compare)) return settled[^1].Chosen;
        foreach (var step in breaking.Steps)
        {
            if (Settle(step, purpose, round, all, ref rest, compare)) return settled[^1].Chosen;
        }

        if (indifferent)
        {
            settled.Add(new SettledTie(purpose, round, rest, rest[0], TieSettlement.Indifferent));
            return rest[0];
        }

        var taken = open.Count < path.Length ? path[open.Count] : 0;
        open.Add(new OpenChoice(taken, rest.Length));
        settled.Add(new SettledTie(purpose, round, rest, rest[taken], TieSettlement.Open));
        return rest[taken];
    }

    private bool Settle(
        TieStep step, TiePurpose purpose, int round, ImmutableArray<int> all, ref ImmutableArray<int> rest, Func<int, int, int, int>? compare)
    {
        switch (step)
        {
            case TieStep.Lot lot:
                settled.Add(new SettledTie(purpose, round, rest, SeededLot.Draw(lot.Seed, ++draws, rest.AsSpan()), TieSettlement.Lot));
                return true;
            case TieStep.Order order:
                rest = Extreme(rest, purpose, (a, b) => Place(order, b).CompareTo(Place(order, a)));
                if (rest.Length > 1) return false;
                settled.Add(new SettledTie(purpose, round, all, rest[0], TieSettlement.Order));
                return true;
            default:
                if (compare is null) return false;
                var backwards = step is TieStep.Backwards;
                for (var i = 1; i < round; i++)
                {
                    var earlier = backwards ? round - i : i;
                    rest = Extreme(rest, purpose, (a, b) => compare(earlier, a, b));
                    if (rest.Length > 1) continue;
                    settled.Add(new SettledTie(purpose, round, all, rest[0], TieSettlement.EarlierRound, earlier));
                    return true;
                }

                return false;
        }
    }

    private static int Place(TieStep.Order order, int candidate)
    {
        var place = order.Preferred.IndexOf(candidate);
        return place < 0 ? int.MaxValue : place;
    }

    // The lowest for an exclusion, the highest otherwise; all of them where they are equal.
    private static ImmutableArray<int> Extreme(ImmutableArray<int> tied, TiePurpose purpose, Comparison<int> compare)
    {
        var sign = purpose == TiePurpose.Exclude ? -1 : 1;
        var best = tied[0];
        foreach (var candidate in tied)
        {
            if (sign * compare(candidate, best) > 0) best = candidate;
        }

        return [.. tied.Where(candidate => compare(candidate, best) == 0)];
    }
}
