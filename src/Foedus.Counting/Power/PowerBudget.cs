namespace Foedus.Counting;

/// <summary>
/// How much work a computation of power may take. What would take more is refused before it begins, with what it would have taken; the work
/// of an answer is known beforehand, so that nothing hangs.
/// </summary>
/// <param name="Steps">Elementary steps; a step takes about a nanosecond.</param>
/// <param name="Bytes">Working memory.</param>
public readonly record struct PowerBudget(long Steps, long Bytes)
{
    /// <summary>About half a minute and a gibibyte.</summary>
    public static PowerBudget Default => new(30_000_000_000, 1L << 30);

    /// <summary>About a second and 256 mebibytes.</summary>
    public static PowerBudget Small => new(1_000_000_000, 1L << 28);

}
