using Foedus.Charter.Model;
using Foedus.Counting;

namespace Foedus.Charter.Tests.Binding;

public sealed class BodyTests
{
    [Fact]
    public void A_simple_charter_is_read_into_bodies_seats_and_terms()
    {
        var federation = SmallFederation.WithCouncil("""
            art 2 body House "House of the People"
              seats 100 among states by inhabitants
                method Webster
                figures latest return
                least 1 per state
              chosen by electors of each state, by proportional lists
              term 4 years
            """);
        Assert.Empty(federation.Numbers());
        var house = federation.Body("House");
        Assert.Equal("House of the People", house.Title);
        var group = Assert.Single(house.Seats);
        var shared = Assert.IsType<SeatFormula.Shared>(group.Formula.Said);
        Assert.Equal((100, "state", "inhabitants"), (shared.Total, shared.Among.Name, shared.By.Name));
        Assert.Equal(ApportionmentMethod.Webster, group.Method!.Said);
        Assert.True(group.Figures!.Said.Latest);
        Assert.Equal("art 2", group.Method.By.Citation);
        Assert.Equal((4, SpanUnit.Years), (house.Term!.Said.Span!.Count, house.Term.Said.Span.Unit));
        Assert.Equal(PartyKind.Electors, house.Chosen!.Said.By.Parties[0].Kind);
        Assert.Equal("by proportional lists", house.Chosen.Said.How);
    }

    [Fact]
    public void A_silence_keeps_its_readings_as_lawful_fillers()
    {
        var federation = SmallFederation.WithCouncil("""
            art 2 about Council
              session ordinary, 2 a year: convened by Council
            art 3 body House: seats 10 among states by inhabitants; chosen by each state; term unspecified
            art 4 about House: method unspecified (Webster | Jefferson | largest remainder); figures left to Council
            """);
        SmallFederation.NoErrors(federation);
        var group = federation.Body("House").Seats[0];
        Assert.False(group.Method!.IsSaid);
        Assert.Equal([ApportionmentMethod.Webster, ApportionmentMethod.Jefferson, ApportionmentMethod.LargestRemainder], group.Method.Fillers);
        Assert.Equal(["Webster", "Jefferson", "largest remainder"], group.Method.Silence!.Readings);
        Assert.True(group.Method.Silence.Acknowledged);
        Assert.Equal(3, group.Method.Silence.Ways);
        Assert.Equal("Council", group.Figures!.Silence!.LeftTo!.Parties[0].Name);
        Assert.Empty(federation.Body("House").Term!.Fillers);
        Assert.Equal("art 4 method", group.Method.Silence.Address);
    }

    [Fact]
    public void What_is_left_out_is_a_silence_that_nobody_declared()
    {
        var federation = SmallFederation.WithCouncil("art 2 body House: seats 1 per 20_000 inhabitants of each state; chosen by each state");
        var house = federation.Body("House");
        Assert.False(house.Seats[0].Remainder!.Silence!.Acknowledged);
        Assert.False(house.Term!.Silence!.Acknowledged);
        Assert.Equal("art 2 term", house.Term.Silence.Address);
        Assert.Equal(new Ratio[] { 20_000 }, house.Seats[0].Formula.Fillers.OfType<SeatFormula.Norm>().Select(n => (Ratio)n.Divisor));
    }

    [Fact]
    public void A_family_of_bodies_and_a_body_of_the_federation_may_share_a_name()
    {
        var federation = SmallFederation.WithCouncil("""
            art 2 body Board: seats 5; chosen by Board of each state; term that of Council
            art 3 body Board of each state, by its own charter
            """);
        Assert.Empty(federation.Numbers());
        var boards = federation.Edition().Bodies.Where(b => b.Name == "Board").ToList();
        Assert.Equal(2, boards.Count);
        var chosen = boards[0].Chosen!.Said.By.Parties[0];
        Assert.Same(boards[1], chosen.Body);
        Assert.Equal(Which.Each, chosen.Of!.Which);
        Assert.True(boards[1].ByItsOwnCharter);
    }

    [Fact]
    public void Two_provisions_that_fill_one_place_are_an_error_unless_one_prevails()
    {
        const string two = """
            art 2 about Council: vacancy filled by Council
            art 3 about Council: vacancy next in order

            """;
        var problem = SmallFederation.WithCouncil(two).The("FD0301");
        Assert.Equal("`vacancy` of Council is said by art 2 and again by art 3", problem.Message);
        Assert.Equal(12, problem.Secondary[0].Location.Position.Line);
        var settled = SmallFederation.WithCouncil(two.Replace("art 3 ", "art 3 despite art 2\n  ", StringComparison.Ordinal));
        Assert.Empty(settled.Numbers("FD0301"));
    }

    [Fact]
    public void An_unknown_name_is_reported_with_the_nearest_that_is_known()
    {
        var problem = SmallFederation.WithCouncil("art 2 body House: seats 5; chosen by Councl; term 1 year").The("FD0302");
        Assert.Equal("nothing is called `Councl`", problem.Message);
        Assert.Equal(["did you mean `Council`?"], problem.Help);
    }
}
