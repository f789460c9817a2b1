using System.Numerics;

namespace Foedus.Counting;

/// <summary>Counts swings by the method that takes the least work.</summary>
internal static class ExactCounter
{
    // A few seconds for numbers of so many digits.
    private const int MostEqual = 1 << 21;

    /// <summary>The swings of a game, or the work that they would take; null for work that cannot even be told.</summary>
    /// <param name="game">The game.</param>
    /// <param name="units">What a player of each group adds to the code; all zero for no codes.</param>
    /// <param name="budget">What it may take.</param>
    public static (SwingTable? Table, Int128? Needed) Swings(LoweredGame game, int[] units, PowerBudget budget)
    {
        var coded = Array.Exists(units, unit => unit != 0);
        if (!coded && EqualPlayers(game) is { } equal) return (equal, null);
        var sums = SumCounter.Plan(game, units);
        if (sums is not null && sums.Bytes > budget.Bytes) sums = null;
        var halves = HalvesCounter.Plan(CoalitionTask.All(game, units), coded);
        if (halves is not null && halves.Bytes <= budget.Bytes && halves.Estimate <= budget.Steps && (sums is null || halves.Estimate < sums.Estimate)
            && halves.Count(budget) is { } tally)
            return (SwingTable.Of(tally, units), null);
        if (sums is not null && sums.Estimate <= budget.Steps) return (sums.Count(coded), null);
        return (null, sums?.Estimate ?? halves?.Estimate);
    }

    // Where all players are equal a number of them decides: binomial coefficients are all there is to count.
    private static SwingTable? EqualPlayers(LoweredGame game)
    {
        if (game.Groups != 1 || game.Players > MostEqual) return null;
        var n = (int)game.Players;
        var (loses, wins) = (-1, n + 1);
        while (wins - loses > 1)
        {
            var size = loses + ((wins - loses) / 2);
            if (Wins(game, size)) wins = size;
            else loses = size;
        }

        return new SwingTable(Binomials.Above(n, wins), [[Binomials.Choose(n - 1, wins - 1)]]);
    }

    private static bool Wins(LoweredGame game, int size)
    {
        var levels = new int[game.Dimensions];
        for (var d = 0; d < levels.Length; d++) levels[d] = game.Levels.Quotas[d].Count(quota => game.Weights[0][d] * size >= quota);
        return game.Levels.Wins(levels);
    }

    /// <summary>The winning coalitions of a task; null if that takes more than the budget.</summary>
    public static CoalitionTally? Tally(CoalitionTask task, PowerBudget budget)
    {
        var coded = Array.Exists(task.Units, unit => unit != 0);
        return HalvesCounter.Plan(task, coded) is { } halves && halves.Bytes <= budget.Bytes && halves.Estimate <= budget.Steps ? halves.Count(budget) : null;
    }
}
