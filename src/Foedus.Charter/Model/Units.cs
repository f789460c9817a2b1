using System.Collections.Immutable;
using Foedus.Counting;

namespace Foedus.Charter.Model;

/// <summary>A kind of unit and the kind within which each stands, the first if they stand in one of several; tiers follow from it.</summary>
public sealed record UnitKind(string Name, UnitKind? Parent, string Plural, Provision By)
{
    /// <summary>The kinds in one of which each stands.</summary>
    public ImmutableArray<UnitKind> Parents { get; init; } = Parent is null ? [] : [Parent];

    /// <summary>Every kind within which such a unit may stand, directly or not, the nearest first.</summary>
    public IEnumerable<UnitKind> Above()
    {
        var found = new List<UnitKind>(Parents);
        for (var i = 0; i < found.Count; i++)
        {
            yield return found[i];
            foreach (var above in found[i].Parents)
            {
                if (!found.Exists(f => string.Equals(f.Name, above.Name, StringComparison.Ordinal)))
                    found.Add(above);
            }
        }
    }

    /// <summary>By the clause that declares it: one clause declares one kind.</summary>
    public override int GetHashCode() => By.GetHashCode();

    public override string ToString() => Name;
}

/// <summary>A figure that units of a kind return, or one that is derived from another measure.</summary>
public sealed record Measure(string Name, UnitKind Kind, Provision By)
{
    /// <summary>For a derived measure ("1 per 1_000 paid-members"): count, divisor, of what, and what a part gives.</summary>
    public DerivedMeasure? Derived { get; init; }

    /// <summary>By the clause that declares it: one clause declares one measure.</summary>
    public override int GetHashCode() => By.GetHashCode();

    public override string ToString() => Name;
}

public sealed record DerivedMeasure(Ratio Count, Ratio Divisor, Measure Of, Slot<PartOfStep> Rest);

/// <summary>What a part of a step gives.</summary>
public enum PartOfStep
{
    Dropped,
    CountsFromHalf,
    AnyPartCounts,
}

/// <summary>A class of persons for reserved seats; certified on the mandate, never kept of a person.</summary>
public sealed record Category(string Name, string Meaning, Provision By);

/// <summary>A unit that the charter itself names.</summary>
public sealed record NamedUnit(string Name, UnitKind Kind, Provision By);

/// <summary>A figure that the charter itself fixes, for every unit of a kind (<see cref="Names"/> empty) or for named ones.</summary>
public sealed record FixedFigure(Measure Measure, Ratio Value, UnitKind? Each, ImmutableArray<string> Names, Provision By);

/// <summary>What holds for every unit of a kind: who speaks for it, who may be admitted, how it may be tied to the federation.</summary>
public sealed record UnitRules(UnitKind Kind, Provision By)
{
    public Slot<Who>? SpeaksThrough { get; init; }

    public ImmutableArray<Slot<Condition>> Eligible { get; init; } = [];

    public ImmutableArray<string> Links { get; init; } = [];
}

/// <summary>Something that a named author states and records, and that rules ask for by name.</summary>
public sealed record FactDeclaration(string Name, Who By, ImmutableArray<string> Values, Provision Provision);

/// <summary>A sorting of offices or units that has dates and that a decision can change.</summary>
public sealed record Classification(string Name, ImmutableArray<string> Values, Provision By)
{
    public ImmutableArray<(string Name, string Value)> AtFirst { get; init; } = [];

    public Slot<Who>? ChangedBy { get; init; }
}
