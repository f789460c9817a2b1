namespace Foedus.Counting;

/// <summary>A band with its bounds settled: from the text, or from its neighbours where the text leaves them to be.</summary>
internal sealed record BandSpan(int Index, Band Band, BandBound Lower, BandBound? Upper)
{
    /// <summary>The figure that growth is counted from.</summary>
    public Ratio Origin => Band.Growth?.From ?? Lower.At;

    /// <summary>True for every figure inside, and for a bound unless the text leaves it out.</summary>
    public bool MayContain(Ratio figure)
    {
        var low = figure.CompareTo(Lower.At);
        if (low < 0 || (low == 0 && Lower.Included == false)) return false;
        if (Upper is not { } upper) return true;
        var high = figure.CompareTo(upper.At);
        return high < 0 || (high == 0 && upper.Included != false);
    }

    public Ratio Seats(Ratio figure) =>
        Band.Growth is { } growth ? Band.Base + (growth.Add * ((figure - Origin) / growth.Per).Round(growth.Part)) : Band.Base;

    /// <summary>The least figure of this band, not below another, that gives at least so many seats before limits; any seats when null.</summary>
    public LeastFigure? LeastFor(Ratio? seats, Ratio from, bool whole)
    {
        var entry = new LeastFigure(Lower.At, Lower.Included != false);
        if (from > entry.At) entry = new LeastFigure(from, Included: true);
        var least = entry;
        if (seats is { } needed)
        {
            if (Reached(needed) is not { } reached) return null;
            if (reached.At > entry.At || (reached.At == entry.At && !reached.Included)) least = reached;
        }

        if (whole)
        {
            var ceiling = least.At.Ceiling();
            least = new LeastFigure(!least.Included && least.At.IsInteger ? ceiling + 1 : ceiling, Included: true);
        }

        if (Upper is not { } upper) return least;
        var order = least.At.CompareTo(upper.At);
        return order < 0 || (order == 0 && least.Included && upper.Included != false) ? least : null;
    }

    // The growth formula solved for the figure; null when the band never gives so many.
    private LeastFigure? Reached(Ratio seats)
    {
        if (Band.Growth is not { } growth) return seats <= Band.Base ? new LeastFigure(Lower.At, Lower.Included != false) : null;
        var steps = (seats - Band.Base) / growth.Add;
        Ratio whole = steps.Ceiling();
        return growth.Part switch
        {
            Rounding.Down => new LeastFigure(Origin + (growth.Per * whole), Included: true),
            Rounding.HalfUp => new LeastFigure(Origin + (growth.Per * (whole - Ratio.Half)), Included: true),
            Rounding.HalfDown => new LeastFigure(Origin + (growth.Per * (whole - Ratio.Half)), Included: false),
            Rounding.Up => new LeastFigure(Origin + (growth.Per * (whole - 1)), Included: false),
            _ => new LeastFigure(Origin + (growth.Per * steps), Included: true),
        };
    }
}
