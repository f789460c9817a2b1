using System.Collections.Immutable;

namespace Foedus.Charter.Model;

/// <summary>Who acts, votes or is bound: one of several parties, or all of them jointly.</summary>
public sealed record Who(bool Jointly, ImmutableArray<Party> Parties)
{
    /// <summary>"alone": it belongs to nobody else, so that whoever acts for the body between its sessions may not have it.</summary>
    public bool Alone { get; init; }

    /// <summary>As written in the charter.</summary>
    public string Words { get; init; } = "";

    public override string ToString() => Words;
}

/// <summary>What sort of thing a party phrase names.</summary>
public enum PartyKind
{
    /// <summary>A body or chamber, of the federation or of a unit.</summary>
    Body,

    /// <summary>An office: "Chairman of Committee".</summary>
    Office,

    /// <summary>A member of a body: "any member of House".</summary>
    Member,

    /// <summary>Units of a kind: "any republic", "at least 2 republics".</summary>
    Unit,

    /// <summary>One unit by name.</summary>
    NamedUnit,

    /// <summary>Electors, of a unit or of the federation.</summary>
    Electors,

    /// <summary>A sort of legal act: "decree of Council".</summary>
    Instrument,

    /// <summary>Whoever applies for admission.</summary>
    Applicant,

    /// <summary>Any natural person.</summary>
    Person,

    /// <summary>Somebody whom the charter names without giving any rules: a government, a court outside, a secretary.</summary>
    Outside,
}

/// <summary>Which of the things of a sort are meant.</summary>
public enum Which
{
    /// <summary>No word: the one thing of that name.</summary>
    Plain,
    Any,
    Every,
    Each,
    All,

    /// <summary>"that", "its": the one that the act at hand concerns.</summary>
    That,
}

/// <summary>A party phrase, bound: a sort of thing, which of them, of whom, and how many.</summary>
public sealed record Party(PartyKind Kind, string Name, Which Which)
{
    /// <summary>The body meant, for <see cref="PartyKind.Body"/>.</summary>
    public Body? Body { get; init; }

    public Office? Office { get; init; }

    public UnitKind? UnitKind { get; init; }

    public InstrumentKind? Instrument { get; init; }

    /// <summary>Of whom: the unit of a body, the body of a member, the maker of a legal act.</summary>
    public Party? Of { get; init; }

    public Party? Except { get; init; }

    /// <summary>"concerned": only those that the act at hand concerns.</summary>
    public bool Concerned { get; init; }

    /// <summary>How many, where a number is asked: "at least 2", "at least a third of".</summary>
    public Quantity? Quantity { get; init; }

    /// <summary>And holding how much of what measure.</summary>
    public Quantity? Holding { get; init; }

    public Measure? HoldingMeasure { get; init; }

    /// <summary>As written.</summary>
    public string Words { get; init; } = "";

    public override string ToString() => Words;
}
