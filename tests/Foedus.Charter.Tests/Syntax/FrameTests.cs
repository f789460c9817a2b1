using System.Text;
using Foedus.Charter.Diagnostics;
using Foedus.Charter.Syntax;
using Foedus.Charter.Tests.Forms;
using Foedus.Charter.Text;

namespace Foedus.Charter.Tests.Syntax;

public sealed class FrameTests
{
    [Theory]
    [InlineData("seats", "Word")]
    [InlineData("paid-members", "Word")]
    [InlineData("Council-of-States", "Name")]
    [InlineData("Zürich", "Name")]
    [InlineData("Рада", "Name")]
    [InlineData("ürbau", "Name")]
    [InlineData("Côte-d'Or", "Name")]
    [InlineData("25_000", "Number")]
    [InlineData("1.20", "Number")]
    [InlineData("123456789012345678901234567890", "Number")]
    [InlineData("2/3", "Fraction")]
    [InlineData("55%", "Percent")]
    [InlineData("66.7%", "Percent")]
    [InlineData("1922-12-30", "Date")]
    [InlineData("1923-06", "Date")]
    [InlineData("1923", "Number")]
    [InlineData("16(4)", "Label")]
    [InlineData("1(v)", "Label")]
    [InlineData("1h", "Label")]
    [InlineData("6(b)", "Label")]
    [InlineData("TEU.16(4)", "Label")]
    [InlineData("I.7(2)", "Label")]
    [InlineData("238(3)(a)", "Label")]
    [InlineData("\"a \"\"b\"\" # > c\"", "String")]
    [InlineData("->", "Arrow")]
    public void A_token_is_what_it_looks_like(string text, string kind)
    {
        var (frame, problems) = Read(text);
        Assert.True(problems.IsEmpty);
        var token = Assert.Single(frame.Words.ToArray());
        Assert.Equal(kind, token.Kind.ToString());
    }

    [Theory]
    [InlineData("a “b c” d", "FD0009", "\"b c\"")]
    [InlineData("a 1–2", "FD0009", "-")]
    [InlineData("a ２５", "FD0009", "25")]
    [InlineData("a People’s-Court", "FD0013", "")]
    [InlineData("a 25,000", "FD0015", "25_000")]
    [InlineData("a ½", "FD0009", "1/2")]
    [InlineData("on x → Y", "FD0009", "->")]
    [InlineData("a\u00A0b", "FD0009", "type an ordinary space")]
    public void A_look_alike_is_refused_with_what_to_type(string text, string number, string help)
    {
        var problem = Assert.Single(Read(text).Problems.ToSorted());
        Assert.Equal(number, problem.Descriptor.Number);
        if (help.Length > 0) Assert.Equal(help, problem.Help[0]);
    }

    [Theory]
    [InlineData("a \"b", "FD0006")]
    [InlineData("a \u202Eb", "FD0007")]
    [InlineData("a b\u200Bc", "FD0007")]
    [InlineData("a # \u202E", "FD0007")]
    [InlineData("a \u0001", "FD0010")]
    [InlineData("\ta", "FD0003")]
    [InlineData("a: b: c", "FD0011")]
    [InlineData("a; b: c", "FD0011")]
    [InlineData("a;; b", "FD0012")]
    [InlineData(": b", "FD0012")]
    [InlineData("präfix", "FD0013")]
    [InlineData("snake_case", "FD0013")]
    [InlineData("a 2/0", "FD0015")]
    [InlineData("a 1__0", "FD0015")]
    [InlineData("a 1923-02-29", "FD0016")]
    [InlineData("a 1923-13", "FD0016")]
    [InlineData("a (b", "FD0017")]
    [InlineData("a b)", "FD0018")]
    [InlineData("> words", "FD0020")]
    [InlineData("a\n    b\n  c", "FD0008")]
    [InlineData("\uFEFFa", "FD0004")]
    [InlineData("a\r\nb", "FD0005")]
    [InlineData("a\rb", "FD0005")]
    [InlineData("a\0b", "FD0002")]
    public void What_is_wrong_with_a_line_is_reported_once(string text, string number) =>
        Assert.Equal([number], Read(text).Problems.ToSorted().Select(d => d.Descriptor.Number));

    [Theory]
    [InlineData("a \"\u202E\u200B\"")]
    [InlineData("a\n> \u202B words")]
    public void Direction_marks_may_stand_in_quoted_text_and_quotations(string text) => Assert.True(Read(text).Problems.IsEmpty);

    [Fact]
    public void Bytes_that_are_no_text_are_reported_and_kept()
    {
        byte[] bytes = [.. "a b\nc "u8, 0xFF, 0xC3, .. "\nd \""u8, 0xE2, 0x82, .. "\"\n"u8];
        var problems = new DiagnosticBag();
        var frame = FrameTree.Parse(SourceText.FromBytes("x", bytes), problems);
        var problem = Assert.Single(problems.ToSorted());
        Assert.Equal("FD0001", problem.Descriptor.Number);
        Assert.Equal("4", problem.Arguments[0]);
        Assert.Equal([false, true, true], frame.Clauses.Select(c => c.IsSpoilt));
        Assert.Equal(bytes, Bytes(frame));
    }

