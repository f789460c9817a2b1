using FsCheck;
using FsCheck.Fluent;

namespace Foedus.Counting.Tests.Steps;

public class SeatStepsTests
{
    private static StepsFaultKind[] Faults(bool whole, params Band[] bands) =>
        [.. new SeatSteps(bands, wholeFigures: whole).Faults.Select(fault => fault.Kind)];

    [Fact]
    public void A_part_is_dropped_counted_from_half_counted_whole_or_kept()
    {
        Ratio[] seats = [.. new[] { Rounding.Down, Rounding.HalfUp, Rounding.Up, Rounding.Exact }
            .Select(part => new SeatSteps([Band.Beyond(0, new Growth(1, 25_000, part))]).Read(62_500).Seats!.Value)];
        Assert.Equal([2, 3, 3, Ratio.Parse("5/2")], seats);
    }

    [Fact]
    public void Whole_figures_leave_no_gap_between_5000_and_5001_but_fractions_do()
    {
        Assert.Empty(Faults(whole: true, Band.UpTo(5_000, 1), Band.From(5_001, 2)));
        Assert.Equal([StepsFaultKind.Gap], Faults(whole: false, Band.UpTo(5_000, 1), Band.From(5_001, 2)));
    }

    [Fact]
    public void Gaps_and_overlaps_are_found_without_any_figure()
    {
        Assert.Equal([StepsFaultKind.Gap], Faults(whole: true, Band.UpTo(5_000, 1), Band.From(6_000, 2)));
        Assert.Equal([StepsFaultKind.Overlap], Faults(whole: true, Band.UpTo(5_000, 1), Band.From(5_000, 2)));
        Assert.Equal([StepsFaultKind.Overlap], Faults(whole: true, Band.UpTo(5_000, 1), Band.Above(4_000, 2)));
        Assert.Equal([StepsFaultKind.Gap], Faults(whole: true, Band.UpTo(5_000, 1)));
        Assert.Equal([StepsFaultKind.Gap], Faults(whole: true, Band.Above(0, 1)));
        Assert.Equal([StepsFaultKind.Gap], Faults(whole: false, Band.Above(0, 1)));
        Assert.Equal(
            [StepsFaultKind.Gap],
            Faults(whole: false, new Band(null, new BandBound(5, Included: false), 1), Band.Above(5, 2)));
        Assert.Equal([StepsFaultKind.NoBands], Faults(whole: true));
    }

    [Fact]
    public void A_bound_that_one_side_leaves_unsaid_is_what_the_other_leaves_over()
    {
        var steps = new SeatSteps([new Band(null, new BandBound(10, Included: null), 1), Band.Above(10, 2)]);
        Assert.Empty(steps.Faults);
        Assert.Equal((Ratio)1, steps.Read(10).Seats);
        var other = new SeatSteps([new Band(null, new BandBound(10, Included: null), 1), Band.From(10, 2)]);
        Assert.Empty(other.Faults);
        Assert.Equal((Ratio)2, other.Read(10).Seats);
    }

    [Fact]
    public void An_unsaid_bound_does_not_matter_where_both_sides_agree()
    {
        var steps = new SeatSteps([new Band(null, new BandBound(600, Included: null), 0, new Growth(1, 100, Rounding.Down)), Band.Beyond(6, new Growth(1, 200, Rounding.Down))]);
        Assert.Empty(steps.Faults);
        Assert.Equal((Ratio)6, steps.Read(600).Seats);
    }

    [Fact]
    public void A_table_that_falls_is_reported()
    {
        Assert.Equal([StepsFaultKind.Falls], Faults(whole: true, Band.UpTo(10, 3), Band.Beyond(2)));
        Assert.Equal([StepsFaultKind.Falls], Faults(whole: false, Band.UpTo(10, 3), Band.Beyond(2)));
        Assert.Empty(Faults(whole: false, Band.UpTo(10, 3), Band.Beyond(2, new Growth(1, 5, Rounding.Up))));
    }

    [Fact]
    public void Senseless_bands_are_reported_and_left_out()
    {
        Assert.Contains(StepsFaultKind.BadGrowth, Faults(whole: true, Band.UpTo(5, 1), Band.Beyond(1, new Growth(1, 0, Rounding.Up))));
        Assert.Contains(StepsFaultKind.BadGrowth, Faults(whole: true, Band.Beyond(1, new Growth(-1, 5, Rounding.Up))));
        Assert.Contains(StepsFaultKind.EmptyBand, Faults(whole: true, Band.UpTo(10, 1), Band.UpTo(5, 2), Band.Beyond(3)));
        Assert.Contains(StepsFaultKind.BoundMissing, Faults(whole: true, Band.Beyond(1), Band.Beyond(2)));
        Assert.Contains(StepsFaultKind.LimitsCrossed, new SeatSteps([Band.Beyond(1)], least: 3, most: 2).Faults.Select(fault => fault.Kind));
    }

