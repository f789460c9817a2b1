using Foedus.Charter.Model;
using NodaTime;

namespace Foedus.Charter.Tests.Binding;

public sealed class EditionTests
{
    private const string Before = """
        art 2 body House: seats 10; chosen by each state; term unspecified (2 years | 4 years)
        art 3 about House: vacancy unspecified
        art 4 declares "peace"

        """;

    private const string After = """
        foedus 1
        charter "Test"
        edition 2, proposed 2010-05, amends edition 1
        kind village in town
        replace art 3 about House: vacancy left open
        insert art 3(b) after 3
          office Clerk: chosen by House; term 1 year
        repeal art 4
        unsaid deciding in every body: needs all members; quorum none; abstention not counted

        """;

    private static readonly Federation Both = SmallFederation.WithCouncil(Before, ("two.charter", After));

    [Fact]
    public void An_amending_edition_is_worked_into_the_one_before()
    {
        Assert.Equal(["FD0460"], Both.Numbers());
        var (one, two) = (Both.Edition(1), Both.Edition(2));
        Assert.Equal((EditionStatus.Proposed, new LocalDate(2010, 5, 1)), (two.Status, two.From));
        Assert.Empty(one.Offices);
        Assert.Equal("Clerk", Assert.Single(two.Offices).Name);
        Assert.Equal("art 3(b)", two.Offices[0].By.Citation);
        Assert.Contains(one.Provisions, p => p.Citation == "art 4");
        Assert.DoesNotContain(two.Provisions, p => p.Citation == "art 4");
        Assert.Equal(["art 2", "art 3", "art 3(b)"], two.Provisions.Where(p => p.Article.Length > 0).Select(p => p.Citation).Distinct().Skip(1));
        Assert.Contains(two.Kinds, k => k.Name == "village");
    }

    [Fact]
    public void An_article_that_nobody_touched_keeps_its_provisions_and_silences()
    {
        var (one, two) = (Both.Body("House", 1), Both.Body("House", 2));
        Assert.NotSame(one, two);
        Assert.Same(one.By, two.By);
        Assert.Same(one.Term!.Silence, two.Term!.Silence);
        Assert.Equal(2, two.Term.Fillers.Length);
        Assert.False(one.Vacancy!.IsSaid);
        Assert.True(two.Vacancy!.IsSaid);
    }

    [Fact]
    public void What_no_article_states_is_replaced_by_what_says_the_same_anew()
    {
        Assert.Equal(TestBase.VotesCast, Both.Edition(1).Rules[0].Needs[0].Said.Base);
        var rule = Assert.Single(Both.Edition(2).Rules, r => r.EveryBody);
        Assert.Equal(TestBase.Members, Assert.Single(rule.Needs).Said.Base);
    }

    [Fact]
    public void An_assumption_fills_the_place_in_every_edition_that_has_it()
    {
        var two = After.Replace("vacancy left open", "vacancy unspecified", StringComparison.Ordinal);
        var federation = SmallFederation.WithCouncil(Before, ("two.charter", two), ("a.assumptions", "foedus 1\nassumptions \"A\" of \"Test\"\nassume A1 art 3 vacancy = left open\nassume A2 art 2 term = 4 years\n"));
        Assert.Equal(["FD0460"], federation.Numbers());
        Assert.Equal(["A1", "A1", "A2"], federation.Assumptions.Select(a => a.Name));
        Assert.NotSame(federation.Assumptions[0].Silence, federation.Assumptions[1].Silence);
        Assert.Equal(federation.Silences.Select((_, i) => i), federation.Silences.Select(s => s.Id));
    }

    [Fact]
    public void Provisions_have_numbers_of_their_own_over_all_editions()
    {
        Assert.Equal(Enumerable.Range(0, Both.Provisions.Length), Both.Provisions.Select(p => p.Number));
        Assert.All(Both.Editions.SelectMany(e => e.Provisions), p => Assert.Same(p, Both.Provisions[p.Number]));
    }
}
