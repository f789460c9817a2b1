using System.Collections.Immutable;
using Foedus.Charter.Binding;
using Foedus.Charter.Diagnostics;
using Foedus.Charter.Model;
using Foedus.Charter.Registers;

namespace Foedus.Charter.Checks;

/// <summary>Measures by which something is counted and of which the register has no figure.</summary>
internal static class MeasureCheck
{
    public static void Run(IReadOnlyList<BoundEdition> editions, Register register, ImmutableArray<AssumedFigure> assumed, DiagnosticBag problems)
    {
        if (register.Figures.IsEmpty) return;
        var returned = register.Figures.Select(f => f.Measure).Concat(assumed.Select(a => a.Measure)).ToHashSet(StringComparer.Ordinal);
        foreach (var edition in editions)
        {
            var charter = edition.Edition;
            foreach (var measure in Used(charter).Select(Root).Distinct())
            {
                if (returned.Contains(measure.Name) || charter.FixedFigures.Exists(f => ReferenceEquals(f.Measure, measure))) continue;
                problems.Add(Diagnostic.At(measure.By.Clause.Location, CheckDiagnostics.NobodyReturns, measure.Name));
            }
        }
    }

    private static Measure Root(Measure measure)
    {
        while (measure.Derived is { } derived) measure = derived.Of;
        return measure;
    }

    private static IEnumerable<Measure> Used(CharterEdition charter)
    {
        foreach (var formula in charter.Bodies.SelectMany(b => b.Seats).SelectMany(g => g.Formula.Fillers))
        {
            var measure = formula switch
            {
                SeatFormula.Shared shared => shared.By,
                SeatFormula.Norm norm => norm.Of,
                SeatFormula.Bonus bonus => bonus.Of,
                SeatFormula.ByBands bands => bands.Of,
                _ => null,
            };
            if (measure is not null) yield return measure;
        }
        foreach (var rule in charter.Rules)
        {
            foreach (var weight in rule.Votes?.Fillers ?? [])
                if (weight.Measure is { } measure)
                    yield return measure;
            foreach (var test in rule.Needs.SelectMany(n => n.Fillers))
                if (test.Measure is { } measure)
                    yield return measure;
        }
    }
}
