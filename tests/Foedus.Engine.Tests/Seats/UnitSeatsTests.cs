using Foedus.Charter.Model;
using Foedus.Charter.Registers;
using Foedus.Counting;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Seats;
using NodaTime;
using Measure = Foedus.Charter.Model.Measure;

namespace Foedus.Engine.Tests.Seats;

/// <summary>Seats that each unit has by itself: norms, bands, further seats, so many for each.</summary>
public sealed class UnitSeatsTests
{
    private readonly SmallFederation _f = new();
    private readonly UnitKind _branch;
    private readonly Measure _members;
    private readonly Body _congress;

    public UnitSeatsTests()
    {
        _branch = _f.Kind("branch", plural: "branches");
        _members = _f.Measure("members", _branch);
        _congress = _f.Body("Congress");
    }

    private Slot<PartOfStep> Rest(PartOfStep part) => _f.Said(part);

    private Slot<PartOfStep> SilentRest(string address = "art 3 remainder") => _f.Open(
        address, ("dropped", PartOfStep.Dropped), ("counts from half", PartOfStep.CountsFromHalf), ("any part counts", PartOfStep.AnyPartCounts));

    private SeatBand UpTo(long limit, int count) => new(false, limit, false, count, null, null, _congress.By);

    private SeatBand UpTo(long limit, int count, long per) => new(false, limit, true, count, per, null, _congress.By);

    private SeatBand Above(long limit, int count) => new(true, limit, false, count, null, null, _congress.By);

    private SeatBand Above(long limit, int count, long per, int? atMost = null) => new(true, limit, true, count, per, atMost, _congress.By);

    private SeatGroup Bands(params ReadOnlySpan<SeatBand> bands)
    {
        var group = _f.Group(_congress, new SeatFormula.ByBands(_members, _branch));
        group.Bands.AddRange(bands);
        return group;
    }

    /// <summary>International Transport Workers' Federation, constitution of 2018: each breakpoint and one either side.</summary>
    [Theory]
    [InlineData(0, 1)]
    [InlineData(4_999, 1)]
    [InlineData(5_000, 1)]
    [InlineData(5_001, 2)]
    [InlineData(9_999, 2)]
    [InlineData(10_000, 2)]
    [InlineData(10_001, 3)]
    [InlineData(20_000, 3)]
    [InlineData(20_001, 4)]
    [InlineData(30_001, 5)]
    [InlineData(40_001, 6)]
    [InlineData(49_999, 6)]
    [InlineData(50_000, 6)]
    [InlineData(50_001, 7)]
    [InlineData(75_000, 7)]
    [InlineData(75_001, 8)]
    [InlineData(199_999, 12)]
    [InlineData(200_000, 12)]
    [InlineData(200_001, 13)]
    [InlineData(250_001, 14)]
    [InlineData(499_999, 18)]
    [InlineData(500_000, 18)]
    [InlineData(500_001, 19)]
    [InlineData(600_001, 20)]
    [InlineData(899_999, 22)]
    [InlineData(900_000, 22)]
    [InlineData(900_001, 23)]
    [InlineData(5_000_000, 23)]
    public void Bands_of_a_world_federation(long members, int delegates)
    {
        _f.Units(_branch, _members, ("Dockers", members));
        Bands(
            UpTo(5_000, 1),
            UpTo(10_000, 2),
            UpTo(50_000, 1, 10_000),
            UpTo(200_000, 1, 25_000),
            UpTo(500_000, 1, 50_000),
            UpTo(900_000, 1, 100_000),
            Above(900_000, 23)).With("Remainder", Rest(PartOfStep.AnyPartCounts));
        Assert.Equal(delegates, _f.Count(_congress).Of(_f["Dockers"]).Exact);
        Assert.Equal(delegates, _f.Count(_congress).Total);
    }

