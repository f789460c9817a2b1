using Foedus.Charter.Binding;
using Foedus.Charter.Model;
using Foedus.Charter.Text;

namespace Foedus.Charter.Tests.Binding;

public sealed class AddressTests
{
    private const string Open = """
        art 2 body House: chosen by each state; term unspecified
          seats 1 per 10 electors of each town: remainder unspecified (dropped | counts from half); figures latest return
          seats 1 per 10 inhabitants of each state: remainder unspecified (dropped | counts from half); figures latest return; overlap left out
        art 3 procedure Bill: opened by House
          stage One: before House; needs unspecified; on approval unspecified (-> Two | -> Law); otherwise -> Lost
          stage Two: before House; needs unspecified (all members | more than half of members); on approval -> Law; otherwise -> Lost
          end Law
          end Lost
        unsaid about Council: vacancy unspecified

        """;

    private const string Head = "foedus 1\nassumptions \"A\" of \"Test\"\n";

    private static Federation Assume(string assumption) => SmallFederation.WithCouncil(Open, ("a.assumptions", Head + assumption));

    [Fact]
    public void An_address_has_the_fewest_words_that_tell_a_place_from_its_neighbours()
    {
        var addresses = SmallFederation.WithCouncil(Open).Silences.Select(s => s.Address).ToList();
        Assert.Equal(
            ["art 2 term", "art 2 town remainder", "art 2 state remainder", "art 3 One needs", "art 3 on approval", "art 3 Two needs", "unsaid Council vacancy"],
            addresses);
    }

    [Fact]
    public void A_provision_has_an_address_of_its_own()
    {
        var addresses = SmallFederation.WithCouncil(Open).Edition().Provisions.Select(p => p.Address).ToList();
        Assert.Equal(["art 2", "art 2 body", "art 2 chosen", "art 2 term", "art 2 seats town", "art 2 town remainder", "art 2 town figures"], addresses.Where(a => a.StartsWith("art 2", StringComparison.Ordinal)).Take(7));
        Assert.Contains("art 3 stage Two", addresses);
        Assert.Contains("art 3 Two otherwise", addresses);
        Assert.Contains("unsaid deciding", addresses);
        Assert.Contains("time zone", addresses);
        Assert.Contains("measure inhabitants", addresses);
    }

    [Theory]
    [InlineData("art 2 town remainder")]
    [InlineData("art 2 body House seats electors of each town remainder")]
    [InlineData("art 2 electors remainder")]
    public void Words_in_their_order_find_a_place(string address)
    {
        var federation = Assume($"assume A1 {address} = dropped");
        Assert.Empty(federation.Numbers("FD035"));
        Assert.Equal("art 2 town remainder", Assert.Single(federation.Assumptions).Silence.Address);
    }

    [Fact]
    public void Words_that_fit_several_places_list_them()
    {
        var problem = Assume("assume A1 art 2 remainder = dropped").The("FD0351");
        Assert.Equal(["art 2 town remainder", "art 2 state remainder"], problem.Help);
        Assert.Equal("`art 2 remainder` may be any of 2 open places", problem.Message);
    }

    [Fact]
    public void Words_that_fit_no_place_list_what_is_open_there()
    {
        var problem = Assume("assume A1 art 3 Three needs = all members").The("FD0350");
        Assert.Equal(["art 3 One needs", "art 3 on approval", "art 3 Two needs"], problem.Help);
    }

    [Fact]
    public void What_the_charter_says_is_not_open()
    {
        var problem = Assume("assume A1 art 2 overlap = counted again").The("FD0357");
        Assert.Equal("art 2 overlap is not open: the charter says `overlap left out`", problem.Message);
    }

    [Fact]
    public void A_listed_reading_is_found_and_another_is_refused()
    {
        Assert.Equal(1, Assert.Single(Assume("assume A1 art 3 Two needs = more than half of members").Assumptions).Reading);
        var problem = Assume("assume A1 art 3 Two needs = at least 5 members").The("FD0353");
        Assert.Equal(["readings: all members | more than half of members"], problem.Help);
    }

