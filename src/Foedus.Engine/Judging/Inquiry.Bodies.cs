using Foedus.Charter.Model;
using Foedus.Engine.Bodies;
using Foedus.Engine.Mandates;
using Foedus.Engine.Records;
using Foedus.Engine.Things;

namespace Foedus.Engine.Judging;

/// <content>Bodies, of the federation and of units, and who acts for them between their sessions.</content>
public partial class Inquiry
{
    private HashSet<(BodyAt Body, bool ByUnits)>? _layingOut;
    private MandateReader? _mandates;
    private int _circles;

    /// <summary>
    /// The body that a thing is, on the day: of the federation, or of a unit that is of a kind that has one. Null if it is no body ("Council
    /// of East" where towns have Councils and East is a region).
    /// </summary>
    public BodyAt? BodyOf(int thing)
    {
        if (thing < 0 || Roll[thing] is not { Kind: ThingKind.Body } it)
            return null;
        if (it.Of < 0)
            return Book.Body(it.Name) is { } body ? new BodyAt(body) : null;
        if (Roll[it.Of].Kind == ThingKind.Body)
            return BodyOf(it.Of) is { } whole && Chamber(whole.Body, it.Name) is { } chamber ? whole.Chamber(chamber) : null;
        foreach (var family in Book.Families(it.Name))
        {
            if (View.Holds(Relations.OfKind, Roll.Word(family.EachOf!.Name), it.Of))
                return new BodyAt(family, it.Of);
        }

        return null;
    }

    private static Body? Chamber(Body whole, string name) => whole.Chambers.Find(c => Same(c.Name, name));

    /// <summary>A body as it is meant of a unit: that of the federation, or that of the unit, or of the unit above it that has one.</summary>
    public BodyAt? BodyAt(Body body, int unit)
    {
        if (body.EachOf is not { } kind)
            return new BodyAt(body);
        return UnitsBeneath.Above(this, unit, kind) is var at and >= 0 ? new BodyAt(body, at) : null;
    }

    /// <summary>The units of a kind on the day; with a unit, only those beneath it, at any depth.</summary>
    public IEnumerable<int> UnitsOf(UnitKind kind, int beneath = -1)
    {
        foreach (var link in View.Objects(Relations.OfKind, Roll.Word(kind.Name)))
        {
            if (UnitsBeneath.Has(this, beneath, link.Thing))
                yield return link.Thing;
        }
    }

    /// <summary>The mandates that are held on the day.</summary>
    public MandateReader Mandates => _mandates ??= new MandateReader(this);

    /// <summary>
    /// The members of a body on the day: who has a place in it, by name or by number, and the seats of which nothing was ever recorded.
    /// </summary>
    /// <param name="body">The body.</param>
    /// <param name="byUnits">False if it does not matter whose the seats are of which nothing was recorded: then they need not be shared out.</param>
    public Roster RosterOf(BodyAt body, bool byUnits = true)
    {
        var memory = View.Log is null ? State.HeadCounts : null;
        if (memory is not null && memory.TryGet((body, byUnits), Today, State.Store.Count, out var known))
            return known;
        var key = (body, byUnits);
        _layingOut ??= [];
        if (!_layingOut.Add(key))
        {
            // Who sits in it hangs on itself: nobody can say how many they are.
            _circles++;
            return new Roster(body, [new RosterLine(-1, -1, null, body, Foedus.Engine.Seats.SeatRange.Unknown, SeatRecord.None)]);
        }

        var free = Readings.Path.Count == 0;
        var notes = Grounds.Count;
        var circles = _circles;
        var roster = new RosterMaker(this, byUnits).Make(body);
        _layingOut.Remove(key);
        if (free && circles == _circles && Readings.Path.Count == 0 && Readings.Assumed.Count == 0 && Grounds.Count == notes && Mandates.IsPlain)
            memory?.Keep(key, Today, roster);
        return roster;
    }

    /// <summary>The office that a thing is, or null.</summary>
    public Office? OfficeOf(int thing)
    {
        if (thing < 0 || Roll[thing] is not { Kind: ThingKind.Office } it)
            return null;
        var owner = BodyOf(it.Of)?.Body;
        return Book.Offices.FirstOrDefault(o => Same(o.Name, it.Name) && (it.Of < 0 ? o.Of is null : o.Of == owner))
            ?? Book.Offices.FirstOrDefault(o => Same(o.Name, it.Name) && (owner is null || o.Of is null));
    }

    /// <summary>Whether a body is sitting.</summary>
    public bool Sits(BodyAt body) => Book.All.FindThing(body) is var thing and >= 0 && View.Holds(Relations.Sitting, thing, 0);

    /// <summary>Whether a session of a body has adjourned to a day that has not come, so that it is not over.</summary>
    private bool HasAdjourned(BodyAt body) => Book.All.FindThing(body) is var thing and >= 0 && View.Holds(Relations.Adjourned, thing, 0);

    /// <summary>
    /// Whether a body acts for another between its sessions, at the same unit. It has what is the other's own: what the other holds only for a
    /// third it does not hand on (delegata potestas non potest delegari), so that a clause of its own must say that it acts for the third. What
    /// belongs to the other alone is handed on only where the charter says so. The reasons are noted.
    /// </summary>
    public Truth ActsFor(BodyAt doer, BodyAt body, bool alone)
    {
        if (doer.Unit != body.Unit || doer.Body == body.Body)
            return Truth.No;
        if (doer.Body.ActsFor.Find(a => a.For == body.Body) is not { } link)
            return NotHandedOn(doer, body);
        if (Sits(body))
            return Note(Truth.No, link.By, GroundKind.Sitting, link.For.Name);
        if (HasAdjourned(body))
            return Note(Truth.No, link.By, GroundKind.Adjourned, link.For.Name);
        if (alone)
        {
            if (!Ask(link.ExclusivePowers, out var included))
                return Truth.Open;
            if (!included)
                return Inform(Truth.No, link.By, GroundKind.NotForExclusive, doer.Name, link.For.Name);
        }

        Cite(link.By, GroundKind.ActsFor, doer.Name, link.For.Name);
        return Truth.Yes;
    }

    /// <summary>Whether a body is one that acts for another between its sessions, be the other sitting by now or not.</summary>
    public static bool IsDeputy(BodyAt deputy, BodyAt body) => deputy.Unit == body.Unit && deputy.Body.ActsFor.Exists(link => link.For == body.Body);

    /// <summary>Says why a body does not act for another for which one acts for which it acts.</summary>
    private Truth NotHandedOn(BodyAt doer, BodyAt body)
    {
        foreach (var link in doer.Body.ActsFor)
        {
            if (link.For.ActsFor.Find(a => a.For == body.Body) is { } held)
                return Inform(Truth.No, held.By, GroundKind.NotHandedOn, link.For.Name, new object?[] { body.Body.Name, doer.Name });
        }

        return Truth.No;
    }
}
