using System.Numerics;

namespace Foedus.Counting;

/// <summary>Counts swings by the method that takes the least work.</summary>
internal static class ExactCounter
{
    /// <summary>The swings of a game, or the work that they would take; null for work that cannot even be told.</summary>
    /// <param name="game">The game.</param>
    /// <param name="units">What a player of each group adds to the code; all zero for no codes.</param>
    /// <param name="budget">What it may take.</param>
    public static (SwingTable? Table, Int128? Needed) Swings(LoweredGame game, int[] units, PowerBudget budget)
    {
        var coded = Array.Exists(units, unit => unit != 0);
        var sums = SumCounter.Plan(game, units);
        if (sums is not null && sums.Bytes > budget.Bytes) sums = null;
        var halves = HalvesCounter.Plan(CoalitionTask.All(game, units), coded);
        if (halves is not null && halves.Bytes <= budget.Bytes && halves.Estimate <= budget.Steps && (sums is null || halves.Estimate < sums.Estimate)
            && halves.Count(budget) is { } tally)
            return (SwingTable.Of(tally, units), null);
        if (sums is not null && sums.Estimate <= budget.Steps) return (sums.Count(coded), null);
        return (null, sums?.Estimate ?? halves?.Estimate);
    }

    /// <summary>The winning coalitions of a task; null if that takes more than the budget.</summary>
    public static CoalitionTally? Tally(CoalitionTask task, PowerBudget budget)
    {
        var coded = Array.Exists(task.Units, unit => unit != 0);
        return HalvesCounter.Plan(task, coded) is { } halves && halves.Bytes <= budget.Bytes && halves.Estimate <= budget.Steps ? halves.Count(budget) : null;
    }
}
