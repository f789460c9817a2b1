using Foedus.Charter.Binding;
using Foedus.Charter.Diagnostics;
using Foedus.Charter.Model;

namespace Foedus.Charter.Checks;

/// <summary>Bodies whose seats come from one another in a circle: the members of the one sit in the other because they sit in the one.</summary>
internal sealed class SeatCircleCheck : ICheck
{
    public void Run(BoundEdition edition, DiagnosticBag problems)
    {
        var bodies = edition.Edition.Bodies;
        var told = new HashSet<Body>(ReferenceEqualityComparer.Instance);
        foreach (var body in bodies)
        {
            if (told.Contains(body) || !Reach(body).Contains(body)) continue;
            var circle = bodies.Where(b => ReferenceEquals(b, body) || (Reach(body).Contains(b) && Reach(b).Contains(body))).ToList();
            told.UnionWith(circle);
            var names = circle.ConvertAll(b => b.ToString());
            var places = circle.ConvertAll(b => b.Seats.First(g => From(g).Any(o => circle.Contains(o))).Formula.By.Clause.Location);
            var problem = Diagnostic.At(places[0], CheckDiagnostics.SeatsInCircle, names.Count == 1 ? names[0] : string.Join(", ", names.Take(names.Count - 1)) + " and " + names[^1]);
            foreach (var place in places.Skip(1)) problem = problem.Also(place, "and here");
            problems.Add(problem);
        }
    }

    private static HashSet<Body> Reach(Body start)
    {
        var seen = new HashSet<Body>(ReferenceEqualityComparer.Instance);
        var open = new Stack<Body>([start]);
        while (open.TryPop(out var at))
        {
            foreach (var next in at.Seats.SelectMany(From))
                if (seen.Add(next)) open.Push(next);
        }
        return seen;
    }

    // The bodies from which a line of seats comes; so many chosen from among the members of a body are chosen, and hang on nothing.
    private static IEnumerable<Body> From(SeatGroup group) =>
        group.Formula.Fillers.SelectMany(f => f switch
        {
            SeatFormula.ExOfficio officio => officio.Who.Parties,
            SeatFormula.AsManyAs many => many.Bodies.Parties,
            _ => [],
        }).Where(p => p.Quantity is null).Select(p => p.Kind == PartyKind.Body ? p.Body : p.Kind == PartyKind.Member ? p.Of?.Body : null).OfType<Body>();
}