    /// <summary>Labour Party, constituency parties: 1 for the first 749, 1 per further 250 or part, at most 6; further ones for women and the young.</summary>
    [Theory]
    [InlineData(1, 0, 0, 1)]
    [InlineData(749, 99, 29, 1)]
    [InlineData(749, 100, 29, 2)]
    [InlineData(749, 100, 30, 3)]
    [InlineData(750, 0, 0, 2)]
    [InlineData(999, 0, 0, 2)]
    [InlineData(1_000, 0, 30, 4)]
    [InlineData(1_749, 0, 0, 5)]
    [InlineData(1_750, 0, 0, 6)]
    [InlineData(9_999, 0, 0, 6)]
    [InlineData(9_999, 5_000, 700, 8)]
    public void A_norm_with_a_cap_and_further_seats(long members, long women, long young, int delegates)
    {
        var womenMembers = _f.Measure("women-members", _branch);
        var youngMembers = _f.Measure("young-members", _branch);
        _f.Units(_branch, _members, ("Leeds", members));
        _f.Return("Leeds", womenMembers, women);
        _f.Return("Leeds", youngMembers, young);
        Bands(UpTo(749, 1), Above(749, 1, 250, atMost: 6)).With("Remainder", Rest(PartOfStep.AnyPartCounts));
        _f.Group(_congress, new SeatFormula.Bonus(1, new Quantity(Comparison.AtLeast, 100, false), womenMembers, _branch));
        _f.Group(_congress, new SeatFormula.Bonus(1, new Quantity(Comparison.AtLeast, 30, false), youngMembers, _branch));
        Assert.Equal(delegates, _f.Count(_congress).Of(_f["Leeds"]).Exact);
        Assert.Equal(3, _f.Count(_congress).Sheets.Length);
    }

    [Fact]
    public void A_figure_that_no_band_speaks_of_is_open_between_its_neighbours()
    {
        _f.Units(_branch, _members, ("A", 9_999), ("B", 10_000), ("C", 10_001), ("D", 60_000));
        Bands(UpTo(1_000, 1), UpTo(9_999, 2), Above(10_000, 1, 5_000, atMost: 8)).With("Remainder", SilentRest());
        var report = _f.Report(_congress);
        Assert.Equal(2, report.Of(_f["A"]).Seats);
        Assert.Equal("2 or 3", report.Of(_f["C"]).ToString());
        Assert.Equal(8, report.Of(_f["D"]).Seats);
        var b = report.Of(_f["B"]);
        Assert.Null(b.Seats);
        Assert.Equal(new SeatRange(2, 3), b.Range);
        Assert.Contains(b.Needs, n => n.Text == "members band of 10000, for B");
        Assert.Contains("no band speaks of 10000 members", report.Ways[2].Count.OpenFor(_f["B"]).Select(o => o.Ground.ToString()));
    }

    /// <summary>General Federation of Trade Unions: "to 10,000 2, then in steps of 5,000": what a part of the first step gives is not said.</summary>
    [Theory]
    [InlineData(10_000, "2")]
    [InlineData(10_001, "2 or 3")]
    [InlineData(12_501, "2 or 3")]
    [InlineData(15_000, "3")]
    [InlineData(15_001, "3 or 4")]
    [InlineData(40_001, "8")]
    public void A_boundary_that_the_text_leaves_open_is_a_silence(long members, string seats)
    {
        _f.Units(_branch, _members, ("Bakers", members));
        Bands(UpTo(1_000, 1), UpTo(10_000, 2), Above(10_000, 1, 5_000, atMost: 8)).With("Remainder", SilentRest());
        var answer = _f.Report(_congress).Of(_f["Bakers"]);
        Assert.Equal(seats, answer.ToString());
        Assert.Equal(seats.Contains("or", StringComparison.Ordinal), answer.Turns.Length == 1);
    }