    [Fact]
    public void A_deeper_line_belongs_to_the_first_clause_of_the_nearest_line_above_that_is_indented_less()
    {
        var (frame, _) = Read("a; b\n  c: d; e\n    f\n  g\nh");
        Assert.Equal(["a(c(d,e,f),g)", "b", "h"], frame.Clauses.Select(c => Shape(frame, c)));
    }

    [Fact]
    public void A_line_goes_on_after_a_comma_a_bar_or_inside_a_parenthesis()
    {
        var (frame, problems) = Read("a x,   # why\n\n    # more\n  > quoted\n  y (p |\n    q\n   r)\n  b\nc");
        Assert.True(problems.IsEmpty);
        Assert.Equal("quoted", Assert.Single(frame.Clauses[0].Quotations).Text);
        Assert.Equal(["a", "c"], frame.Clauses.Select(c => First(frame, c)));
        Assert.Equal(10, frame.Clauses[0].Count);
        Assert.Equal("b", First(frame, Assert.Single(frame.Clauses[0].Children)));
    }

    [Fact]
    public void A_parenthesis_that_is_never_closed_costs_only_its_own_line()
    {
        var (frame, problems) = Read("a\n  b (c\n  d\n    e)\n  f");
        Assert.Equal(["FD0017", "FD0018"], problems.ToSorted().Select(d => d.Descriptor.Number));
        Assert.Equal("a(b,d(e),f)", Shape(frame, frame.Clauses[0]));
    }

    [Fact]
    public void Quotations_belong_to_the_clause_above_them_and_may_name_their_language()
    {
        var (frame, problems) = Read("a\n  b\n  > of b\n  >uk слова\n> of a");
        Assert.True(problems.IsEmpty);
        Assert.Equal("of a", Assert.Single(frame.Clauses[0].Quotations).Text);
        Assert.Equal([(null, "of b"), ("uk", "слова")], frame.Clauses[0].Children[0].Quotations.Select(q => (q.Language, q.Text)));
    }

    [Theory]
    [InlineData("(", 1)]
    [InlineData("a (", 1)]
    [InlineData("a: ", 1)]
    [InlineData("a; ", 1)]
    [InlineData("\"", 1)]
    [InlineData("a (\n", 20)]
    [InlineData("not (", 1)]
    public void A_hundred_thousand_open_constructs_neither_hang_nor_overflow(string piece, int divisor)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 100_000 / divisor));
        var tree = SmallTable.Parse("art 1 stage X\n  when " + text);
        Assert.NotEmpty(tree.Diagnostics);
        Assert.Equal(tree.Source.ToBytes(), Bytes(tree.Frame));
    }

    [Fact]
    public void Indentation_without_end_is_reported_and_read()
    {
        var text = string.Concat(Enumerable.Range(0, 2000).Select(i => new string(' ', i) + "note \"x\"\n"));
        var tree = SmallTable.Parse(text);
        Assert.Contains("FD0014", SmallTable.Numbers(tree));
        Assert.True(tree.Frame.Lines.Max(l => l.Depth) <= FrameLimits.Depth);
    }

    [Fact]
    public void Ten_megabytes_of_anything_are_read_in_bounded_time()
    {
        foreach (var piece in new[] { "seats 371 among republics by inhabitants; ", "\u00E9\u0301(\n", "a,\n  ", "x" })
        {
            var text = SourceText.From("big", string.Concat(Enumerable.Repeat(piece, 10_000_000 / piece.Length)));
            var tree = SyntaxTree.Parse(text, SmallTable.Table);
            Assert.True(Covers(tree.Frame));
            Assert.True(tree.Diagnostics.Length <= DiagnosticBag.Limit + 1);
        }
    }

    internal static bool Covers(FrameTree frame)
    {
        var at = 0;
        foreach (var token in frame.Tokens)
        {
            if (token.Start != at || token.Length <= 0) return false;
            at = token.End;
        }
        return at == frame.Source.Content.Length;
    }

    internal static byte[] Bytes(FrameTree frame)
    {
        var text = new StringBuilder();
        foreach (var token in frame.Tokens) text.Append(frame.Source.Slice(token.Span));
        return Utf8Transcoder.Encode(text.ToString());
    }

    private static (FrameTree Frame, DiagnosticBag Problems) Read(string text)
    {
        var problems = new DiagnosticBag();
        return (FrameTree.Parse(SourceText.From("test", text), problems), problems);
    }

    private static string First(FrameTree frame, FrameClause clause) => frame.Source.Slice(frame.Words[clause.First].Span);

    private static string Shape(FrameTree frame, FrameClause clause) =>
        First(frame, clause) + (clause.Children.Count == 0 ? "" : $"({string.Join(',', clause.Children.Select(c => Shape(frame, c)))})");
}
