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
        var canMeet = Circles.Reached([.. bodies], b => Conveners((Body)b), (b, reached) => CanMeet((Body)b, reached));
        foreach (var body in bodies.Where(b => !canMeet.Contains(b)))
            problems.Add(Diagnostic.At(body.Sessions[0].By.Clause.Location, CheckDiagnostics.NobodyConvenes, body.ToString()));
    }

    private static bool CanMeet(Body body, HashSet<object> reached) =>
        body.Sessions.Count == 0 || body.ByItsOwnCharter || body.Sessions.Exists(s => s.Convened.Any(c => Convenes(c, body, reached)));

    private static IEnumerable<object> Conveners(Body body) =>
        body.Sessions.SelectMany(s => s.Convened).Where(c => c.IsSaid).SelectMany(c => c.Said.By.Parties).Select(p => p.Body).OfType<object>();

    private static bool Convenes(Slot<Convening> convened, Body body, HashSet<object> canMeet) =>
        !convened.IsSaid || convened.Said.By.Parties.Any(p => p.Kind != PartyKind.Body || p.Body is null || (!ReferenceEquals(p.Body, body) && canMeet.Contains(p.Body)));
}
