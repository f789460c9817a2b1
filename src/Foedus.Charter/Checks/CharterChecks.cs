using System.Collections.Immutable;
using Foedus.Charter.Binding;
using Foedus.Charter.Diagnostics;
using Foedus.Charter.Model;

namespace Foedus.Charter.Checks;

/// <summary>Everything that is lawful in a charter and that its drafter may have overlooked.</summary>
internal static class CharterChecks
{
    public static void Run(IReadOnlyList<BoundEdition> editions, SilenceBook silences, ImmutableArray<Assumption> assumptions, ImmutableArray<CaseText> cases, DiagnosticBag problems)
    {
    }
}
