using Foedus.Charter.Forms;

namespace Foedus.Charter.Syntax;

/// <summary>Puts what was expected into words: phrases that the table describes by their description, then words, then kinds of words.</summary>
internal static class ExpectationText
{
    private const int Listed = 9;

    public static string Describe(IReadOnlyList<Expectation> expected, bool mayEnd)
    {
        var parts = new List<string>();
        foreach (var e in expected.OrderBy(e => e.Phrase is { About.Length: > 0 } ? 1 : e.Literal is not null ? 0 : 2))
        {
            var text = e.Phrase is { About.Length: > 0 } phrase ? phrase.About : e.Words;
            if (!parts.Contains(text, StringComparer.Ordinal)) parts.Add(text);
        }
        if (mayEnd) parts.Add("the end of the clause");
        if (parts.Count <= 1) return parts.Count == 0 ? "" : parts[0];
        return parts.Count > Listed
            ? string.Join(", ", parts.Take(Listed)) + ", ..."
            : string.Join(", ", parts.Take(parts.Count - 1)) + " or " + parts[^1];
    }
}
