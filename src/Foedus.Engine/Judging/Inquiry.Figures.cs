using Foedus.Charter.Model;
using Foedus.Counting;
using Foedus.Engine.Seats;

namespace Foedus.Engine.Judging;

/// <content>Figures of units.</content>
public partial class Inquiry
{
    private FigureReader? _latest;

    /// <summary>Reads figures by the latest return.</summary>
    internal FigureReader LatestFigures => _latest ??= new FigureReader(this, FigureReader.Latest, null);

    /// <summary>The one known value of a measure of a unit on the day, or null: missing, disputed, contradicted or only bounded.</summary>
    public Ratio? FigureOf(int unit, Measure measure) => UnitFigures.Known(this, unit, measure);

    /// <summary>
    /// What share of a unit's figure another measure of it is ("the share of women-members"): the measure over the first measure of the same
    /// kind of unit. Null if either is not known.
    /// </summary>
    public Ratio? ShareOf(Measure part, int unit)
    {
        var whole = Book.Edition.Measures.FirstOrDefault(m => m.Kind == part.Kind && m != part && m.Derived is null);
        if (whole is null || FigureOf(unit, part) is not { } some || FigureOf(unit, whole) is not { IsZero: false } all)
            return null;
        return some / all;
    }
}
