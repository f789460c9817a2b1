using Foedus.Charter.Diagnostics;
using Foedus.Charter.Tests.Forms;
using Foedus.Charter.Text;

namespace Foedus.Charter.Tests.Diagnostics;

public sealed class DiagnosticTests
{
    [Fact]
    public void A_message_shows_its_line_and_underlines_its_place()
    {
        var tree = SmallTable.Parse("art 1 deciding\n  needs simple majority");
        Assert.Equal("""
            error[FD0214]: "simple majority" has no base
             --> test.charter:2:9
            2 |   needs simple majority
              |         ^^^^^^^^^^^^^^^ of what?
            help: needs more than half of votes cast
                  needs more than half of members present
                  needs more than half of members
                  needs more than half of seats
                  needs unspecified (more than half of votes cast | more than half of members)

            """.ReplaceLineEndings("\n"), DiagnosticRenderer.Text(Assert.Single(tree.Diagnostics)));
    }

    [Fact]
    public void Two_places_are_shown_in_the_order_of_the_file()
    {
        var tree = SmallTable.Parse("art 1 body X\n  chosen by A\n  term 4 years\n  seats 5\n  chosen by B");
        Assert.Equal("""
            error[FD0104]: `chosen` is said twice
             --> test.charter:5:3
            2 |   chosen by A
              |   ------ said here
            ...
            5 |   chosen by B
              |   ^^^^^^ and again here

            """.ReplaceLineEndings("\n"), DiagnosticRenderer.Text(Assert.Single(tree.Diagnostics)));
    }

    [Theory]
    [InlineData("\tx bad", 3, "1 |     x bad\n  |       ^^^\n")]
    [InlineData("漢字 bad", 3, "1 | 漢字 bad\n  |      ^^^\n")]
    [InlineData("e\u0301 bad", 3, "1 | e\u0301 bad\n  |   ^^^\n")]
    [InlineData("\u202E bad", 2, "1 | \uFFFD bad\n  |   ^^^\n")]
    public void The_underline_is_right_for_tabs_wide_and_combining_characters(string line, int start, string shown)
    {
        var diagnostic = Diagnostic.At(new SourceLocation(SourceText.From("f", line), new TextSpan(start, 3)), FormDiagnostics.UnknownKeyword, "bad");
        Assert.EndsWith(shown, DiagnosticRenderer.Text(diagnostic), StringComparison.Ordinal);
    }

    [Fact]
    public void A_very_long_line_is_cut_around_the_place()
    {
        var line = string.Concat(Enumerable.Repeat("word ", 100_000)) + "bad " + string.Concat(Enumerable.Repeat("word ", 100_000));
        var text = DiagnosticRenderer.Text(Diagnostic.At(new SourceLocation(SourceText.From("f", line), new TextSpan(500_000, 3)), FormDiagnostics.UnknownKeyword, "bad"));
        var lines = text.Split('\n');
        Assert.All(lines, l => Assert.True(l.Length < 200));
        Assert.Equal("bad", lines[2].Substring(lines[3].IndexOf('^', StringComparison.Ordinal), 3));
    }

    [Fact]
    public void Messages_are_sorted_and_each_is_said_once()
    {
        var source = SourceText.From("f", "a b c");
        var bag = new DiagnosticBag();
        for (var i = 4; i >= 0; i -= 2)
            for (var again = 0; again < 2; again++)
                bag.Add(Diagnostic.At(new SourceLocation(source, new TextSpan(i, 1)), FormDiagnostics.UnknownKeyword, "x"));
        Assert.Equal([0, 2, 4], bag.ToSorted().Select(d => d.Location.Span.Start));
    }

    [Fact]
    public void A_bag_that_is_cleared_is_as_new()
    {
        var source = SourceText.From("f", "a b c");
        var problem = Diagnostic.At(new SourceLocation(source, new TextSpan(0, 1)), FormDiagnostics.UnknownKeyword, "x");
        var bag = new DiagnosticBag();
        Assert.Empty(bag.ToSorted());
        for (var i = 0; i < 1500; i++) bag.Add(Diagnostic.At(new SourceLocation(source, new TextSpan(i, 1)), FormDiagnostics.UnknownKeyword, "x"));
        bag.Clear();
        Assert.True(bag is { IsEmpty: true, HasErrors: false, Dropped: 0 });
        bag.Add(problem);
        Assert.Equal([problem], bag.ToSorted());
    }

    [Fact]
    public void A_bag_keeps_a_thousand_messages_and_counts_the_rest()
    {
        var source = SourceText.From("f", new string('a', 2000));
        var bag = new DiagnosticBag();
        for (var i = 0; i < 1500; i++) bag.Add(Diagnostic.At(new SourceLocation(source, new TextSpan(i, 1)), FormDiagnostics.UnknownKeyword, "x"));
        var sorted = bag.ToSorted();
        Assert.Equal(DiagnosticBag.Limit + 1, sorted.Length);
        Assert.Equal("there are more than 1000 problems; not listed: 500", sorted[^1].Message);
    }

    [Fact]
    public void Every_kind_of_message_has_a_number_of_its_own_a_title_and_an_explanation()
    {
        var all = DiagnosticCatalogue.Language;
        Assert.True(all.Length > 30);
        Assert.Equal(all.Length, all.Select(d => d.Number).Distinct(StringComparer.Ordinal).Count());
        Assert.All(all, d => Assert.Matches("^FD[0-9]{4}$", d.Number));
        Assert.All(all, d => Assert.True(d.EnglishTitle.Length > 5 && d.EnglishExplanation.Length > 20, d.Number));
    }

    [Fact]
    public void A_translation_replaces_the_words_and_keeps_the_arguments()
    {
        var texts = new MessageTexts([new("FD0101.title", "жодна норма не починається з `{0}`")]);
        var tree = SmallTable.Parse("xyzzy");
        Assert.Equal("жодна норма не починається з `xyzzy`", texts.Message(tree.Diagnostics[0]));
    }
}
