using Foedus.Charter.Binding;
using Foedus.Charter.Diagnostics;
using Foedus.Charter.Model;

namespace Foedus.Charter.Checks;

/// <summary>A body that can be convened only by itself, or by bodies that wait for it.</summary>
internal sealed class ConveningCheck : ICheck
{
    public void Run(BoundEdition edition, DiagnosticBag problems)
    {
        var bodies = edition.Edition.Bodies;
        var canMeet = new HashSet<Body>(bodies.Where(b => b.Sessions.Count == 0 || b.ByItsOwnCharter), ReferenceEqualityComparer.Instance);
        for (var more = true; more;)
        {
            more = false;
            foreach (var body in bodies)
                if (!canMeet.Contains(body) && body.Sessions.Exists(s => s.Convened.Any(c => Convenes(c, body, canMeet))))
                    more |= canMeet.Add(body);
        }
        foreach (var body in bodies.Where(b => !canMeet.Contains(b)))
            problems.Add(Diagnostic.At(body.Sessions[0].By.Clause.Location, CheckDiagnostics.NobodyConvenes, body.ToString()));
    }

    private static bool Convenes(Slot<Convening> convened, Body body, HashSet<Body> canMeet) =>
        !convened.IsSaid || convened.Said.By.Parties.Any(p => p.Kind != PartyKind.Body || p.Body is null || (!ReferenceEquals(p.Body, body) && canMeet.Contains(p.Body)));
}
