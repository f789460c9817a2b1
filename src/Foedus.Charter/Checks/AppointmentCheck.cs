using Foedus.Charter.Binding;
using Foedus.Charter.Diagnostics;
using Foedus.Charter.Model;

namespace Foedus.Charter.Checks;

/// <summary>Bodies and offices that choose each other, with nobody outside the circle to fill them.</summary>
internal sealed class AppointmentCheck : ICheck
{
    public void Run(BoundEdition edition, DiagnosticBag problems)
    {
        var bodies = edition.Edition.Bodies;
        var offices = edition.Edition.Offices;
        var filled = new HashSet<object>(ReferenceEqualityComparer.Instance);
        for (var more = true; more;)
        {
            more = false;
            foreach (var body in bodies)
                if (!filled.Contains(body) && Ways(body).Any(w => CanChoose(w, filled)))
                    more |= filled.Add(body);
            foreach (var office in offices)
                if (!filled.Contains(office) && (office.Chosen is null || CanChoose(office.Chosen, filled)))
                    more |= filled.Add(office);
        }
        foreach (var body in bodies.Where(b => !filled.Contains(b))) Report(body.ToString(), Ways(body).OfType<Slot<Choosing>>().First(), problems);
        foreach (var office in offices.Where(o => !filled.Contains(o))) Report(office.ToString(), office.Chosen!, problems);
    }

    private static void Report(string name, Slot<Choosing> chosen, DiagnosticBag problems) =>
        problems.Add(Diagnostic.At(chosen.By.Clause.Location, CheckDiagnostics.AppointEachOther, name, chosen.Said.By.Words));

    // How members come into a body; null: without being chosen by anybody of this charter.
    private static IEnumerable<Slot<Choosing>?> Ways(Body body)
    {
        if (body.ByItsOwnCharter || body.Chambers.Count > 0 || body.Seats.Count == 0)
        {
            yield return body.Chambers.Count > 0 ? body.Chosen : null;
            foreach (var chamber in body.Chambers) yield return chamber.Chosen;
            yield break;
        }
        foreach (var group in body.Seats)
        {
            var chosen = group.Chosen ?? body.Chosen;
            yield return group.Formula.Fillers.Any(f => f is SeatFormula.ExOfficio) ? null : chosen;
        }
    }

    private static bool CanChoose(Slot<Choosing>? chosen, HashSet<object> filled)
    {
        if (chosen is not { IsSaid: true }) return true;
        var by = chosen.Said.By;
        return by.Jointly ? by.Parties.All(p => IsThere(p, filled)) : by.Parties.Any(p => IsThere(p, filled));
    }

    private static bool IsThere(Party party, HashSet<object> filled) => party switch
    {
        { Kind: PartyKind.Body, Body: { } body } => filled.Contains(body),
        { Kind: PartyKind.Office, Office: { } office } => filled.Contains(office),
        { Kind: PartyKind.Member, Body: { } body } => filled.Contains(body),
        _ => true,
    };
}
