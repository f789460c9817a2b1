using System.Text.RegularExpressions;
using Foedus.Charter.Forms;
using Foedus.Charter.Reading;
using Foedus.Charter.Syntax;
using Foedus.Charter.Text;

namespace Foedus.Charter.Tests.Reference;

/// <summary>What the table reads as must be plain English that a secretary can read aloud. All sentences stand in <c>sentences.txt</c>, to be read by people.</summary>
public sealed partial class ReadAloudTests
{
    private static FormTable Table => FormTable.Default;

    [Fact]
    public void Every_example_reads_as_a_plain_sentence()
    {
        var wrong = ReadAloud.Sentences(Table).Select(s => (s.Form, s.Sentence, Fault: Fault(s.Sentence) ?? Number(s.Sentence))).Where(s => s.Fault is not null)
            .Select(s => $"{s.Form.Id}: {s.Fault}: {s.Sentence}").ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void Every_clause_that_may_be_left_open_reads_as_a_plain_sentence_when_it_is()
    {
        var wrong = new List<string>();
        foreach (var form in Table.Forms.Where(f => f.MayBeSilent))
        {
            var sentence = SentencePrinter.Plain.PrintAlone(ReadAloud.Clause(form, form.Keyword + " unspecified", Table)!);
            if (Fault(sentence) is { } fault) wrong.Add($"{form.Id}: {fault}: {sentence}");
            if (!sentence.EndsWith(" is not said.", StringComparison.Ordinal)) wrong.Add($"{form.Id}: {sentence}");
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void The_sentences_are_those_that_people_have_read()
    {
        Kept.Same(Path.Combine("tests", "Foedus.Charter.Tests", "Reference", "sentences.txt"), ReadAloud.List(Table));
    }

    public static TheoryData<string> Examples =>
        [.. Directory.EnumerateFiles(Path.Combine(Kept.Root, "examples"), "*.*", SearchOption.AllDirectories)
            .Where(f => Path.GetExtension(f) is ".charter" or ".assumptions" or ".cases" or ".journal")
            .Select(f => Path.GetRelativePath(Kept.Root, f).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Examples))]
    public void Every_clause_of_every_example_reads_as_a_plain_sentence(string path)
    {
        var tree = SyntaxTree.Parse(SourceText.From(path, File.ReadAllText(Path.Combine(Kept.Root, path))));
        var wrong = new List<string>();
        foreach (var clause in tree.Descendants().Where(c => c.Form is { Remark: false }))
        {
            var sentence = SentencePrinter.Plain.PrintAlone(clause);
            var fault = Fault(clause.Silence is { Readings.Length: > 0 } ? sentence.Split(';')[0] + "." : sentence) ?? (clause.Silence is null ? Number(sentence) : null);
            if (fault is not null) wrong.Add($"{clause.Location}: {fault}: {sentence}");
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static string? Fault(string sentence)
    {
        if (sentence.Length == 0) return "empty";
        if (sentence.AsSpan().IndexOfAny('{', '}', '`') >= 0) return "a leftover of the template";
        var first = sentence.TrimStart('(', '"')[0];
        if (char.IsLower(first) && sentence[0] != '(') return "does not start with a capital";
        if (sentence[^1] is not ('.' or ':' or ';')) return "does not end as a sentence";
        if (sentence.Contains("  ", StringComparison.Ordinal) || sentence.Contains(" ,", StringComparison.Ordinal) || sentence.Contains(" .", StringComparison.Ordinal)) return "a space too many";
        if (Doubled().IsMatch(sentence)) return "a word twice";
        if (Articles().IsMatch(sentence)) return "a for an";
        return null;
    }

    private static string? Number(string sentence) => Plurals().IsMatch(sentence) ? "one of many, or many of one" : null;

    [GeneratedRegex(@"(?<![\p{L}-])(\p{L}+) \1(?![\p{L}-])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Doubled();

    [GeneratedRegex(@"\b(is|has) (have|has|is|are|was|counts)\b|\b1 (seats|others|sessions|days|months)\b|\boffices [^.;:]* (is|has|answers)\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Plurals();

    [GeneratedRegex(@"\b[Aa] [aeio]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Articles();
}
