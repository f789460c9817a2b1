using Foedus.Engine.Bodies;
using Foedus.Charter.Model;
using Foedus.Counting;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Mandates;
using Foedus.Engine.Records;
using Foedus.Engine.Seats;
using NodaTime;

namespace Foedus.Engine.Tests.Seats;

/// <summary>Seats that follow from offices and other bodies, and members as against seats.</summary>
public sealed class BodySeatsTests
{
    private readonly SmallFederation _f = new();
    private readonly UnitKind _state;

    public BodySeatsTests()
    {
        _state = _f.Kind("state");
        foreach (var name in (string[])["Ohio", "Utah", "Iowa"])
            _f.Unit(name, _state);
    }

    private Body Number(string name, int seats)
    {
        var body = _f.Body(name);
        _f.Group(body, new SeatFormula.Number(seats));
        return body;
    }

    private static Who Who(string words, params Party[] parties) => new(false, [.. parties]) { Words = words };

    private static Party Party(Body body) => new(PartyKind.Body, body.Name, Which.Plain) { Body = body, Words = body.Name };

    private static Party Party(Office office) => new(PartyKind.Office, office.Name, Which.Plain) { Office = office, Words = office.Name };

    [Fact]
    public void One_per_office_counts_every_holder()
    {
        var council = _f.Body("Council");
        foreach (var name in (string[])["Chairman", "Finance", "War"])
            council.Offices.Add(new Office(name, council.By));
        _f.Group(council, new SeatFormula.OnePerOffice());
        Assert.Equal(3, _f.Count(council).Total);

        var deputies = new Office("Vice-Chairman", council.By);
        council.Offices.Add(deputies);
        SmallFederation.Set(deputies, "Number", _f.Said(new OfficeNumber(null, _state)));
        Assert.Equal(6, _f.Count(council).Total);

        SmallFederation.Set(deputies, "Number", _f.Open<OfficeNumber>("art 11 Vice-Chairman number"));
        var answer = _f.Report(council).Total();
        Assert.Equal("at least 3", answer.ToString());
        Assert.Equal("art 11 Vice-Chairman number", Assert.Single(answer.Needs).Text);
    }

    [Fact]
    public void Those_who_sit_by_their_office_add_up()
    {
        var presidium = Number("Presidium", 19);
        var president = new Office("President", presidium.By);
        var governor = new Office("Governor", presidium.By);
        var each = new Party(PartyKind.Unit, "state", Which.Each) { UnitKind = _state };
        var executive = _f.Body("Executive");
        _f.Group(executive, new SeatFormula.ExOfficio(Who(
            "President, every Governor and every member of Presidium",
            Party(president),
            Party(governor) with { Of = each },
            new Party(PartyKind.Member, "member", Which.Every) { Of = Party(presidium) })));
        Assert.Equal(1 + 3 + 19, _f.Count(executive).Total);
        Assert.Equal("together", _f.Count(executive).Sheets[0].Rows[^1][0]);
    }

    [Fact]
    public void As_many_as_other_bodies_with_the_same_for_each_unit()
    {
        var house = _f.Body("House");
        var people = _f.Measure("inhabitants", _state);
        foreach (var (name, figure) in (ReadOnlySpan<(string, long)>)[("Ohio", 16), ("Utah", 4), ("Iowa", 4)])
            _f.Return(name, people, figure);
        _f.Group(house, new SeatFormula.Shared(24, _state, people)).With("Method", _f.Said(ApportionmentMethod.HuntingtonHill));
        var senate = _f.Body("Senate");
        _f.Group(senate, new SeatFormula.PerUnit(false, 2, _state));
        var electors = _f.Body("Electors");
        _f.Group(electors, new SeatFormula.AsManyAs(Who("House and Senate", Party(house), Party(senate))));
        Assert.Equal("30 seats; Ohio 18; Utah 6; Iowa 6", _f.Report(electors).Summary());

        var council = _f.Body("Council");
        _f.Group(council, new SeatFormula.AsManyAs(Who("states", new Party(PartyKind.Unit, "state", Which.Plain) { UnitKind = _state })));
        Assert.Equal(3, _f.Count(council).Total);
    }

