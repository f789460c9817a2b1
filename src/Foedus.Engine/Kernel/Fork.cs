namespace Foedus.Engine.Kernel;

/// <summary>
/// Runs a judgement through every reading of the silences that it meets. The cost is the product over the silences met, not over those of
/// the charter; a judgement that meets none is run once.
/// </summary>
public static class Fork
{
    /// <summary>How many paths are run before the answer is "undetermined".</summary>
    public const int DefaultBudget = 4096;

    /// <summary>Runs a judgement.</summary>
    /// <param name="assumptions">Readings assumed; they do not branch.</param>
    /// <param name="judge">
    /// A function of the readings alone: run again with the same readings, it asks the same and returns the same.
    /// </param>
    /// <param name="budget">How many paths may be run, at least 1.</param>
    public static Forked<T> Run<T>(Assumptions? assumptions, Func<Readings, T> judge, int budget = DefaultBudget) =>
        Run(new Readings(), assumptions, judge, static (inner, readings) => inner(readings), budget);

    /// <summary>The same with readings to use again and a state to pass, so that a judgement that meets no silence allocates nothing.</summary>
    public static Forked<T> Run<TState, T>(
        Readings readings, Assumptions? assumptions, TState state, Func<TState, Readings, T> judge, int budget = DefaultBudget)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(budget, 1);
        readings.Reset(assumptions);
        var first = judge(state, readings);
        if (readings.Path.Count == 0)
            return new Forked<T>(first, AssumedIn(readings));
        var paths = new List<ReadingPath<T>> { new([.. readings.Path], first) };
        var more = readings.Advance();
        while (more && paths.Count < budget)
        {
            var result = judge(state, readings);
            paths.Add(new ReadingPath<T>([.. readings.Path], result));
            more = readings.Advance();
        }

        return new Forked<T>(paths, more, AssumedIn(readings), MetIn(readings));
    }

    private static IReadOnlyList<int> AssumedIn(Readings readings) => readings.Assumed.Count == 0 ? [] : [.. readings.Assumed];

    private static AskedSilence[] MetIn(Readings readings)
    {
        var met = new List<AskedSilence>(readings.Met.Count);
        foreach (var (silence, count) in readings.Met)
            met.Add(new AskedSilence(silence, 0, count));
        return [.. met.OrderByDescending(asked => asked.Readings).ThenBy(asked => asked.Silence)];
    }
}
