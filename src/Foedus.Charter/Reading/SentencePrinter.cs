using System.Collections.Immutable;
using System.Text;
using Foedus.Charter.Forms;
using Foedus.Charter.Syntax;

namespace Foedus.Charter.Reading;

/// <summary>
/// Reads clauses aloud: prints a clause as a plain English sentence from the templates of the table.
/// A sentence is a view of the charter, to be quoted in rulings; it is never read back.
/// </summary>
/// <param name="titles">The title of a name, where names are to be printed by their titles ("Congress of Soviets of the Union"); null keeps names.</param>
public sealed class SentencePrinter(Func<string, string?>? titles = null)
{
    private const int Deepest = 200;

    /// <summary>A printer that keeps names as they are written.</summary>
    public static SentencePrinter Plain { get; } = new();

    /// <summary>The clause as a sentence, with a capital and a full stop. A clause that could not be read is given as it is written.</summary>
    public string Print(ClauseSyntax clause)
    {
        if (clause.Form is not { } form || clause.IsBad) return clause.Text;
        if (clause.Silence is { } silence) return Sentence(Silence(clause, silence));
        var text = new StringBuilder();
        if (clause.Match is { } match) Match(text, match, clause, 0);
        else if (form.Reads is { } reads) Parts(text, reads.Parts, null, clause, 0);
        else text.Append(form.Keyword);
        return Sentence(text.ToString());
    }

    /// <summary>
    /// The clause as a sentence that can stand alone, as in a ruling: a sentence that starts with "it" names what is meant
    /// ("The remedy Appeal is brought before Presidium.").
    /// </summary>
    public string PrintAlone(ClauseSyntax clause)
    {
        var sentence = Print(clause);
        if (!sentence.StartsWith("It ", StringComparison.Ordinal) || Owner(clause) is var owner && string.Equals(owner, "this", StringComparison.Ordinal)) return sentence;
        return Sentence(string.Concat(owner, sentence.AsSpan(2)));
    }

    /// <summary>The clause and all under it, a sentence each, indented by two spaces a level; remarks are left out.</summary>
    public string PrintProvision(ClauseSyntax clause)
    {
        var text = new StringBuilder();
        var depth = clause.Ancestors().Count();
        foreach (var each in clause.SelfAndDescendants())
        {
            if (each.Form is { Remark: true }) continue;
            var level = -depth;
            for (var above = each.Parent; above is not null; above = above.Parent) level++;
            text.Append(' ', 2 * level).Append(Print(each)).Append('\n');
        }
        return text.ToString();
    }

    /// <summary>A phrase, or the words after a keyword, as part of a sentence.</summary>
    public string Print(Match match, ClauseSyntax? within = null)
    {
        var text = new StringBuilder();
        Match(text, match, within, 0);
        return text.ToString();
    }

    /// <summary>How clauses under it call a clause: "the Congress"; null for a clause without a name.</summary>
    public string? TitleOf(ClauseSyntax clause)
    {
        if (clause.Match is not { } match) return null;
        if (clause.Form?.Title is { } title)
        {
            var text = new StringBuilder();
            Parts(text, title.Parts, match, clause.Parent, 0);
            return text.Length > 0 ? text.ToString() : null;
        }
        if (match.Find("name") is { Kind: CaptureKind.Token, Type: AtomicType.Name } name) return "the " + Name(name.Text);
        if (match.Find("names") is { Kind: CaptureKind.List } names && names.Items.All(i => i.Type == AtomicType.Name)) return Join([.. names.Items.Select(i => "the " + Name(i.Text))], "and");
        return null;
    }

    private void Match(StringBuilder text, Match match, ClauseSyntax? within, int depth)
    {
        if (depth > Deepest || match.Case.Reads is not { } reads)
        {
            if (match.Form is { } form) text.Append(form.Keyword).Append(' ');
            text.Append(Words(match.Text));
            return;
        }
        Parts(text, reads.Parts, match, within, depth);
    }

    private void Parts(StringBuilder text, ImmutableArray<TemplatePart> parts, Match? match, ClauseSyntax? within, int depth)
    {
        foreach (var part in parts)
        {
            switch (part)
            {
                case TemplateText plain:
                    text.Append(plain.Text);
                    break;
                case TemplateValue { Name: "owner" } when match?.Has("owner") != true:
                    text.Append(Owner(within));
                    break;
                case TemplateValue value when Find(match, value.Name) is { } capture:
                    Capture(text, capture, value, within, depth);
                    break;
                case TemplateCondition condition:
                    Parts(text, Holds(condition, match, within, depth) ? condition.Then : condition.Otherwise, match, within, depth);
                    break;
            }
        }
    }

    /// <summary>A capture by its name, or by a path such as <c>who.parties</c>.</summary>
    private static Capture? Find(Match? match, string path)
    {
        for (var rest = path; match is not null;)
        {
            var dot = rest.IndexOf('.', StringComparison.Ordinal);
            if (dot < 0) return match.Find(rest);
            match = match.SubOrNull(rest[..dot]);
            rest = rest[(dot + 1)..];
        }
        return null;
    }

