using System.Collections.Immutable;
using Foedus.Charter.Binding;
using Foedus.Charter.Diagnostics;
using Foedus.Charter.Model;
using Foedus.Charter.Registers;
using Foedus.Charter.Syntax;
using NodaTime;

namespace Foedus.Charter.Checks;

/// <summary>Assumptions that never apply or are not needed, and cases that assume what nobody assumes.</summary>
internal static class AssumptionCheck
{
    public static void Run(IReadOnlyList<BoundEdition> editions, Register register, ImmutableArray<Assumption> assumptions, ImmutableArray<AssumedFigure> figures, ImmutableArray<CaseText> cases, SilenceBook silences, DiagnosticBag problems)
    {
        foreach (var named in assumptions.GroupBy(a => a.Name, StringComparer.Ordinal))
        {
            var entries = named.Select(a => (Assumption: a, Entry: silences.Of(a.Silence))).Where(a => a.Entry is { HasOwnAddress: false }).ToList();
            if (entries.Count > 0 && entries[0].Assumption.Clause is { } clause && !entries.Exists(a => Applies(a.Assumption, a.Entry!, editions)))
                problems.Add(Diagnostic.At(clause.Location, CheckDiagnostics.AssumptionNeverApplies, named.Key));
        }
        foreach (var figure in figures) Returned(figure, register, assumptions, problems);
        var known = assumptions.Select(a => a.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var name in cases.SelectMany(c => c.Clause.ChildrenOf("assuming")).SelectMany(c => c.Match?.List("names") ?? []))
        {
            if (known.Contains(name.Text)) continue;
            var problem = Diagnostic.At(name.Location, CheckDiagnostics.UnknownAssumption, name.Text);
            var near = Spelling.Nearest(name.Text, known.Order(StringComparer.Ordinal));
            problems.Add(near is null ? problem : problem.Helped($"did you mean `{near}`?"));
        }
    }

    // An edition holds from its day to that of the next one in force; a proposed one is asked about on any day.
    private static bool Applies(Assumption assumption, SilenceEntry entry, IReadOnlyList<BoundEdition> editions)
    {
        foreach (var edition in editions.Where(e => entry.Editions.Contains(e.Edition.Number)).Select(e => e.Edition))
        {
            if (edition.Status != EditionStatus.InForce) return true;
            var next = editions.Select(e => e.Edition).Where(e => e.Status == EditionStatus.InForce && e.From > edition.From).Select(e => (LocalDate?)e.From).Min();
            if ((assumption.Until is null || assumption.Until > edition.From) && (next is null || assumption.Since is null || assumption.Since < next)) return true;
        }
        return false;
    }

    private static void Returned(AssumedFigure figure, Register register, ImmutableArray<Assumption> assumptions, DiagnosticBag problems)
    {
        var returned = register.Figures.FirstOrDefault(f => f.Quality is FigureQuality.Exact or FigureQuality.Restated
            && string.Equals(f.Unit, figure.Unit, StringComparison.Ordinal) && string.Equals(f.Measure, figure.Measure, StringComparison.Ordinal)
            && (figure.AsAt is null || f.AsAt == figure.AsAt));
        if (returned is null) return;
        var assumption = assumptions.FirstOrDefault(a => ReferenceEquals(a.Silence, figure.Silence) && a.Reading == figure.Reading);
        if (assumption?.Clause is { } clause) problems.Add(Diagnostic.At(clause.Location, CheckDiagnostics.FigureNotNeeded, assumption.Name, figure.Unit));
    }
}
