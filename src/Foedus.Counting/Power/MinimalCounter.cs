using System.Numerics;

namespace Foedus.Counting;

/// <summary>
/// Counts minimal winning coalitions. Where the players stand in one order of weight, a coalition is minimal if its least member can not be
/// spared: for each player, the coalitions of those before that lose, and win with the player. Otherwise every vector of players by group is
/// tried.
/// </summary>
internal static class MinimalCounter
{
    public static (MinimalTable? Table, bool Sized, Int128? Needed) Count(LoweredGame game, PowerBudget budget)
    {
        var order = game.LinearOrder();
        var walk = VectorWalk.Cost(game);
        var sums = order is null ? null : MinimalSums.Plan(game, order, sized: true);
        if (sums is not null && (sums.Bytes > budget.Bytes || sums.Estimate > budget.Steps)) sums = null;
        var halves = order is null ? null : HalvesCost(game, order);
        if (walk <= budget.Steps && (sums is null || walk <= sums.Estimate) && (halves is null || walk <= halves)) return (VectorWalk.Minimal(game), true, null);
        if (sums is not null && (halves is null || sums.Estimate <= halves)) return (sums.Count(), true, null);
        if (halves <= budget.Steps && ByHalves(game, order!, budget) is { } table) return (table, true, null);
        var unsized = order is null ? null : MinimalSums.Plan(game, order, sized: false);
        if (unsized is not null && unsized.Bytes <= budget.Bytes && unsized.Estimate <= budget.Steps) return (unsized.Count(), false, null);
        return (null, false, unsized?.Estimate ?? halves ?? (walk < Int128.MaxValue ? walk : null));
    }

    private static Int128? HalvesCost(LoweredGame game, int[] order)
    {
        Int128 sum = 0;
        if (game.Players > 400) return null;
        foreach (var (last, counts) in Prefixes(game, order))
        {
            if (HalvesCounter.Plan(Task(game, counts, new BigInteger[game.Dimensions]), coded: true) is not { } plan) return null;
            sum += 2 * plan.Estimate;
        }

        return sum;
    }

    internal static MinimalTable? ByHalves(LoweredGame game, int[] order, PowerBudget budget)
    {
        var table = MinimalTable.Empty(game.Groups, (int)game.Players + 1);
        foreach (var (last, counts) in Prefixes(game, order))
        {
            if (ExactCounter.Tally(Task(game, counts, game.Weights[last]), budget) is not { } joined) return null;
            if (ExactCounter.Tally(Task(game, counts, new BigInteger[game.Dimensions]), budget) is not { } before) return null;
            var swung = joined.Less(before);
            for (var size = 0; size < swung.Winning.Length; size++)
            {
                table.BySize[size + 1] += swung.Winning[size];
                table.With[last][size + 1] += swung.Winning[size];
                for (var g = 0; g < game.Groups; g++) table.With[g][size + 1] += swung.With[g][size] * counts[g];
            }
        }

        return table.PerPlayer(game.Counts);
    }

    private static CoalitionTask Task(LoweredGame game, long[] counts, BigInteger[] offset) =>
        new(game, counts, offset, [.. counts.Select(_ => 1)]);

    /// <summary>Each player in turn, with the numbers of those before.</summary>
    private static IEnumerable<(int Last, long[] Before)> Prefixes(LoweredGame game, int[] order)
    {
        var counts = new long[game.Groups];
        foreach (var g in order)
        {
            for (var k = 0L; k < game.Counts[g]; k++)
            {
                yield return (g, [.. counts]);
                counts[g]++;
            }
        }
    }
}
