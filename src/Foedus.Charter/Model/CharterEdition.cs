using System.Collections.Immutable;
using NodaTime;

namespace Foedus.Charter.Model;

public enum EditionStatus
{
    InForce,
    Proposed,
    Adopted,
}

/// <summary>One edition of a charter, consolidated and bound: everything that holds under it, each with its provision.</summary>
public sealed class CharterEdition(int number, EditionStatus status, LocalDate from)
{
    public int Number { get; } = number;

    public EditionStatus Status { get; } = status;

    public LocalDate From { get; } = from;

    /// <summary>The number of the edition that it amends; null for a text that stands for itself.</summary>
    public int? Amends { get; init; }

    public List<UnitKind> Kinds { get; } = [];

    public List<Measure> Measures { get; } = [];

    public List<Category> Categories { get; } = [];

    public List<NamedUnit> Parties { get; } = [];

    public List<FixedFigure> FixedFigures { get; } = [];

    public List<UnitRules> UnitRules { get; } = [];

    public List<FactDeclaration> Facts { get; } = [];

    public List<Classification> Classes { get; } = [];

    public List<Body> Bodies { get; } = [];

    public List<Office> Offices { get; } = [];

    public List<DecisionRule> Rules { get; } = [];

    /// <summary>The rules by which elections and removals are decided where that is not the usual one, with those who decide.</summary>
    public IEnumerable<(DecisionRule Rule, Who By)> RulesOfChoice
    {
        get
        {
            var bodies = Bodies.Concat(Bodies.SelectMany(b => b.Chambers)).Distinct().ToList();
            var offices = Offices.Concat(bodies.SelectMany(b => b.Offices)).Distinct().ToList();
            var chosen = bodies.SelectMany(b => b.Seats.Select(g => g.Chosen).Prepend(b.Chosen)).Concat(offices.Select(o => o.Chosen));
            var removed = bodies.Select(b => b.Removed).Concat(offices.Select(o => o.Removed));
            return chosen.SelectMany(c => c?.Fillers ?? []).Where(c => c.Rule is not null).Select(c => (c.Rule!, c.By))
                .Concat(removed.SelectMany(r => r?.Fillers ?? []).Where(r => r.Rule is not null).Select(r => (r.Rule!, r.By)));
        }
    }

    public List<NoVote> NoVotes { get; } = [];

    public List<Procedure> Procedures { get; } = [];

    public List<Competence> Competences { get; } = [];

    public List<InstrumentKind> Instruments { get; } = [];

    public List<Remedy> Remedies { get; } = [];

    public List<Duty> Duties { get; } = [];

    public List<Change> Changes { get; } = [];

    public List<Budget> Budgets { get; } = [];

    public List<Contribution> Contributions { get; } = [];

    public List<Protection> Protections { get; } = [];

    /// <summary>Every clause that asks for a finding.</summary>
    public List<FindingUse> FindingUses { get; } = [];

    public ImmutableArray<string> Languages { get; internal set; } = [];

    public Slot<Who>? InterpretedBy { get; internal set; }

    public TimeRules Time { get; } = new();

    /// <summary>Every provision of the edition in the order of the text.</summary>
    public List<Provision> Provisions { get; } = [];
}
