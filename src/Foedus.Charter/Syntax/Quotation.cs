using Foedus.Charter.Text;

namespace Foedus.Charter.Syntax;

/// <summary>The article's own words, one line of them, beside the clauses.</summary>
/// <param name="Span">The line from <c>&gt;</c> on.</param>
/// <param name="Language">The language mark after <c>&gt;</c>, such as <c>uk</c>; null if there is none.</param>
/// <param name="Text">The words, without the mark and the spaces around.</param>
public sealed record Quotation(TextSpan Span, string? Language, string Text)
{
    internal static Quotation From(SourceText source, TextSpan span)
    {
        var text = source.Span(span)[1..];
        var mark = 0;
        while (mark < text.Length && (char.IsAsciiLetterLower(text[mark]) || (mark > 0 && text[mark] == '-'))) mark++;
        var marked = mark > 0 && (mark == text.Length || text[mark] is ' ' or '\t');
        return new Quotation(span, marked ? text[..mark].ToString() : null, (marked ? text[mark..] : text).Trim().ToString());
    }
}
