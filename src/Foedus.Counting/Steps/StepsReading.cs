using System.Collections.Immutable;

namespace Foedus.Counting;

/// <summary>What a table gives for one figure: nothing, one answer, or one a band that claims the figure.</summary>
/// <param name="Readings">Every band that speaks of the figure, or may, in the order of the table.</param>
public sealed record StepsReading(ImmutableArray<Reckoning> Readings)
{
    /// <summary>The seats, when all readings agree; null when no band speaks of the figure or two disagree.</summary>
    public Ratio? Seats =>
        !Readings.IsEmpty && Readings.All(reading => reading.Seats == Readings[0].Seats) ? Readings[0].Seats : null;

    /// <summary>The reckoning as a worksheet: one row a reading.</summary>
    public Worksheet Worksheet(int? unit = null) => new(
    [
        new WorksheetStep(
            "Find the band of the figure, count the steps above its base, and keep within the limits",
            ["figure", "band", "base", "counted from the base", "in steps", "steps that count", "seats reckoned", "seats"],
            [.. Readings.Select(r => new WorksheetRow(unit, [r.Figure, r.Band + 1, r.Base, r.Excess, r.Steps, r.Counted, r.Reckoned, r.Seats]))]),
    ]);
}
