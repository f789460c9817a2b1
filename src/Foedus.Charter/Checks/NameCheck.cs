using Foedus.Charter.Binding;
using Foedus.Charter.Diagnostics;
using Foedus.Charter.Model;

namespace Foedus.Charter.Checks;

/// <summary>One name for two things of different sorts.</summary>
internal sealed class NameCheck : ICheck
{
    public void Run(BoundEdition edition, DiagnosticBag problems)
    {
        var named = new Dictionary<string, (string Sort, Provision By)>(StringComparer.Ordinal);
        var charter = edition.Edition;
        foreach (var body in charter.Bodies) Name(body.Name, "a body", body.By);
        foreach (var office in charter.Offices) Name(office.Name, "an office", office.By);
        foreach (var unit in charter.Parties) Name(unit.Name, "a unit", unit.By);
        foreach (var rule in charter.Rules.Where(r => r.Name is not null)) Name(rule.Name!, "a rule of decision", rule.By);
        foreach (var procedure in charter.Procedures) Name(procedure.Name, "a procedure", procedure.By);
        foreach (var remedy in charter.Remedies) Name(remedy.Name, "a remedy", remedy.By);

        void Name(string name, string sort, Provision by)
        {
            if (named.TryAdd(name, (sort, by)) || string.Equals(named[name].Sort, sort, StringComparison.Ordinal)) return;
            problems.Add(Diagnostic.At(by.Clause.Location, CheckDiagnostics.TwoThings, name, named[name].Sort, sort).Also(named[name].By.Clause.Location, named[name].Sort));
        }
    }
}
