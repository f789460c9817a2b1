using System.Collections.Immutable;

namespace Foedus.Charter.Forms;

/// <summary>A piece of what may follow a keyword.</summary>
public abstract record Pattern
{
    internal StartSet? Starts { get; set; }
}

/// <summary>A word or mark of the language, as it is typed.</summary>
public sealed record LiteralPattern(string Text) : Pattern
{
    internal int Number { get; set; }
}

/// <summary>A piece that the match keeps under a name.</summary>
public abstract record NamedPattern(string Name) : Pattern;

/// <summary>Words of the language, one of several, of which the match remembers under <paramref name="Name"/> which stood there.</summary>
public sealed record FlagPattern(string Name, ImmutableArray<ImmutableArray<string>> Options) : NamedPattern(Name)
{
    /// <summary>Each option as it is read: a space before every word but a comma and a closing parenthesis.</summary>
    internal ImmutableArray<string> Texts { get; } =
        [.. Options.Select(o => o.Aggregate("", (text, word) => text.Length == 0 || word is "," or ")" ? text + word : text + " " + word))];

    internal ImmutableArray<ImmutableArray<int>> Numbers { get; set; }
}

/// <summary>A word or a phrase that the match keeps under a name.</summary>
public sealed record CapturePattern(string Name, PatternType Type) : NamedPattern(Name);

/// <summary>One or more of a type with a separator between them.</summary>
public sealed record ListPattern(string Name, PatternType Type, string Separator) : NamedPattern(Name)
{
    internal int SeparatorNumber { get; set; }
}

/// <summary>May stand or not.</summary>
public sealed record OptionalPattern(Pattern Inner) : Pattern;

/// <summary>One of several, the first that fits.</summary>
public sealed record ChoicePattern(ImmutableArray<Pattern> Options) : Pattern;

/// <summary>One after the other.</summary>
public sealed record SequencePattern(ImmutableArray<Pattern> Parts) : Pattern;

/// <summary>The type of a capture: an atomic type, or else a phrase.</summary>
public sealed record PatternType(string Name, AtomicType? Atomic)
{
    /// <summary>The phrase, once the table is linked; null for an atomic type.</summary>
    public Phrase? Phrase { get; internal set; }
}
