using System.Text;
using Foedus.Charter.Forms;
using Foedus.Charter.Reading;
using Foedus.Charter.Syntax;

namespace Foedus.Charter.Tests.Reference;

/// <summary>Every good example of the table as the sentence that it reads as, and again with every other word that its choices allow.</summary>
internal static class ReadAloud
{
    public static IEnumerable<(Form Form, string Clause, string Sentence)> Sentences(FormTable table)
    {
        foreach (var form in table.Forms)
            foreach (var good in form.Good.SelectMany(good => Variants(form, good, table).Prepend(good)).Distinct(StringComparer.Ordinal))
                if (Clause(form, good, table) is { } clause)
                    yield return (form, good, SentencePrinter.Plain.PrintAlone(clause));
    }

    /// <summary>The clause of an example, in its place.</summary>
    public static ClauseSyntax? Clause(Form form, string example, FormTable table)
    {
        var tree = ExamplesOfTheTableTests.Read(ExampleInPlace.Text(form, example, table));
        return tree.HasErrors ? null : tree.Descendants().LastOrDefault(c => c.Form == form);
    }

    /// <summary>All sentences, and those of clauses that are left open, as a text to be read by people.</summary>
    public static string List(FormTable table)
    {
        var text = new StringBuilder();
        Form? last = null;
        foreach (var (form, clause, sentence) in Sentences(table))
        {
            if (form != last) text.Append("\n").Append(form.Id).Append('\n');
            last = form;
            text.Append("  ").Append(clause).Append("\n    ").Append(sentence).Append('\n');
        }
        text.Append("\nleft open\n");
        foreach (var form in table.Forms.Where(f => f.MayBeSilent))
            text.Append("  ").Append(SentencePrinter.Plain.PrintAlone(Clause(form, form.Keyword + " unspecified", table)!)).Append('\n');
        return text.ToString().TrimStart('\n');
    }

    private static IEnumerable<string> Variants(Form form, string good, FormTable table)
    {
        if (Clause(form, good, table) is not { Match: { } match } clause) yield break;
        var offset = clause.Span.Start;
        foreach (var (within, capture) in Captures(match))
        {
            // Units of time and sides of a vote read the same whichever is said.
            if (capture.Name is "unit" or "side" or "count" or "part" or "working" || Flag(within.Case.Pattern, capture.Name) is not { } flag) continue;
            foreach (var option in flag.Options.Select(words => string.Join(' ', words).Replace(" ,", ",", StringComparison.Ordinal)))
            {
                var text = clause.Text;
                yield return text[..(capture.Span.Start - offset)] + option + text[(capture.Span.End - offset)..];
            }
        }
    }

    private static IEnumerable<(Match Within, Capture Capture)> Captures(Match match)
    {
        foreach (var capture in match.Captures.SelectMany(c => c.Items.IsDefaultOrEmpty ? [c] : c.Items.AsEnumerable()))
        {
            yield return (match, capture);
            if (capture.Match is { } inner)
                foreach (var deeper in Captures(inner)) yield return deeper;
        }
    }

    private static FlagPattern? Flag(Pattern pattern, string name) => pattern switch
    {
        FlagPattern flag when string.Equals(flag.Name, name, StringComparison.Ordinal) => flag,
        OptionalPattern optional => Flag(optional.Inner, name),
        ChoicePattern choice => choice.Options.Select(o => Flag(o, name)).FirstOrDefault(f => f is not null),
        SequencePattern sequence => sequence.Parts.Select(p => Flag(p, name)).FirstOrDefault(f => f is not null),
        _ => null,
    };
}
