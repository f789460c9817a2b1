using Foedus.Charter.Model;
using Foedus.Engine.Bodies;
using Foedus.Engine.Records;
using Foedus.Engine.Things;

namespace Foedus.Engine.Judging;

/// <content>Who somebody is: whether a doer is the party that a provision names.</content>
public partial class Inquiry
{
    /// <summary>Whether those who act are who a provision asks for: one of several parties, or all of them.</summary>
    public Truth Are(IReadOnlyList<int> doers, Who who)
    {
        if (!who.Jointly)
        {
            // Everybody who acts must be one of the parties.
            var all = Truth.Yes;
            foreach (var doer in doers)
                all = all.And(IsOneOf(doer, who));
            return doers.Count == 0 ? Truth.No : all;
        }

        // Each of the parties by somebody of its own: whoever acts for one of them does not count as the other as well.
        var met = Truth.Yes;
        var taken = new HashSet<int>();
        foreach (var party in who.Parties)
        {
            var (one, by) = (Truth.No, -1);
            foreach (var doer in doers)
            {
                if (taken.Contains(doer))
                    continue;
                var truth = Is(doer, party, who.Alone);
                if (truth > one)
                    (one, by) = (truth, doer);
            }

            taken.Add(by);
            met = met.And(one);
        }

        return met;
    }

    /// <summary>Whether a doer is one of the parties.</summary>
    public Truth IsOneOf(int doer, Who who)
    {
        var any = Truth.No;
        foreach (var party in who.Parties)
        {
            any = any.Or(Is(doer, party, who.Alone));
            if (any == Truth.Yes)
                break;
        }

        return any;
    }

    /// <summary>Whether a doer is a party, itself or through somebody who acts for it.</summary>
    public Truth Is(int doer, Party party, bool alone = false)
    {
        if (doer < 0)
            return Truth.No;
        var itself = IsItself(doer, party);
        if (itself != Truth.No)
            return party.Except is { } except ? itself.And(Is(doer, except).Not()) : itself;
        if (party is not { Kind: PartyKind.Body, Body: { } body } || BodyOf(doer) is not { } acting)
            return Truth.No;
        return body.EachOf is null || IsUnit(acting.Unit, party.Of) == Truth.Yes ? ActsFor(acting, new BodyAt(body, acting.Unit), alone) : Truth.No;
    }

    private Truth IsItself(int doer, Party party)
    {
        var thing = Roll[doer];
        switch (party.Kind)
        {
            case PartyKind.Body when thing.Kind == ThingKind.Unit && party.Body is { EachOf: not null }:
                // A unit named for its organ, as sources report it: "Missouri ratifies".
                return IsUnit(doer, party.Of);
            case PartyKind.Body:
                if (BodyOf(doer) is not { } at || at.Body != party.Body)
                    return Truth.No;
                return at.Unit < 0 ? Truth.Yes : IsUnit(at.Unit, party.Of);
            case PartyKind.Office:
                return IsOffice(doer, thing, party);
            case PartyKind.Member:
                return IsMember(doer, thing, party.Of);
            case PartyKind.Unit:
            case PartyKind.NamedUnit:
                return thing.Kind == ThingKind.Unit ? IsUnit(doer, party) : SpeaksFor(doer, thing, party);
            case PartyKind.Electors:
                return thing.Kind == ThingKind.Electors && (party.Of is null || thing.Of < 0 || IsUnit(thing.Of, party.Of) == Truth.Yes)
                    ? Truth.Yes
                    : Truth.No;
            case PartyKind.Person:
                return TruthOf.From(thing.Kind is ThingKind.Person or ThingKind.Member);
            case PartyKind.Applicant:
                return TruthOf.From(thing.Kind is ThingKind.Unit or ThingKind.Outside or ThingKind.Person);
            case PartyKind.Instrument:
                return IsInstrument(doer, party);
            default:
                return Same(thing.Name, party.Name)
                    ? party.Of is null || thing.Of < 0 ? Truth.Yes : Is(thing.Of, party.Of)
                    : Truth.No;
        }
    }

