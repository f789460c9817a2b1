using Foedus.Charter.Model;
using Foedus.Engine.Bodies;
using Foedus.Engine.Judging;
using Foedus.Engine.Records;
using Foedus.Engine.Seats;
using Foedus.Engine.Things;

namespace Foedus.Engine.Parties;

/// <content>Members of bodies, and bodies that act for others.</content>
public sealed partial class WhoReader
{
    private Fit Member(int doer, ReadOnlySpan<int> doers, Thing thing, Party party, in Anchor anchor)
    {
        if (party.Of is not { } of)
            return new Fit(TruthOf.From(thing.Kind is ThingKind.Member or ThingKind.Person), doer, -1);
        var own = OwnMembership(doer, thing, of, anchor);

        // A unit that sits by its own name acts through its organ there as well.
        return own.Truth == Truth.No && of.Body is { } body && SpokenFor(doers) is var unit and >= 0 && unit != doer ? Mandate(unit, body, of, anchor) : own;
    }

    private Fit OwnMembership(int doer, Thing thing, Party of, in Anchor anchor)
    {
        switch (thing.Kind)
        {
            case ThingKind.Member:
                // "member of Lower" is a member of the body of which that is a chamber.
                return new Fit(IsThisBody(thing.Of, of, anchor), doer, inquiry.UnitOf(doer));
            case ThingKind.Office when thing.Of >= 0:
                // Whoever holds an office of a body with one seat per office is a member of it, but not those with a voice only.
                return new Fit(IsThisBody(thing.Of, of, anchor), doer, inquiry.UnitOf(doer));
            case ThingKind.Unit when of.Body is { } body:
                return HasDelegation(doer, body)
                    ? Weighed(doer, Delegation(body, doer))
                    : Mandate(doer, body, of, anchor);
            case ThingKind.Person when of.Body is { } body:
                return Mandate(doer, body, of, anchor);
            default:
                return Parties.Fit.None;
        }
    }

    /// <summary>A unit stands for all who sit for it: for more of them, perhaps, than are on record.</summary>
    private static Fit Weighed(int unit, Many members)
    {
        var least = Math.Max(1, members.Least);
        return new Fit(Truth.Yes, unit, unit, least, members.Most is { } most ? Math.Max(0, most - least) : 0);
    }

    /// <summary>Whether a thing is the body that a phrase means, or a chamber of it.</summary>
    private Truth IsThisBody(int thing, Party of, in Anchor anchor)
    {
        if (thing < 0)
            return Truth.No;
        var itself = Itself(thing, [thing], of, anchor).Truth;
        if (itself != Truth.No || inquiry.BodyOf(thing) is not { Body.ChamberOf: { } whole } at || whole != of.Body)
            return itself;
        return at.Unit < 0 ? Truth.Yes : IsUnit(at.Unit, Owner(of), anchor);
    }

    private Fit Mandate(int person, Body body, Party of, in Anchor anchor)
    {
        if (body.EachOf is not { } kind)
            return MandateIn(person, new BodyAt(body)) is { Truth: Truth.Yes } seat ? seat with { Truth = IsHeldOf(seat.Unit, person, of, anchor) } : Parties.Fit.None;
        foreach (var unit in UnitsOf(kind, Owner(of), anchor))
        {
            if (MandateIn(person, new BodyAt(body, unit)) is { Truth: not Truth.No } fit)
                return fit with { Unit = unit };
        }

        return Parties.Fit.None;
    }

    /// <summary>"member of Council of that region": whether a seat in a body of the whole is that of a unit, or its holder is on record for one.</summary>
    internal Truth IsHeldOf(int seat, int holder, Party body, in Anchor anchor)
    {
        if (body is not { Of: { Kind: PartyKind.Unit or PartyKind.NamedUnit } of })
            return Truth.Yes;
        if (seat >= 0)
            return IsOrWithin(seat, of, anchor);
        var met = Truth.No;
        var any = false;
        foreach (var unit in holder < 0 ? [] : inquiry.Mandates.UnitsOf(holder))
        {
            any = true;
            met = met.Or(IsOrWithin(unit, of, anchor));
        }

        return any ? met : Truth.Open;
    }

