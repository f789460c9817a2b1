using System.Numerics;

namespace Foedus.Counting;

/// <summary>
/// Coalitions in which a player is critical, by how many critical players there are. Where the players stand in one order of weight, the
/// critical members of a coalition are its weightiest: those up to some last critical member b, the next member y being one that can be spared. What
/// is counted is then, for each pair b and y, coalitions of those before b and those after y that win with b and lose with y in its place.
/// </summary>
internal static class CriticalCounter
{
    public static (BigInteger[][]? ByGroup, Int128? Needed) Count(LoweredGame game, PowerBudget budget)
    {
        var walk = VectorWalk.Cost(game);
        var order = game.LinearOrder();
        var pairs = order is null || game.Players > 200 ? null : PairsCost(game, order);
        if (walk <= budget.Steps && (pairs is null || walk <= pairs)) return (VectorWalk.Critical(game), null);
        if (pairs <= budget.Steps && ByPairs(game, order!, budget) is { } found) return (found, null);
        return (null, pairs ?? (walk < Int128.MaxValue ? walk : null));
    }

    private static Int128? PairsCost(LoweredGame game, int[] order)
    {
        Int128 sum = 0;
        foreach (var (task, _, _) in Pairs(game, order))
        {
            if (HalvesCounter.Plan(task, coded: true) is not { } plan) return null;
            sum += 2 * plan.Estimate;
        }

        return sum;
    }

    internal static BigInteger[][]? ByPairs(LoweredGame game, int[] order, PowerBudget budget)
    {
        var table = MinimalTable.Empty(game.Groups, (int)game.Players + 1);
        foreach (var (task, last, spared) in Pairs(game, order))
        {
            // Where nobody comes after b there is nobody in its place either.
            var without = task with { Offset = spared < 0 ? new BigInteger[game.Dimensions] : game.Weights[spared] };
            if (ExactCounter.Tally(task, budget) is not { } wins || ExactCounter.Tally(without, budget) is not { } still) return null;
            var swung = wins.Less(still);
            for (var before = 0; before < swung.Winning.Length; before++)
            {
                table.With[last][before + 1] += swung.Winning[before];
                for (var g = 0; g < game.Groups; g++)
                    if (task.Units[g] == 1) table.With[g][before + 1] += swung.With[g][before] * task.Counts[g];
            }
        }

        return table.PerPlayer(game.Counts).With;
    }

    private static IEnumerable<(CoalitionTask Task, int Last, int Spared)> Pairs(LoweredGame game, int[] order)
    {
        // Groups before and after may be the same group; those after are then groups of their own in a game with twice the groups.
        var players = order.SelectMany(g => Enumerable.Repeat(g, (int)game.Counts[g])).ToArray();
        var twice = new LoweredGame([.. game.Counts, .. game.Counts], [.. game.Weights, .. game.Weights], game.Rule, game.Dimensions);
        int[] units = [.. game.Counts.Select(_ => 1), .. game.Counts.Select(_ => 0)];
        for (var b = 0; b < players.Length; b++)
        {
            for (var y = b + 1; y <= players.Length; y++)
            {
                var counts = new long[2 * game.Groups];
                for (var i = 0; i < b; i++) counts[players[i]]++;
                for (var i = y + 1; i < players.Length; i++) counts[game.Groups + players[i]]++;
                yield return (new CoalitionTask(twice, counts, game.Weights[players[b]], units), players[b], y < players.Length ? players[y] : -1);
            }
        }
    }
}