    private bool Holds(TemplateCondition condition, Match? match, ClauseSyntax? within, int depth)
    {
        var capture = Find(match, condition.Name);
        if (condition.Words is { } words) return capture is not null && string.Equals(Words(capture.Text), words, StringComparison.Ordinal);
        if (condition.Several) return capture?.Items.Length > 1;
        if (!condition.Plural) return capture is not null;
        if (capture is null) return condition.Name is "owner" && EnglishWords.IsPlural(Owner(within));
        if (capture.Kind == CaptureKind.List && capture.Items.Length != 1) return true;
        var text = new StringBuilder();
        Capture(text, capture, null, within, depth);
        return EnglishWords.IsPlural(text.ToString());
    }

    private void Capture(StringBuilder text, Capture capture, TemplateValue? value, ClauseSyntax? within, int depth)
    {
        if (capture.Kind == CaptureKind.List)
        {
            var items = new List<string>(capture.Items.Length);
            foreach (var item in capture.Items)
            {
                var one = new StringBuilder();
                Capture(one, item, null, within, depth + 1);
                items.Add(value is { Article: true } ? EnglishWords.WithArticle(one.ToString()) : one.ToString());
            }
            text.Append(Join(items, value?.Joiner));
        }
        else if (value is { Article: true })
        {
            var one = new StringBuilder();
            Capture(one, capture, null, within, depth);
            text.Append(EnglishWords.WithArticle(one.ToString()));
        }
        else if (capture.Match is { } match)
        {
            Match(text, match, within, depth + 1);
        }
        else
        {
            text.Append(capture.Type switch
            {
                AtomicType.Name => Name(capture.Text),
                AtomicType.Anything => Words(capture.Text),
                AtomicType.Integer or AtomicType.Number => EnglishWords.Number(capture.Text),
                AtomicType.Date => EnglishWords.Day(capture.Text),
                _ => capture.Text,
            });
        }
    }

    private string Owner(ClauseSyntax? within)
    {
        foreach (var above in within?.Ancestors() ?? [])
            if (TitleOf(above) is { } title)
                return title;
        return "this";
    }

    private string Silence(ClauseSyntax clause, SilenceSyntax silence)
    {
        var text = new StringBuilder();
        if (clause.Form!.Silent is { } silent)
        {
            Parts(text, silent.Parts, null, clause, 0);
        }
        else
        {
            var owner = Owner(clause);
            text.Append('`').Append(clause.Form.Keyword).Append('`');
            if (!string.Equals(owner, "this", StringComparison.Ordinal)) text.Append(" of ").Append(owner);
        }
        if (silence.IsLeft)
        {
            text.Append(" is left to ");
            if (silence.LeftTo is { } who) Match(text, who, clause, 0);
            else text.Append("others");
            if (silence.Within is { } bounds) text.Append(", within ").Append(bounds);
            return text.ToString();
        }
        text.Append(" is not said");
        if (silence.Readings.IsEmpty) return text.ToString();
        text.Append(silence.Readings.Length == 1 ? "; one reading is: " : "; it may be read as ");
        for (var i = 0; i < silence.Readings.Length; i++)
        {
            if (i > 0) text.Append("; ");
            if (silence.Readings.Length > 1) text.Append('(').Append(Letter(i)).Append(") ");
            text.Append(Words(silence.Readings[i].Text));
        }
        return text.ToString();
    }

    private string Name(string name) => titles?.Invoke(name) ?? name;

    private static string Letter(int index)
    {
        var letters = "";
        for (var n = index + 1; n > 0; n = (n - 1) / 26) letters = (char)('a' + ((n - 1) % 26)) + letters;
        return letters;
    }

    /// <summary>Words as written, on one line with single spaces.</summary>
    private static string Words(string text)
    {
        if (text.AsSpan().IndexOfAny('\n', '\r', '\t') < 0 && !text.Contains("  ", StringComparison.Ordinal)) return text;
        var lines = text.Split('\n').Select(line => line.Contains('#', StringComparison.Ordinal) && !line.Contains('"', StringComparison.Ordinal) ? line[..line.IndexOf('#', StringComparison.Ordinal)] : line);
        return string.Join(' ', string.Join(' ', lines).Split([' ', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries));
    }

    private static string Join(IReadOnlyList<string> items, string? joiner)
    {
        if (joiner is null || items.Count < 2) return string.Join(", ", items);
        return string.Join(", ", items.Take(items.Count - 1)) + " " + joiner + " " + items[^1];
    }

    private static string Sentence(string text)
    {
        var trimmed = Words(text.Trim()).Replace(" ,", ",", StringComparison.Ordinal);
        if (trimmed.Length == 0) return trimmed;
        if (Rune.TryGetRuneAt(trimmed, 0, out var first) && Rune.IsLower(first))
            trimmed = Rune.ToUpperInvariant(first) + trimmed[first.Utf16SequenceLength..];
        return trimmed[^1] is '.' or ':' or ';' or ',' or '?' or '!' ? trimmed : trimmed + ".";
    }
}
