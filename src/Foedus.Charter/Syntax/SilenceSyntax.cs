using System.Collections.Immutable;
using Foedus.Charter.Text;

namespace Foedus.Charter.Syntax;

/// <summary>What a charter says in place of a determination: that it says nothing, or that somebody else decides.</summary>
public sealed class SilenceSyntax
{
    internal SilenceSyntax(SourceLocation location, ImmutableArray<Match> readings, bool isLeft, Match? leftTo, string? within)
    {
        Location = location;
        Readings = readings;
        IsLeft = isLeft;
        LeftTo = leftTo;
        Within = within;
    }

    /// <summary>Where it stands.</summary>
    public SourceLocation Location { get; }

    /// <summary>Where it stands in its file.</summary>
    public TextSpan Span => Location.Span;

    /// <summary>The readings in the parentheses that fit the phrase of the clause, in order; a reading that does not fit is reported and left out.</summary>
    public ImmutableArray<Match> Readings { get; }

    /// <summary>True for <c>left to</c>, false for <c>unspecified</c>.</summary>
    public bool IsLeft { get; }

    /// <summary>To whom it is left: a match of the phrase <c>who</c>. Null for <c>unspecified</c> and where it could not be read.</summary>
    public Match? LeftTo { get; }

    /// <summary>The bounds in which it is left; null if there are none.</summary>
    public string? Within { get; }
}
