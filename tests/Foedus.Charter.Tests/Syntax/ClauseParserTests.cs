using Foedus.Charter.Tests.Forms;

namespace Foedus.Charter.Tests.Syntax;

public sealed class ClauseParserTests
{
    [Fact]
    public void A_charter_is_read_into_clauses_of_forms()
    {
        var tree = SmallTable.Parse(""""
            foedus 1; charter "Treaty of ""Union"""
            art 6  body Committee "Central Executive Committee"     # a comment
              > There shall be a Committee.
              seats   371 among republics by inhabitants: method unspecified (largest remainder | Webster)
              chosen  by Supreme  Court or any republic alone
              term    until the next Congress
            """");
        Assert.Empty(tree.Diagnostics);
        Assert.Equal(["foedus", "charter", "art"], tree.Clauses.Select(c => c.Form!.Id));
        Assert.Equal("Treaty of \"Union\"", tree.Clauses[1].Match!.String("title"));
        var article = tree.Clauses[2];
        Assert.Equal("There shall be a Committee.", Assert.Single(article.Quotations).Text);
        var body = article.Carried!;
        Assert.Equal("Committee", body.Match!.Name("name"));
        Assert.Equal(["seats", "chosen", "term"], body.Children.Select(c => c.Form!.Id));
        Assert.Equal(371, body.Children[0].Match!.Integer("total"));
        var method = body.Children[0].Child("method")!;
        Assert.Equal(["largest remainder", "Webster"], method.Silence!.Readings.Select(r => r.Flag("how")));
        var parties = body.Child("chosen")!.Match!.Sub("who").Subs("parties").ToList();
        Assert.Equal("Supreme Court", parties[0].Sub("thing").Name("name"));
        Assert.True(parties[1].Has("alone"));
        Assert.Equal("any", parties[1].Sub("quantity").CaseName);
    }

    [Fact]
    public void A_bad_line_costs_only_itself()
    {
        var tree = SmallTable.Parse("""
            art 6 body Committee
              seats by magic
              chosen by Congress
            nonsense here
            art 7 body Other: seats 5
            """);
        Assert.Equal(["FD0201", "FD0101"], SmallTable.Numbers(tree));
        Assert.True(tree.Clauses[0].Carried!.Children[0].IsBad);
        Assert.NotNull(tree.Clauses[0].Carried!.Children[1].Match);
        Assert.Equal(5, tree.Clauses[2].Carried!.Children[0].Match!.Integer("total"));
    }

    [Fact]
    public void A_majority_without_a_base_is_refused_with_what_it_may_mean()
    {
        var tree = SmallTable.Parse("art 1 deciding Ordinary: needs simple majority; quorum two-thirds majority");
        Assert.Equal(["FD0214", "FD0214"], SmallTable.Numbers(tree));
        Assert.Equal("simple majority", tree.Diagnostics[0].Location.Text);
        Assert.Contains("at least 2/3 of votes cast", tree.Diagnostics[1].Help[0], StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_left_to_somebody_names_who_and_the_bounds()
    {
        var tree = SmallTable.Parse("art 1 body X: term left to Congress or Committee, within \"five years\"");
        Assert.Empty(tree.Diagnostics);
        var silence = tree.Clauses[0].Carried!.Children[0].Silence!;
        Assert.True(silence.IsLeft);
        Assert.Equal("five years", silence.Within);
        Assert.Equal(2, silence.LeftTo!.List("parties").Length);
    }
}
