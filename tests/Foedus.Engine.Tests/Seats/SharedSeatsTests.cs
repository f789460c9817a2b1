using Foedus.Charter.Model;
using Foedus.Charter.Registers;
using Foedus.Counting;
using Foedus.Engine.Judging;
using Foedus.Engine.Seats;
using NodaTime;
using Measure = Foedus.Charter.Model.Measure;
using SeatTie = Foedus.Charter.Model.SeatTie;

namespace Foedus.Engine.Tests.Seats;

/// <summary>The executive of 1922: 371 members from the republics in proportion to population, and no method said.</summary>
public sealed class SharedSeatsTests
{
    /// <summary>Census of 1920 as printed in Foreign Affairs, September 1922.</summary>
    private static readonly (string Name, long Inhabitants)[] Republics =
        [("Russia", 98_226_253), ("Ukraine", 26_001_802), ("Byelorussia", 1_634_223), ("Transcaucasia", 5_683_767)];

    private readonly SmallFederation _f = new();
    private readonly UnitKind _republic;
    private readonly Measure _inhabitants;
    private readonly Body _committee;
    private readonly SeatGroup _group;

    public SharedSeatsTests()
    {
        _republic = _f.Kind("republic");
        _inhabitants = _f.Measure("inhabitants", _republic);
        _committee = _f.Body("Committee");
        _group = _f.Group(_committee, new SeatFormula.Shared(371, _republic, _inhabitants));
    }

    private Slot<ApportionmentMethod> Methods() => _f.Open(
        "art 6 method",
        ("largest remainder", ApportionmentMethod.LargestRemainder),
        ("Webster", ApportionmentMethod.Webster),
        ("Jefferson", ApportionmentMethod.Jefferson));

    [Theory]
    [InlineData(ApportionmentMethod.LargestRemainder, 277, 73, 5, 16)]
    [InlineData(ApportionmentMethod.Webster, 277, 73, 5, 16)]
    [InlineData(ApportionmentMethod.Jefferson, 278, 73, 4, 16)]
    [InlineData(ApportionmentMethod.QuotaMethod, 278, 73, 4, 16)]
    public void Each_method_shares_371_seats(ApportionmentMethod method, int russia, int ukraine, int byelorussia, int transcaucasia)
    {
        _f.Units(_republic, _inhabitants, Republics);
        _group.With("Method", _f.Said(method));
        var count = _f.Count(_committee);
        Assert.Equal(371, count.Total);
        Assert.Equal([russia, ukraine, byelorussia, transcaucasia], count.Shares.Select(s => s.Range.Exact));
        Assert.Empty(count.Open);
    }

    [Fact]
    public void A_silent_method_forks_and_the_report_says_whose_seats_turn_on_it()
    {
        _f.Units(_republic, _inhabitants, Republics);
        _group.With("Method", Methods());
        var report = _f.Report(_committee);
        Assert.Equal(
            "371 seats: 3 ways; Russia 277 or 278 by art 6 method; Ukraine 73 whichever; Byelorussia 4 or 5 by art 6 method; Transcaucasia 16 whichever",
            report.Summary());
        Assert.Equal(2, report.Results().Length);
        Assert.Equal(["art 6 method: largest remainder", "art 6 method: Webster"], report.Results()[0].Ways.Select(w => w.ToString()));
        Assert.Empty(report.Of(_f["Ukraine"]).Turns);
        Assert.Equal("art 6 method", Assert.Single(report.Of(_f["Ukraine"]).Independent).Address);
        Assert.Equal("art 6 method", Assert.Single(report.Of(_f["Russia"]).Turns).Address);
        Assert.True(report.Of(_f["Russia"]).IsAmongKnown);
        Assert.Null(report.Of(_f["Russia"]).Seats);
    }

    [Fact]
    public void An_assumption_is_used_only_where_it_makes_a_difference()
    {
        _f.Units(_republic, _inhabitants, Republics);
        var methods = Methods();
        _group.With("Method", methods);
        var jefferson = _f.Assume("B3", methods.Silence!, 2);
        var report = _f.Report(_committee);
        var set = new AssumptionSet([jefferson]);
        Assert.Equal(4, report.Of(_f["Byelorussia"], set).Seats);
        Assert.Equal([jefferson], report.Of(_f["Byelorussia"], set).Assuming);
        Assert.Equal(73, report.Of(_f["Ukraine"], set).Seats);
        Assert.Empty(report.Of(_f["Ukraine"], set).Assuming);
        Assert.Equal("371 seats; Russia 278; Ukraine 73; Byelorussia 4; Transcaucasia 16", report.Summary(set));
    }

