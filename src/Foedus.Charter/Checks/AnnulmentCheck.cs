using Foedus.Charter.Binding;
using Foedus.Charter.Diagnostics;
using Foedus.Charter.Model;

namespace Foedus.Charter.Checks;

/// <summary>A sort of act that no remedy can make void.</summary>
internal sealed class AnnulmentCheck : ICheck
{
    public void Run(BoundEdition edition, DiagnosticBag problems)
    {
        var attacked = new HashSet<string>(StringComparer.Ordinal);
        foreach (var remedy in edition.Edition.Remedies.Where(MakesVoid))
            foreach (var act in remedy.Against.SelectMany(a => a.Fillers).SelectMany(a => a.Acts))
                attacked.Add(act.Instrument?.Name ?? act.Name);
        foreach (var instrument in edition.Edition.Instruments.Where(i => !attacked.Contains(i.Name)))
            problems.Add(Diagnostic.At(instrument.By.Clause.Location, CheckDiagnostics.NobodyAnnuls, instrument.Name));
    }

    private static bool MakesVoid(Remedy remedy) =>
        remedy.Effect is not { IsSaid: true } effect || effect.Said.Kind is EffectKind.VoidFromStart or EffectKind.VoidFromDay or EffectKind.Decided;
}
