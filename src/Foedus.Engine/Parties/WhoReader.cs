using Foedus.Charter.Model;
using Foedus.Engine.Bodies;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Membership;
using Foedus.Engine.Records;
using Foedus.Engine.Things;

namespace Foedus.Engine.Parties;

/// <summary>
/// Says who is meant by a phrase such as "at least 3 towns except Dale", on the day of an inquiry: the set behind it, how many it has,
/// who stands for what in it, and whether those who support something are what it asks for.
/// </summary>
public sealed partial class WhoReader(Inquiry inquiry)
{
    private bool _isAskingForOrgan;

    private Roll Roll => inquiry.Roll;

    private View View => inquiry.View;

    /// <summary>The set behind a party phrase.</summary>
    public Extent ExtentOf(Party set, in Anchor anchor) => new(this, set, anchor);

    /// <summary>Whether somebody is one of several parties, or stands for something in one of them.</summary>
    /// <param name="doer">Who is meant to be one of them.</param>
    /// <param name="who">The parties.</param>
    /// <param name="anchor">What the clause is talking of.</param>
    /// <param name="acting">True if it is to use a power, which a unit has not whose rights are suspended.</param>
    public Truth IsOneOf(int doer, Who who, in Anchor anchor, bool acting = false)
    {
        var any = Truth.No;
        var own = IsNamed(doer, who, anchor);
        foreach (var party in who.Parties)
        {
            var fit = Fit(doer, [doer], party, anchor, who.Alone, own);
            any = any.Or(acting && IsOut(fit, party) ? Truth.No : fit.Truth);
            if (any == Truth.Yes)
                break;
        }

        return any;
    }

    /// <summary>Whether a doer is in the set behind a party phrase, itself or through what it stands for; words and numbers of quantity do not matter.</summary>
    internal Fit Fit(int doer, Party party, in Anchor anchor, bool alone = false) => Fit(doer, [doer], party, anchor, alone, own: false);

    /// <summary>Whether a body is one of several parties by its own name: then it acts as that one, and for none of the others.</summary>
    internal bool IsNamed(int doer, Who who, in Anchor anchor)
    {
        if (who.Parties.Length < 2 || inquiry.BodyOf(doer) is not { Body.ActsFor.Count: > 0 })
            return false;
        foreach (var party in who.Parties)
        {
            if (party.Kind == PartyKind.Body && Itself(doer, [doer], party, anchor).Truth == Truth.Yes)
                return true;
        }

        return false;
    }

    /// <param name="doer">Who is meant to be in it.</param>
    /// <param name="doers">Everybody who acts.</param>
    /// <param name="party">The phrase.</param>
    /// <param name="anchor">What the clause is talking of.</param>
    /// <param name="alone">True where it belongs to nobody else.</param>
    /// <param name="own">True if the doer is named beside the party, so that it acts for nobody.</param>
    private Fit Fit(int doer, ReadOnlySpan<int> doers, Party party, in Anchor anchor, bool alone, bool own)
    {
        if (doer < 0)
            return Parties.Fit.None;
        var fit = Itself(doer, doers, party, anchor);
        if (fit.Truth == Truth.No && !own && party is { Kind: PartyKind.Body, Body: { } body })
            fit = ActingFor(doer, body, party, anchor, alone);
        if (fit.Truth != Truth.No && party.Except is { } except)
            fit = fit with { Truth = fit.Truth.And(Excepted(doer, fit, except, anchor).Not()) };
        return fit;
    }

    /// <summary>Whether somebody may act as one of a party: it stands for something in it whose rights are not suspended.</summary>
    internal Truth MayActFor(int doer, Party party, in Anchor anchor, bool alone = false, bool own = false) =>
        Fit(doer, [doer], party, anchor, alone, own) is var fit && IsOut(fit, party) ? Truth.No : fit.Truth;

    /// <summary>Whether somebody would stand for a unit whose rights have ended with its suspension. Seats and offices have fates of their own.</summary>
    private bool IsOut(in Fit fit, Party party) =>
        fit.Truth != Truth.No && party.Kind is PartyKind.Unit or PartyKind.NamedUnit or PartyKind.Body && IsOut(fit.Unit);

    private bool IsOut(int unit) => unit >= 0 && Fates.RightsEnded(inquiry, unit) is not null;

    private Truth Excepted(int doer, in Fit fit, Party except, in Anchor anchor)
    {
        var truth = Itself(doer, [doer], except, anchor).Truth;
        if (truth != Truth.Yes && fit.Element >= 0 && fit.Element != doer)
            truth = truth.Or(Itself(fit.Element, [fit.Element], except, anchor).Truth);
        if (truth != Truth.Yes && fit.Unit >= 0 && except.Kind is PartyKind.Unit or PartyKind.NamedUnit)
            truth = truth.Or(IsUnit(fit.Unit, except, anchor));
        return truth;
    }

