using System.Collections.Immutable;
using Foedus.Charter.Model;
using Foedus.Engine.Judging;
using Foedus.Engine.Mandates;
using Foedus.Engine.Membership;
using Foedus.Engine.Records;
using Foedus.Engine.Seats;
using Foedus.Engine.Things;

namespace Foedus.Engine.Bodies;

/// <summary>
/// Lays out who has a place in a body on a day. Until anything of a line of seats, or of a unit's seats in it, was recorded, its seats stand for
/// its members. From then on those are members who are in office; whether the seats are held of which nothing is on record is open, unless
/// their number was told: then the rest is vacant. One person is one member, however many places the person has.
/// </summary>
internal sealed class RosterMaker(Inquiry inquiry, bool byUnits)
{
    private readonly ImmutableArray<RosterLine>.Builder _lines = ImmutableArray.CreateBuilder<RosterLine>();
    private readonly HashSet<int> _seen = [];
    private readonly HashSet<BodyAt> _path = [];
    private SeatsOnRecord? _onRecord;

    private MandateReader Mandates => inquiry.Mandates;

    public Roster Make(BodyAt body)
    {
        Add(body);
        return new Roster(body, _lines.DrainToImmutable());
    }

    private void Add(BodyAt body)
    {
        if (!_path.Add(body))
            return;
        if (body.Body.Seats.Count > 0 || body.Body.Chambers.Count == 0)
            Own(body);
        foreach (var chamber in body.Body.Chambers)
            Add(body.Chamber(chamber));
        _path.Remove(body);
    }

    private void Own(BodyAt body)
    {
        var thing = inquiry.Book.All.FindThing(body);
        var filledUnits = HasAny(Relations.UnitFilled, thing);
        var count = byUnits || filledUnits ? OwnCount(inquiry.Seats(body)) : OwnCount(inquiry.TotalSeats(body));
        if (count.IsEmpty)
            _lines.Add(new RosterLine(-1, -1, null, body, SeatRange.Unknown, SeatRecord.None));
        Recorded(body, thing, count);
        for (var i = 0; i < count.Length; i++)
        {
            var line = count[i];
            switch (line.Formula)
            {
                case SeatFormula.OnePerOffice:
                    foreach (var office in body.Body.Offices)
                        Holders(body, line.Group, office, inquiry.Book.FindThing(office, body.Unit));
                    break;
                case SeatFormula.ExOfficio officio:
                    foreach (var party in officio.Who.Parties)
                        ExOfficio(body, line, i, thing, party);
                    break;
                default:
                    Unfilled(body, line, i, thing, filledUnits);
                    break;
            }
        }
    }

    private static ImmutableArray<LineCount> OwnCount(SeatCount count) => count.Lines;

    /// <summary>The mandates on record.</summary>
    private void Recorded(BodyAt body, int thing, ImmutableArray<LineCount> count)
    {
        if (thing < 0)
            return;
        Dictionary<int, int>? named = null;
        foreach (var mandate in Mandates.Of(thing))
        {
            if (mandate.Unit >= 0)
            {
                named ??= [];
                named[mandate.Unit] = named.GetValueOrDefault(mandate.Unit) + 1;
            }

            if (_seen.Add(mandate.Holder))
                _lines.Add(new RosterLine(mandate.Holder, Mandates.SitsFor(mandate), LineOf(body, mandate.Line), body, Counted(mandate, 1), SeatRecord.Held));
        }

        // Those certified for a unit who were named meanwhile are among its number.
        foreach (var mandate in Mandates.Delegations(thing))
            Unnamed(body, mandate, mandate.Count - (named?.GetValueOrDefault(mandate.Unit) ?? 0));
        foreach (var mandate in Mandates.ElectedNumbers(thing))
        {
            if (!Shared(body, mandate, count))
                Unnamed(body, mandate, mandate.Count);
        }
    }

