using Foedus.Charter.Binding;
using Foedus.Charter.Diagnostics;
using Foedus.Charter.Model;

namespace Foedus.Charter.Checks;

/// <summary>People who count once with their unit and again with the unit within which it stands.</summary>
internal sealed class OverlapCheck : ICheck
{
    public void Run(BoundEdition edition, DiagnosticBag problems)
    {
        foreach (var body in edition.Edition.Bodies)
            for (var i = 0; i < body.Seats.Count; i++)
                for (var j = i + 1; j < body.Seats.Count; j++)
                    Pair(body, body.Seats[i], body.Seats[j], problems);
    }

    private static void Pair(Body body, SeatGroup one, SeatGroup other, DiagnosticBag problems)
    {
        if (one.Overlap is not null || other.Overlap is not null || Counted(one) is not { } first || Counted(other) is not { } second) return;
        if (!Within(first, second) && !Within(second, first)) return;
        problems.Add(Diagnostic.At(other.Formula.By.Clause.Location, CheckDiagnostics.CountedTwice, body.ToString())
            .Labelled($"people of a {second} count here")
            .Also(one.Formula.By.Clause.Location, $"people of a {first} count here")
            .Helped("overlap unspecified (counted again | left out)"));
    }

    private static UnitKind? Counted(SeatGroup group) => group.Formula.Fillers.Select(f => f switch
    {
        SeatFormula.Norm norm => norm.Each,
        SeatFormula.Shared shared => shared.Among,
        SeatFormula.ByBands bands => bands.Each,
        _ => null,
    }).OfType<UnitKind>().FirstOrDefault();

    private static bool Within(UnitKind kind, UnitKind above) => kind.Above().Contains(above, ReferenceEqualityComparer.Instance);
}