    [Fact]
    public void A_missing_figure_leaves_every_share_open_and_the_total_known()
    {
        foreach (var (name, figure) in Republics)
        {
            _f.Unit(name, _republic);
            if (name != "Ukraine")
                _f.Return(name, _inhabitants, figure);
        }

        _group.With("Method", Methods());
        var report = _f.Report(_committee);
        Assert.Equal(371, report.Total().Seats);
        Assert.Empty(report.Total().Needs);
        Assert.Single(report.Ways);
        var russia = report.Of(_f["Russia"]);
        Assert.Null(russia.Seats);
        Assert.False(russia.IsAmongKnown);
        Assert.Equal(["inhabitants of Ukraine"], russia.Needs.Select(n => n.ToString()));
        Assert.Equal(new SeatRange(0, 371), russia.Range);
    }

    [Fact]
    public void Figures_that_contradict_each_other_are_named_with_their_places_and_not_averaged()
    {
        _f.Units(_republic, _inhabitants, Republics);
        _f.Return("Ukraine", _inhabitants, 25_000_000);
        _group.With("Method", _f.Said(ApportionmentMethod.Webster));
        var count = _f.Count(_committee);
        Assert.False(count.Of(_f["Ukraine"]).IsExact);
        Assert.Equal(
            "inhabitants of Ukraine: 25000000 (figures.csv:6) and 26001802 (figures.csv:3) contradict each other",
            Assert.Single(count.OpenFor(_f["Ukraine"])).Ground.ToString());
    }

    [Fact]
    public void A_disputed_figure_is_not_used_as_if_it_were_known()
    {
        _f.Units(_republic, _inhabitants, Republics[1..]);
        _f.Unit("Russia", _republic);
        _f.Return("Russia", _inhabitants, 98_226_253, FigureQuality.Disputed);
        _group.With("Method", _f.Said(ApportionmentMethod.Webster));
        Assert.Equal("inhabitants of Russia: the return is disputed (figures.csv:5)", Assert.Single(_f.Count(_committee).OpenFor(_f["Russia"])).Ground.ToString());
    }

    [Fact]
    public void A_restated_figure_takes_the_place_of_the_one_before()
    {
        _f.Units(_republic, _inhabitants, Republics);
        _f.Return("Ukraine", _inhabitants, 0, FigureQuality.Restated);
        _group.With("Method", _f.Said(ApportionmentMethod.Webster));
        Assert.Equal(0, _f.Count(_committee).Of(_f["Ukraine"]).Exact);
    }

    [Fact]
    public void Assumed_figures_fill_what_nobody_returned_and_are_named()
    {
        var all = new List<Assumption>();
        foreach (var (name, figure) in Republics)
        {
            _f.Unit(name, _republic);
            _f.Return(name, _inhabitants, null, FigureQuality.Missing);
            all.Add(_f.AssumeFigure("P" + (all.Count + 1), name, _inhabitants, figure, new LocalDate(1920, 8, 28)));
        }

        _group.With("Method", Methods());
        var report = _f.Report(_committee);
        Assert.Contains(report.Of(_f["Ukraine"]).Values, v => v.Exact == 73);
        Assert.Null(report.Of(_f["Ukraine"]).Seats);
        Assert.Equal(7, report.Ways.Length);

        var set = new AssumptionSet(all);
        Assert.Equal(73, report.Of(_f["Ukraine"], set).Seats);
        Assert.Equal(all, report.Of(_f["Ukraine"], set).Assuming);
        Assert.Equal("4 or 5", report.Of(_f["Byelorussia"], set).ToString());
        Assert.Equal(371, report.Total(set).Seats);
        Assert.Empty(report.Total(set).Assuming);
        var sheet = report.WaysUnder(set)[0].Count.Sheets[0];
        Assert.Equal(["Ukraine", "26001802", "1920-08-28", "assumed", "assumption P2", "73"], sheet.Rows[1]);

        var three = new AssumptionSet(all[..3]);
        Assert.Null(report.Of(_f["Ukraine"], three).Seats);
        Assert.Contains(report.Of(_f["Ukraine"], three).Needs, n => n.Text == "figure inhabitants of Transcaucasia");
    }

