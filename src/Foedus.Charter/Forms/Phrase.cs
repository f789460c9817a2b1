using System.Collections.Immutable;

namespace Foedus.Charter.Forms;

/// <summary>A kind of phrase that forms and other phrases use, such as who, a test, a span of time.</summary>
public sealed class Phrase
{
    internal Phrase(string name, int index)
    {
        Name = name;
        Index = index;
    }

    /// <summary>Its name in the table.</summary>
    public string Name { get; }

    /// <summary>What it is, in a few words, for messages and the manual; empty if the table does not say.</summary>
    public string About { get; internal set; } = "";

    /// <summary>The ways to say it, tried in order.</summary>
    public ImmutableArray<PhraseCase> Cases { get; internal set; } = [];

    /// <summary>Where it stands in the table: <c>file:line</c>.</summary>
    public string Origin { get; internal init; } = "";

    internal int Index { get; }

    /// <summary>Its cases by their words, where they are many.</summary>
    internal CaseKeys? Keys { get; set; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
