using Foedus.Charter.Model;
using Foedus.Counting;

namespace Foedus.Charter.Tests.Binding;

public sealed class DecidingTests
{
    [Fact]
    public void A_rule_takes_what_it_does_not_say_from_its_body_and_from_every_body()
    {
        var federation = SmallFederation.WithCouncil("""
            art 2 deciding in Council: quorum more than half of members; tie lost
            art 3 deciding Special in Council: needs at least two thirds of votes cast
            """);
        Assert.Equal(["FD0440"], federation.Numbers("FD04"));
        var special = Assert.Single(federation.Edition().Rules, r => r.Name == "Special");
        Assert.Equal(Ratio.Of(2, 3), special.Needs[0].Said.Amount.Value);
        Assert.Equal("art 2", special.Quorum!.By.Citation);
        Assert.Equal("unsaid", special.Abstention!.By.Citation);
        Assert.True(special.Tie!.Said.Lost);
    }

    [Fact]
    public void Clauses_about_one_body_add_to_one_rule_wherever_they_stand()
    {
        var federation = SmallFederation.WithCouncil("art 2 deciding in Council: needs all members\nart 3 about Council\n  deciding\n    quorum none\n");
        var rule = Assert.Single(federation.Edition().Rules, r => r.In.Count == 1);
        Assert.Equal(("art 2", "art 3"), (rule.Needs[0].By.Citation, rule.Quorum!.By.Citation));
    }

    [Fact]
    public void An_adopted_manual_fills_what_the_charter_leaves_open_and_overrides_nothing()
    {
        const string manual = "foedus 1\nmanual \"Rules of order\"\nedition 1, in force 2000-01-01\nart 7 deciding in every body: needs all members; quorum none; abstention counts against; tie lost\n";
        const string charter = """
            foedus 1
            charter "T"
            edition 1, in force 2000-01-01
            adopts "rules.charter"
            art 1
              body Council
                seats 5
                chosen by any person
                term 1 year
                deciding
                  needs more than half of members
            """;
        var federation = SmallFederation.Read(("t.charter", charter), ("rules.charter", manual));
        Assert.Empty(federation.Numbers());
        var rule = Assert.Single(federation.Edition().Rules, r => r.In.Count == 1);
        Assert.Equal("art 1", rule.Needs[0].By.Citation);
        Assert.Equal(("Rules of order, art 7", Hand.Adopted), (rule.Quorum!.By.Citation, rule.Quorum.By.Hand));
        Assert.Contains("FD0620", SmallFederation.Read(("t.charter", charter)).Numbers());
    }

    [Fact]
    public void A_body_that_decides_without_any_rule_is_found_once()
    {
        var federation = SmallFederation.Charter("""
            foedus 1
            charter "T"
            edition 1, in force 2000-01-01
            art 1 body Council: seats 5; chosen by any person; term 1 year
            art 2 body Senate: seats 5; chosen by any person; term 1 year
            art 3 procedure Bill: opened by Council
              stage One: before Council and Senate, separately; on approval -> Law; otherwise -> Lost
              end Law
              end Lost
            """);
        var problem = federation.The("FD0401");
        Assert.StartsWith("deciding in every body: nothing says what carries a proposal", problem.Message, StringComparison.Ordinal);
        Assert.Equal(["unsaid deciding needs", "unsaid deciding abstention", "unsaid deciding quorum"], federation.Silences.Select(s => s.Address));
        Assert.All(federation.Silences, s => Assert.False(s.Acknowledged));
        Assert.Single(federation.Edition().Rules, r => r.EveryBody);
    }

    [Theory]
    [InlineData("at least 55% of members", Comparison.AtLeast, "11/20", true, TestBase.Members)]
    [InlineData("at least 15 members", Comparison.AtLeast, "15", false, TestBase.Members)]
    [InlineData("more than half of votes cast", Comparison.MoreThan, "1/2", true, TestBase.VotesCast)]
    [InlineData("at least two thirds of members present", Comparison.AtLeast, "2/3", true, TestBase.MembersPresent)]
    [InlineData("all members", Comparison.All, "1", true, TestBase.Members)]
    [InlineData("at least 2/3 of seats", Comparison.AtLeast, "2/3", true, TestBase.Seats)]
    [InlineData("at most 3 members not in favour", Comparison.AtMost, "3", false, TestBase.Members)]
    [InlineData("at least 65% of inhabitants", Comparison.AtLeast, "13/20", true, TestBase.Measure)]
    [InlineData("at least 2 states", Comparison.AtLeast, "2", false, TestBase.Units)]
    [InlineData("no votes against", Comparison.Exactly, "0", false, TestBase.Unopposed)]
    public void A_test_is_read_exactly(string words, Comparison how, string value, bool share, TestBase basis)
    {
        var federation = SmallFederation.WithCouncil($"art 2 deciding in Council: needs {words}");
        SmallFederation.NoErrors(federation);
        var test = Assert.Single(federation.Edition().Rules, r => r.In.Count == 1).Needs[0].Said;
        Assert.Equal((how, value, share, basis), (test.Amount.How, test.Amount.Value.ToString(), test.Amount.IsShare, test.Base));
        Assert.Equal(words, test.Words);
        Assert.Equal(words.EndsWith("not in favour", StringComparison.Ordinal), test.NotInFavour);
    }

    [Fact]
    public void A_test_may_have_to_hold_in_each_chamber_or_in_each_unit_of_a_kind()
    {
        var rules = SmallFederation.WithCouncil("art 2 deciding One in Council: needs more than half of votes cast, in each chamber\nart 3 deciding Two in Council: needs more than half of votes cast, in each state").Edition().Rules;
        Assert.True(Assert.Single(rules, r => r.Name == "One").Needs[0].Said.InEachChamber);
        Assert.Equal("state", Assert.Single(rules, r => r.Name == "Two").Needs[0].Said.InEach!.Name);
    }
}
