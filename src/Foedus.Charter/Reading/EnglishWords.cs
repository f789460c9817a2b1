using System.Globalization;
using Foedus.Charter.Syntax;

namespace Foedus.Charter.Reading;

/// <summary>The little grammar that sentences in English need: singular and plural, a and an, numbers and days as people say them.</summary>
internal static class EnglishWords
{
    private static readonly string[] Bounds = ["at least ", "at most ", "more than ", "fewer than "];
    private static readonly string[] Singular = ["each ", "every ", "any ", "that ", "a ", "an ", "no ", "1 ", "one "];

    /// <summary>Whether a phrase, as printed, takes a plural verb: "at least 2 republics", "Russia and Ukraine", "members of Council".</summary>
    public static bool IsPlural(string phrase)
    {
        var text = phrase.Trim();
        foreach (var bound in Bounds)
            if (text.StartsWith(bound, StringComparison.OrdinalIgnoreCase)) return IsPlural(text[bound.Length..]);
        if (text.LastIndexOf(" or ", StringComparison.Ordinal) is > 0 and var or) return IsPlural(text[(or + 4)..]);
        if (text.Contains(" and ", StringComparison.Ordinal)) return true;
        if (string.Equals(text, "1", StringComparison.Ordinal)) return false;
        if (Array.Exists(Singular, s => text.StartsWith(s, StringComparison.OrdinalIgnoreCase))) return OfMany(text);
        if (text.StartsWith("the ", StringComparison.OrdinalIgnoreCase)) text = text[4..];
        if (text.Length == 0) return false;
        if (char.IsAsciiDigit(text[0]) || text.StartsWith("all ", StringComparison.OrdinalIgnoreCase) || text.StartsWith("half", StringComparison.OrdinalIgnoreCase)) return true;
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        return Noun(space < 0 ? text : text[..space]);
    }

    /// <summary>"a" or "an" before a word that has no article yet: "a decree", "an affiliate"; plurals and names stay alone.</summary>
    public static string WithArticle(string phrase)
    {
        if (phrase.Length == 0 || !char.IsLower(phrase[0]) || IsPlural(phrase)) return phrase;
        if (Array.Exists(Singular, s => phrase.StartsWith(s, StringComparison.Ordinal)) || phrase.StartsWith("the ", StringComparison.Ordinal)) return phrase;
        return Article(phrase) + phrase;
    }

    /// <summary>"a " or "an ", by the first letters of a word.</summary>
    public static string Article(string word) =>
        word[0] is 'a' or 'e' or 'i' or 'o' or 'A' or 'E' or 'I' or 'O' && !word.StartsWith("eu", StringComparison.OrdinalIgnoreCase) && !word.StartsWith("one", StringComparison.OrdinalIgnoreCase) ? "an " : "a ";

    /// <summary>A number as it is written in a sentence: 25,000.</summary>
    public static string Number(string text) => text.Replace('_', ',');

    /// <summary>A day as it is written in a sentence: 30 December 1922, December 1922, 1922.</summary>
    public static string Day(string text)
    {
        if (!PartialDate.TryRead(text, out var date)) return text;
        var month = date.Month is { } m ? CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(m) + " " : "";
        var day = date.Day is { } d ? d.ToString(CultureInfo.InvariantCulture) + " " : "";
        return day + month + date.Year.ToString(CultureInfo.InvariantCulture);
    }

    // "a third of members" are many, "a third of a seat" is not.
    private static bool OfMany(string text)
    {
        var first = text.Split(' ');
        return first.Length > 3 && first[1] is "third" or "quarter" or "fifth" && string.Equals(first[2], "of", StringComparison.Ordinal) && Noun(first[3]);
    }

    private static bool Noun(string word) =>
        word.Length > 2 && char.IsLower(word[0]) && word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i');
}
