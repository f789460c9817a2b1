using System.Collections.Immutable;
using Foedus.Charter.Diagnostics;
using Foedus.Charter.Syntax;

namespace Foedus.Engine.Cases;

/// <summary>What became of one line of a case that expects something.</summary>
/// <param name="Clause">The line.</param>
/// <param name="Expected">What it expects, as written.</param>
/// <param name="Came">What came.</param>
/// <param name="Reasons">The reasons that were found, each with the article that it rests on, then what is needed and what was assumed.</param>
/// <param name="Problem">What is wrong, at the line; null if it came as expected.</param>
public sealed record ExpectationResult(ClauseSyntax Clause, string Expected, string Came, ImmutableArray<string> Reasons, Diagnostic? Problem)
{
    /// <summary>Whether it came as expected, and for the reasons that the line names.</summary>
    public bool Passed => Problem is null;
}