    /// <summary>All seats of a line filled in one number: then each unit has its share of them, told or not.</summary>
    private bool Shared(BodyAt body, in Mandate mandate, ImmutableArray<LineCount> count)
    {
        if (!byUnits || mandate.Unit >= 0 || mandate.Line >= count.Length || count[mandate.Line] is not { Shares.Length: > 0 } line
            || !line.Shares.All(s => s.Range.IsExact) || line.Total != SeatRange.Exactly(mandate.Count))
        {
            return false;
        }

        foreach (var share in line.Shares)
            _lines.Add(new RosterLine(-1, share.Unit, line.Group, body, share.Range, SeatRecord.Held));
        return true;
    }

    private void Unnamed(BodyAt body, in Mandate mandate, int count)
    {
        if (count > 0)
            _lines.Add(new RosterLine(-1, mandate.Unit, LineOf(body, mandate.Line), body, Counted(mandate, count), SeatRecord.Held));
    }

    /// <summary>Where it is not said what becomes of the seats of a unit that has changed, they may be held or not.</summary>
    private SeatRange Counted(in Mandate mandate, int count)
    {
        // What passes to the successor of a unit passes to nobody where it has none, or several.
        var found = Mandates.FateOfUnit(mandate);
        return Counted(found.Fate == Fate.Passed && Fates.Successors(inquiry, found.Unit).Count != 1 ? Fate.Open : found.Fate, count);
    }

    private static SeatRange Counted(Fate fate, int count) => fate is Fate.Open or Fate.Lasts ? new SeatRange(Counting.Ratio.Zero, count) : SeatRange.Exactly(count);

    private static SeatGroup? LineOf(BodyAt body, int line) => line < body.Body.Seats.Count ? body.Body.Seats[line] : null;

    /// <summary>Seats of which nothing was ever recorded.</summary>
    private void Unfilled(BodyAt body, LineCount line, int number, int thing, bool filledUnits)
    {
        var units = line.Shares.Length > 0 || line.Each is not null;
        if (Mandates.WasFilled(thing, units ? number + MandateWriter.Untold : number))
        {
            Rest(body, line, -1, line.Total, OnRecord(thing).Of(number));
            return;
        }

        if (!units || (!byUnits && !filledUnits))
        {
            if (line.Total != SeatRange.None)
                _lines.Add(new RosterLine(-1, -1, line.Group, body, line.Total, SeatRecord.None));
            return;
        }

        foreach (var share in line.Shares)
        {
            if (!IsFilled(thing, share.Unit, filledUnits) && share.Range != SeatRange.None)
                _lines.Add(new RosterLine(-1, share.Unit, line.Group, body, share.Range, SeatRecord.None));
            else if (Mandates.WasFilledFor(thing, share.Unit))
                Rest(body, line, share.Unit, share.Range, OnRecord(thing).Of(number, share.Unit));
        }
    }

    /// <summary>Seats beside those on record: they may be held or not. None where it was told how many are held.</summary>
    private void Rest(BodyAt body, LineCount line, int unit, SeatRange seats, int? onRecord)
    {
        if (onRecord is { } known && (seats.Most is not { } most || most > known))
            _lines.Add(new RosterLine(-1, unit, line.Group, body, new SeatRange(Counting.Ratio.Zero, seats.Most - known), SeatRecord.Beside));
    }

    private SeatsOnRecord OnRecord(int thing)
    {
        if (_onRecord is null || _onRecord.Post != thing)
            _onRecord = new SeatsOnRecord(Mandates, thing);
        return _onRecord;
    }

    /// <summary>Whether mandates were recorded of a unit, or of one above it, which had the seats of its parts: a republic for its provinces.</summary>
    private bool IsFilled(int thing, int unit, bool filledUnits)
    {
        if (!filledUnits)
            return false;
        for (var depth = 0; depth <= UnitsBeneath.DeepestTier; depth++)
        {
            if (Mandates.WasFilledFor(thing, unit))
                return true;
            if (!inquiry.View.TryValue(Relations.Within, unit, out var parent) || parent == unit)
                return false;
            unit = (int)parent;
        }

        return false;
    }