    private Fit Itself(int doer, ReadOnlySpan<int> doers, Party party, in Anchor anchor)
    {
        var thing = Roll[doer];
        switch (party.Kind)
        {
            case PartyKind.Body when thing.Kind == ThingKind.Unit && party.Body is { EachOf: { } each }:
                // A unit named for its organ, as sources report it: "Missouri ratifies".
                return new Fit(IsOfKind(doer, each).And(IsUnit(doer, Owner(party), anchor)), doer, doer);
            case PartyKind.Body:
                if (inquiry.BodyOf(doer) is not { } at || at.Body != party.Body)
                    return Parties.Fit.None;
                return at.Unit < 0 ? new Fit(Truth.Yes, doer, -1) : new Fit(IsUnit(at.Unit, Owner(party), anchor), at.Unit, at.Unit);
            case PartyKind.Office:
                var holds = IsOffice(doer, thing, party, anchor, out var office);
                if (holds == Truth.No && SpokenFor(doers) is var holder and >= 0)
                    holds = IsOffice(holder, Roll[holder], party, anchor, out office);
                return new Fit(holds, office, inquiry.UnitOf(office));
            case PartyKind.Member:
                return Member(doer, doers, thing, party, anchor);
            case PartyKind.Unit:
            case PartyKind.NamedUnit:
                return thing.Kind == ThingKind.Unit ? new Fit(IsUnit(doer, party, anchor), doer, doer) : SpeaksFor(doer, doers, thing, party, anchor);
            case PartyKind.Electors:
                return new Fit(
                    TruthOf.From(thing.Kind == ThingKind.Electors && (party.Of is null || thing.Of < 0 || IsUnit(thing.Of, party.Of, anchor) == Truth.Yes)), doer, thing.Of);
            case PartyKind.Person:
                return new Fit(TruthOf.From(thing.Kind is ThingKind.Person or ThingKind.Member), doer, -1);
            case PartyKind.Applicant:
                return new Fit(IsApplicant(doer, thing), doer, -1);
            case PartyKind.Instrument:
                return new Fit(inquiry.IsInstrument(doer, party), doer, -1);
            default:
                return Same(thing.Name, party.Name)
                    ? party.Of is null || thing.Of < 0 ? new Fit(Truth.Yes, doer, inquiry.UnitOf(doer)) : Fit(thing.Of, party.Of, anchor) with { Element = doer }
                    : Parties.Fit.None;
        }
    }

    /// <summary>The units whose body is meant: "Council of that town", "its Council", "Council of each town".</summary>
    internal static Party? Owner(Party party) =>
        party.Of ?? (party is { Which: Which.That, Body.EachOf: { } kind } ? new Party(PartyKind.Unit, kind.Name, Which.That) { UnitKind = kind, Words = "that " + kind.Name } : null);

    private Truth IsOffice(int doer, Thing thing, Party party, in Anchor anchor, out int element)
    {
        element = doer;
        if (thing.Kind is ThingKind.Person or ThingKind.Member or ThingKind.Unit)
        {
            foreach (var office in OfficesOf(party, anchor))
            {
                if (inquiry.HoldsOffice(office, doer))
                {
                    element = party.Office?.Number is null ? office : doer;
                    return Truth.Yes;
                }
            }

            return Truth.No;
        }

        if (thing.Kind is not (ThingKind.Office or ThingKind.Outside) || !Same(thing.Name, party.Office?.Name ?? party.Name))
            return Truth.No;
        if (thing.Kind == ThingKind.Office && inquiry.IsVacant(doer))
            return Truth.No;
        if (party.Of is not { } of || thing.Of < 0)
            return Truth.Yes;
        return of.Kind is PartyKind.Unit or PartyKind.NamedUnit ? IsUnit(inquiry.UnitOf(doer), of, anchor) : Fit(thing.Of, of, anchor).Truth;
    }

    /// <summary>The offices on the roll that a phrase means.</summary>
    private IEnumerable<int> OfficesOf(Party party, Anchor anchor)
    {
        if (party.Office is not { } office)
        {
            var plain = Roll.Find(ThingKind.Office, party.Name);
            return plain >= 0 ? [plain] : [];
        }

        if (office.Of is not { EachOf: { } kind } body)
            return [inquiry.Book.ThingOf(office)];
        var found = new List<int>();
        foreach (var unit in UnitsOf(kind, party.Of, anchor))
        {
            var of = inquiry.Book.All.FindThing(new BodyAt(body, unit));
            if (of >= 0 && Roll.Find(ThingKind.Office, office.Name, of) is var one and >= 0)
                found.Add(one);
        }

        return found;
    }

