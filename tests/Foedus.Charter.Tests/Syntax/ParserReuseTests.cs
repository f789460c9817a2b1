using System.Collections.Concurrent;
using System.Text;
using Foedus.Charter.Forms;
using Foedus.Charter.Syntax;
using Foedus.Charter.Tests.Forms;
using Foedus.Charter.Text;

namespace Foedus.Charter.Tests.Syntax;

/// <summary>A thread keeps what a parser needs while it works for the next text. What was read before must leave no trace.</summary>
public sealed class ParserReuseTests
{
    private static readonly (string Text, FormTable Table)[] Texts =
    [
        .. FormTable.Default.Forms.SelectMany(f => f.Good.Concat(f.Bad)).Select(e => (e, FormTable.Default)),
        (Samples.Charter, SmallTable.Table),
        (Samples.Charter, FormTable.Default),
        ("", FormTable.Default),
        ("\uFEFF", FormTable.Default),
        ("act 1 \0", FormTable.Default),
        ("art 3\tbody X\n\tseats\t1", FormTable.Default),
        ("> alone", FormTable.Default),
        ("act 1 2024-01-01 Board votes on X, for " + string.Join(", ", Enumerable.Range(0, 1_200).Select(i => "N" + i)), FormTable.Default),
        (string.Concat(Enumerable.Repeat("act 1 2024-01-01 Board approves X\n  note \"a\"\n", 600)), FormTable.Default),
        ("deciding R in B\n  needs " + new string('(', 300) + "more than half of votes cast" + new string(')', 300), FormTable.Default),
    ];

    [Fact]
    public void What_was_read_before_leaves_no_trace()
    {
        var fresh = Texts.Select(Alone).ToList();
        var random = new Random(1922);
        foreach (var _ in Enumerable.Range(0, 3))
        {
            var order = Enumerable.Range(0, Texts.Length).ToArray();
            random.Shuffle(order);
            Assert.All(order, i => Assert.Equal(fresh[i], Described(Texts[i])));
        }
    }

    [Fact]
    public void Threads_that_read_at_once_read_alike()
    {
        var expected = Texts.Select(Described).ToList();
        var wrong = new ConcurrentBag<int>();
        Parallel.For(0, 4 * Texts.Length, new ParallelOptions { MaxDegreeOfParallelism = 4 }, i =>
        {
            if (!string.Equals(expected[i % Texts.Length], Described(Texts[i % Texts.Length]), StringComparison.Ordinal)) wrong.Add(i % Texts.Length);
        });
        Assert.Empty(wrong);
    }

    [Fact]
    public void Spaces_and_comments_that_are_asked_for_late_are_those_of_the_text()
    {
        var trees = Texts.Select(t => SyntaxTree.Parse(SourceText.From("late", t.Text), t.Table)).ToList();
        Assert.All(trees, tree =>
        {
            Assert.True(FrameTests.Covers(tree.Frame));
            Assert.Equal(tree.Frame.Words.ToArray(), tree.Frame.Tokens.Where(t => !t.IsTrivia));
            Assert.Equal(tree.Frame.Tokens, tree.Frame.Tokens);
        });
    }

    /// <summary>A text read by a thread that has read nothing.</summary>
    private static string Alone((string Text, FormTable Table) text)
    {
        var read = "";
        var thread = new Thread(() => read = Described(text));
        thread.Start();
        thread.Join();
        return read;
    }

    private static string Described((string Text, FormTable Table) text)
    {
        var tree = SyntaxTree.Parse(SourceText.From("text", text.Text), text.Table);
        var described = new StringBuilder();
        foreach (var token in tree.Frame.Words) described.Append((int)token.Kind).Append(' ').Append(token.Start).Append(' ').Append(token.Length).Append(';');
        foreach (var clause in tree.Descendants())
        {
            described.Append('\n').Append(clause.Form?.Id).Append(clause.Span).Append(clause.PhraseSpan).Append(clause.IsBad).Append(clause.IsCarried);
            if (clause.Match is { } match) Describe(match, described);
        }
        foreach (var problem in tree.Diagnostics) described.Append('\n').Append(problem).Append(problem.Primary.Label).AppendJoin('|', problem.Help);
        return described.ToString();
    }

    private static void Describe(Match match, StringBuilder described)
    {
        described.Append(match).Append(match.Span);
        foreach (var capture in match.Captures) Describe(capture, described);
    }

    private static void Describe(Capture capture, StringBuilder described)
    {
        described.Append(capture).Append(capture.Kind).Append(capture.Type).Append(capture.Span);
        if (capture.Match is { } inner) Describe(inner, described);
        foreach (var item in capture.Items) Describe(item, described);
    }
}
