using System.Collections.Immutable;

namespace Foedus.Charter.Forms;

/// <summary>Reads the <c>reads</c> rows of the table.</summary>
internal static class TemplateReader
{
    /// <exception cref="FormatException">The braces do not fit.</exception>
    public static ReadingTemplate Read(string text)
    {
        var at = 0;
        var parts = Parts(text, ref at, inside: false);
        if (at < text.Length) throw new FormatException($"`{text[at]}` at column {at + 1} closes nothing");
        return new ReadingTemplate(text, parts);
    }

    private static ImmutableArray<TemplatePart> Parts(string text, ref int at, bool inside)
    {
        var parts = ImmutableArray.CreateBuilder<TemplatePart>();
        while (at < text.Length)
        {
            if (text[at] == '{')
            {
                at++;
                parts.Add(Place(text, ref at));
                continue;
            }
            if (text[at] == '}' || (inside && text[at] == '|')) break;
            var start = at;
            while (at < text.Length && text[at] is not ('{' or '}') && !(inside && text[at] == '|')) at++;
            parts.Add(new TemplateText(text[start..at]));
        }
        return parts.ToImmutable();
    }

    private static TemplatePart Place(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '-' or '_' or '.')) at++;
        var name = text[start..at];
        if (name.Length == 0) throw new FormatException($"a name is missing after the brace at column {start}");
        TemplatePart part;
        var signs = 0;
        while (at < text.Length && text[at] == '+' && text.AsSpan(at).TrimStart('+').StartsWith("?")) (signs, at) = (signs + 1, at + 1);
        string? words = null;
        if (at < text.Length && text[at] == '=')
        {
            start = ++at;
            while (at < text.Length && text[at] is not ('?' or '}' or '{')) at++;
            words = text[start..at];
        }
        if (at < text.Length && text[at] == '?')
        {
            at++;
            var then = Parts(text, ref at, inside: true);
            ImmutableArray<TemplatePart> otherwise = [];
            if (at < text.Length && text[at] == '|')
            {
                at++;
                otherwise = Parts(text, ref at, inside: true);
            }
            part = new TemplateCondition(name, signs == 1, signs > 1, words, then, otherwise);
        }
        else if (at < text.Length && text[at] == ':')
        {
            start = ++at;
            while (at < text.Length && text[at] is not ('}' or '{')) at++;
            var joiner = text[start..at].Trim();
            var article = joiner is "a" || joiner.StartsWith("a ", StringComparison.Ordinal);
            part = new TemplateValue(name, article ? joiner[1..].Trim() is { Length: > 0 } last ? last : null : joiner, article);
        }
        else
        {
            part = new TemplateValue(name, null, false);
        }
        if (at >= text.Length || text[at] != '}') throw new FormatException($"the brace before `{name}` is not closed");
        at++;
        return part;
    }
}