    private Truth IsApplicant(int doer, Thing thing)
    {
        if (thing.Kind is not (ThingKind.Unit or ThingKind.Outside or ThingKind.Person) || View.Look(Relations.Kind, doer).Holds)
            return Truth.No;
        return inquiry is Judgement { Act.Verb: Acts.Verb.Applies or Acts.Verb.Introduces } j && j.Act.By.Contains(doer) ? Truth.Yes : TruthOf.From(View.Look(Relations.Change, doer).Holds);
    }

    /// <summary>Whether a unit is the one, or of the kind, that a party names; without a party any unit will do.</summary>
    public Truth IsUnit(int unit, Party? party, in Anchor anchor)
    {
        if (unit < 0 || Roll[unit].Kind != ThingKind.Unit)
            return Truth.No;
        if (party is null)
            return Truth.Yes;
        if (party.Kind is not (PartyKind.Unit or PartyKind.NamedUnit))
            return Truth.Yes;
        var truth = party.Kind == PartyKind.NamedUnit ? TruthOf.From(Same(Roll[unit].Name, party.Name)) : IsOfKind(unit, party.UnitKind);
        if (truth == Truth.No)
            return truth;
        if (party.Which == Which.That)
            truth = truth.And(IsReferent(unit, party.UnitKind, anchor));
        if (party.Concerned)
            truth = truth.And(IsConcerned(unit, anchor));
        if (truth != Truth.No && party.Of is { } of)
            truth = truth.And(IsBeneath(unit, of, anchor));
        if (truth != Truth.No && party.Except is { } except)
            truth = truth.And(IsExcepted(unit, except, anchor).Not());
        return truth;
    }

    /// <summary>Whether an exception takes a unit away: it is the unit named, or has a seat among the members, its own or one that is held for it.</summary>
    private Truth IsExcepted(int unit, Party except, in Anchor anchor) => except.Kind switch
    {
        PartyKind.Unit or PartyKind.NamedUnit => IsUnit(unit, except, anchor),
        PartyKind.Member or PartyKind.Body or PartyKind.Office => Sits(unit, except, anchor),
        _ => Truth.No,
    };

    private Truth IsOfKind(int unit, UnitKind? kind) =>
        kind is null ? Truth.Yes : TruthOf.From(View.Holds(Relations.OfKind, Roll.Word(kind.Name), unit));

    /// <summary>"that town": the unit that is talked of, each of them where they are several alike, or the one of the kind that contains it.</summary>
    private Truth IsReferent(int unit, UnitKind? kind, in Anchor anchor)
    {
        if (anchor.Unit < 0)
            return Truth.Open;
        var any = Truth.No;
        foreach (var talkedOf in anchor.Those)
            any = any.Or(Contains(unit, kind, talkedOf));
        return any;
    }

    private Truth Contains(int unit, UnitKind? kind, int talkedOf)
    {
        if (talkedOf == unit)
            return Truth.Yes;
        for (var at = talkedOf; at >= 0; at = ParentOf(at))
        {
            if (kind is null || IsOfKind(at, kind) == Truth.Yes)
                return TruthOf.From(at == unit);
        }

        return UnlessUnplaced(talkedOf, Unplaced.MayLie(inquiry, unit, talkedOf));
    }

    private static Truth IsConcerned(int unit, in Anchor anchor)
    {
        if (anchor.Concerned.IsDefaultOrEmpty)
            return anchor.Unit < 0 ? Truth.Open : TruthOf.From(anchor.Unit == unit);
        return TruthOf.From(anchor.Concerned.Contains(unit));
    }

    /// <summary>Whether a unit is one that a party names, or lies within one.</summary>
    public Truth IsOrWithin(int unit, Party party, in Anchor anchor)
    {
        var any = Truth.No;
        for (var at = unit; at >= 0 && any != Truth.Yes; at = ParentOf(at))
            any = any.Or(IsUnit(at, party, anchor));
        return any;
    }

    /// <summary>Whether a unit lies within one that a party names.</summary>
    private Truth IsBeneath(int unit, Party of, in Anchor anchor)
    {
        var any = Truth.No;
        for (var at = ParentOf(unit); at >= 0 && any != Truth.Yes; at = ParentOf(at))
            any = any.Or(IsUnit(at, of, anchor));
        return any == Truth.No && of.UnitKind is { } kind ? UnlessUnplaced(unit, Unplaced.MayLie(inquiry, kind, unit)) : any;
    }

    private int ParentOf(int unit) => UnitsBeneath.ParentOf(inquiry, unit);

    /// <summary>Not, where all is told of where a unit stands; open, with what has to be told, where it may stand beneath the unit meant.</summary>
    private Truth UnlessUnplaced(int unit, bool mayBe)
    {
        if (!mayBe)
            return Truth.No;
        var reason = Unplaced.Reason(inquiry, unit);
        return inquiry.Inform(Truth.Open, reason.By, reason.Message, reason.First, reason.Second, reason.Need);
    }

