using Foedus.Charter.Binding;
using Foedus.Charter.Diagnostics;

namespace Foedus.Charter.Checks;

/// <summary>A duty whose consequence is a remedy that cannot be used against doing nothing.</summary>
internal sealed class DutyCheck : ICheck
{
    public void Run(BoundEdition edition, DiagnosticBag problems)
    {
        foreach (var duty in edition.Edition.Duties)
        {
            if (duty.IfMissed is not { } missed) continue;
            foreach (var name in missed.Fillers.Select(f => f.Remedy).OfType<string>())
            {
                var remedy = edition.Edition.Remedies.Find(r => string.Equals(r.Name, name, StringComparison.Ordinal));
                if (remedy is null || remedy.Against.Exists(a => a.Fillers.IsEmpty || a.Fillers.Any(f => f.OmissionOf is not null))) continue;
                problems.Add(Diagnostic.At(missed.By.Clause.Location, CheckDiagnostics.DutyWithoutRemedy, name, duty.Name).Also(remedy.By.Clause.Location, "the remedy"));
            }
        }
    }
}
