using Foedus.Charter.Model;

namespace Foedus.Charter.Tests.Binding;

public sealed class PartyTests
{
    private const string Things = """
        art 2 body House: seats 5; chosen by each state; term 1 year
          office Speaker: chosen by House
          chamber Upper: seats 2
        art 3 body Board of each state, by its own charter
          office Chair-of-Board
        art 4 instrument decree: by House; binds every state; in force at once

        """;

    private static Party Read(string words)
    {
        var federation = SmallFederation.WithCouncil(Things + $"art 9 remedy R: by {words}; against decree of House; effect must act");
        SmallFederation.NoErrors(federation);
        var who = Assert.Single(federation.Edition().Remedies).UsedBy[0].Said;
        Assert.Equal(words, who.Words);
        return who.Parties[0];
    }

    [Theory]
    [InlineData("House", PartyKind.Body, Which.Plain, null)]
    [InlineData("Speaker of House", PartyKind.Office, Which.Plain, PartyKind.Body)]
    [InlineData("Speaker", PartyKind.Office, Which.Plain, null)]
    [InlineData("any member of House", PartyKind.Member, Which.Any, PartyKind.Body)]
    [InlineData("any state", PartyKind.Unit, Which.Any, null)]
    [InlineData("every state concerned", PartyKind.Unit, Which.Every, null)]
    [InlineData("all states", PartyKind.Unit, Which.All, null)]
    [InlineData("Ashland", PartyKind.NamedUnit, Which.Plain, null)]
    [InlineData("Board of any state", PartyKind.Body, Which.Plain, PartyKind.Unit)]
    [InlineData("Board of that state", PartyKind.Body, Which.Plain, PartyKind.Unit)]
    [InlineData("Board of Ashland", PartyKind.Body, Which.Plain, PartyKind.NamedUnit)]
    [InlineData("Upper of House", PartyKind.Body, Which.Plain, PartyKind.Body)]
    [InlineData("electors of each state", PartyKind.Electors, Which.Plain, PartyKind.Unit)]
    [InlineData("at least 2 states", PartyKind.Unit, Which.Plain, null)]
    [InlineData("any applicant", PartyKind.Applicant, Which.Any, null)]
    [InlineData("any person", PartyKind.Person, Which.Any, null)]
    [InlineData("the government of that state", PartyKind.Outside, Which.Plain, PartyKind.Unit)]
    public void A_party_is_what_its_name_is(string words, PartyKind kind, Which which, PartyKind? of)
    {
        var party = Read(words);
        Assert.Equal((kind, which, of), (party.Kind, party.Which, party.Of?.Kind));
    }

    [Fact]
    public void A_number_of_units_and_what_they_hold_are_kept_apart()
    {
        var party = Read("at least a third of states holding more than half of inhabitants");
        Assert.Equal((Comparison.AtLeast, "1/3", true), (party.Quantity!.How, party.Quantity.Value.ToString(), party.Quantity.IsShare));
        Assert.Equal((Comparison.MoreThan, "1/2", "inhabitants"), (party.Holding!.How, party.Holding.Value.ToString(), party.HoldingMeasure!.Name));
        var nested = Read("Board of at least two thirds of states");
        Assert.Equal("2/3", nested.Of!.Quantity!.Value.ToString());
    }

    [Fact]
    public void And_means_jointly_or_means_either_and_alone_means_nobody_else()
    {
        var federation = SmallFederation.WithCouncil(Things + "art 9 remedy R: by House and Council alone; against decree of House; effect must act\nart 10 remedy S: by House or Council; against decree of House; effect must act");
        var both = federation.Edition().Remedies[0].UsedBy[0].Said;
        Assert.True(both.Jointly && both.Alone);
        var either = federation.Edition().Remedies[1].UsedBy[0].Said;
        Assert.False(either.Jointly || either.Alone);
        Assert.Equal("decree", federation.Edition().Remedies[0].Against[0].Said.Acts[0].Instrument!.Name);
    }

    [Fact]
    public void Except_takes_somebody_out()
    {
        var party = Read("any member of Council except Ashland");
        Assert.Equal("Ashland", party.Except!.Name);
    }
}