    [Fact]
    public void A_remainder_is_asked_for_only_where_there_is_a_part_of_a_step()
    {
        _f.Units(_branch, _members, ("Tula", 50_000), ("Kharkov", 75_000));
        _f.Group(_congress, new SeatFormula.Norm(false, 1, 25_000, _members, _branch)).With("Remainder", SilentRest());
        Assert.Empty(_f.Report(_congress).Met);
        Assert.Equal("5 seats; Tula 2; Kharkov 3", _f.Report(_congress).Summary());
    }

    [Fact]
    public void Nearly_half_a_norm_turns_on_what_a_part_gives()
    {
        _f.Units(_branch, _members, ("Tula", 37_501), ("Kharkov", 50_000), ("Kursk", 30_000));
        _f.Group(_congress, new SeatFormula.Norm(false, 1, 25_000, _members, _branch)).With("Remainder", SilentRest());
        var report = _f.Report(_congress);
        Assert.Equal(
            "4 or 5 or 6 seats by art 3 remainder: 3 ways; Tula 1 or 2 by art 3 remainder; Kharkov 2 whichever; Kursk 1 or 2 by art 3 remainder",
            report.Summary());
        Assert.Equal(["divided by 25000", "seats"], report.Ways[0].Count.Sheets[0].Columns[^2..]);
        Assert.Equal(["Tula", "37501", "1922-12-01", "exact", "figures.csv:2", "1.500040…", "1"], report.Ways[0].Count.Sheets[0].Rows[0]);
    }

    [Fact]
    public void What_a_part_gives_is_bounded_where_it_is_not_said_at_all()
    {
        _f.Units(_branch, _members, ("Tula", 37_500), ("Kharkov", 50_000));
        _f.Group(_congress, new SeatFormula.Norm(false, 1, 25_000, _members, _branch));
        var count = _f.Count(_congress);
        Assert.Equal(new SeatRange(3, 4), count.Range);
        Assert.Equal(2, count.Of(_f["Kharkov"]).Exact);
        Assert.Empty(count.OpenFor(_f["Kharkov"]));
        Assert.Equal("what a part of a step gives is not said", Assert.Single(count.OpenFor(_f["Tula"])).Ground.ToString());
        Assert.Single(count.OpenTotal());
    }

    [Fact]
    public void A_reading_that_nobody_listed_stays_open()
    {
        _f.Units(_branch, _members, ("Tula", 37_500));
        _f.Group(_congress, new SeatFormula.Norm(false, 1, 25_000, _members, _branch))
            .With("Remainder", _f.Open("art 3 remainder", ("dropped", PartOfStep.Dropped)));
        var answer = _f.Report(_congress).Of(_f["Tula"]);
        Assert.Equal("1 or 1 to 2", answer.ToString());
        Assert.Equal("art 3 remainder", Assert.Single(answer.Needs, n => n.Silence is not null).Text);
    }

    [Fact]
    public void A_figure_known_as_an_interval_bounds_the_seats_from_both_ends()
    {
        _f.Unit("A", _branch);
        _f.Unit("B", _branch);
        _f.Unit("C", _branch);
        _f.Return("A", _members, 177_500, 178_500, FigureQuality.About);
        _f.Return("B", _members, 140_000, null, FigureQuality.NotLessThan);
        _f.Return("C", _members, 0, 25_000, FigureQuality.NotMoreThan);
        _f.Group(_congress, new SeatFormula.Norm(false, 1, 1_000, _members, _branch))
            .With("Remainder", Rest(PartOfStep.Dropped)).With("Most", _f.Said(new SeatBound(500, _branch)));
        var count = _f.Count(_congress);
        Assert.Equal(new SeatRange(177, 178), count.Of(_f["A"]));
        Assert.Equal(new SeatRange(140, 500), count.Of(_f["B"]));
        Assert.Equal(new SeatRange(0, 25), count.Of(_f["C"]));
        Assert.Equal(3, count.OpenTotal().Count());
    }