    /// <summary>
    /// Whether those who act are the organ through which a unit speaks. Only somebody of that unit's own can be, so that the open place is
    /// asked only of those who might be it.
    /// </summary>
    private Fit SpeaksFor(int doer, ReadOnlySpan<int> doers, Thing thing, Party party, in Anchor anchor)
    {
        if (thing.Kind is ThingKind.Person or ThingKind.Member)
            return HoldersSpeak(doer, doers, party, anchor);
        var unit = inquiry.UnitOf(doer);
        if (unit < 0 || IsUnit(unit, party, anchor) is var isUnit && isUnit == Truth.No)
            return Parties.Fit.None;
        foreach (var rules in inquiry.Book.Edition.UnitRules)
        {
            if (rules.SpeaksThrough is not { } speaks || IsOfKind(unit, rules.Kind) != Truth.Yes)
                continue;
            var own = Anchor.At(unit);
            if (!speaks.Fillers.IsEmpty && !speaks.Fillers.Any(w => IsOneOf(doer, w, own) != Truth.No))
                return Parties.Fit.None;
            if (!inquiry.Ask(speaks, out var who))
                return new Fit(Truth.Open, unit, unit);
            return new Fit(isUnit.And(Together(doers, who, own)), unit, unit);
        }

        return Parties.Fit.None;
    }

    /// <summary>
    /// The unit whose organ those who act are, as far as the charter says through whom it speaks; -1 if they are none. Who the organ itself is
    /// is not asked through whom it speaks.
    /// </summary>
    internal int SpokenFor(ReadOnlySpan<int> doers)
    {
        if (_isAskingForOrgan || doers.IsEmpty || doers[0] < 0 || Roll[doers[0]].Kind == ThingKind.Unit)
            return -1;
        _isAskingForOrgan = true;
        var spoken = -1;
        foreach (var unit in inquiry.Book.Edition.UnitRules.Exists(r => r.SpeaksThrough is { IsSaid: true }) ? UnitsBehind(doers[0]) : [])
        {
            if (spoken < 0 && inquiry.Book.Edition.UnitRules.Exists(r => r.SpeaksThrough is { IsSaid: true } && IsOfKind(unit, r.Kind) == Truth.Yes)
                && SpeaksFor(doers[0], doers, Roll[doers[0]], PartyOf(unit)!, Anchor.At(unit)).Truth == Truth.Yes)
            {
                spoken = unit;
            }
        }

        _isAskingForOrgan = false;
        return spoken;
    }

    /// <summary>The units of which somebody may be the organ: its own, or those in whose offices it is.</summary>
    private IEnumerable<int> UnitsBehind(int doer) =>
        inquiry.UnitOf(doer) is var own and >= 0 ? [own] : inquiry.Mandates.HeldBy(doer).Select(m => inquiry.UnitOf(m.Post)).Where(u => u >= 0).Distinct().ToList();

    /// <summary>A person speaks for a unit as the holder of the office through which it speaks.</summary>
    private Fit HoldersSpeak(int doer, ReadOnlySpan<int> doers, Party party, in Anchor anchor)
    {
        foreach (var mandate in inquiry.Mandates.HeldBy(doer))
        {
            var unit = inquiry.UnitOf(mandate.Post);
            if (unit < 0 || IsUnit(unit, party, anchor) == Truth.No)
                continue;
            foreach (var rules in inquiry.Book.Edition.UnitRules)
            {
                if (rules.SpeaksThrough is not { } speaks || IsOfKind(unit, rules.Kind) != Truth.Yes || !speaks.Fillers.Any(w => IsOneOf(doer, w, Anchor.At(unit)) != Truth.No))
                    continue;
                return inquiry.Ask(speaks, out var who) ? new Fit(Together(doers, who, Anchor.At(unit)), unit, unit) : new Fit(Truth.Open, unit, unit);
            }
        }

        return Parties.Fit.None;
    }

    /// <summary>Whether one of the parties is among the doers, or each of them where they speak jointly.</summary>
    private Truth Together(ReadOnlySpan<int> doers, Who who, in Anchor anchor)
    {
        var met = who.Jointly ? Truth.Yes : Truth.No;
        foreach (var party in who.Parties)
        {
            var one = Truth.No;
            foreach (var doer in doers)
            {
                // Seconders are told by number only, and are nobody's organ.
                if (doer >= 0)
                    one = one.Or(Itself(doer, [doer], party, anchor).Truth);
            }

            met = who.Jointly ? met.And(one) : met.Or(one);
        }

        return met;
    }

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.Ordinal);
}