    [Fact]
    public void An_assumed_figure_of_another_day_is_not_the_figure_of_a_day()
    {
        _f.Units(_republic, _inhabitants, Republics[1..]);
        _f.Unit("Russia", _republic);
        var assumed = new AssumptionSet([_f.AssumeFigure("Q1", "Russia", _inhabitants, 98_226_253, new LocalDate(1926, 12, 17))]);
        _group.With("Method", _f.Said(ApportionmentMethod.Webster));
        Assert.Equal(277, _f.Report(_committee).Of(_f["Russia"], assumed).Seats);
        _group.With("Figures", _f.Said(new FigureBasis(false, SmallFederation.Returned, null, null)));
        Assert.Empty(_f.Report(_committee).Met);
        Assert.Null(_f.Report(_committee).Of(_f["Russia"], assumed).Seats);
    }

    [Fact]
    public void Figures_fixed_by_somebody_are_needed_from_them()
    {
        _f.Units(_republic, _inhabitants, Republics);
        _group.With("Method", _f.Said(ApportionmentMethod.Webster));
        var congress = new Who(false, [new Party(PartyKind.Outside, "Congress", Which.Plain)]) { Words = "Congress" };
        _group.With("Figures", _f.Open(
            "art 6 figures",
            ("latest return", new FigureBasis(true, null, null, null)),
            ("as fixed by Congress", new FigureBasis(false, null, null, congress))));
        var report = _f.Report(_committee);
        Assert.Contains(report.Of(_f["Ukraine"]).Needs, n => n is { From: "Congress", Text: "inhabitants of each republic, as fixed" });
        Assert.Contains(report.Of(_f["Ukraine"]).Needs, n => n.Text == "art 6 figures");
        Assert.Equal("73 or 0 to 371", string.Join(" or ", report.Of(_f["Ukraine"]).Values.Reverse()));
    }

    [Fact]
    public void The_figures_of_a_day_are_those_of_that_day_alone()
    {
        foreach (var (name, figure) in Republics)
        {
            _f.Unit(name, _republic);
            _f.Return(name, _inhabitants, figure, asAt: new LocalDate(1920, 8, 28));
            if (name != "Russia")
                _f.Return(name, _inhabitants, 1, asAt: new LocalDate(1921, 8, 28));
        }

        _group.With("Method", _f.Said(ApportionmentMethod.Webster));
        _group.With("Figures", _f.Said(new FigureBasis(false, new LocalDate(1920, 8, 28), null, null)));
        Assert.Equal(73, _f.Count(_committee).Of(_f["Ukraine"]).Exact);

        _group.With("Figures", _f.Said(new FigureBasis(false, new LocalDate(1921, 8, 28), null, null)));
        var open = Assert.Single(_f.Count(_committee).OpenFor(_f["Ukraine"])).Ground;
        Assert.Equal("inhabitants of Russia: no return as at 1921-08-28; the last is as at 1920-08-28", open.ToString());
        Assert.Equal("inhabitants of Russia as at 1921-08-28", open.Need!.Text);

        _group.With("Figures", _f.Said(new FigureBasis(false, null, (28, 8), null)));
        Assert.Equal(73, _f.Report(_committee, new LocalDate(1921, 8, 27)).Of(_f["Ukraine"]).Seats);
        Assert.Null(_f.Report(_committee, new LocalDate(1921, 8, 28)).Of(_f["Ukraine"]).Seats);
    }

    [Fact]
    public void A_floor_a_cap_and_an_exception_bind_the_sharing()
    {
        _f.Units(_republic, _inhabitants, Republics);
        _group.With("Method", _f.Said(ApportionmentMethod.Webster))
            .With("Least", _f.Said(new SeatBound(10, _republic)))
            .With("Most", _f.Said(new SeatBound(250, _republic)));
        _group.Exceptions.Add(new SeatException(50, ["Ukraine"], _committee.By));
        var count = _f.Count(_committee);
        Assert.Equal(50, count.Of(_f["Ukraine"]).Exact);
        Assert.Equal(250, count.Of(_f["Russia"]).Exact);
        Assert.Equal([250, 50, 16, 55], count.Shares.Select(s => s.Range.Exact));
    }

