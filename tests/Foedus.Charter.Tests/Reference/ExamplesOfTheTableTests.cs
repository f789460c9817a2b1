using Foedus.Charter.Diagnostics;
using Foedus.Charter.Forms;
using Foedus.Charter.Reading;
using Foedus.Charter.Syntax;
using Foedus.Charter.Text;

namespace Foedus.Charter.Tests.Reference;

/// <summary>Every row of the table is shown by examples: each in its place, each way to say it, right and wrong.</summary>
public sealed class ExamplesOfTheTableTests
{
    private static FormTable Table => FormTable.Default;

    [Fact]
    public void Every_good_example_is_read_in_the_shortest_file_that_can_hold_it()
    {
        var wrong = new List<string>();
        foreach (var form in Table.Forms)
        {
            if (form.Good.IsEmpty) wrong.Add($"{form.Origin} {form.Id}: no good example");
            foreach (var good in form.Good)
            {
                var text = ExampleInPlace.Text(form, good, Table);
                var tree = Read(text);
                var line = text.Count(c => c == '\n');
                if (tree.Diagnostics.Length > 0 || !tree.Descendants().Any(c => c.Form == form && c.Location.Position.Line == line))
                    wrong.Add($"{form.Origin} {form.Id}: {good}\n    {string.Join("\n    ", tree.Diagnostics)}");
            }
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void Every_bad_example_is_refused_at_its_own_line_and_nowhere_else()
    {
        var wrong = new List<string>();
        foreach (var form in Table.Forms)
        {
            if (form.Bad.IsEmpty) wrong.Add($"{form.Origin} {form.Id}: no bad example");
            foreach (var bad in form.Bad)
            {
                var text = ExampleInPlace.Text(form, bad, Table);
                var tree = Read(text);
                var line = text.Count(c => c == '\n');
                if (tree.Diagnostics.All(d => d.Severity != DiagnosticSeverity.Error) || tree.Diagnostics.Any(d => d.Location.Position.Line != line))
                    wrong.Add($"{form.Origin} {form.Id}: {bad}\n    {string.Join("\n    ", tree.Diagnostics)}");
            }
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void Every_way_to_say_a_clause_has_a_good_example()
    {
        var shown = Shown();
        var missing = Table.Forms.SelectMany(form => form.Cases.Where(c => !shown.Contains(c)).Select(c => $"{form.Origin} {form.Id} {c.Name}: {c.PatternText}")).ToList();
        Assert.True(missing.Count == 0, string.Join('\n', missing));
    }

    [Fact]
    public void Every_way_to_say_a_phrase_stands_in_a_good_example()
    {
        var shown = Shown();
        var missing = Table.Phrases.SelectMany(phrase => phrase.Cases.Where(c => !shown.Contains(c)).Select(c => $"phrase {phrase.Name} {c.Name}: {c.PatternText}")).ToList();
        Assert.True(missing.Count == 0, string.Join('\n', missing));
    }

    [Fact]
    public void Every_option_of_a_choice_of_words_stands_in_the_manual()
    {
        var manual = LanguageManual.Markdown(Table);
        var missing = Table.Forms.SelectMany(f => f.Cases.SelectMany(c => Options(c.Pattern)).Select(o => (f.Id, o)))
            .Concat(Table.Phrases.SelectMany(p => p.Cases.SelectMany(c => Options(c.Pattern)).Select(o => (Id: p.Name, o))))
            .Where(pair => !manual.Contains(pair.o, StringComparison.Ordinal)).Select(pair => $"{pair.Id}: {pair.o}").ToList();
        Assert.True(missing.Count == 0, string.Join('\n', missing));
    }

    internal static SyntaxTree Read(string text) => SyntaxTree.Parse(SourceText.From("example", text), Table);

    private static HashSet<PhraseCase> Shown()
    {
        var shown = new HashSet<PhraseCase>(ReferenceEqualityComparer.Instance);
        foreach (var form in Table.Forms)
            foreach (var clause in form.Good.SelectMany(good => Read(ExampleInPlace.Text(form, good, Table)).Descendants()))
                if (clause.Match is { } match)
                    Add(match, shown);
        return shown;
    }

    private static void Add(Match match, HashSet<PhraseCase> shown)
    {
        shown.Add(match.Case);
        foreach (var capture in match.Captures) Add(capture, shown);
    }

    private static void Add(Capture capture, HashSet<PhraseCase> shown)
    {
        if (capture.Match is { } match) Add(match, shown);
        foreach (var item in capture.Items) Add(item, shown);
    }

    private static IEnumerable<string> Options(Pattern pattern) => pattern switch
    {
        FlagPattern flag => flag.Options.Select(words => string.Join(' ', words).Replace(" ,", ",", StringComparison.Ordinal)),
        OptionalPattern optional => Options(optional.Inner),
        ChoicePattern choice => choice.Options.SelectMany(Options),
        SequencePattern sequence => sequence.Parts.SelectMany(Options),
        _ => [],
    };
}
