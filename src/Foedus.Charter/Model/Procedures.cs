using System.Collections.Immutable;

namespace Foedus.Charter.Model;

/// <summary>A procedure: who opens it, its stages in order, and its ends.</summary>
public sealed class Procedure(string name, Provision by)
{
    public string Name { get; } = name;

    public Provision By { get; } = by;

    /// <summary>The sorts of act for which it is meant; empty: those that its ends become.</summary>
    public ImmutableArray<string> Kinds { get; internal set; } = [];

    public List<Slot<Opening>> Opened { get; } = [];

    public List<Stage> Stages { get; } = [];

    public List<End> Ends { get; } = [];

    public Slot<bool>? LapsesWithTerm { get; internal set; }

    /// <summary>Whether a matter that began under an earlier edition goes on by that one; else it falls under this one at once.</summary>
    public Slot<bool>? PendingByOld { get; internal set; }

    public override string ToString() => Name;
}

public sealed record Opening(Who By, bool OnDemand, Condition? When, Stage? At);

/// <summary>How a procedure may end and what the matter then becomes: a sort of act, amendment, admission, secession...</summary>
public sealed record End(string Name, string? Becomes, Provision By);

/// <summary>A stage of a procedure: before whom, decided how, within what time, and what follows.</summary>
public sealed class Stage(string name, Procedure procedure, Provision by)
{
    public string Name { get; } = name;

    public Procedure Procedure { get; } = procedure;

    public Provision By { get; } = by;

    public Slot<Hearing>? Before { get; internal set; }

    public Slot<FirstMover>? First { get; internal set; }

    public List<Slot<DecidedBy>> Decided { get; } = [];

    /// <summary>What the stage itself says of needs, quorum, abstention and tie; null if nothing.</summary>
    public DecisionRule? OwnRule { get; internal set; }

    public List<Slot<Condition>> OnlyAfter { get; } = [];

    public Slot<TimeAllowed>? Within { get; internal set; }

    public Slot<Extension>? Extended { get; internal set; }

    public Slot<bool>? TextAsItStands { get; internal set; }

    public List<Exit> Exits { get; } = [];

    public Slot<bool>? RescindingAllowed { get; internal set; }

    /// <summary>
    /// Whether those of whom a part or every one is asked are counted as on the day on which the matter was put; otherwise as on the day on
    /// which enough have come together.
    /// </summary>
    public Slot<bool>? CountedWhenPut { get; internal set; }

    /// <summary>Whether who has answered may answer again, not in turn.</summary>
    public Slot<AnsweringAgain>? AnsweringAgain { get; internal set; }

    /// <summary>Whether support that was gathered for a text falls when the text is changed.</summary>
    public Slot<bool>? AmendedMeanwhile { get; internal set; }

    public override string ToString() => Name;
}

/// <summary>When somebody who has answered may answer again.</summary>
public enum AnsweringAgain
{
    AfterRejection,
    Always,
    Never,
}

public enum HearingOrder
{
    One,
    Separately,
    Together,
    InTurn,
}

public sealed record Hearing(Who Before, HearingOrder Order, int? TimesEach);

public sealed record FirstMover(Who? Who, bool WhoeverOpenedIt);

/// <summary>A rule by which a stage is decided; in certain bodies, or (none) in whichever it is before.</summary>
public sealed record DecidedBy(DecisionRule Rule, ImmutableArray<Body> In);

/// <summary>A time allowed, counted from an event or, without one, from the stage's beginning; of a remedy from the act that it attacks.</summary>
public sealed record TimeAllowed(Span Span, StartEvent? From);

public sealed record Extension(Span Span, Who By);

/// <summary>What an answer of a stage can amount to.</summary>
public enum StageOutcome
{
    Approval,
    Amendment,
    Agreement,
    NoAgreement,
    Rejection,
    SecondRejection,
    NoDecision,
    Tie,
    Signature,
    Return,
    Notice,
    Demand,
    Ratification,
    Objection,
    Otherwise,
}

/// <summary>Where a matter goes from a stage on an outcome.</summary>
/// <param name="On">The outcome.</param>
/// <param name="By">Whose demand, ratification or objection, where the outcome names somebody.</param>
/// <param name="Way">The ways, a silence among them where the text is silent.</param>
/// <param name="Provision">Where it is said.</param>
public sealed record Exit(StageOutcome On, Who? By, Slot<Way> Way, Provision Provision);

/// <summary>A way out of a stage: to another stage or to an end, by a rule and under a condition where they are named.</summary>
public sealed record Way(DecisionRule? ByRule, Condition? When, Stage? ToStage, End? ToEnd)
{
    public string Target => ToStage?.Name ?? ToEnd?.Name ?? "";
}