    [Fact]
    public void Limits_that_cannot_be_kept_are_a_reason_and_no_exception()
    {
        _f.Units(_republic, _inhabitants, Republics);
        _group.With("Method", _f.Said(ApportionmentMethod.Webster)).With("Most", _f.Said(new SeatBound(50, _republic)));
        var count = _f.Count(_committee);
        Assert.Equal(371, count.Total);
        Assert.Contains("There are 371 seats; the units may take at most 200.", Assert.Single(count.OpenFor(_f["Russia"])).Ground.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Tied_units_have_the_last_seat_or_have_it_not()
    {
        _f.Units(_republic, _inhabitants, ("A", 100), ("B", 100));
        _group.With("Method", _f.Said(ApportionmentMethod.Webster));
        var count = _f.Count(_committee);
        Assert.Equal(371, count.Total);
        Assert.Equal(new SeatRange(185, 186), count.Of(_f["A"]));
        Assert.Equal(["who has the last seat: A and B"], count.OpenFor(_f["A"]).Select(o => o.Ground.Need!.Text));

        _group.With("Tie", _f.Said(new SeatTie(true, null, null)));
        Assert.Equal(["a lot: A and B"], _f.Count(_committee).OpenFor(_f["B"]).Select(o => o.Ground.Need!.Text));
    }

    [Fact]
    public void A_tie_may_be_decided_by_another_measure_or_by_somebody()
    {
        var members = _f.Measure("members", _republic);
        _f.Units(_republic, _inhabitants, ("A", 100), ("B", 100), ("C", 100));
        _f.Return("A", members, 5);
        _f.Return("B", members, 9);
        _f.Return("C", members, 5);
        _group.With("Method", _f.Said(ApportionmentMethod.Webster)).With("Tie", _f.Said(new SeatTie(false, members, null)));

        // 371 = 3 * 123 + 2: B has one of the two seats, A and C still tie for the other.
        var count = _f.Count(_committee);
        Assert.Equal(124, count.Of(_f["B"]).Exact);
        Assert.Equal(new SeatRange(123, 124), count.Of(_f["A"]));
        Assert.Empty(count.OpenFor(_f["B"]));

        var who = new Who(false, [new Party(PartyKind.Outside, "Congress", Which.Plain)]) { Words = "Congress" };
        _group.With("Tie", _f.Said(new SeatTie(false, null, who)));
        Assert.Equal("Congress", Assert.Single(_f.Count(_committee).OpenFor(_f["A"])).Ground.Need!.From);
    }

    [Fact]
    public void An_interval_bounds_the_shares_by_a_divisor_method()
    {
        _f.Units(_republic, _inhabitants, Republics[1..]);
        _f.Unit("Russia", _republic);
        _f.Return("Russia", _inhabitants, 97_500_000, 98_500_000, FigureQuality.About);
        _group.With("Method", _f.Said(ApportionmentMethod.Webster));
        var count = _f.Count(_committee);
        foreach (var (name, _) in Republics)
        {
            var range = count.Of(_f[name]);
            for (var russia = 97_500_000L; russia <= 98_500_000; russia += 50_000)
            {
                var result = (Apportioned)Apportionment.Divide(ApportionmentMethod.Webster, 371, [26_001_802, 1_634_223, 5_683_767, russia]);
                Assert.True(range.Contains(result.Certain[name == "Russia" ? 3 : Array.FindIndex(Republics, r => r.Name == name) - 1]));
            }
        }

        Assert.Equal(5, count.Of(_f["Byelorussia"]).Exact);
        Assert.False(count.Of(_f["Russia"]).IsExact);
        Assert.Equal("inhabitants of Russia: known only as 97500000 to 98500000 (figures.csv:5)", Assert.Single(count.OpenFor(_f["Russia"])).Ground.ToString());
    }

    [Fact]
    public void A_figure_without_end_bounds_from_one_side()
    {
        _f.Units(_republic, _inhabitants, ("A", 100), ("B", 100));
        _f.Unit("C", _republic);
        _f.Return("C", _inhabitants, 171, null, FigureQuality.NotLessThan);
        _group.With("Method", _f.Said(ApportionmentMethod.Jefferson));
        var count = _f.Count(_committee);
        Assert.Equal(new SeatRange(171, 371), count.Of(_f["C"]));
        Assert.Equal(new SeatRange(0, 100), count.Of(_f["A"]));
    }

    [Fact]
    public void The_sheet_can_be_followed_by_hand()
    {
        _f.Units(_republic, _inhabitants, Republics);
        _group.With("Method", Methods());
        var count = _f.Count(_committee, _ => 0);
        Assert.Equal("art 6: 371 seats among republics by inhabitants", count.Sheets[0].Title);
        Assert.Equal(["republic", "inhabitants", "as at", "quality", "source", "seats"], count.Sheets[0].Columns);
        Assert.Equal(["Russia", "98226253", "1922-12-01", "exact", "figures.csv:2", "277"], count.Sheets[0].Rows[0]);
        Assert.Equal(["art 6 method, read as: largest remainder"], count.Sheets[0].Notes);
        Assert.Equal(["all", "4", "371", "131546045", "354571 204/371"], count.Sheets[1].Rows[0]);
        Assert.All(count.Sheets, s => Assert.All(s.Rows, r => Assert.Equal(s.Columns.Length, r.Length)));
    }
}
