using System.Collections.Immutable;

namespace Foedus.Charter.Model;

/// <summary>A body of the federation, a chamber of one, or a body that every unit of a kind has.</summary>
public sealed class Body(string name, Provision by)
{
    public string Name { get; } = name;

    public Provision By { get; } = by;

    public string? Title { get; internal set; }

    /// <summary>The kind of unit of which each has one; null for a body of the federation.</summary>
    public UnitKind? EachOf { get; internal set; }

    /// <summary>Its rules are in its unit's own charter, so they are not silent here.</summary>
    public bool ByItsOwnCharter { get; internal set; }

    /// <summary>The body of which this is a chamber.</summary>
    public Body? ChamberOf { get; internal set; }

    public List<Body> Chambers { get; } = [];

    public List<SeatGroup> Seats { get; } = [];

    /// <summary>The least number of seats of a unit, in all its lines of seats together.</summary>
    public Slot<SeatBound>? Least { get; internal set; }

    /// <summary>The greatest number of seats of a unit, in all its lines of seats together.</summary>
    public Slot<SeatBound>? Most { get; internal set; }

    public Slot<Choosing>? Chosen { get; internal set; }

    public Slot<Term>? Term { get; internal set; }

    /// <summary>Bodies for which it acts between their sessions.</summary>
    public List<ActingFor> ActsFor { get; } = [];

    public List<Session> Sessions { get; } = [];

    public Slot<Place>? Place { get; internal set; }

    public List<VoiceOnly> VoiceOnly { get; } = [];

    public List<Slot<ApartFrom>> ApartFrom { get; } = [];

    public Slot<Substitutes>? Substitutes { get; internal set; }

    public Slot<Vacancy>? Vacancy { get; internal set; }

    /// <summary>Whether a vacancy is filled for a full term; else for the rest of the term.</summary>
    public Slot<bool>? VacancyForFullTerm { get; internal set; }

    /// <summary>Who removes its members before their term ends; null: nobody, unless their term is at somebody's pleasure.</summary>
    public Slot<Removal>? Removed { get; internal set; }

    /// <summary>Who certifies the mandates of its members; null: who chooses them, and the body itself.</summary>
    public Slot<Who>? Certified { get; internal set; }

    public List<Reserve> Reserves { get; } = [];

    public List<Office> Offices { get; } = [];

    public override string ToString() => EachOf is null ? Name : $"{Name} of each {EachOf.Name}";
}

public sealed record ActingFor(Body For, Slot<bool> ExclusivePowers, Provision By);

public sealed record Session(string Kind, Span? Every, int? TimesAYear, Provision By)
{
    public ImmutableArray<Slot<Convening>> Convened { get; init; } = [];

    public Slot<Span>? Notice { get; init; }

    public Slot<Place>? Place { get; init; }
}

/// <summary>A kind of session of a body, as what a duty stands under.</summary>
public sealed record SessionOf(Body Body, string Kind);

/// <summary>Who convenes a session, on whose demand (null: at will), and within what time of it (null: not said).</summary>
public sealed record Convening(Who By, Who? OnDemandOf, Span? Within = null);

public sealed record Place(string? Text, Who? SettledBy);

/// <summary>Places with voice and without vote.</summary>
public sealed record VoiceOnly(Party Who, Provision By);

public sealed record ApartFrom(Who Who, Who? LeaveBy);

public sealed record Substitutes(bool None, Party? NamedBy);

/// <summary>What becomes of a place whose holder leaves before the term ends.</summary>
public sealed record Vacancy(Who? FilledBy, bool NextInOrder, bool LeftOpen)
{
    /// <summary>From among whom it is filled; null: as the place itself is.</summary>
    public Who? From { get; init; }
}

/// <summary>Who elects or appoints, from whom, confirmed by whom, and by what kind of vote (null: not said).</summary>
public sealed record Choosing(Who By, Who? From, Who? ConfirmedBy, string? How)
{
    /// <summary>The rule by which a vote on a candidate is decided; null: the usual rule of those who choose.</summary>
    public DecisionRule? Rule { get; init; }

    /// <summary>Whoever has the most votes is chosen.</summary>
    public bool ByPlurality => How is "by plurality";

    /// <summary>Where nobody has a majority at a first ballot, whoever has the most votes at a later one is chosen: the rule of the later one.</summary>
    public DecisionRule? AtLaterBallot { get; init; }

    /// <summary>No votes decide.</summary>
    public bool ByLot => How is "by lot";

    /// <summary>Ballots are counted by a method of their own, so that the number of votes for one candidate does not decide.</summary>
    public bool ByBallots => How is "by single transferable vote" or "by proportional lists";
}

/// <summary>Who removes before the term ends, and by which rule, where it is not the usual one.</summary>
public sealed record Removal(Who By, DecisionRule? Rule);

/// <summary>A term of office: exactly one of the members is set.</summary>
public sealed record Term(Span? Span, Party? SameAs, Body? UntilNext, string? UntilNextKind, Party? AtPleasureOf)
{
    /// <summary>Until the close of the next session, and not until its opening.</summary>
    public bool AtClose { get; init; }
}

/// <summary>One or more like offices of the federation or of a body.</summary>
public sealed class Office(string name, Provision by)
{
    public string Name { get; } = name;

    public Provision By { get; } = by;

    /// <summary>The body in which or of which it is an office; null for an office of the federation.</summary>
    public Body? Of { get; internal set; }

    public Slot<OfficeNumber>? Number { get; internal set; }

    public Slot<Choosing>? Chosen { get; internal set; }

    public Slot<Term>? Term { get; internal set; }

    public List<(Who Who, Provision By)> AnswersTo { get; } = [];

    /// <summary>The second superior whose directions guide it.</summary>
    public (Who? Who, Body? SameOfficeOf, Provision By)? GuidedBy { get; internal set; }

    public Slot<IfTheyDiffer>? IfTheyDiffer { get; internal set; }

    public Slot<Vacancy>? Vacancy { get; internal set; }

    /// <summary>Whether a vacancy is filled for a full term; else for the rest of the term.</summary>
    public Slot<bool>? VacancyForFullTerm { get; internal set; }

    /// <summary>Who removes its holder before the term ends; null: nobody, unless the term is at somebody's pleasure.</summary>
    public Slot<Removal>? Removed { get; internal set; }

    public override string ToString() => Of is null ? Name : $"{Name} of {Of.Name}";
}

/// <summary>How many hold an office: a number, or as many as there are units of a kind.</summary>
public sealed record OfficeNumber(int? Count, UnitKind? AsManyAs);

public sealed record IfTheyDiffer(bool SuperiorPrevails, bool GuidePrevails, Who? DecidedBy);
