using Foedus.Charter.Binding;
using Foedus.Charter.Diagnostics;
using Foedus.Charter.Model;

namespace Foedus.Charter.Checks;

/// <summary>Languages that the charter names and never uses, and languages that it uses and does not name.</summary>
internal sealed class LanguageCheck : ICheck
{
    public void Run(BoundEdition edition, DiagnosticBag problems)
    {
        var languages = edition.Edition.Languages;
        if (languages.IsEmpty) return;
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var instrument in edition.Edition.Instruments)
        {
            foreach (var language in instrument.Published?.Fillers.SelectMany(l => l).Distinct(StringComparer.Ordinal) ?? [])
            {
                used.Add(language);
                Known(language, instrument.Published!.By);
            }
            foreach (var language in instrument.Authentic?.Fillers.OfType<string>() ?? []) Known(language, instrument.Authentic!.By);
        }
        if (used.Count == 0 || edition.Clauses.FirstOrDefault(c => c.Is("languages")) is not { } clause) return;
        var unused = languages.Where(l => !used.Contains(l)).ToList();
        if (unused.Count > 0) problems.Add(Diagnostic.At(clause.Location, CheckDiagnostics.LanguageUnused, string.Join(", ", unused)));

        void Known(string language, Provision by)
        {
            if (!languages.Contains(language, StringComparer.Ordinal)) problems.Add(Diagnostic.At(by.Clause.Location, CheckDiagnostics.LanguageUnknown, language));
        }
    }
}
