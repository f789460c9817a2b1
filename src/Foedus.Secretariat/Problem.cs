using System.Collections.Immutable;
using Foedus.Charter.Diagnostics;
using Foedus.Secretariat.Texts;

namespace Foedus.Secretariat;

/// <summary>Something that is wrong with a federation's texts or its ledger, or that stands in the way of what was asked.</summary>
/// <param name="Code">What kind of problem it is, for programs: the number of a message about a text, <c>FD0301</c>, or the key of a sentence of the desk.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Arguments">What stands in the places of its sentence, in order.</param>
/// <param name="Sentence">The sentence in English.</param>
/// <param name="Places">Where it is, the chief place first; empty if it is at no place of a text.</param>
/// <param name="Help">What to do, a line each; may be empty.</param>
public sealed record Problem(
    string Code,
    DiagnosticSeverity Severity,
    ImmutableArray<string> Arguments,
    string Sentence,
    ImmutableArray<ProblemPlace> Places,
    ImmutableArray<string> Help)
{
    /// <summary>The message from which it was made; null if it is not about a text.</summary>
    public Diagnostic? Source { get; private init; }

    /// <summary>A problem that is at no place of a text.</summary>
    /// <param name="what">Where and why.</param>
    /// <param name="help">What to do; null if the sentence says it.</param>
    public static Problem Of(Sentence what, Sentence? help = null) =>
        new(what.Key, DiagnosticSeverity.Error, what.Arguments, what.ToString(), [], help is { } way ? [way.ToString()] : []);

    /// <summary>What a reader said of a text.</summary>
    public static Problem Of(Diagnostic diagnostic) => new(
        diagnostic.Descriptor.Number,
        diagnostic.Severity,
        diagnostic.Arguments,
        diagnostic.Message,
        [ProblemPlace.Of(diagnostic.Primary), .. diagnostic.Secondary.Select(ProblemPlace.Of)],
        diagnostic.Help)
    {
        Source = diagnostic,
    };

    /// <inheritdoc/>
    public override string ToString() => Places is [var first, ..] ? $"{Code} {first}: {Sentence}" : $"{Code}: {Sentence}";
}
