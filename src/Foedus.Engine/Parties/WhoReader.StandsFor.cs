using Foedus.Charter.Model;
using Foedus.Engine.Judging;
using Foedus.Engine.Records;
using Foedus.Engine.Things;

namespace Foedus.Engine.Parties;

/// <content>Who stands for somebody who acted before, and who is somebody at all in the charter.</content>
public sealed partial class WhoReader
{
    /// <summary>
    /// Whether somebody is another, or stands for it: the organ for its unit, a unit for its organ, a body for one for which it acts, the holder
    /// for the office.
    /// </summary>
    public Truth StandsFor(int doer, int thing)
    {
        if (doer == thing)
            return Truth.Yes;
        if (doer < 0 || thing < 0 || PartyOf(thing) is not { } party)
            return Truth.No;
        return Fit(doer, party, Anchor.At(inquiry.UnitOf(thing))).Truth;
    }

    /// <summary>Whether everybody of some is, or is stood for by, one of the doers.</summary>
    public Truth StandForAll(IReadOnlyList<int> doers, IReadOnlyList<int> things)
    {
        var all = things.Count > 0 ? Truth.Yes : Truth.No;
        foreach (var thing in things)
        {
            var one = Truth.No;
            foreach (var doer in doers)
                one = one.Or(StandsFor(doer, thing));
            all = all.And(one);
        }

        return all;
    }

    /// <summary>Whether the charter or the record gives somebody a place: a unit, a body, an office, electors, a member, the holder of an office.</summary>
    public bool HasAPlace(int doer)
    {
        if (doer < 0)
            return false;
        switch (Roll[doer].Kind)
        {
            case ThingKind.Unit:
                return View.Look(Relations.Kind, doer).Holds;
            case ThingKind.Body:
                return inquiry.BodyOf(doer) is not null;
            case ThingKind.Office:
                return !inquiry.IsVacant(doer);
            case ThingKind.Electors:
                return true;
            case ThingKind.Member:
                return inquiry.BodyOf(Roll[doer].Of) is not null;
            case ThingKind.Person:
                return inquiry.Mandates.HeldBy(doer).Any()
                    || inquiry.Book.Edition.Bodies.Exists(b => b.EachOf is null && Member(doer, [doer], Roll[doer], MembersOf(b), Anchor.None).Truth != Truth.No);
            default:
                return false;
        }
    }

    private static Party MembersOf(Body body) =>
        new(PartyKind.Member, "member", Which.Any) { Of = new Party(PartyKind.Body, body.Name, Which.Any) { Body = body }, Body = body };

    private Party? PartyOf(int thing)
    {
        var it = Roll[thing];
        switch (it.Kind)
        {
            case ThingKind.Unit:
                return new Party(PartyKind.NamedUnit, it.Name, Which.Plain) { Words = it.Name };
            case ThingKind.Body when inquiry.BodyOf(thing) is { } body:
                var unit = body.Unit < 0 ? null : new Party(PartyKind.NamedUnit, Roll[body.Unit].Name, Which.Plain);
                return new Party(PartyKind.Body, body.Name, Which.Plain) { Body = body.Body, Of = unit, Words = Roll.NameOf(thing) };
            case ThingKind.Office:
                return new Party(PartyKind.Office, it.Name, Which.Plain) { Office = OfficeNamed(it.Name), Of = it.Of < 0 ? null : PartyOf(it.Of), Words = Roll.NameOf(thing) };
            default:
                return null;
        }
    }

    private Office? OfficeNamed(string name) => inquiry.Book.Offices.FirstOrDefault(o => Same(o.Name, name));
}
