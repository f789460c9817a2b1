using FsCheck;
using FsCheck.Fluent;
using Foedus.Charter.Diagnostics;
using Foedus.Charter.Formatting;
using Foedus.Charter.Reading;
using Foedus.Charter.Syntax;
using Foedus.Charter.Tests.Forms;
using Foedus.Charter.Text;

namespace Foedus.Charter.Tests.Syntax;

/// <summary>Whatever a file holds: nothing throws, no byte is lost, formatting twice is formatting once, and formatting keeps the meaning.</summary>
public sealed class FuzzTests
{
    private static readonly string[] Scraps =
    [
        "art", "3", "body", "Congress", "seats", "371", "among", "republics", "by", "inhabitants", "unspecified", "(", ")", "|", ",", ":", ";", "->", "=", "+",
        "left to", "within", "\"text\"", "\"", "# c", "\n", "\n  ", "\n    ", "\n\t", "\r\n", "\r", "> words", "\n  > quote", "1922-12-30", "1922-13", "2/3", "55%", "16(4)", "Рада",
        "’", "“", "–", "\u202E", "\u200B", "\uFEFF", "\0", "\uD800", "\uDC80", "majority", "simple majority", "deciding", "needs", "on", "approval", "otherwise", "note", "method", "Webster",
        "more than", "half", "of", "members", "1", "_", "'", "é", "e\u0301", "\U0001F600", "２", " ", "  ", "not", "when", "stage", "X", "any", "or", "and", "alone", "if missed", "nothing",
    ];

    [Fact]
    public void Random_text_is_kept_to_the_last_byte()
    {
        var law = Prop.ForAll<string?>(text => Holds((text ?? "").Replace("\0", "", StringComparison.Ordinal), meaning: false));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), law);
    }

    [Fact]
    public void Random_scraps_of_the_language_are_kept_and_formatted_once_and_for_all()
    {
        var random = new Random(19221230);
        for (var round = 0; round < 1000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => Scraps[random.Next(Scraps.Length)] + (random.Next(4) == 0 ? "" : " ")));
            Assert.True(Holds(text, meaning: false), text);
        }
    }

    [Fact]
    public void Random_bytes_are_kept_to_the_last_byte()
    {
        var random = new Random(1923);
        for (var round = 0; round < 500; round++)
        {
            var bytes = new byte[random.Next(300)];
            random.NextBytes(bytes);
            if (round % 2 == 0) bytes = [.. bytes.Where(b => b != 0)];
            var source = SourceText.FromBytes("random", bytes);
            var tree = SyntaxTree.Parse(source, SmallTable.Table);
            Assert.Equal(bytes, FrameTests.Bytes(tree.Frame));
            Assert.NotNull(DiagnosticRenderer.Text(tree.Diagnostics));
            var once = CharterFormatter.Format(tree);
            Assert.Equal(once, CharterFormatter.Format(SyntaxTree.Parse(SourceText.FromBytes("random", Utf8Transcoder.Encode(once)), SmallTable.Table)));
        }
    }

    [Fact]
    public void Mutations_of_a_sample_are_kept_and_formatted_without_a_change_of_meaning()
    {
        var random = new Random(1922);
        for (var round = 0; round < 1000; round++)
        {
            var text = Samples.Charter.ReplaceLineEndings("\n");
            for (var change = random.Next(1, 6); change > 0; change--)
            {
                var at = random.Next(text.Length);
                text = random.Next(4) switch
                {
                    0 => text.Remove(at, Math.Min(random.Next(1, 12), text.Length - at)),
                    1 => text.Insert(at, Scraps[random.Next(Scraps.Length)]),
                    2 => text.Insert(at, text.Substring(random.Next(text.Length / 2), random.Next(text.Length / 2))),
                    _ => Indented(text, random),
                };
                if (text.Length == 0) text = "x";
            }
            Assert.True(Holds(text, meaning: true), text);
        }
    }

    private static string Indented(string text, Random random)
    {
        var lines = text.Split('\n');
        var line = random.Next(lines.Length);
        lines[line] = new string(' ', random.Next(8)) + lines[line].TrimStart();
        return string.Join('\n', lines);
    }

    private static bool Holds(string text, bool meaning)
    {
        var tree = SyntaxTree.Parse(SourceText.From("fuzz", text), SmallTable.Table);
        Assert.True(FrameTests.Covers(tree.Frame), "a character is lost");
        Assert.NotNull(DiagnosticRenderer.Text(tree.Diagnostics));
        foreach (var clause in tree.Clauses) Assert.NotNull(SentencePrinter.Plain.PrintProvision(clause));
        Assert.NotNull(Completer.Complete(tree.Source, text.Length / 2, SmallTable.Table));
        var once = CharterFormatter.Format(tree);
        var again = SyntaxTree.Parse(SourceText.From("fuzz", once), SmallTable.Table);
        var twice = CharterFormatter.Format(again);
        Assert.True(string.Equals(once, twice, StringComparison.Ordinal), $"not idempotent\n<<<{text}>>>\n<<<{once}>>>\n<<<{twice}>>>");
        if (!meaning || !tree.Frame.IsWhole) return true;
        Assert.Equal(Meaning(tree), Meaning(again));
        Assert.Equal(Comments(tree), Comments(again));
        return true;
    }

    /// <summary>What a file says: its clauses with their words and what stands under them, and the quotations.</summary>
    private static string Meaning(SyntaxTree tree) => string.Join('\n', tree.Descendants().Select(c =>
        $"{c.Ancestors().Count()} {c.Form?.Id} {c.IsBad} {Words(c)} {c.Silence?.Readings.Length} {string.Join('/', c.Quotations.Select(q => q.Text))}"));

    private static string Words(ClauseSyntax clause) => string.Join(' ', Enumerable.Range(clause.FirstWord, clause.WordCount).Select(i => clause.Tree.Source.Slice(clause.Tree.Frame.Words[i].Span)));

    private static string Comments(SyntaxTree tree) => string.Join('\n', tree.Frame.Tokens.Where(t => t.Kind == TokenKind.Comment).Select(t => tree.Source.Slice(t.Span).TrimEnd()).Order(StringComparer.Ordinal));
}
