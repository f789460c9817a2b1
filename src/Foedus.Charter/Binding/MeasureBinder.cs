using System.Collections.Immutable;
using Foedus.Charter.Diagnostics;
using Foedus.Charter.Model;
using Foedus.Charter.Syntax;

namespace Foedus.Charter.Binding;

/// <summary>Reads measures, and the figures that the charter itself fixes.</summary>
internal sealed class MeasureBinder(BindingContext context, AmountBinder amounts, SlotBinder slots)
{
    /// <summary>Measures that units return first, then those that are derived from others.</summary>
    public void Measures(IReadOnlyList<ClauseSyntax> clauses)
    {
        foreach (var clause in clauses.Where(c => c.Is("measure") && c.Match is { } m && m.Is("returned"))) Returned(clause);
        foreach (var clause in clauses.Where(c => c.Is("measure") && c.Match is { } m && m.Is("derived"))) Derived(clause);
    }

    private void Returned(ClauseSyntax clause)
    {
        if (amounts.Kind(clause.Match!.Get("kind")) is { } kind) Add(clause, new Measure(clause.Match.Term("measure"), kind, context.By(clause)));
    }

    private void Derived(ClauseSyntax clause)
    {
        var match = clause.Match!;
        if (amounts.Kind(match.Get("kind")) is not { } kind || amounts.Measure(match.Get("of"), kind) is not { } of) return;
        var divisor = match.Integer("divisor");
        if (divisor.IsZero)
        {
            context.Report(Diagnostic.At(match.Get("divisor").Location, BindingDiagnostics.DivisorNought));
            return;
        }
        var rest = match.Flag("rest") is { } said
            ? new Slot<PartOfStep>(context.By(clause), [Part(said)], null)
            : slots.Absent<PartOfStep>(clause, "remainder", m => Part(m.Flag("how")), $"measure {match.Term("measure")}");
        Add(clause, new Measure(match.Term("measure"), kind, context.By(clause))
        {
            Derived = new DerivedMeasure(match.Integer("count"), divisor, of, rest),
        });
    }

    private void Add(ClauseSyntax clause, Measure measure)
    {
        var earlier = context.Edition.Measures.Find(m => string.Equals(m.Name, measure.Name, StringComparison.Ordinal) && ReferenceEquals(m.Kind, measure.Kind));
        if (earlier is not null)
        {
            context.Report(Diagnostic.At(clause.Location, BindingDiagnostics.DeclaredTwice, measure.Name).Labelled("and again here").Also(earlier.By.Clause.Location, "declared here"));
            return;
        }
        context.Names.Add(measure);
        context.Edition.Measures.Add(measure);
    }

    /// <summary>What a part of a step gives.</summary>
    public static PartOfStep Part(string? words) => words switch
    {
        "any part counts" => PartOfStep.AnyPartCounts,
        "counts from half" or "part counted from half" => PartOfStep.CountsFromHalf,
        _ => PartOfStep.Dropped,
    };

    /// <summary><c>figure cantonal-votes 1/2 for Uri</c>.</summary>
    public void Fixed(ClauseSyntax clause)
    {
        if (clause.Match is not { } match) return;
        var (word, value) = (match.Get("measure"), AmountBinder.Exactly(match.Number("number")));
        if (match.Find("kind") is { } kindWord)
        {
            if (amounts.Kind(kindWord) is { } kind && amounts.Measure(word, kind) is { } measure) Add(new FixedFigure(measure, value, kind, [], context.By(clause)));
            return;
        }
        if (amounts.Measure(word) is not { } first) return;
        foreach (var (measure, names) in UnitNames(match.List("names")).SelectMany(n => Measures(first, n).Select(m => (Measure: m, Name: n))).GroupBy(p => p.Measure, p => p.Name).Select(g => (g.Key, g.ToImmutableArray())))
            Add(new FixedFigure(measure, value, null, names, context.By(clause)));
    }

    // Several kinds may return a measure of one name: meant is that of the kind, or of each kind, that the unit has had.
    private IEnumerable<Measure> Measures(Measure first, string unit)
    {
        var like = context.Edition.Measures.FindAll(m => string.Equals(m.Name, first.Name, StringComparison.Ordinal) && context.Names.KindsOf(unit).Contains(m.Kind));
        return like.Count == 0 ? [first] : like;
    }

    // Two figures of one measure for the same units contradict each other; one for a unit by name is told from that for its kind.
    private void Add(FixedFigure figure)
    {
        var earlier = context.Edition.FixedFigures.Find(f => string.Equals(f.Measure.Name, figure.Measure.Name, StringComparison.Ordinal) && f.Value != figure.Value
            && (figure.Each is null ? f.Names.Any(figure.Names.Contains) : ReferenceEquals(f.Each, figure.Each)));
        if (earlier is null)
        {
            context.Edition.FixedFigures.Add(figure);
            return;
        }
        context.Report(Diagnostic.At(figure.By.Clause.Location, BindingDiagnostics.SaidTwice, $"the figure of {figure.Measure.Name}", earlier.By.Citation, figure.By.Citation)
            .Labelled("and here").Also(earlier.By.Clause.Location, "said here").Helped("keep one"));
    }

    /// <summary>Names of units; one that no unit has is reported and left out.</summary>
    public ImmutableArray<string> UnitNames(IEnumerable<Capture> names)
    {
        var known = ImmutableArray.CreateBuilder<string>();
        foreach (var name in names)
        {
            if (context.Names.IsUnit(name.Text)) known.Add(name.Text);
            else context.Unknown(name.Location, BindingDiagnostics.UnknownName, context.Names.PartyNames, name.Text);
        }
        return known.ToImmutable();
    }
}
