using System.Collections.Immutable;

namespace Foedus.Counting;

/// <summary>
/// A table of seats by bands of a figure: "up to 5,000 members 1; up to 10,000 2; then one more for every 10,000 or part;
/// above 900,000 23". Each unit by itself, exact both ways: seats of a figure, and the figure for a number of seats.
/// A table with gaps or overlaps can still be asked; <see cref="Faults"/> says what is wrong with it.
/// </summary>
public sealed class SeatSteps
{
    private readonly ImmutableArray<BandSpan> _spans;

    /// <param name="bands">The bands, from small figures to large.</param>
    /// <param name="least">Least seats that the table gives; null for no limit.</param>
    /// <param name="most">Most seats; null for no limit.</param>
    /// <param name="wholeFigures">True when the figure is a count (members, inhabitants): then "up to 5,000" and "from 5,001" leave no gap.</param>
    public SeatSteps(IEnumerable<Band> bands, Ratio? least = null, Ratio? most = null, bool wholeFigures = true)
    {
        Bands = [.. bands];
        Least = least;
        Most = most;
        WholeFigures = wholeFigures;
        (_spans, Faults) = BandLayout.Lay(this);
    }

    public ImmutableArray<Band> Bands { get; }

    public Ratio? Least { get; }

    public Ratio? Most { get; }

    public bool WholeFigures { get; }

    /// <summary>Gaps, overlaps, unsaid bounds, falls: everything found without a figure, from small to large.</summary>
    public ImmutableArray<StepsFault> Faults { get; }

    /// <summary>The seats of a figure, with every band that speaks of it.</summary>
    public StepsReading Read(Ratio figure) =>
        new([.. _spans.Where(span => span.MayContain(figure)).Select(span => Reckon(span, figure))]);

    /// <summary>The least figure that gives at least so many seats; null when none does. Where bands disagree, by the more generous.</summary>
    public LeastFigure? LeastFor(Ratio seats) => LeastFor(seats, Ratio.Zero);

    /// <summary>How much must be added to a figure to reach at least one seat more than it gives now; null when the table gives no more.</summary>
    /// <returns>With <c>Included</c> false, anything more than <c>At</c> suffices. Null too when the figure itself has no certain seats.</returns>
    public LeastFigure? MoreForOneSeat(Ratio figure)
    {
        if (Read(figure).Seats is not { } seats) return null;
        return LeastFor(seats + 1, figure) is { } least ? least with { At = least.At - figure } : null;
    }

    internal Ratio Limited(Ratio seats)
    {
        if (Least is { } least) seats = Ratio.Max(seats, least);
        return Most is { } most ? Ratio.Min(seats, most) : seats;
    }

    private LeastFigure? LeastFor(Ratio seats, Ratio from)
    {
        if (Most is { } most && seats > most) return null;
        Ratio? needed = seats <= Least ? null : seats;
        LeastFigure? found = null;
        foreach (var span in _spans)
        {
            if (span.LeastFor(needed, from, WholeFigures) is not { } candidate) continue;
            if (found is null || candidate.At < found.Value.At || (candidate.At == found.Value.At && candidate.Included)) found = candidate;
        }

        return found;
    }

    private Reckoning Reckon(BandSpan span, Ratio figure)
    {
        var band = span.Band;
        if (band.Growth is not { } growth)
            return new Reckoning(figure, span.Index, band.Base, null, null, null, band.Base, Limited(band.Base));
        var excess = figure - span.Origin;
        var steps = excess / growth.Per;
        var counted = steps.Round(growth.Part);
        var reckoned = band.Base + (growth.Add * counted);
        return new Reckoning(figure, span.Index, band.Base, excess, steps, counted, reckoned, Limited(reckoned));
    }
}