    private void ExOfficio(BodyAt body, LineCount line, int number, int thing, Party party)
    {
        if (party.Quantity is { IsShare: false } quantity)
        {
            if (!Mandates.WasFilled(thing, number))
                _lines.Add(new RosterLine(-1, -1, line.Group, body, SeatRange.Exactly(quantity.Value), SeatRecord.None));
            return;
        }

        switch (party.Kind)
        {
            case PartyKind.Office when party.Office is { } office:
                foreach (var at in OfficesAt(body, party, office))
                    Holders(body, line.Group, office, inquiry.Book.FindThing(office, at), at);
                break;
            case PartyKind.Body or PartyKind.Member when (party.Kind == PartyKind.Body ? party : party.Of) is { Body: not null } of:
                foreach (var other in Posts.Bodies(inquiry, of, body.Unit).ToList())
                    Sitting(body, line.Group, other);
                break;
            case PartyKind.Unit when party.UnitKind is { } kind:
                foreach (var unit in inquiry.UnitsOf(kind, body.Unit).Where(u => party.Except is not { } except || inquiry.IsUnit(u, except) != Truth.Yes).ToList())
                    Unit(body, line.Group, unit);
                foreach (var unit in Unplaced.UnitsOf(inquiry, kind, body.Unit).ToList())
                    Place(unit, unit, line.Group, body, Unplaced.Perhaps(SeatRange.Exactly(1)), SeatRecord.Held);
                break;
            case PartyKind.NamedUnit:
                if (inquiry.Roll.Find(ThingKind.Unit, party.Name) is var named and >= 0 && inquiry.View.Look(Relations.Kind, named).Holds)
                    Unit(body, line.Group, named);
                break;
            default:
                Place(inquiry.Roll.Find(ThingKind.Outside, party.Name), -1, line.Group, body, SeatRange.Exactly(1), SeatRecord.None);
                break;
        }
    }

    /// <summary>A unit that sits by its own name.</summary>
    private void Unit(BodyAt body, SeatGroup group, int unit)
    {
        if (Fates.Of(inquiry, unit, FateOf.Seats) is { IsOver: false } found)
            Place(unit, unit, group, body, Counted(found.Fate, 1), SeatRecord.Held);
    }

    /// <summary>The units at which an office is meant: that of the body, or all that have one; -1 for an office of the whole.</summary>
    private IEnumerable<int> OfficesAt(BodyAt body, Party party, Office office)
    {
        if (office.Of is not { EachOf: not null } owner)
            return [-1];
        var of = party.Of is { Kind: PartyKind.Body } named ? named : new Party(PartyKind.Body, owner.Name, Which.Plain) { Body = owner, Of = party.Of };
        return Posts.Bodies(inquiry, of, body.Unit).Select(b => b.Unit).ToList();
    }

    /// <summary>Those who hold an office; the office itself where it was never recorded who does. Nobody, while it is vacant.</summary>
    private void Holders(BodyAt body, SeatGroup group, Office office, int thing, int unit = -1)
    {
        if (Mandates.WasEverHeld(thing))
        {
            foreach (var mandate in Mandates.Of(thing))
                Place(mandate.Holder, unit, group, body, SeatRange.Exactly(1), SeatRecord.Held);
            return;
        }

        var number = office.Number is { } slot
            ? inquiry.Ask(slot, out var said) ? SeatRange.Exactly(said.AsManyAs is { } kind ? inquiry.UnitsOf(kind, unit).Count() : said.Count ?? 1) : SeatRange.Unknown
            : SeatRange.Exactly(1);
        Place(thing, unit, group, body, number, SeatRecord.None);
    }

    /// <summary>The members of another body.</summary>
    private void Sitting(BodyAt body, SeatGroup group, BodyAt other)
    {
        if (!_path.Add(other))
            return;
        foreach (var line in inquiry.RosterOf(other, byUnits).Lines)
            Place(line.Holder, line.Unit, group, body, line.Count, line.Record);
        _path.Remove(other);
    }

    private void Place(int holder, int unit, SeatGroup group, BodyAt body, SeatRange count, SeatRecord record)
    {
        if (holder < 0 || _seen.Add(holder))
            _lines.Add(new RosterLine(holder, unit, group, body, count, record));
    }

    private bool HasAny(int relation, int thing)
    {
        if (thing < 0)
            return false;
        foreach (var _ in inquiry.View.Objects(relation, thing))
            return true;
        return false;
    }
}
