using System.Text;
using Foedus.Charter.Forms;
using Foedus.Charter.Syntax;
using Foedus.Charter.Text;

namespace Foedus.Charter.Reading;

/// <summary>Writes the reference of the language from its table: one entry a form, one a phrase. Nothing in it is written by hand, so it cannot lag behind.</summary>
public sealed class LanguageManual
{
    private readonly FormTable table;
    private readonly StringBuilder text = new();
    private readonly Dictionary<PhraseCase, Match> examples = new(ReferenceEqualityComparer.Instance);

    private LanguageManual(FormTable table)
    {
        this.table = table;
        foreach (var form in table.Forms)
            foreach (var clause in form.Good.SelectMany(good => InPlace(form, good)))
                if (clause.Match is { } match)
                    Remember(match);
    }

    /// <summary>The reference as Markdown.</summary>
    public static string Markdown(FormTable table)
    {
        var manual = new LanguageManual(table);
        manual.text.Append("## Reference\n\n");
        manual.text.Append("Written from the table of forms. *Italics* are yours to choose; `[ ]` may be left out; `( | )` is a choice.\n");
        manual.text.Append("A clause that *must be determined* leaves a silence where it is not there. It, and a clause that *may be left open*, takes `unspecified`, `unspecified (reading | reading)` or `left to` and who decides.\n\n");
        manual.Count();
        manual.Contents();
        manual.text.Append("### Clauses\n\n");
        foreach (var form in table.Forms) manual.Entry(form);
        manual.text.Append("### Phrases\n\n");
        foreach (var phrase in table.Phrases) manual.Entry(phrase);
        return manual.text.ToString().TrimEnd() + "\n";
    }

    /// <summary>The entry of one form, for hover texts and <c>help</c>.</summary>
    public static string Entry(Form form, FormTable table)
    {
        var manual = new LanguageManual(table);
        manual.Entry(form);
        return manual.text.ToString();
    }

    /// <summary>How many places of the table act, and how many are words.</summary>
    private void Count()
    {
        var slots = FormSlot.Of(table);
        var words = slots.Count(s => s.IsWords);
        text.Append("Of the ").Append(slots.Length).Append(" places of the table, clauses, ways to say them, parts of them and choices of words, ")
            .Append(slots.Length - words).Append(" act, each as a witness in tests/witnesses shows, and ").Append(words).Append(" are words: kept and printed, and nothing is ruled by them. Each says so where it stands.\n\n");
    }

    private void Contents()
    {
        text.Append("### What may stand where\n\n");
        foreach (var parent in table.Forms.Select(f => f.Id).Prepend(FormTable.File))
        {
            var children = table.Forms.Where(f => f.Under.Contains(parent)).ToList();
            if (children.Count == 0) continue;
            text.Append("- ").Append(parent is FormTable.File ? "At the top of a file" : $"Under {Link(table.Form(parent)!)}").Append(": ");
            text.AppendJoin(", ", children.Select(c => Link(c) + c.Need switch { FormNeed.Must => " (must)", FormNeed.May => " (may)", _ => "" })).Append('\n');
        }
        text.Append('\n');
    }

    private void Entry(Form form)
    {
        text.Append("#### <a id=\"form-").Append(form.Id).Append("\"></a>`").Append(form.Keyword).Append("`\n\n");
        if (form.About.Length > 0) text.Append(form.About).Append("\n\n");
        if (form.IsWords) text.Append("*Kept in words; nothing is ruled by it.*\n\n");
        text.Append("Stands ").Append(Where(form)).Append(". ");
        text.Append(form.Need switch
        {
            FormNeed.Must => "It must be determined.",
            FormNeed.May => "It may be left open.",
            _ => "It is there or it is not.",
        });
        text.Append(form.Many ? " It may be said more than once.\n\n" : " It is said once.\n\n");
        if (form.Cases.IsEmpty) text.Append("- **").Append(form.Keyword).Append("**\n");
        foreach (var phraseCase in form.Cases) Case("**" + form.Keyword + "** ", phraseCase);
        if (!form.Good.IsEmpty)
        {
            text.Append("\n```foedus\n").Append(ExampleInPlace.Text(form, form.Good[0], table)).Append("```\n\n");
            foreach (var good in form.Good) Read(form, good);
        }
        if (!form.Acts.IsEmpty) text.Append('\n').Append(form.Acts.Length == 1 ? "Act: " : "Acts: ").AppendJoin(", ", form.Acts.Select(Code)).Append(".\n");
        if (!form.Bad.IsEmpty) text.Append("\nNot ").AppendJoin(", ", form.Bad.Select(Code)).Append(".\n");
        text.Append('\n');
    }