    private Truth IsOffice(int doer, Thing thing, Party party)
    {
        if (thing.Kind == ThingKind.Person)
        {
            var office = party.Office is { } declared ? Book.ThingOf(declared) : Roll.Find(ThingKind.Office, party.Name);
            return TruthOf.From(office >= 0 && View.TryValue(Relations.Holder, office, out var holder) && holder == doer);
        }

        if (thing.Kind is not (ThingKind.Office or ThingKind.Outside) || !Same(thing.Name, party.Office?.Name ?? party.Name))
            return Truth.No;
        if (party.Of is not { } of || thing.Of < 0)
            return Truth.Yes;
        return of.Kind is PartyKind.Unit or PartyKind.NamedUnit ? IsUnit(UnitOf(doer), of) : Is(thing.Of, of);
    }

    private Truth IsMember(int doer, Thing thing, Party? of)
    {
        if (of is null)
            return TruthOf.From(thing.Kind is ThingKind.Member or ThingKind.Person);
        switch (thing.Kind)
        {
            case ThingKind.Member:
                return Is(thing.Of, of);
            case ThingKind.Office when thing.Of >= 0:
                // Whoever holds an office of a body with one seat per office is a member of it, but not those with a voice only.
                return Is(thing.Of, of);
            case ThingKind.Unit when of.Body is { } body:
                return TruthOf.From(body.Seats.Exists(g => g.Formula.IsSaid && KindSeated(g.Formula.Said) is { } kind && View.Holds(Relations.OfKind, Roll.Word(kind.Name), doer)));
            case ThingKind.Person when of.Body is { } body:
                return TruthOf.From(View.Holds(Relations.Seat, Book.ThingOf(body), doer));
            default:
                return Truth.No;
        }
    }

    /// <summary>The kind of unit that has seats by a formula, each of them its own.</summary>
    private static UnitKind? KindSeated(SeatFormula formula) => formula switch
    {
        SeatFormula.PerUnit per => per.Each,
        SeatFormula.ByBands bands => bands.Each,
        SeatFormula.Norm norm => norm.Each,
        _ => null,
    };

    /// <summary>Whether a unit is the one, or of the kind, that a party names; without a party any unit will do.</summary>
    public Truth IsUnit(int unit, Party? party)
    {
        if (unit < 0 || Roll[unit].Kind != ThingKind.Unit)
            return Truth.No;
        if (party is null)
            return Truth.Yes;
        if (party.Except is { } except && IsUnit(unit, except) == Truth.Yes)
            return Truth.No;
        if (party.Kind == PartyKind.NamedUnit)
            return TruthOf.From(Same(Roll[unit].Name, party.Name));
        if (party.Which == Which.That && UnitConcerned >= 0 && unit != UnitConcerned)
            return Truth.No;
        return party.UnitKind is { } kind ? TruthOf.From(View.Holds(Relations.OfKind, Roll.Word(kind.Name), unit)) : Truth.Yes;
    }

    /// <summary>Whether a body or office is the organ through which a unit speaks.</summary>
    private Truth SpeaksFor(int doer, Thing thing, Party party)
    {
        var unit = UnitOf(doer);
        if (unit < 0 || thing.Kind is not (ThingKind.Body or ThingKind.Outside) || IsUnit(unit, party) != Truth.Yes)
            return Truth.No;
        foreach (var rules in Book.Edition.UnitRules)
        {
            if (rules.SpeaksThrough is not { } speaks || !View.Holds(Relations.OfKind, Roll.Word(rules.Kind.Name), unit))
                continue;
            if (!Ask(speaks, out var who))
                return Truth.Open;
            foreach (var organ in who.Parties)
            {
                if (IsItself(doer, organ) == Truth.Yes)
                    return Truth.Yes;
            }

            return Truth.No;
        }

        return Truth.No;
    }

    /// <summary>Whether an instrument is of the sort that a party names, made by whom it names.</summary>
    public Truth IsInstrument(int instrument, Party party)
    {
        if (!View.TryValue(Relations.Sort, instrument, out var sort))
            return Truth.No;
        if (!Same(Roll.WordOf(sort), party.Instrument?.Name ?? party.Name))
            return Truth.No;
        if (party.Of is not { } of)
            return Truth.Yes;
        if (Roll[instrument].Kind == ThingKind.Unit)
            return IsUnit(instrument, of);
        return View.TryValue(Relations.Maker, instrument, out var maker) ? Is((int)maker, of) : Truth.Open;
    }

    /// <summary>The unit to which a thing belongs: itself, or that of its body, or -1.</summary>
    public int UnitOf(int thing)
    {
        while (thing >= 0 && Roll[thing].Kind != ThingKind.Unit)
            thing = Roll[thing].Of;
        return thing;
    }

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.Ordinal);
}
