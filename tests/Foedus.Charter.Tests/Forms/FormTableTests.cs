using Foedus.Charter.Forms;

namespace Foedus.Charter.Tests.Forms;

public sealed class FormTableTests
{
    [Theory]
    [InlineData("form a\n  under nowhere", "stands under `nowhere`")]
    [InlineData("form a\n  under file\nform a\n  under file", "is taken")]
    [InlineData("form a : x\n  under file\nform b : x\n  under file", "the keyword `x` stands twice")]
    [InlineData("form a\n  under file\n  says s x:strange", "no type or phrase `strange`")]
    [InlineData("form a\n  under file\n  says s x:name\n    reads {y}", "uses `y`")]
    [InlineData("form a\n  under file\n  says s x:name\n    reads {x", "not closed")]
    [InlineData("form a\n  under file\n  says s ( x", "`)` is missing")]
    [InlineData("form a\n  under file\n  need perhaps", "must, may or part")]
    [InlineData("form a\n  under file\n  wants x", "no row `wants`")]
    [InlineData("phrase p\n  says s x:q\nphrase q\n  says s x:p", "may start with itself")]
    [InlineData("phrase p\n  says s [x]", "may be empty")]
    [InlineData("form a\n  under file\n  need must", "has no `says`")]
    public void A_fault_in_the_table_is_named(string text, string fault)
    {
        var exception = Assert.Throws<FormTableException>(() => FormTable.Parse([("t.forms", text)]));
        Assert.Contains(fault, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_longest_keyword_under_the_parent_wins()
    {
        var table = FormTable.Parse([("t.forms", "form a : in\n  under file\n  says s x:word\nform b : in force\n  under file\n  says s x:word\nform c : in force at\n  under b")]);
        Assert.Equal("b", Foedus.Charter.Syntax.SyntaxTree.Parse(Text.SourceText.From("f", "in force at"), table).Clauses[0].Form!.Id);
        Assert.Equal("a", Foedus.Charter.Syntax.SyntaxTree.Parse(Text.SourceText.From("f", "in time"), table).Clauses[0].Form!.Id);
    }
}
