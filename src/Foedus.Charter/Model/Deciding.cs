using System.Collections.Immutable;

namespace Foedus.Charter.Model;

/// <summary>A rule of decision: named, of a body, of a stage, or the default of every body.</summary>
public sealed class DecisionRule(string? name, Provision by)
{
    public string? Name { get; } = name;

    public Provision By { get; } = by;

    /// <summary>The bodies whose rule it is; empty with <see cref="EveryBody"/> for the charter's default.</summary>
    public List<Body> In { get; } = [];

    public bool EveryBody { get; internal set; }

    public List<InsteadOf> InsteadOf { get; } = [];

    public Slot<Who>? Voters { get; internal set; }

    public Slot<VoteWeight>? Votes { get; internal set; }

    /// <summary>Votes of persons turned into a vote of their unit, when this holds in it.</summary>
    public (UnitKind Kind, DecisionTest When, Provision By)? CountEach { get; internal set; }

    public List<Slot<DecisionTest>> Needs { get; } = [];

    public List<Slot<DecisionTest>> Enough { get; } = [];

    public Slot<Abstention>? Abstention { get; internal set; }

    /// <summary>Whether an invalid paper is a vote cast.</summary>
    public Slot<bool>? InvalidPapers { get; internal set; }

    /// <summary>What a blank paper is.</summary>
    public Slot<BlankPaper>? BlankPapers { get; internal set; }

    /// <summary>Whether the vote of a unit that is equal in it counts against; else it does not count.</summary>
    public Slot<bool>? EqualIsAgainst { get; internal set; }

    /// <summary>Whether those vote who had a vote on the day of the first cast; else those who have one when the vote is closed.</summary>
    public Slot<bool>? RollAtOpening { get; internal set; }

    /// <summary>Whether a member who does not take part is absent; else he leaves the vote.</summary>
    public Slot<bool>? OthersAreAbsent { get; internal set; }

    /// <summary>How a unit counts whose votes are divided.</summary>
    public Slot<DividedUnit>? Divided { get; internal set; }

    /// <summary>Whether a vote is carried in which nobody is for or against; null: it is lost.</summary>
    public Slot<bool>? EmptyCarried { get; internal set; }

    /// <summary>Whether a member is there for the quorum whose vote another casts.</summary>
    public Slot<bool>? RepresentedIsThere { get; internal set; }

    /// <summary>Whether a second call is one of the sitting, for every matter; else of the matter.</summary>
    public Slot<bool>? SecondCallOfSitting { get; internal set; }

    public Slot<QuorumRule>? Quorum { get; internal set; }

    public Slot<SecondCall>? SecondCall { get; internal set; }

    public Slot<TieRule>? Tie { get; internal set; }

    public Slot<int>? ProxyAtMost { get; internal set; }

    public Slot<Ballot>? Ballot { get; internal set; }

    public List<NoVote> NoVotes { get; } = [];

    /// <summary>What it takes from the usual rule: the keyword, and the provision that says it there.</summary>
    public List<(string Keyword, Provision By)> Taken { get; } = [];

    public override string ToString() => Name ?? (EveryBody ? "every body" : string.Join(", ", In.Select(b => b.Name)));
}

public sealed record InsteadOf(DecisionRule Rule, Condition? When, Who? OnDemandOf, Provision By);

/// <summary>One vote each (no measure and no kind), one of each unit of a kind (no measure), or as many as a measure says.</summary>
public sealed record VoteWeight(Measure? Measure, UnitKind? Of, bool Divisible)
{
    /// <summary>It is said that a voter casts them as one.</summary>
    public bool IsUndivided { get; init; }
}

public enum TestBase
{
    VotesCast,
    MembersPresent,
    Members,
    Seats,

    /// <summary>Units of a kind.</summary>
    Units,

    /// <summary>A measure of the units whose members vote.</summary>
    Measure,

    /// <summary>No votes against; no amount.</summary>
    Unopposed,
}

/// <summary>What must hold of a vote: an amount of a base in favour (or not in favour), possibly in each unit of a class.</summary>
public sealed record DecisionTest(Quantity Amount, TestBase Base)
{
    public Measure? Measure { get; init; }

    public UnitKind? Units { get; init; }

    /// <summary>The amount is of those not in favour.</summary>
    public bool NotInFavour { get; init; }

    public UnitKind? InEach { get; init; }

    /// <summary>It must hold in each chamber of the body by itself.</summary>
    public bool InEachChamber { get; init; }

    /// <summary>As written in the charter.</summary>
    public string Words { get; init; } = "";

    public override string ToString() => Words;
}

public enum Abstention
{
    NotCounted,
    CountsAgainst,
    QuorumOnly,
}

/// <summary>What a blank paper counts as.</summary>
public enum BlankPaper
{
    Abstention,
    Invalid,

    /// <summary>A vote cast, for neither side.</summary>
    Cast,
}

/// <summary>How units that are divided count where a test is by units.</summary>
public enum DividedUnit
{
    /// <summary>For as large a part as is in favour.</summary>
    InPart,

    /// <summary>As more than half of its votes are.</summary>
    ByMajority,

    /// <summary>In favour only where all its votes are.</summary>
    Whole,
}

/// <summary>A quorum of presence; null test: none is required.</summary>
public sealed record QuorumRule(DecisionTest? Test);

/// <summary>A lower quorum so long after a first call had none; null test: none is required. Null span: there is no second call.</summary>
public sealed record SecondCall(Span? Later, DecisionTest? Test);

public sealed record TieRule(bool Lost, bool Lot, bool Chair, Who? DecidedBy);

public enum Ballot
{
    Open,
    RollCall,
    Secret,
}

/// <summary>Whose vote does not count, and when.</summary>
public sealed record NoVote(Who Who, Condition When, Provision By);

/// <summary>A condition: all or any of its tests.</summary>
public sealed record Condition(bool Any, ImmutableArray<FactTest> Tests)
{
    public string Words { get; init; } = "";

    public override string ToString() => Words;
}

/// <summary>A test of something recorded: a finding, a declared fact, or the matter of the act at hand.</summary>
public abstract record FactTest(bool Not)
{
    /// <summary>A finding, possibly by particular parties, possibly with regard to something: "contrary" with a law.</summary>
    public sealed record Finding(bool Not, string Text, Party? By, Party? With = null) : FactTest(Not);

    public sealed record MatterIs(bool Not, string Matter) : FactTest(Not);

    /// <summary>The unit has not paid its contribution by the last day on which it was due.</summary>
    public sealed record ContributionMissed(bool Not) : FactTest(Not);

    /// <summary>What the act is about, or who made it, is sorted into a class.</summary>
    public sealed record ClassIs(bool Not, string Sorting, string Class) : FactTest(Not);

    /// <summary>A declared fact, possibly with a value, possibly stated by particular parties (a number of them).</summary>
    public sealed record Fact(bool Not, FactDeclaration Declared, string? Value, Party? By) : FactTest(Not);
}