    [Fact]
    public void A_figure_that_no_band_speaks_of_has_no_seats()
    {
        var steps = new SeatSteps([Band.UpTo(5, 1), Band.From(10, 2)]);
        Assert.Null(steps.Read(7).Seats);
        Assert.Empty(steps.Read(7).Readings);
        Assert.Null(steps.Read(-1).Seats);
        Assert.Null(steps.MoreForOneSeat(7));
        Assert.Equal(new LeastFigure(10, Included: true), steps.LeastFor(2));
    }

    [Fact]
    public void Fractional_figures_reach_a_seat_just_above_a_bound()
    {
        var steps = new SeatSteps([Band.Beyond(0, new Growth(1, Ratio.Parse("2.5"), Rounding.Up))], wholeFigures: false);
        Assert.Equal(new LeastFigure(Ratio.Parse("2.5"), Included: false), steps.LeastFor(2));
        Assert.Equal(new LeastFigure(Ratio.Half, Included: false), steps.MoreForOneSeat(2));
    }

    [Fact]
    public void Figures_beyond_64_bits_are_reckoned_exactly()
    {
        var steps = new SeatSteps([Band.Beyond(0, new Growth(1, 3, Rounding.Up))]);
        var figure = Ratio.Parse("1000000000000000000000000000000");
        Assert.Equal("333333333333333333333333333334", steps.Read(figure).Seats!.Value.ToString());
        Assert.Equal(new LeastFigure(3, Included: true), steps.MoreForOneSeat(figure));
    }

    private static readonly Gen<Growth?> AnyGrowth =
        from add in Gen.Choose(1, 3)
        from half in Gen.Elements(1, 2)
        from per in Gen.Choose(1, 7)
        from part in Gen.Elements(Rounding.Down, Rounding.HalfUp, Rounding.Up, Rounding.Exact)
        from grows in Gen.Elements(true, true, false)
        select grows ? new Growth(Ratio.Of(add, half), per, part) : (Growth?)null;

    private static readonly Gen<SeatSteps> AnyTable =
        from count in Gen.Choose(1, 4)
        from bounds in Gen.Choose(1, 30).ArrayOf(count)
        from said in Gen.Elements<bool?>(true, false, null).ArrayOf(count)
        from bases in Gen.Choose(0, 12).ArrayOf(count)
        from growths in AnyGrowth.ArrayOf(count)
        from limits in Gen.Elements<(Ratio?, Ratio?)>((null, null), (2, null), (null, 8), (1, 9))
        let sorted = bounds.Order().ToArray()
        select new SeatSteps(
            Enumerable.Range(0, count).Select(i => new Band(
                null, i == count - 1 ? null : new BandBound(sorted[i], said[i]), bases[i], growths[i])),
            limits.Item1,
            limits.Item2);

    [Fact]
    public void The_figure_for_a_number_of_seats_agrees_with_search() =>
        Prop.ForAll(AnyTable.ToArbitrary(), steps =>
        {
            for (var seats = 0; seats <= 14; seats++)
            {
                int? searched = null;
                for (var figure = 0; figure <= 150 && searched is null; figure++)
                    if (steps.Read(figure).Readings.Any(reading => reading.Seats >= seats)) searched = figure;
                var solved = steps.LeastFor(seats);
                if (searched is null ? solved is { At: var far } && far <= 150 : solved != new LeastFigure(searched.Value, Included: true)) return false;
            }

            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithQuietOnSuccess(true));

    [Fact]
    public void Adding_what_is_missing_gives_one_more_seat_and_one_less_does_not() =>
        Prop.ForAll(AnyTable.ToArbitrary(), Gen.Choose(0, 40).ToArbitrary(), (steps, figure) =>
        {
            if (steps.Read(figure).Seats is not { } seats) return steps.MoreForOneSeat(figure) is null;
            if (steps.MoreForOneSeat(figure) is not { } more) return !Enumerable.Range(figure, 200).Any(x => steps.Read(x).Readings.Any(r => r.Seats >= seats + 1));
            return steps.Read(figure + more.At).Readings.Any(r => r.Seats >= seats + 1)
                && steps.Read(figure + more.At - 1).Readings.All(r => r.Seats < seats + 1);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000).WithQuietOnSuccess(true));

    [Fact]
    public void A_table_without_faults_gives_every_whole_figure_exactly_one_answer() =>
        Prop.ForAll(AnyTable.ToArbitrary(), steps =>
        {
            var all = Enumerable.Range(0, 60).Select(figure => steps.Read(figure)).ToArray();
            var clear = steps.Faults.All(fault => fault.Kind == StepsFaultKind.Falls);
            return !clear || all.All(reading => reading.Seats is not null);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000).WithQuietOnSuccess(true));
}
