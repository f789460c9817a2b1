using System.Globalization;
using Foedus.Charter.Registers;
using Foedus.Counting;
using Foedus.Engine.Kernel;

namespace Foedus.Engine.Records;

/// <summary>A figure as recorded: its bounds, its quality, and the figure that it contradicts, if any.</summary>
/// <param name="Low">Lower bound; null if none is known.</param>
/// <param name="High">Upper bound; null if none is known.</param>
/// <param name="Quality">How good it is.</param>
/// <param name="AsAt">The day for which it was returned.</param>
/// <param name="Act">The number of the act that returned it; 0 for a figure that the charter or the register gives.</param>
/// <param name="Place">The article or the row of the register that gives it; null for a figure that an act returned.</param>
/// <param name="Contradicts">The figure of the same day from which it differs, or null.</param>
public sealed record Figure(Ratio? Low, Ratio? High, FigureQuality Quality, Day AsAt, int Act, string? Place = null, Figure? Contradicts = null)
{
    /// <summary>Where it comes from: a row of the register, an article or an act.</summary>
    public string Source => Place ?? "act " + Act.ToString(CultureInfo.InvariantCulture);

    /// <summary>The one value, where there is one.</summary>
    public bool IsKnown => Contradicts is null && Low is { } low && High is { } high && low == high
        && Quality is not (FigureQuality.Missing or FigureQuality.Disputed);

    public Ratio Value => Low ?? Ratio.Zero;

    /// <summary>True if it is over its lower bound, and not the bound itself.</summary>
    public bool IsAbove => Quality == FigureQuality.MoreThan;

    /// <summary>
    /// This figure, or this figure marked as contradicting one of the same day that it does not restate. Repeating a figure that another
    /// contradicts does not settle which is right.
    /// </summary>
    internal Figure Beside(Figure before)
    {
        if (before.AsAt != AsAt || Quality == FigureQuality.Restated)
            return this;
        return before.Low != Low || before.High != High || before.IsAbove != IsAbove ? this with { Contradicts = before } : this with { Contradicts = before.Contradicts };
    }
}