    [Fact]
    public void A_bare_silence_takes_any_lawful_reading_and_grows()
    {
        var federation = Assume("assume A1 art 3 One needs = at least 5 members\nassume A2 art 3 One needs = all members");
        Assert.Empty(federation.Numbers("FD035"));
        var silence = federation.Assumptions[0].Silence;
        Assert.Equal(["at least 5 members", "all members"], silence.Readings);
        Assert.Equal((0, 3), (silence.Listed, silence.Ways));
        var stage = federation.Edition().Procedures[0].Stages[0];
        Assert.Equal(2, stage.OwnRule!.Needs[0].Fillers.Length);
        Assert.Equal(Comparison.All, stage.OwnRule.Needs[0].Fillers[1].Amount.How);
    }

    [Fact]
    public void A_reading_that_the_clause_could_not_have_is_refused()
    {
        Assert.Equal("`needs` cannot say `blue`", Assume("assume A1 art 3 One needs = blue").The("FD0352").Message);
        Assert.Equal("FD0302", Assert.Single(Assume("assume A1 unsaid Council vacancy = filled by Senate").Numbers("FD03")));
    }

    [Fact]
    public void Assumptions_have_names_and_say_something()
    {
        Assert.Contains("FD0355", Assume("assume A1 art 2 town remainder = dropped\nassume A1 art 2 state remainder = dropped").Numbers());
        Assert.Contains("FD0356", Assume("assume A1 art 2 town remainder").Numbers());
        Assert.Contains("FD0359", Assume("assume A1 art 2 town remainder = dropped\n  scope any town").Numbers());
        Assert.Contains("FD0358", Assume("assume A1 art 2 town remainder = dropped\n  since 2001-01-01\n  until 2000-01-01").Numbers());
    }

    [Fact]
    public void A_figure_that_nobody_returned_is_a_silence_with_the_assumed_value()
    {
        var federation = Assume("assume A1 figure inhabitants of Ashland = about 178_000 as at 2001-05-01\n  owner \"the secretary\"\n  because \"an estimate\"");
        Assert.Empty(federation.Numbers("FD03"));
        var figure = Assert.Single(federation.AssumedFigures);
        Assert.Equal(("Ashland", "inhabitants", "177500", "178500"), (figure.Unit, figure.Measure, figure.Low.ToString(), figure.High.ToString()));
        Assert.Equal("figure inhabitants of Ashland", figure.Silence.Address);
        var assumption = Assert.Single(federation.Assumptions);
        Assert.Same(figure.Silence, assumption.Silence);
        Assert.Same(federation.Silences[figure.Silence.Id], figure.Silence);
        Assert.Equal(("the secretary", "an estimate"), (assumption.Owner, assumption.Because));
        Assert.Contains("FD0354", Assume("assume A1 figure inhabitants of Ashland = no data").Numbers());
        Assert.Contains("FD0304", Assume("assume A1 figure cattle of Ashland = 5").Numbers());
    }

    [Fact]
    public void An_act_that_settles_finds_the_place_and_the_reading()
    {
        var federation = SmallFederation.WithCouncil("art 2 body House: seats left to Council; chosen by each state; term 1 year\n" + "art 3 about House: vacancy unspecified (left open | next in order)");
        var at = new SourceLocation(SourceText.From("x", ""), default);
        var found = SilenceAddresses.Find(federation, federation.Edition(), "art 2", "seats = 720", at);
        Assert.Empty(found.Problems);
        Assert.Equal((0, "720"), (found.Reading, found.Silence!.Readings[0]));
        Assert.Equal(720, Assert.IsType<SeatFormula.Number>(federation.Body("House").Seats[0].Formula.Fillers[0]).Count);
        Assert.Equal(0, SilenceAddresses.Find(federation, federation.Edition(), "art 2", "seats = 720", at).Reading);
        Assert.Equal(1, SilenceAddresses.Find(federation, federation.Edition(), "art 3", "vacancy = next in order", at).Reading);
        Assert.Null(SilenceAddresses.Find(federation, federation.Edition(), "art 3", "quorum = none", at).Silence);
    }
}
