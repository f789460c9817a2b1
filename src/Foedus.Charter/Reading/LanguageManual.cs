using System.Text;
using Foedus.Charter.Forms;

namespace Foedus.Charter.Reading;

/// <summary>Writes the reference of the language from its table: one entry a form, one a phrase. Nothing in it is written by hand, so it cannot lag behind.</summary>
public static class LanguageManual
{
    /// <summary>The reference as Markdown.</summary>
    public static string Markdown(FormTable table)
    {
        var text = new StringBuilder("# Reference of the charter language\n\n");
        text.Append("Generated from the table of forms. *Italics* are yours to choose; `[ ]` may be left out; `( | )` is a choice.\n");
        text.Append("A clause marked *must* has to be determined: leaving it out is a silence. *May* clauses and *must* clauses take `unspecified`, `unspecified (reading | reading)` or `left to` and who decides.\n\n");
        Contents(text, table);
        text.Append("## Clauses\n\n");
        foreach (var form in table.Forms) Entry(text, form, table);
        text.Append("## Phrases\n\n");
        foreach (var phrase in table.Phrases) Entry(text, phrase);
        return text.ToString();
    }

    /// <summary>The entry of one form, for hover texts and <c>help</c>.</summary>
    public static string Entry(Form form, FormTable table)
    {
        var text = new StringBuilder();
        Entry(text, form, table);
        return text.ToString();
    }

    private static void Contents(StringBuilder text, FormTable table)
    {
        text.Append("## What may stand where\n\n");
        foreach (var parent in table.Forms.Select(f => f.Id).Prepend(FormTable.File))
        {
            var children = table.Forms.Where(f => f.Under.Contains(parent)).ToList();
            if (children.Count == 0) continue;
            text.Append("- ").Append(parent is FormTable.File ? "At the top of a file" : $"Under {Link(table.Form(parent)!)}").Append(": ");
            text.AppendJoin(", ", children.Select(c => Link(c) + c.Need switch { FormNeed.Must => " (must)", FormNeed.May => " (may)", _ => "" })).Append('\n');
        }
        text.Append('\n');
    }

    private static void Entry(StringBuilder text, Form form, FormTable table)
    {
        text.Append("### <a id=\"form-").Append(form.Id).Append("\"></a>`").Append(form.Keyword).Append("`\n\n");
        if (form.About.Length > 0) text.Append(form.About).Append("\n\n");
        text.Append("Stands ").Append(Where(form, table)).Append(". ");
        text.Append(form.Need switch
        {
            FormNeed.Must => "It must be determined.",
            FormNeed.May => "It may be said or left open.",
            _ => "It is part of the structure.",
        });
        text.Append(form.Many ? " It may be said more than once.\n\n" : " It is said once.\n\n");
        if (form.Cases.IsEmpty) text.Append("- **").Append(form.Keyword).Append("**\n");
        foreach (var phraseCase in form.Cases) Case(text, "**" + form.Keyword + "** ", phraseCase);
        if (!form.Good.IsEmpty) text.Append("\n```foedus\n").AppendJoin('\n', form.Good).Append("\n```\n");
        text.Append('\n');
    }

    private static void Entry(StringBuilder text, Phrase phrase)
    {
        text.Append("### <a id=\"phrase-").Append(phrase.Name).Append("\"></a>").Append(phrase.Name).Append("\n\n");
        if (phrase.About.Length > 0) text.Append(phrase.About).Append("\n\n");
        foreach (var phraseCase in phrase.Cases) Case(text, "", phraseCase);
        text.Append('\n');
    }

    private static void Case(StringBuilder text, string keyword, PhraseCase phraseCase)
    {
        text.Append("- ").Append((keyword + PatternText.Markdown(phraseCase.Pattern)).TrimEnd()).Append('\n');
        var captures = PatternText.Captures(phraseCase.Pattern).Select(c => $"*{c.Name}* is {PatternText.TypeName(c.Type)}").ToList();
        if (captures.Count > 0) text.Append("  <br>where ").AppendJoin(", ", captures).Append('\n');
    }

    private static string Where(Form form, FormTable table)
    {
        if (form.Under.Contains(FormTable.Anywhere)) return "anywhere";
        var parents = form.Under.Select(id => id is FormTable.File ? "at the top of a file" : table.Form(id) is { } parent ? Link(parent) : id).ToList();
        return parents[0].StartsWith("at ", StringComparison.Ordinal)
            ? string.Join(", under ", parents.Take(2)) + (parents.Count > 2 ? ", " + string.Join(", ", parents.Skip(2)) : "")
            : "under " + string.Join(", ", parents);
    }

    private static string Link(Form form) => $"[`{form.Keyword}`](#form-{form.Id})";
}
