using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;
using Foedus.Charter.Forms;
using Foedus.Charter.Text;

namespace Foedus.Charter.Syntax;

/// <summary>
/// Words that fit a case of a form or phrase, with what they hold by name.
/// Ask for a capture that the case may lack with <see cref="Has"/> or a method that gives null;
/// the others throw <see cref="KeyNotFoundException"/>, which means that code and table disagree.
/// </summary>
public sealed class Match
{
    private readonly SourceText source;

    internal Match(PhraseCase matched, SourceText source, TextSpan span, Capture[] captures)
    {
        this.source = source;
        Case = matched;
        Span = span;
        Captures = ImmutableCollectionsMarshal.AsImmutableArray(captures);
    }

    /// <summary>The form, for the words after a keyword; null for a phrase inside.</summary>
    public Form? Form => Case.Owner as Form;

    /// <summary>The phrase; null for the words after a keyword.</summary>
    public Phrase? Phrase => Case.Owner as Phrase;

    /// <summary>The case that fits.</summary>
    public PhraseCase Case { get; }

    /// <summary>The name of the case.</summary>
    public string CaseName => Case.Name;

    /// <summary>Where the words stand.</summary>
    public SourceLocation Location => new(source, Span);

    /// <summary>Where the words stand in their file.</summary>
    public TextSpan Span { get; }

    /// <summary>The words as written.</summary>
    public string Text => Location.Text;

    /// <summary>Everything captured, in the order of the words.</summary>
    public ImmutableArray<Capture> Captures { get; }

    /// <summary>Whether the case has a name.</summary>
    public bool Is(string caseName) => string.Equals(Case.Name, caseName, StringComparison.Ordinal);

    /// <summary>Whether something was captured under a name.</summary>
    public bool Has(string name) => Find(name) is not null;

    /// <summary>A capture; null if it was not said.</summary>
    public Capture? Find(string name)
    {
        foreach (var capture in Captures)
            if (string.Equals(capture.Name, name, StringComparison.Ordinal))
                return capture;
        return null;
    }

    /// <summary>A capture that the case always has.</summary>
    public Capture Get(string name) => Find(name) ?? throw new KeyNotFoundException($"`{Form?.Id ?? Phrase?.Name}` ({Case.Name}) captures no `{name}` here");

    /// <summary>The text of a capture; null if it was not said.</summary>
    public string? TextOrNull(string name) => Find(name)?.Text;

    /// <summary>A name.</summary>
    public string Name(string name) => Get(name).Text;

    /// <summary>A term or other word.</summary>
    public string Term(string name) => Get(name).Text;

    /// <summary>A label.</summary>
    public string Label(string name) => Get(name).Text;

    /// <summary>Quoted text, without its quotes.</summary>
    public string String(string name) => Get(name).Text;

    /// <summary>The words of a flag, such as <c>in turn</c>; null if none stood there.</summary>
    public string? Flag(string name) => Find(name)?.Text;

    /// <summary>A whole number.</summary>
    public BigInteger Integer(string name) => Get(name).Number.Numerator;

    /// <summary>A number, exactly.</summary>
    public ExactNumber Number(string name) => Get(name).Number;

    /// <summary>A date.</summary>
    public PartialDate Date(string name) => Get(name).Date;

    /// <summary>The match of a phrase.</summary>
    public Match Sub(string name) => Get(name).Match ?? throw new KeyNotFoundException($"`{name}` is no phrase");

    /// <summary>The match of a phrase; null if it was not said.</summary>
    public Match? SubOrNull(string name) => Find(name)?.Match;

    /// <summary>The items of a list; none if it was not said.</summary>
    public ImmutableArray<Capture> List(string name) => Find(name)?.Items ?? [];

    /// <summary>The phrases of a list; none if it was not said.</summary>
    public IEnumerable<Match> Subs(string name) => List(name).Select(i => i.Match ?? throw new KeyNotFoundException($"the items of `{name}` are no phrases"));

    /// <inheritdoc/>
    public override string ToString() => $"{Form?.Id ?? Phrase?.Name}/{Case.Name}: {Text}";
}