    [Fact]
    public void Bodies_that_hang_on_each_other_are_open_and_no_endless_loop()
    {
        var a = _f.Body("A");
        var b = _f.Body("B");
        _f.Group(a, new SeatFormula.AsManyAs(Who("B", Party(b))));
        _f.Group(b, new SeatFormula.AsManyAs(Who("A", Party(a))));
        var count = _f.Count(a);
        Assert.Null(count.Total);
        Assert.Equal("the seats of A hang on themselves", Assert.Single(count.OpenTotal()).Ground.ToString());
    }

    [Fact]
    public void A_body_of_chambers_has_their_seats()
    {
        var both = _f.Body("Committee");
        both.Chambers.Add(Number("Union-Soviet", 371));
        both.Chambers.Add(Number("Nationalities", 78));
        Assert.Equal(449, _f.Count(both).Total);
        Assert.Equal(449, _f.Inquiry().Members(both));
    }

    [Fact]
    public void A_body_without_a_rule_of_seats_says_so()
    {
        var body = _f.Body("Commission");
        var count = _f.Count(body);
        Assert.Equal("how many seats Commission has is not said", Assert.Single(count.OpenTotal()).Ground.ToString());
        Assert.Null(_f.Inquiry().Members(body));
        Assert.Empty(_f.Inquiry().Grounds);
    }

    [Fact]
    public void The_total_of_a_shared_house_meets_no_method_and_no_figure()
    {
        var house = _f.Body("House");
        var people = _f.Measure("inhabitants", _state);
        _f.Group(house, new SeatFormula.Shared(371, _state, people)).With("Method", _f.Open("art 6 method", ("Webster", ApportionmentMethod.Webster), ("Adams", ApportionmentMethod.Adams)));
        var readings = new Readings();
        var inquiry = new Inquiry(_f.State, _f.Book, Day.From(SmallFederation.Asked), readings);
        Assert.Equal(371, inquiry.Members(house));
        Assert.Equal(371, inquiry.TotalSeats(house).Total);
        Assert.Empty(readings.Path);
    }

    [Fact]
    public void Members_are_the_mandates_held_before_they_are_the_seats()
    {
        var house = Number("House", 100);
        var thing = _f.Book.ThingOf(house);
        Assert.Equal(100, _f.Inquiry().Members(house));
        var day = Day.From(new LocalDate(1922, 1, 1));
        Fact(FactKey.Of(Relations.LineFilled, thing, 0), 1);
        Fact(FactKey.Of(Relations.Mandate, thing, _f["Ohio"]), new Mandate(thing, _f["Ohio"], -1, 0, MandateBy.Election, 1, day, day).Packed);
        Assert.Null(_f.Inquiry().Members(house));
        Assert.Equal("1 to 100", SeatCounter.MemberRange(_f.Inquiry(), new BodyAt(house)).ToString());
        Fact(FactKey.Of(Relations.ElectedNumber, thing, 1), new Mandate(thing, -1, -1, 0, MandateBy.Election, 94, day, day).Packed);
        Assert.Equal(95, _f.Inquiry().Members(house));
        Assert.Equal(100, _f.Count(house).Total);
    }

    [Fact]
    public void Reasons_are_noted_again_when_a_count_is_asked_for_again()
    {
        var house = _f.Body("House");
        SmallFederation.Group(house, _f.Open<SeatFormula>("art 6 seats", ("10", new SeatFormula.Number(10)), ("12", new SeatFormula.Number(12))));
        var inquiry = _f.Inquiry();
        Assert.Same(inquiry.Seats(house), inquiry.Seats(house));
        Assert.Equal(["art 6 seats, read as: 10", "art 6 seats, read as: 10"], inquiry.Grounds.Select(g => g.ToString()));
    }

    private void Fact(FactKey key, long value) => _f.State.Store.Append(key, Day.From(new LocalDate(1922, 1, 1)), Day.Max, value, 0, 0);
}
