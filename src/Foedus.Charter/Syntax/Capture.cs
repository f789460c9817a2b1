using System.Collections.Immutable;
using Foedus.Charter.Forms;
using Foedus.Charter.Text;

namespace Foedus.Charter.Syntax;

/// <summary>What a part of a phrase holds, under the name that the table gives it.</summary>
public sealed class Capture
{
    internal Capture(string name, CaptureKind kind, SourceLocation location, AtomicType? type, string text, Match? match, ImmutableArray<Capture> items)
    {
        Name = name;
        Kind = kind;
        Location = location;
        Type = type;
        Text = text;
        Match = match;
        Items = items;
    }

    /// <summary>The name in the table.</summary>
    public string Name { get; }

    /// <summary>What it holds.</summary>
    public CaptureKind Kind { get; }

    /// <summary>Where it stands.</summary>
    public SourceLocation Location { get; }

    /// <summary>Where it stands in its file.</summary>
    public TextSpan Span => Location.Span;

    /// <summary>The atomic type asked for; null for phrases and flags.</summary>
    public AtomicType? Type { get; }

    /// <summary>The value as text: a name with single spaces, quoted text without its quotes, anything else as written.</summary>
    public string Text { get; }

    /// <summary>The match of a phrase; null otherwise.</summary>
    public Match? Match { get; }

    /// <summary>The items of a list; empty otherwise.</summary>
    public ImmutableArray<Capture> Items { get; }

    /// <summary>The exact value of a number; a default value if it is none.</summary>
    public ExactNumber Number => NumberReader.TryRead(Text, out var value) ? value : default;

    /// <summary>The value of a date; a default value if it is none.</summary>
    public PartialDate Date => PartialDate.TryRead(Text, out var date) ? date : default;

    /// <inheritdoc/>
    public override string ToString() => $"{Name}={Text}";
}
