using Foedus.Charter.Forms;
using Foedus.Charter.Reading;

namespace Foedus.Charter.Tests.Reference;

/// <summary>The reference in <c>docs/language.md</c> is the introduction and what the table says, and nothing else.</summary>
public sealed class LanguageReferenceTests
{
    private static FormTable Table => FormTable.Default;

    private static string Manual { get; } = LanguageManual.Markdown(Table);

    [Fact]
    public void The_reference_is_the_introduction_and_the_table()
    {
        var introduction = File.ReadAllText(Path.Combine(Kept.Root, "docs", "language", "introduction.md")).ReplaceLineEndings("\n").TrimEnd().Replace("](../", "](", StringComparison.Ordinal);
        var note = "<!-- Written by the tests from docs/language/introduction.md and the table of forms. FOEDUS_UPDATE_GALLERY=1 ./test charter writes it anew. -->\n";
        Kept.Same(Path.Combine("docs", "language.md"), note + introduction + "\n\n" + Manual);
    }

    [Fact]
    public void Every_way_to_say_every_clause_and_every_phrase_is_in_the_reference_with_an_example()
    {
        var wrong = new List<string>();
        foreach (var form in Table.Forms)
        {
            var entry = LanguageManual.Entry(form, Table);
            if (!Manual.Contains(entry, StringComparison.Ordinal)) wrong.Add($"{form.Id}: no entry");
            if (!entry.Contains(form.About, StringComparison.Ordinal)) wrong.Add($"{form.Id}: not what it is about");
            foreach (var said in form.Cases)
                if (!entry.Contains(PatternText.Markdown(said.Pattern), StringComparison.Ordinal)) wrong.Add($"{form.Id} {said.Name}: not shown");
            if (form.Good.Any(good => !entry.Contains(good, StringComparison.Ordinal)) || form.Bad.Any(bad => !entry.Contains(bad, StringComparison.Ordinal))) wrong.Add($"{form.Id}: an example is missing");
            if (entry.Split('\n').Count(line => line.Contains(" reads: *", StringComparison.Ordinal)) != form.Good.Length) wrong.Add($"{form.Id}: an example without its sentence");
        }
        foreach (var phrase in Table.Phrases)
        {
            var start = Manual.IndexOf($"<a id=\"phrase-{phrase.Name}\"></a>", StringComparison.Ordinal);
            if (start < 0 || phrase.About.Length == 0)
            {
                wrong.Add($"phrase {phrase.Name}: no entry, or not what it is");
                continue;
            }
            var next = Manual.IndexOf("\n#### ", start, StringComparison.Ordinal);
            var entry = next < 0 ? Manual[start..] : Manual[start..next];
            wrong.AddRange(phrase.Cases.Where(said => !entry.Contains(PatternText.Markdown(said.Pattern), StringComparison.Ordinal)).Select(said => $"phrase {phrase.Name} {said.Name}: not shown"));
            if (entry.Split('\n').Count(line => line.Contains(" reads: *", StringComparison.Ordinal)) != phrase.Cases.Length) wrong.Add($"phrase {phrase.Name}: a way without an example");
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void No_part_of_a_sentence_has_a_space_too_many_or_a_leftover_of_its_template()
    {
        var readings = Manual.Split('\n').Where(line => line.Contains(" reads: *", StringComparison.Ordinal)).Select(line => line[(line.IndexOf(" reads: *", StringComparison.Ordinal) + 9)..]).ToList();
        Assert.True(readings.Count > 300, "there are few sentences");
        Assert.DoesNotContain(readings, r => r.Contains("  ", StringComparison.Ordinal) || r.StartsWith(' ') || r.EndsWith(" *", StringComparison.Ordinal) || r.AsSpan().IndexOfAny('{', '}') >= 0);
    }

    [Fact]
    public void Every_link_of_the_reference_leads_somewhere()
    {
        var text = File.ReadAllText(Path.Combine(Kept.Root, "docs", "language.md"));
        var broken = text.Split("](#").Skip(1).Select(rest => rest[..rest.IndexOf(')', StringComparison.Ordinal)])
            .Where(anchor => !text.Contains($"<a id=\"{anchor}\"></a>", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).ToList();
        Assert.Empty(broken);
    }
}
