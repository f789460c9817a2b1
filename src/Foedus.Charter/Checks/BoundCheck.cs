using Foedus.Charter.Binding;
using Foedus.Charter.Diagnostics;
using Foedus.Charter.Model;
using Foedus.Counting;

namespace Foedus.Charter.Checks;

/// <summary>Numbers that come out otherwise than they look: seats beside those of chambers, and upper bounds that nothing ever tests.</summary>
internal sealed class BoundCheck : ICheck
{
    public void Run(BoundEdition edition, DiagnosticBag problems)
    {
        foreach (var body in edition.Edition.Bodies.Where(b => b.Chambers.Count > 0 && b.Seats.Count > 0))
            problems.Add(Diagnostic.At(body.Seats[0].Formula.By.Clause.Location, CheckDiagnostics.SeatsBesideChambers, body.Name, string.Join(" and ", body.Chambers.Select(c => c.Name))));
        foreach (var stage in edition.Edition.Procedures.SelectMany(p => p.Stages).Where(s => s.Within is null))
        {
            foreach (var exit in stage.Exits.Where(e => e.By is { } by && by.Parties.Any(p => p.Quantity is { How: Comparison.AtMost or Comparison.FewerThan })))
                problems.Add(Diagnostic.At(exit.Provision.Clause.Location, CheckDiagnostics.NeverTested, exit.By!.Words, stage.Name));
        }
    }
}