    /// <summary>A person's mandate in a body or one of its chambers.</summary>
    private Fit MandateIn(int person, BodyAt body)
    {
        if (inquiry.IsMember(person, body, out var forUnit))
            return new Fit(Truth.Yes, person, forUnit);
        foreach (var chamber in body.Body.Chambers)
        {
            if (MandateIn(person, body.Chamber(chamber)) is { Truth: Truth.Yes } fit)
                return fit;
        }

        return Parties.Fit.None;
    }

    /// <summary>A unit that has seats of its own in a body stands for those who sit for it.</summary>
    private bool HasDelegation(int unit, Body body) =>
        body.Seats.Exists(g => g.Formula.IsSaid && KindSeated(g.Formula.Said) is { } kind && IsOfKind(unit, kind) == Truth.Yes)
        || body.Chambers.Exists(c => HasDelegation(unit, c));

    /// <summary>Whether a unit has a seat or an office of a set, in its own name or through who sits there for it.</summary>
    private Truth Sits(int unit, Party set, in Anchor anchor)
    {
        if (set.Kind == PartyKind.Office)
            return TruthOf.From(OfficesOf(set, anchor).Any(o => inquiry.Mandates.Of(o).Any(m => inquiry.Mandates.SitsFor(m) == unit)));
        var of = set.Kind == PartyKind.Member ? set.Of : set;
        if (of?.Body is not { } body)
            return Truth.No;
        if (set.Except is { } but && IsExcepted(unit, but, anchor) == Truth.Yes)
            return Truth.No;
        var lines = (body.EachOf is { } kind ? UnitsOf(kind, Owner(of), anchor) : [-1]).SelectMany(u => inquiry.RosterOf(new BodyAt(body, u)).Lines);
        var met = Truth.No;
        foreach (var line in lines)
        {
            if (line.Unit == unit)
                met = met.Or(line.Count.Least.Sign > 0 ? Truth.Yes : line.Count == SeatRange.None ? Truth.No : Truth.Open);
        }

        return met;
    }

    /// <summary>How many members a unit has in a body on the day: those with credentials, else its seats.</summary>
    public Many Delegation(Body body, int unit)
    {
        var thing = inquiry.Book.All.FindThing(new BodyAt(body));
        var own = Many.None;
        if (inquiry.Mandates.Delegation(thing, unit) is { } certified)
        {
            own = Many.Exactly(certified.Count);
        }
        else if (inquiry.Mandates.WasFilledFor(thing, unit))
        {
            foreach (var line in inquiry.RosterOf(new BodyAt(body)).Lines)
            {
                if (line.Unit == unit && line.Body.Body == body)
                    own += new Many(Whole(line.Count.Least), line.Count.Most is { } held ? Whole(held) : null);
            }
        }
        else if (body.Seats.Count > 0)
        {
            var mark = inquiry.Marked();
            var (least, most) = inquiry.Seats(new BodyAt(body)).Of(unit);
            inquiry.ForgetSince(mark);
            own = new Many(Whole(least), most is { } m ? Whole(m) : null);
        }

        foreach (var chamber in body.Chambers)
            own += Delegation(chamber, unit);
        return own;
    }

    private static long Whole(Counting.Ratio number) => number.Floor() is var floor && floor > long.MaxValue ? long.MaxValue : (long)floor;

    /// <summary>The kind of unit that has seats by a formula, each of them its own.</summary>
    private static UnitKind? KindSeated(SeatFormula formula) => formula switch
    {
        SeatFormula.PerUnit per => per.Each,
        SeatFormula.ByBands bands => bands.Each,
        SeatFormula.Norm norm => norm.Each,
        _ => null,
    };

    private Fit ActingFor(int doer, Body body, Party party, in Anchor anchor, bool alone)
    {
        if (inquiry.BodyOf(doer) is not { } acting || acting.Body == body)
            return Parties.Fit.None;
        var its = new BodyAt(body, acting.Unit);
        if ((body.EachOf is null) != (acting.Unit < 0) || (body.EachOf is not null && IsUnit(acting.Unit, Owner(party), anchor) == Truth.No))
            return Parties.Fit.None;
        return new Fit(inquiry.ActsFor(acting, its, alone), acting.Unit >= 0 ? acting.Unit : inquiry.Book.ThingOf(its), acting.Unit);
    }
}
