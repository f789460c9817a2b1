using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Foedus.Charter.Forms;
using Foedus.Charter.Text;

namespace Foedus.Charter.Syntax;

/// <summary>What a part of a phrase holds, under the name that the table gives it.</summary>
public sealed class Capture
{
    private readonly NamedPattern pattern;
    private readonly SourceText source;

    // The match of a phrase, the items of a list, or nothing.
    private readonly object? inner;
    private string? text;

    internal Capture(NamedPattern pattern, SourceText source, TextSpan span, string? text, object? inner)
    {
        this.pattern = pattern;
        this.source = source;
        this.text = text;
        this.inner = inner;
        Span = span;
    }

    /// <summary>The name in the table.</summary>
    public string Name => pattern.Name;

    /// <summary>What it holds.</summary>
    public CaptureKind Kind => pattern is FlagPattern ? CaptureKind.Flag : inner switch
    {
        null => CaptureKind.Token,
        Syntax.Match => CaptureKind.Phrase,
        _ => CaptureKind.List,
    };

    /// <summary>Where it stands.</summary>
    public SourceLocation Location => new(source, Span);

    /// <summary>Where it stands in its file.</summary>
    public TextSpan Span { get; }

    /// <summary>The atomic type asked for; null for phrases and flags.</summary>
    public AtomicType? Type => inner is not null ? null : pattern switch
    {
        CapturePattern capture => capture.Type.Atomic,
        ListPattern list => list.Type.Atomic,
        _ => null,
    };

    /// <summary>The value as text: a name with single spaces, quoted text without its quotes, anything else as written.</summary>
    public string Text => text ??= Type == AtomicType.String ? Unquoted(source, Span) : source.Slice(Span);

    /// <summary>The match of a phrase; null otherwise.</summary>
    public Match? Match => inner as Match;

    /// <summary>The items of a list; empty otherwise.</summary>
    public ImmutableArray<Capture> Items => inner is Capture[] items ? ImmutableCollectionsMarshal.AsImmutableArray(items) : [];

    /// <summary>The exact value of a number; a default value if it is none.</summary>
    public ExactNumber Number => NumberReader.TryRead(Written, out var value) ? value : default;

    /// <summary>The value of a date; a default value if it is none.</summary>
    public PartialDate Date => PartialDate.TryRead(Written, out var date) ? date : default;

    private ReadOnlySpan<char> Written => text ?? (Type == AtomicType.String ? Text : source.Span(Span));

    /// <inheritdoc/>
    public override string ToString() => $"{Name}={Text}";

    /// <summary>What stands between the quotes of a token, where a quote is written twice.</summary>
    internal static string Unquoted(SourceText source, TextSpan quoted) =>
        source.Slice(TextSpan.FromBounds(quoted.Start + 1, quoted.End - 1)).Replace("\"\"", "\"", StringComparison.Ordinal);
}
