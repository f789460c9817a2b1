using Foedus.Charter.Binding;
using Foedus.Charter.Diagnostics;
using Foedus.Charter.Model;

namespace Foedus.Charter.Checks;

/// <summary>Bodies and offices that choose each other, with nobody outside the circle to fill them.</summary>
internal sealed class AppointmentCheck : ICheck
{
    public void Run(BoundEdition edition, DiagnosticBag problems)
    {
        List<object> all = [.. edition.Edition.Bodies, .. edition.Edition.Offices];
        var filled = Circles.Reached(all, Needs, IsFilled);
        Report(all.FindAll(thing => !filled.Contains(thing)), problems);
    }

    private static bool IsFilled(object thing, HashSet<object> filled) => thing is Office office
        ? office.Chosen is null || CanChoose(office.Chosen, filled) || CanFill(office.Vacancy, filled)
        : Ways((Body)thing).Any(w => CanChoose(w, filled)) || CanFill(((Body)thing).Vacancy, filled);

    private static IEnumerable<object> Needs(object thing)
    {
        var vacancy = thing is Office office ? office.Vacancy : ((Body)thing).Vacancy;
        return vacancy is { IsSaid: true, Said.FilledBy: { } by } ? Choosers(thing).Concat(by.Parties.Select(Named).OfType<object>()) : Choosers(thing);
    }

    // One message a circle: those that are reached from themselves; whoever is merely chosen by one of them follows from it.
    private static void Report(List<object> empty, DiagnosticBag problems)
    {
        foreach (var circle in Circles.Of(empty, Choosers))
        {
            var names = circle.Select(c => c.ToString()!).ToList();
            var problem = Diagnostic.At(Chosen(circle[0]).By.Clause.Location, CheckDiagnostics.AppointEachOther, names.Count == 1 ? $"the members of {names[0]}" : string.Join(", ", names.Take(names.Count - 1)) + " and " + names[^1]);
            problems.Add(problem.Also(circle.Skip(1).Select(other => Chosen(other).By.Clause.Location), "and here"));
        }
    }

    private static IEnumerable<object> Choosers(object thing) =>
        (thing is Office office ? (office.Chosen is { } chosen ? [chosen] : []) : Ways((Body)thing).OfType<Slot<Choosing>>())
            .Where(c => c.IsSaid).SelectMany(c => c.Said.By.Parties).Select(Named).OfType<object>();

    private static object? Named(Party party) => (object?)party.Office ?? party.Body;

    private static Slot<Choosing> Chosen(object thing) => thing is Office office ? office.Chosen! : Ways((Body)thing).OfType<Slot<Choosing>>().First();

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

    // A vacancy that somebody outside the circle fills opens it again.
    private static bool CanFill(Slot<Vacancy>? vacancy, HashSet<object> filled) =>
        vacancy is { IsSaid: true } && vacancy.Said.FilledBy is { } by && (by.Jointly ? by.Parties.All(p => IsThere(p, filled)) : by.Parties.Any(p => IsThere(p, filled)));

    private static bool IsThere(Party party, HashSet<object> filled) => party switch
    {
        { Kind: PartyKind.Body, Body: { } body } => filled.Contains(body),
        { Kind: PartyKind.Office, Office: { } office } => filled.Contains(office),
        { Kind: PartyKind.Member, Body: { } body } => filled.Contains(body),
        _ => true,
    };
}
