using System.Collections.Immutable;

namespace Foedus.Charter.Model;

/// <summary>Who makes a finding of which the clause does not say by whom.</summary>
public enum Finder
{
    /// <summary>Those who act on the clause: who use the remedy, apply for the change, vote.</summary>
    WhoActs,

    /// <summary>Those before whom it is then brought, who decide on it.</summary>
    WhoHears,

    /// <summary>Anybody to whom the charter gives a place.</summary>
    Anybody,
}

/// <summary>A clause that asks for a finding.</summary>
/// <param name="Finding">The finding, with who makes it where the clause says so.</param>
/// <param name="Users">Who act on the clause; empty if nobody in particular does.</param>
/// <param name="Hearers">Before whom it is then brought; empty where that is nobody else.</param>
/// <param name="By">Where it is said.</param>
public sealed record FindingUse(FactTest.Finding Finding, ImmutableArray<Who> Users, ImmutableArray<Who> Hearers, Provision By)
{
    /// <summary>Who makes it where the clause does not say so; null where only one sort of people can be meant.</summary>
    public Slot<Finder>? MadeBy { get; init; }
}
