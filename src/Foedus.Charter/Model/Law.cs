using System.Collections.Immutable;

namespace Foedus.Charter.Model;

/// <summary>The matters that belong to the federation (<see cref="Of"/> null) or to somebody else.</summary>
public sealed class Competence(Who? of, Provision by)
{
    public Who? Of { get; } = of;

    public Provision By { get; } = by;

    public Slot<HeldHow>? Held { get; internal set; }

    public List<Matter> Matters { get; } = [];

    /// <summary>Who has what is not listed; a null filler is the federation.</summary>
    public Slot<Who?>? TheRest { get; internal set; }

    /// <summary>What an act outside the competence is; a null filler: it stands until annulled.</summary>
    public Slot<RemedyEffect?>? ActingOutside { get; internal set; }
}

public enum HeldHow
{
    Alone,
    Together,
    InSupport,
}

/// <summary>A matter and the letter under which it is cited; of some only the principles belong to the holder.</summary>
public sealed record Matter(string Label, string Name, bool PrinciplesOnly, Provision By);

/// <summary>A sort of legal act: decree, order, law.</summary>
public sealed class InstrumentKind(string name, Provision by)
{
    public string Name { get; } = name;

    public Provision By { get; } = by;

    public Slot<Who>? IssuedBy { get; internal set; }

    /// <summary>Whom it binds; a null filler: nobody.</summary>
    public Slot<Who?>? Binds { get; internal set; }

    public Slot<EntryIntoForce>? InForce { get; internal set; }

    public Slot<ImmutableArray<string>>? RanksUnder { get; internal set; }

    /// <summary>The languages of publication.</summary>
    public Slot<ImmutableArray<string>>? Published { get; internal set; }

    /// <summary>The authentic language; a null filler: every language.</summary>
    public Slot<string?>? Authentic { get; internal set; }

    public Slot<MissingLanguage>? IfLanguageMissing { get; internal set; }

    public override string ToString() => Name;
}

public sealed record EntryIntoForce(ForceFrom From, Span? AfterPublication);

public enum ForceFrom
{
    AtOnce,
    OnPublication,
    OnTheDayItSays,
    AfterPublication,
}

public enum MissingLanguage
{
    InForceExceptThere,
    InForce,
    NotInForce,
}

/// <summary>An appeal, an annulment, a suspension, or a complaint of inaction.</summary>
public sealed class Remedy(string name, Provision by)
{
    public string Name { get; } = name;

    public Provision By { get; } = by;

    public List<Slot<Who>> UsedBy { get; } = [];

    /// <summary>The procedures that it follows, if it does.</summary>
    public List<(Procedure Procedure, Provision By)> Procedures { get; } = [];

    public List<Slot<Against>> Against { get; } = [];

    /// <summary>Before whom it is brought; null: whoever uses it decides.</summary>
    public Slot<Who>? To { get; internal set; }

    public Slot<TimeAllowed>? Within { get; internal set; }

    public List<Slot<Condition>> OnlyIf { get; } = [];

    public Slot<Meanwhile>? Meanwhile { get; internal set; }

    public Slot<RemedyEffect>? Effect { get; internal set; }

    /// <summary>True: the effect is confined to the unit that used it.</summary>
    public Slot<bool>? InThatUnitOnly { get; internal set; }

    public Slot<Until>? Until { get; internal set; }

    public Slot<LaterActs>? LaterActs { get; internal set; }

    public List<Duty> Duties { get; } = [];

    public override string ToString() => Name;
}

/// <summary>What a remedy lies against: sorts of act, or an omission.</summary>
public sealed record Against(ImmutableArray<Party> Acts, Who? OmissionOf);

public sealed record Meanwhile(bool InForce, Who? UnlessSuspendedBy);

public enum EffectKind
{
    VoidFromStart,
    VoidFromDay,
    Suspended,
    MustAct,
    Decided,
}

public sealed record RemedyEffect(EffectKind Kind, Who? DecidedBy);

public sealed record Until(Who? Decides, Body? NextSessionOf, Span? Span);

public enum LaterActs
{
    Stand,
    FallWithIt,
    MayBeChallenged,
}

/// <summary>A duty: on whom (null: whoever did the act that gave rise to it), to do what, by when, and what if it is missed.</summary>
public sealed class Duty(string name, Provision by)
{
    public string Name { get; } = name;

    public Provision By { get; } = by;

    /// <summary>What it stands under: a stage, a procedure, a remedy, a body, an office, a change, a session; null for an article.</summary>
    public object? Owner { get; internal set; }

    public Slot<Who>? On { get; internal set; }

    public Slot<DutyTask>? To { get; internal set; }

    public Slot<DutyTime>? Within { get; internal set; }

    public Slot<DutyMissed>? IfMissed { get; internal set; }

    public override string ToString() => Name;
}

/// <summary>To notify somebody, or something in words.</summary>
public sealed record DutyTask(ImmutableArray<Party> Notify, string? Text);

/// <summary>At once (null span), or within a span.</summary>
public sealed record DutyTime(Span? Span, StartEvent? From);

public sealed record DutyMissed(bool Nothing, bool ItStands, bool ItFalls, string? Remedy, string? Text);

/// <summary>A change of membership or of a unit: admission, secession, merger, split, boundary...</summary>
public sealed class Change(string what, Who of, Provision by)
{
    public string What { get; } = what;

    public Who Of { get; } = of;

    public Provision By { get; } = by;

    public List<Slot<ChangeBy>> DoneBy { get; } = [];

    public List<Slot<Condition>> OnlyIf { get; } = [];

    public Slot<ChangeTime>? TakesEffect { get; internal set; }

    /// <summary>Whether a notice of it may be taken back until it takes effect.</summary>
    public Slot<bool>? Withdrawn { get; internal set; }

    /// <summary>What becomes of each thing; one slot a subject of <see cref="FateOf"/>, a charter-wide default included.</summary>
    public Dictionary<FateOf, Slot<string>> Fates { get; } = [];

    public List<Remedy> Remedies { get; } = [];
}

public enum FateOf
{
    Seats,
    Offices,
    PendingMatters,
    Instruments,
    Budget,
    Obligations,
    EverythingElse,
}

/// <summary>A change is made by a procedure, by somebody's notice, or by somebody's act.</summary>
public sealed record ChangeBy(Procedure? Procedure, Who? Notice, Who? Who);

public sealed record ChangeTime(bool AtOnce, bool OnDayAgreed, bool OnDayItSays, Span? AfterNotice);

/// <summary>A budget, of the federation (<see cref="Of"/> null) or of somebody.</summary>
public sealed class Budget(Who? of, Provision by)
{
    public Who? Of { get; } = of;

    public Provision By { get; } = by;

    public List<(Who Of, Provision By)> Parts { get; } = [];

    public Slot<Who>? FixedBy { get; internal set; }

    public Slot<Who>? SharesFixedBy { get; internal set; }

    public Slot<BudgetYear>? Year { get; internal set; }

    public Slot<string>? IfNone { get; internal set; }
}

public sealed record BudgetYear(int Day, int Month, Span? For);

public sealed record Contribution(Who Of, Slot<ContributionAmount>? Amount, Slot<(int Day, int Month)>? Due, Provision By);

public sealed record ContributionAmount(Counting.Ratio Amount, string Currency, Measure On);

/// <summary>An entrenched article and the condition on which it may be amended all the same.</summary>
public sealed record Protection(string Article, Condition? Unless, Provision By);
