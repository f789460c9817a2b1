using Foedus.Charter.Model;
using Foedus.Charter.Registers;
using Foedus.Counting;
using Foedus.Engine.Seats;
using NodaTime;
using Measure = Foedus.Charter.Model.Measure;

namespace Foedus.Engine.Tests.Seats;

/// <summary>Figures that follow from others: sums up the tiers, derived measures, people who would count twice.</summary>
public sealed class FigureTests
{
    private readonly SmallFederation _f = new();
    private readonly UnitKind _republic;
    private readonly UnitKind _province;
    private readonly UnitKind _town;
    private readonly Measure _inhabitants;
    private readonly Measure _electors;
    private readonly Body _congress;

    public FigureTests()
    {
        _republic = _f.Kind("republic");
        _province = _f.Kind("province", _republic);
        _town = _f.Kind("town", _province);
        _inhabitants = _f.Measure("inhabitants", _province);
        _electors = _f.Measure("electors", _town);
        _congress = _f.Body("Congress");
        _f.Unit("Russia", _republic);
        _f.Unit("Ukraine", _republic);
        _f.Unit("Tula-Province", _province, "Russia");
        _f.Unit("Kursk-Province", _province, "Russia");
        _f.Unit("Kharkov-Province", _province, "Ukraine");
        _f.Unit("Tula", _town, "Tula-Province");
    }

    private UnitFigure Read(string unit, Measure measure) => UnitFigures.Read(_f.Inquiry(), _f[unit], measure);

    [Fact]
    public void A_unit_that_returned_nothing_has_the_sum_of_the_units_within_it()
    {
        _f.Return("Tula-Province", _inhabitants, 1_000);
        _f.Return("Kursk-Province", _inhabitants, 2_000);
        _f.Return("Ukraine", _inhabitants, 77);
        _f.Return("Kharkov-Province", _inhabitants, 5_000);
        Assert.Equal(3_000, Read("Russia", _inhabitants).Value);
        Assert.Equal("sum of the 2 within it", Read("Russia", _inhabitants).Source);
        Assert.Equal(77, Read("Ukraine", _inhabitants).Value);
        Assert.Equal("figures.csv:4", Read("Ukraine", _inhabitants).Source);
    }

    [Fact]
    public void A_sum_with_a_part_missing_is_no_sum()
    {
        _f.Return("Tula-Province", _inhabitants, 1_000);
        var figure = Read("Russia", _inhabitants);
        Assert.Null(figure.Value);
        Assert.Equal("inhabitants of Russia", figure.Open!.Value.Need!.Text);
    }

    [Fact]
    public void A_contested_return_is_not_replaced_by_a_sum()
    {
        _f.Return("Kharkov-Province", _inhabitants, 5_000);
        _f.Return("Ukraine", _inhabitants, 5_001);
        _f.Return("Ukraine", _inhabitants, 4_999);
        Assert.Equal("contradicted", Read("Ukraine", _inhabitants).Quality);
        Assert.Null(Read("Ukraine", _inhabitants).Value);
    }

    [Fact]
    public void Repeating_one_of_two_figures_does_not_settle_which_is_right()
    {
        _f.Return("Ukraine", _inhabitants, 5_001);
        _f.Return("Ukraine", _inhabitants, 4_999);
        _f.Return("Ukraine", _inhabitants, 4_999);
        Assert.Equal("contradicted", Read("Ukraine", _inhabitants).Quality);
        Assert.Equal("inhabitants of Ukraine: 4999 (figures.csv:4) and 5001 (figures.csv:2) contradict each other", Read("Ukraine", _inhabitants).Open!.Value.ToString());
    }

