using System.Buffers;
using System.Globalization;

namespace Foedus.Ledger.Records;

/// <summary>What an act must be to be recorded. Writer and reader hold to the same rules, so that no entry can be written that cannot be read.</summary>
public static class ActRecordRules
{
    private static readonly SearchValues<char> KindCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-.");

    private static readonly SearchValues<char> Controls =
        SearchValues.Create([.. Enumerable.Range(0, ' ').Select(c => (char)c).Where(c => c is not ('\n' or '\t')), '\u007f']);

    /// <summary>What is wrong with an act, in a sentence; null if nothing is.</summary>
    /// <param name="act">The act.</param>
    /// <param name="position">Its place, if it is known: it can correct only what stands before it.</param>
    public static string? Problem(ActRecord act, long position = long.MaxValue)
    {
        if (act.Kind.Length is 0 or > 255 || act.Kind.AsSpan().ContainsAnyExcept(KindCharacters))
            return $"'{act.Kind}' is no kind of act: it is one word of a to z, 0 to 9, - and .";
        if (TextProblem(act.Text) is { } text)
            return text;
        if (act.Key is { } key && (key.Length is 0 or > 64 || key.AsSpan().ContainsAnyExceptInRange('!', '~')))
            return "an idempotency key has 1 to 64 visible ASCII characters";
        if (act.Ruling > RecordedRuling.Tied)
            return "the ruling is none that there is";
        if (!act.Assumptions.IsEmpty && act.Assumptions.Any(a => a.Length == 0 || System.Text.Encoding.UTF8.GetByteCount(a) > 255 || TextProblem(a) is not null || a.Contains('\n', StringComparison.Ordinal)))
            return "the name of an assumption has 1 to 255 bytes on one line";
        if (act.Assumptions.Length > 255)
            return "at most 255 assumptions can be named";
        if (act.Attachments.Length > 2047)
            return "at most 2047 attachments can be named";
        if (act.Corrects is { } corrects && (corrects < 0 || corrects >= position))
            return string.Create(CultureInfo.InvariantCulture, $"it corrects entry {corrects}, which does not stand before it");
        if (act.Corrects is not null && act.Kind == ActRecord.KeyKind)
            return "a change of key corrects nothing";
        return null;
    }

    private static string? TextProblem(string text)
    {
        if (text.Length == 0)
            return "it has no words";
        if (text[^1] == '\n' || text[0] == '\n')
            return "its words begin or end with an empty line";
        if (text.AsSpan().IndexOfAny(Controls) is var control && control >= 0)
            return string.Create(CultureInfo.InvariantCulture, $"its words hold the control character U+{(int)text[control]:X4}");
        for (var i = text.AsSpan().IndexOfAnyInRange('\ud800', '\udfff'); i >= 0 && i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (!char.IsHighSurrogate(text[i]) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1]))
                return "its words are no valid Unicode";
            i++;
        }

        return null;
    }
}
