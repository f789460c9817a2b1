using Foedus.Charter.Binding;
using Foedus.Charter.Diagnostics;
using Foedus.Charter.Model;

namespace Foedus.Charter.Checks;

/// <summary>A matter that belongs to one alone and to another as well.</summary>
internal sealed class MatterCheck : ICheck
{
    public void Run(BoundEdition edition, DiagnosticBag problems)
    {
        var held = new Dictionary<string, (Competence Competence, Matter Matter)>(StringComparer.Ordinal);
        foreach (var competence in edition.Edition.Competences)
        {
            foreach (var matter in competence.Matters)
            {
                if (held.TryAdd(matter.Name, (competence, matter))) continue;
                var (other, earlier) = held[matter.Name];
                if (string.Equals(Owner(other), Owner(competence), StringComparison.Ordinal) || (!Alone(other) && !Alone(competence))) continue;
                var (alone, second) = Alone(other) ? (other, competence) : (competence, other);
                problems.Add(Diagnostic.At(matter.By.Clause.Location, CheckDiagnostics.TwoOwners, matter.Name, Owner(alone), Owner(second))
                    .Also(earlier.By.Clause.Location, "given here too"));
            }
        }
    }

    private static string Owner(Competence competence) => competence.Of?.Words ?? "the federation";

    private static bool Alone(Competence competence) => competence.Held is { IsSaid: true, Said: HeldHow.Alone };
}
