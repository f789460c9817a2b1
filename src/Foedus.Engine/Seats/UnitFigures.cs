using Foedus.Counting;
using Foedus.Engine.Judging;

namespace Foedus.Engine.Seats;

/// <summary>Reads the figures of units by the latest return: for votes, shares and contributions.</summary>
public static class UnitFigures
{
    /// <summary>The one known value of a measure of a unit on the day of an inquiry; null if there is none.</summary>
    public static Ratio? Known(Inquiry inquiry, int unit, Measure measure) => Read(inquiry, unit, measure).Value;

    /// <summary>
    /// What is known of a measure of a unit: its own return, what an assumption supplies, the sum of the units within it, or what follows from
    /// another measure; with the reason where that is not one number.
    /// </summary>
    public static UnitFigure Read(Inquiry inquiry, int unit, Measure measure) => inquiry.LatestFigures.Read(unit, measure);
}
