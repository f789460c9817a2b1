using System.Collections.Immutable;
using Foedus.Charter.Diagnostics;
using Foedus.Charter.Model;

namespace Foedus.Engine.Cases;

/// <summary>What became of a case.</summary>
/// <param name="Case">The case as written.</param>
/// <param name="Expectations">Its expectations, in order.</param>
/// <param name="Problems">What is wrong with the case itself: names that nothing declares, an assumption that nobody made.</param>
public sealed record CaseResult(CaseText Case, ImmutableArray<ExpectationResult> Expectations, ImmutableArray<Diagnostic> Problems)
{
    /// <summary>Whether everything came as expected and nothing is wrong with the case.</summary>
    public bool Passed => Expectations.All(e => e.Passed) && !Problems.Any(p => p.Severity == DiagnosticSeverity.Error);

    /// <summary>Everything that is wrong, in the order of the file.</summary>
    public ImmutableArray<Diagnostic> Diagnostics
    {
        get
        {
            var bag = new DiagnosticBag();
            bag.AddRange(Problems);
            bag.AddRange(Expectations.Select(e => e.Problem).OfType<Diagnostic>());
            return bag.ToSorted();
        }
    }
}
