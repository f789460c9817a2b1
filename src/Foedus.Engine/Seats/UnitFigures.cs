using Foedus.Charter.Model;
using Foedus.Counting;
using Foedus.Engine.Judging;
using Foedus.Engine.Records;

namespace Foedus.Engine.Seats;

/// <summary>Reads the figures that units returned.</summary>
public static class UnitFigures
{
    /// <summary>The one known value of a measure of a unit on the day of an inquiry; null if there is none.</summary>
    public static Ratio? Known(Inquiry inquiry, int unit, Measure measure)
    {
        var sight = inquiry.View.Look(Relations.Figure, unit, inquiry.Roll.Word(measure.Name));
        return sight.Holds && inquiry.State.FigureAt(sight.Value) is { IsKnown: true } figure ? figure.Value : null;
    }
}