    [Fact]
    public void A_sum_of_intervals_is_an_interval()
    {
        _f.Return("Tula-Province", _inhabitants, 900, 1_100, FigureQuality.About);
        _f.Return("Kursk-Province", _inhabitants, 2_000, null, FigureQuality.NotLessThan);
        var figure = Read("Russia", _inhabitants);
        Assert.Equal("not less than 2900", figure.Text);
        Assert.Contains("Tula-Province", figure.Open!.Value.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_measure_may_be_derived_and_is_then_summed_after_rounding()
    {
        var votes = _f.Measure("card-votes", _province, new DerivedMeasure(1, 1_000, _inhabitants, _f.Said(PartOfStep.AnyPartCounts)));
        _f.Return("Tula-Province", _inhabitants, 1_001);
        _f.Return("Kursk-Province", _inhabitants, 1_001);
        Assert.Equal(2, Read("Tula-Province", votes).Value);
        Assert.Equal(4, Read("Russia", votes).Value);
        Assert.Equal("card-votes of Ukraine: no return", Read("Ukraine", votes).Open!.Value.ToString());
    }

    [Fact]
    public void A_silent_rest_of_a_derived_measure_bounds_it()
    {
        var votes = _f.Measure("card-votes", _province, new DerivedMeasure(2, 1_000, _inhabitants, _f.Open<PartOfStep>("card-votes rest")));
        _f.Return("Tula-Province", _inhabitants, 1_500);
        _f.Return("Kursk-Province", _inhabitants, 2_000);
        Assert.Equal("2 to 4", Read("Tula-Province", votes).Text);
        Assert.Equal("card-votes rest is not said", Read("Tula-Province", votes).Open!.Value.ToString());
        Assert.Equal(4, Read("Kursk-Province", votes).Value);
    }

    [Fact]
    public void Towns_and_provinces_have_their_own_norms_and_a_republic_the_seats_within_it()
    {
        _f.Group(_congress, new SeatFormula.Norm(false, 1, 25_000, _electors, _town)).With("Remainder", _f.Said(PartOfStep.Dropped));
        _f.Group(_congress, new SeatFormula.Norm(false, 1, 125_000, _inhabitants, _province)).With("Remainder", _f.Said(PartOfStep.Dropped));
        _f.Return("Tula", _electors, 50_000);
        _f.Return("Tula-Province", _inhabitants, 250_000);
        _f.Return("Kursk-Province", _inhabitants, 130_000);
        var count = _f.Count(_congress);
        Assert.Equal(2, count.Of(_f["Tula"]).Exact);
        Assert.Equal(5, count.Of(_f["Russia"]).Exact);
        Assert.Equal(SeatRange.Unknown, count.Of(_f["Ukraine"]));
        Assert.Equal(["inhabitants of Kharkov-Province"], count.OpenFor(_f["Ukraine"]).Select(o => o.Ground.Need!.Text));
        Assert.Empty(count.OpenFor(_f["Russia"]));
        Assert.Equal(new SeatRange(5, null), count.Range);
    }

    [Fact]
    public void People_who_would_count_twice_are_asked_about_only_where_there_are_such()
    {
        var overlap = Congress();
        _f.Return("Tula", _inhabitants, 100_000);
        var report = _f.Report(_congress);
        Assert.Equal("2 or 1", string.Join(" or ", report.Of(_f["Tula-Province"]).Values.Reverse()));
        Assert.Equal([overlap], report.Of(_f["Tula-Province"]).Turns);
        Assert.Equal(1, report.Of(_f["Kursk-Province"]).Seats);
        Assert.Equal([overlap], report.Of(_f["Kursk-Province"]).Independent);
        var leftOut = report.Ways.Single(w => w.Readings[0].Reading == 1);
        Assert.Equal("150000", leftOut.Count.Sheets[1].Rows[0][1]);
    }

    [Fact]
    public void Leaving_people_out_needs_their_figure_in_the_same_measure()
    {
        Congress();
        var leftOut = _f.Report(_congress).Ways.Single(w => w.Readings[0].Reading == 1);
        Assert.Equal(new SeatRange(0, 2), leftOut.Count.Of(_f["Tula-Province"]));
        Assert.Equal("inhabitants of Tula", Assert.Single(leftOut.Count.OpenFor(_f["Tula-Province"])).Ground.Need!.Text);
    }

    private Silence Congress()
    {
        _f.Group(_congress, new SeatFormula.Norm(false, 1, 25_000, _electors, _town)).With("Remainder", _f.Said(PartOfStep.Dropped));
        var overlap = _f.Open("art 3 overlap", ("counted again", Overlap.CountedAgain), ("left out", Overlap.LeftOut));
        _f.Group(_congress, new SeatFormula.Norm(false, 1, 125_000, _inhabitants, _province))
            .With("Remainder", _f.Said(PartOfStep.Dropped)).With("Overlap", overlap);
        _f.Return("Tula", _electors, 50_000);
        _f.Return("Tula-Province", _inhabitants, 250_000);
        _f.Return("Kursk-Province", _inhabitants, 130_000);
        _f.Return("Kharkov-Province", _inhabitants, 130_000);
        return overlap.Silence!;
    }

    [Fact]
    public void An_assumed_figure_comes_before_a_sum_and_after_a_return()
    {
        _f.Return("Tula-Province", _inhabitants, 1_000);
        _f.Return("Kursk-Province", _inhabitants, 2_000);
        _f.Return("Ukraine", _inhabitants, 77);
        _f.AssumeFigure("P1", "Russia", _inhabitants, 98);
        _f.AssumeFigure("P2", "Ukraine", _inhabitants, 26);
        _f.Group(_congress, new SeatFormula.Norm(false, 1, 1, _inhabitants, _republic));
        var report = _f.Report(_congress);
        Assert.Equal("98 or 3000", report.Of(_f["Russia"]).ToString());
        Assert.Equal(77, report.Of(_f["Ukraine"]).Seats);
        Assert.Equal("figure inhabitants of Russia", Assert.Single(report.Met).Address);
    }

    [Fact]
    public void A_figure_that_the_charter_fixes_holds_on_every_day()
    {
        _f.Fix(_inhabitants, 500, "Russia");
        _f.Group(_congress, new SeatFormula.Norm(false, 1, 1, _inhabitants, _republic)).With("Figures", _f.Said(new FigureBasis(false, new LocalDate(1901, 1, 1), null, null)));
        Assert.Equal(500, _f.Count(_congress).Of(_f["Russia"]).Exact);
    }
}
