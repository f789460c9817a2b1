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
                if (!filled.Contains(body) && (Ways(body).Any(w => CanChoose(w, filled)) || CanFill(body.Vacancy, filled)))
                    more |= filled.Add(body);
            foreach (var office in offices)
                if (!filled.Contains(office) && (office.Chosen is null || CanChoose(office.Chosen, filled) || CanFill(office.Vacancy, filled)))
                    more |= filled.Add(office);
        }
        Report(bodies.Where(b => !filled.Contains(b)).Cast<object>().Concat(offices.Where(o => !filled.Contains(o))).ToList(), problems);
    }

    // One message a circle: those that are reached from themselves; whoever is merely chosen by one of them follows from it.
    private static void Report(List<object> empty, DiagnosticBag problems)
    {
        var told = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var reach = empty.ToDictionary(e => e, e => Reach(e, empty), ReferenceEqualityComparer.Instance);
        foreach (var one in empty.Where(e => reach[e].Contains(e)))
        {
            if (!told.Add(one)) continue;
            var circle = empty.Where(e => ReferenceEquals(e, one) || (reach[one].Contains(e) && reach[e].Contains(one))).ToList();
            told.UnionWith(circle);
            var names = circle.Select(c => c.ToString()!).ToList();
            var problem = Diagnostic.At(Chosen(one).By.Clause.Location, CheckDiagnostics.AppointEachOther, names.Count == 1 ? $"the members of {names[0]}" : string.Join(", ", names.Take(names.Count - 1)) + " and " + names[^1]);
            foreach (var other in circle.Skip(1)) problem = problem.Also(Chosen(other).By.Clause.Location, "and here");
            problems.Add(problem);
        }
    }

    private static Slot<Choosing> Chosen(object thing) => thing is Office office ? office.Chosen! : Ways((Body)thing).OfType<Slot<Choosing>>().First();

    private static HashSet<object> Reach(object start, List<object> empty)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var open = new Stack<object>([start]);
        while (open.TryPop(out var at))
        {
            foreach (var by in (at is Office office ? [office.Chosen!] : Ways((Body)at).OfType<Slot<Choosing>>()).Where(c => c.IsSaid).SelectMany(c => c.Said.By.Parties))
            {
                if (((object?)by.Office ?? by.Body) is { } next && empty.Contains(next, ReferenceEqualityComparer.Instance) && seen.Add(next)) open.Push(next);
            }
        }
        return seen;
    }

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
