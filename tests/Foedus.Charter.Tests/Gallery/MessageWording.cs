using Foedus.Charter.Diagnostics;

namespace Foedus.Charter.Tests.Gallery;

/// <summary>How messages are worded: one plain sentence in the words of the field, explained in sentences.</summary>
internal static class MessageWording
{
    public static void NoWordOfTheEngineRoom(IEnumerable<DiagnosticDescriptor> kinds)
    {
        var wrong = kinds.SelectMany(d => new[] { (d.Number, Text: d.EnglishTitle), (d.Number, Text: d.EnglishExplanation) })
            .Select(m => (m.Number, m.Text, Word: EngineRoomWords.In(m.Text))).Where(m => m.Word is not null).Select(m => $"{m.Number}: \"{m.Word}\" in: {m.Text}").ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    public static void OnePlainSentence(IEnumerable<DiagnosticDescriptor> kinds)
    {
        var wrong = kinds.Select(d => (d, Fault: Fault(d))).Where(m => m.Fault is not null).Select(m => $"{m.d.Number}: {m.Fault}: {m.d.EnglishTitle}").ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static string? Fault(DiagnosticDescriptor kind)
    {
        var title = kind.EnglishTitle;
        if (char.IsUpper(title[0])) return "starts with a capital";
        if (title.EndsWith('.')) return "ends with a full stop";
        if (title.Contains("(s)", StringComparison.Ordinal)) return "one or many";
        if (title.Contains(". ", StringComparison.Ordinal)) return "more than one sentence";
        if (kind.EnglishExplanation.Length < 40 || !kind.EnglishExplanation.EndsWith('.') || !char.IsUpper(kind.EnglishExplanation.TrimStart('`', '"')[0]) && kind.EnglishExplanation[0] != '`') return "is not explained in sentences";
        if (kind.EnglishExplanation.Contains('{', StringComparison.Ordinal)) return "a brace in the explanation";
        return null;
    }
}