    [Fact]
    public void An_interval_within_one_band_needs_nothing_more()
    {
        _f.Unit("A", _branch);
        _f.Return("A", _members, 1_001, 9_000, FigureQuality.About);
        Bands(UpTo(1_000, 1), UpTo(10_000, 2), Above(10_000, 1, 5_000)).With("Remainder", SilentRest());
        var report = _f.Report(_congress);
        Assert.Equal(2, report.Of(_f["A"]).Seats);
        Assert.Empty(report.Met);
        Assert.Empty(report.Of(_f["A"]).Needs);
    }

    [Fact]
    public void A_missing_figure_opens_one_unit_and_no_other()
    {
        _f.Units(_branch, _members, ("A", 5_000));
        _f.Unit("B", _branch);
        _f.Group(_congress, new SeatFormula.Norm(false, 1, 1_000, _members, _branch)).With("Remainder", Rest(PartOfStep.Dropped));
        var report = _f.Report(_congress);
        Assert.Equal("at least 5 seats; A 5; B not determined", report.Summary());
        Assert.Empty(report.Of(_f["A"]).Needs);
        Assert.Equal(["members of B"], report.Of(_f["B"]).Needs.Select(n => n.Text));
        Assert.Equal(["members of B"], report.Total().Needs.Select(n => n.Text));
    }

    [Fact]
    public void Further_seats_may_hang_on_a_share_of_all()
    {
        _f.Units(_branch, _members, ("A", 500), ("B", 300), ("C", 200));
        _f.Group(_congress, new SeatFormula.Bonus(2, new Quantity(Comparison.MoreThan, Ratio.Of(3, 10), true), _members, _branch));
        Assert.Equal("2 seats; A 2; B 0; C 0", _f.Report(_congress).Summary());
    }

    [Fact]
    public void So_many_for_each_with_exceptions_and_no_upper_bound()
    {
        foreach (var name in (string[])["Uri", "Obwalden", "Nidwalden"])
            _f.Unit(name, _branch);
        var group = _f.Group(_congress, new SeatFormula.PerUnit(false, 2, _branch));
        group.Exceptions.Add(new SeatException(1, ["Obwalden", "Nidwalden"], _congress.By));
        Assert.Equal("4 seats; Uri 2; Obwalden 1; Nidwalden 1", _f.Report(_congress).Summary());

        var chamber = _f.Body("Chamber");
        _f.Group(chamber, new SeatFormula.PerUnit(true, 4, _branch));
        _f.Group(chamber, new SeatFormula.PerUnit(false, 1, _branch));
        var count = _f.Count(chamber);
        Assert.Equal(new SeatRange(15, null), count.Range);
        Assert.Equal("at least 5", count.Of(_f["Uri"]).ToString());
        Assert.Null(count.Total);
    }

    [Fact]
    public void Units_are_those_of_the_day()
    {
        var f = new SmallFederation();
        var state = f.Kind("state");
        f.Unit("Old", state);
        f.Unit("Young", state, from: new LocalDate(1923, 1, 1));
        var senate = f.Body("Senate");
        f.Group(senate, new SeatFormula.PerUnit(false, 2, state));
        Assert.Equal(2, f.Report(senate, new LocalDate(1922, 12, 31)).Total().Seats);
        Assert.Equal(4, f.Report(senate, new LocalDate(1923, 1, 1)).Total().Seats);
    }

    [Fact]
    public void A_formula_that_is_itself_a_silence_is_read_like_any_other()
    {
        _f.Unit("A", _branch);
        SmallFederation.Group(_congress, _f.Open<SeatFormula>(
            "art 6 seats", ("1 per branch", new SeatFormula.PerUnit(false, 1, _branch)), ("19", new SeatFormula.Number(19))));
        Assert.Equal("1 or 19", _f.Report(_congress).Total().ToString());
        var open = _f.Body("Open");
        SmallFederation.Group(open, _f.Open<SeatFormula>("art 7 seats"));
        var answer = _f.Report(open).Total();
        Assert.Equal("not determined", answer.ToString());
        Assert.Equal("art 7 seats", Assert.Single(answer.Needs).Text);
    }
}
