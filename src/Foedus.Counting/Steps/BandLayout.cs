using System.Collections.Immutable;

namespace Foedus.Counting;

/// <summary>Settles the bounds of a table's bands and finds what is wrong between them.</summary>
internal static class BandLayout
{
    public static (ImmutableArray<BandSpan> Spans, ImmutableArray<StepsFault> Faults) Lay(SeatSteps steps)
    {
        var faults = ImmutableArray.CreateBuilder<StepsFault>();
        if (steps.Bands.IsEmpty) faults.Add(new StepsFault(StepsFaultKind.NoBands, 0, null, null));
        if (steps.Least > steps.Most) faults.Add(new StepsFault(StepsFaultKind.LimitsCrossed, 0, null, null));

        var spans = ImmutableArray.CreateBuilder<BandSpan>();
        for (var index = 0; index < steps.Bands.Length; index++)
        {
            var band = steps.Bands[index];
            if (band.Growth is { } growth && (growth.Per.Sign <= 0 || growth.Add.Sign <= 0))
            {
                faults.Add(new StepsFault(StepsFaultKind.BadGrowth, index, null, null));
                continue;
            }

            if (Lower(steps.Bands, index) is not { } lower)
            {
                faults.Add(new StepsFault(StepsFaultKind.BoundMissing, index - 1, null, null));
                continue;
            }

            var span = new BandSpan(index, band, lower, Upper(steps.Bands, index));
            if (IsEmpty(span, steps.WholeFigures)) faults.Add(new StepsFault(StepsFaultKind.EmptyBand, index, lower.At, span.Upper?.At));
            else spans.Add(span);
        }

        Check(spans, steps, faults);
        return (spans.ToImmutable(), faults.ToImmutable());
    }

    private static BandBound? Lower(ImmutableArray<Band> bands, int index)
    {
        var said = bands[index].Lower;
        if (index == 0) return said ?? new BandBound(Ratio.Zero, Included: true);
        var before = bands[index - 1].Upper;
        if (said is not { } own) return before is { } end ? new BandBound(end.At, !end.Included) : null;

        // A bound that one side leaves unsaid is what the other side leaves over.
        return own.Included is null && before is { Included: { } taken } at && at.At == own.At ? own with { Included = !taken } : own;
    }

    private static BandBound? Upper(ImmutableArray<Band> bands, int index)
    {
        var said = bands[index].Upper;
        if (index == bands.Length - 1) return said;
        var after = bands[index + 1].Lower;
        if (said is not { } own) return after is { } start ? new BandBound(start.At, !start.Included) : null;
        return own.Included is null && after is { Included: { } taken } at && at.At == own.At ? own with { Included = !taken } : own;
    }

    private static bool IsEmpty(BandSpan span, bool whole)
    {
        if (span.Upper is not { } upper) return false;
        if (whole) return First(span.Lower) > Last(upper);
        var order = span.Lower.At.CompareTo(upper.At);
        return order > 0 || (order == 0 && (span.Lower.Included == false || upper.Included == false));
    }

    private static void Check(ImmutableArray<BandSpan>.Builder spans, SeatSteps steps, ImmutableArray<StepsFault>.Builder faults)
    {
        if (spans.Count == 0) return;
        var first = spans[0].Lower;
        if (Misses(new BandBound(Ratio.Zero, Included: false), first, steps.WholeFigures))
            faults.Add(new StepsFault(StepsFaultKind.Gap, spans[0].Index, Ratio.Zero, first.At));
        for (var i = 1; i < spans.Count; i++) Between(spans[i - 1], spans[i], steps, faults);
        if (spans[^1].Upper is { } end) faults.Add(new StepsFault(StepsFaultKind.Gap, spans[^1].Index, end.At, null));
    }

    private static void Between(BandSpan before, BandSpan after, SeatSteps steps, ImmutableArray<StepsFault>.Builder faults)
    {
        // Only a band left out between two leaves the first without an end here.
        if (before.Upper is not { } upper)
        {
            faults.Add(new StepsFault(StepsFaultKind.Overlap, before.Index, after.Lower.At, null));
            return;
        }

        var lower = after.Lower;
        var order = upper.At.CompareTo(lower.At);
        if (order == 0 && upper.Included is null && lower.Included is null)
        {
            if (steps.Limited(before.Seats(upper.At)) != steps.Limited(after.Seats(upper.At)))
                faults.Add(new StepsFault(StepsFaultKind.BoundUnsaid, before.Index, upper.At, upper.At));
        }
        else if (Misses(upper, lower, steps.WholeFigures))
        {
            faults.Add(new StepsFault(StepsFaultKind.Gap, before.Index, upper.At, lower.At));
        }
        else if (Meets(upper, lower, steps.WholeFigures))
        {
            faults.Add(new StepsFault(StepsFaultKind.Overlap, before.Index, lower.At, upper.At));
        }

        var from = steps.Limited(before.Seats(steps.WholeFigures ? Last(upper) : upper.At));
        var to = steps.Limited(after.Seats(steps.WholeFigures ? First(lower) : lower.At));
        if (order <= 0 && FallsBetween(after, steps, from, to))
            faults.Add(new StepsFault(StepsFaultKind.Falls, after.Index, lower.At, lower.At));
    }

    // Just above a bound that is left out, "or part" has already begun to count.
    private static bool FallsBetween(BandSpan after, SeatSteps steps, Ratio from, Ratio to)
    {
        if (!steps.WholeFigures && after.Lower.Included == false && after.Band.Growth is { Part: Rounding.Up } growth && after.Origin == after.Lower.At)
            to = steps.Limited(after.Band.Base + growth.Add);
        return to < from;
    }

    // True when a figure lies between a band's end and the next one's beginning.
    private static bool Misses(BandBound upper, BandBound lower, bool whole)
    {
        if (whole) return First(lower) > Last(upper) + 1;
        var order = upper.At.CompareTo(lower.At);
        return order < 0 || (order == 0 && upper.Included == false && lower.Included == false);
    }

    // True when a figure lies in both.
    private static bool Meets(BandBound upper, BandBound lower, bool whole)
    {
        if (whole) return First(lower) <= Last(upper);
        var order = upper.At.CompareTo(lower.At);
        return order > 0 || (order == 0 && upper.Included != false && lower.Included != false);
    }

    // An unsaid bound counts as included here: it is reported apart.
    private static Ratio First(BandBound lower) =>
        lower.Included == false && lower.At.IsInteger ? lower.At + 1 : lower.At.Ceiling();

    private static Ratio Last(BandBound upper) =>
        upper.Included == false && upper.At.IsInteger ? upper.At - 1 : upper.At.Floor();
}
