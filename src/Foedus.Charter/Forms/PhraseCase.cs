using System.Collections.Immutable;

namespace Foedus.Charter.Forms;

/// <summary>One way to say a phrase or the words of a form.</summary>
/// <param name="Name">The name of the case, unique in its phrase or form.</param>
/// <param name="Pattern">What it looks like.</param>
/// <param name="PatternText">The same as it stands in the table.</param>
/// <param name="Reads">The sentence or part of a sentence that it reads as; null if the table does not say.</param>
public sealed record PhraseCase(string Name, Pattern Pattern, string PatternText, ReadingTemplate? Reads)
{
    /// <summary>The names that a match of the case may carry, in order of appearance.</summary>
    public ImmutableArray<string> CaptureNames { get; } = [.. NamesOf(Pattern).Distinct(StringComparer.Ordinal)];

    /// <summary>Whether it is words alone: kept and printed, and nothing is ruled by it.</summary>
    public bool IsWords { get; internal init; }

    /// <summary>The captures that are words alone, as a title.</summary>
    public ImmutableArray<string> WordSlots { get; internal init; } = [];

    /// <summary>The form or phrase that it is a case of.</summary>
    internal object? Owner { get; set; }

    internal StartSet Starts { get; set; } = null!;

    /// <summary>The words of the table without which the case cannot fit.</summary>
    internal ImmutableArray<int> Required { get; set; } = [];

    private static IEnumerable<string> NamesOf(Pattern pattern) => pattern switch
    {
        FlagPattern flag => [flag.Name],
        CapturePattern capture => [capture.Name],
        ListPattern list => [list.Name],
        OptionalPattern optional => NamesOf(optional.Inner),
        ChoicePattern choice => choice.Options.SelectMany(NamesOf),
        SequencePattern sequence => sequence.Parts.SelectMany(NamesOf),
        _ => [],
    };
}
