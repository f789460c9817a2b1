using System.Collections.Frozen;

namespace Foedus.Charter.Forms;

/// <summary>The small words of the language, which are never terms.</summary>
public static class SmallWords
{
    private static readonly FrozenSet<string> Words =
        "and or of by to in on at when within from for per among as after before until except unless holding with is are not no any every each that its all the majority unspecified"
            .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>All of them, sorted.</summary>
    public static IEnumerable<string> All => Words.Order(StringComparer.Ordinal);

    /// <summary>How many there are.</summary>
    internal static int Count => Words.Count;

    /// <summary>Whether a word is one of them. <c>majority</c> is one because it has no single meaning; <c>unspecified</c> because it marks a silence.</summary>
    public static bool Contains(ReadOnlySpan<char> word) => Lookup.Contains(word);
}
