using Foedus.Counting;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;

namespace Foedus.Engine.Seats;

/// <summary>A figure of a unit as a rule of seats uses it.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Measure">What was measured: "inhabitants".</param>
/// <param name="Low">The least that it can be; null if no bound is known.</param>
/// <param name="High">The most that it can be; null if no bound is known.</param>
/// <param name="AsAt">The day for which it was returned, or <see cref="Day.Min"/> where the charter fixes it.</param>
/// <param name="Quality">How good it is, in a word.</param>
/// <param name="Source">Where it comes from: a row of the register, an act, the sum of other returns, an assumption.</param>
/// <param name="Open">Why it is not one known number, with what is needed; null if it is.</param>
public sealed record UnitFigure(int Unit, string Measure, Ratio? Low, Ratio? High, Day AsAt, string Quality, string Source, Ground? Open)
{
    /// <summary>True if it is over its lower bound, and not the bound itself.</summary>
    public bool Above { get; init; }

    /// <summary>True if it is one known number.</summary>
    public bool IsKnown => Open is null && Low is not null;

    /// <summary>True if it can be used, if only as a bound.</summary>
    public bool IsUsable => Low is not null || High is not null;

    /// <summary>The one known number, or null.</summary>
    public Ratio? Value => IsKnown ? Low : null;

    /// <summary>The figure as a sheet shows it.</summary>
    public string Text => (Low, High) switch
    {
        (null, null) => "",
        (null, { } high) => "not more than " + high,
        ({ } low, null) => (Above ? "over " : "not less than ") + low,
        ({ } low, { } high) => low == high ? low.ToMixedString() : low.ToMixedString() + " to " + high.ToMixedString(),
    };

    /// <summary>The day as a sheet shows it; empty where there is none.</summary>
    public string DayText => AsAt.IsUnbounded ? "" : AsAt.ToString();
}