    private void Read(Form form, string good)
    {
        text.Append("- ").Append(Code(good));
        if (InPlace(form, good).LastOrDefault(c => c.Form == form) is { } clause) text.Append(" reads: *").Append(Escaped(SentencePrinter.Plain.PrintAlone(clause))).Append('*');
        text.Append('\n');
    }

    private void Entry(Phrase phrase)
    {
        text.Append("#### <a id=\"phrase-").Append(phrase.Name).Append("\"></a>").Append(phrase.Name).Append("\n\n");
        if (phrase.About.Length > 0) text.Append(char.ToUpperInvariant(phrase.About[0])).Append(phrase.About.AsSpan(1)).Append(".\n\n");
        foreach (var phraseCase in phrase.Cases)
        {
            Case("", phraseCase);
            if (examples.TryGetValue(phraseCase, out var example))
                text.Append("  <br>").Append(Code(example.Text)).Append(" reads: *").Append(Escaped(SentencePrinter.Plain.Print(example))).Append("*\n");
        }
        text.Append('\n');
    }

    private void Case(string keyword, PhraseCase phraseCase)
    {
        text.Append("- ").Append((keyword + PatternText.Markdown(phraseCase.Pattern)).TrimEnd()).Append('\n');
        var captures = PatternText.Captures(phraseCase.Pattern).Select(c => $"*{c.Name}* is {PatternText.TypeName(c.Type)}").ToList();
        if (captures.Count > 0) text.Append("  <br>where ").AppendJoin(", ", captures).Append('\n');
        if (phraseCase is { IsWords: true, Owner: Form { IsWords: false } }) text.Append("  <br>kept in words; nothing is ruled by it\n");
        else if (!phraseCase.WordSlots.IsEmpty) text.Append("  <br>").AppendJoin(", ", phraseCase.WordSlots.Select(w => $"*{w}*")).Append(" in words: nothing is ruled by it\n");
    }

    private string Where(Form form)
    {
        if (form.Under.Contains(FormTable.Anywhere)) return "anywhere";
        var parents = form.Under.Select(id => id is FormTable.File ? "at the top of a file" : table.Form(id) is { } parent ? Link(parent) : id).ToList();
        return parents[0].StartsWith("at ", StringComparison.Ordinal)
            ? string.Join(", under ", parents.Take(2)) + (parents.Count > 2 ? ", " + string.Join(", ", parents.Skip(2)) : "")
            : "under " + string.Join(", ", parents);
    }

    private IEnumerable<ClauseSyntax> InPlace(Form form, string example) =>
        SyntaxTree.Parse(SourceText.From(form.Id, ExampleInPlace.Text(form, example, table)), table).Descendants();

    private void Remember(Match match)
    {
        examples.TryAdd(match.Case, match);
        foreach (var inner in match.Captures.SelectMany(c => c.Items.IsEmpty ? [c] : c.Items.AsEnumerable()).Select(c => c.Match).OfType<Match>()) Remember(inner);
    }

    private static string Link(Form form) => $"[`{form.Keyword}`](#form-{form.Id})";

    private static string Code(string clause) => clause.Contains('`', StringComparison.Ordinal) ? $"`` {clause} ``" : $"`{clause}`";

    private static string Escaped(string sentence) => sentence.Replace("*", "\\*", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
}
