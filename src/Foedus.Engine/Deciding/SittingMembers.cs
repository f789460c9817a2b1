using Foedus.Charter.Model;
using Foedus.Counting;
using Foedus.Engine.Bodies;
using Foedus.Engine.Judging;
using Foedus.Engine.Records;
using Foedus.Engine.Seats;
using Foedus.Engine.Verbs;

namespace Foedus.Engine.Deciding;

/// <summary>The places of a body on a day: those of each unit, those of no unit, and those of offices; whoever is on record has his own.</summary>
internal static class SittingMembers
{
    /// <summary>Adds the places of a body, chamber by chamber.</summary>
    /// <param name="inquiry">Who asks.</param>
    /// <param name="body">The body.</param>
    /// <param name="byUnits">False if only their number is asked for; then nothing is read that sharing them out would need.</param>
    /// <param name="places">Where they go.</param>
    public static void Add(Inquiry inquiry, BodyAt body, bool byUnits, List<VotingPlaces> places)
    {
        foreach (var chamber in body.Body.Chambers)
            Add(inquiry, body.Chamber(chamber), byUnits, places);
        if (body.Body.Seats.Count == 0 && body.Body.Chambers.Count > 0)
            return;
        if (byUnits)
            ByUnits(inquiry, body, places);
        else
            places.Add(new VotingPlaces(-1, body, -1, SeatCounter.MemberRange(inquiry, body), OnRecord: false));
    }

    private static void ByUnits(Inquiry inquiry, BodyAt body, List<VotingPlaces> places)
    {
        var thing = inquiry.Book.ThingOf(body);
        var (units, free) = Lines(inquiry, body);
        var seats = new Dictionary<int, int>();
        var certified = inquiry.View.Objects(Relations.Credentials, thing).ToList();
        if (certified.Count > 0)
        {
            units.Clear();
            foreach (var link in certified)
                units.Add((link.Thing, SeatRange.Exactly(link.Value)));
        }

        for (var i = 0; i < units.Count; i++)
            seats.TryAdd(units[i].Unit, i);
        var named = new Dictionary<int, List<int>>();
        foreach (var link in inquiry.View.Objects(Relations.Seat, thing))
        {
            var unit = (int)link.Value - 1;
            if (unit <= 0)
                unit = seats.Count > 0 && free is { IsExact: true, Least.IsZero: true } ? ElectingUnit(inquiry, link.Version, seats) : -1;
            if (!named.TryGetValue(unit, out var holders))
                named.Add(unit, holders = []);
            holders.Add(link.Thing);
        }

        foreach (var (unit, count) in units)
        {
            if (!named.Remove(unit, out var holders))
                places.Add(new VotingPlaces(unit, body, -1, count, OnRecord: certified.Count > 0));
            else
                AddHolders(places, unit, body, holders);
        }

        if (inquiry.View.TryValue(Relations.Elected, thing, out var elected) && units.Count == 0)
            free = SeatRange.Exactly(elected);
        if (named.Remove(-1, out var others))
            AddHolders(places, -1, body, others);
        else if (free is not { IsExact: true, Least.IsZero: true })
            places.Add(new VotingPlaces(-1, body, -1, free, OnRecord: false));
        foreach (var (unit, holders) in named.OrderBy(n => n.Key))
            AddHolders(places, unit, body, holders);
        Offices(inquiry, body, places);
    }

    private static void AddHolders(List<VotingPlaces> places, int unit, BodyAt body, List<int> holders)
    {
        foreach (var holder in holders)
            places.Add(new VotingPlaces(unit, body, holder, SeatRange.Exactly(Ratio.One), OnRecord: true));
    }

    /// <summary>The unit that elected a member for whom none was named.</summary>
    private static int ElectingUnit(Inquiry inquiry, int version, Dictionary<int, int> seats)
    {
        var source = inquiry.State.Store[version].Recorded;
        if (source <= 0)
            return -1;
        foreach (var doer in inquiry.State.ActOf(source).By)
        {
            if (inquiry.UnitOf(doer) is var unit and >= 0 && seats.ContainsKey(unit))
                return unit;
        }

        return -1;
    }

    /// <summary>The seats of each unit, and those of no unit apart from offices.</summary>
    private static (List<(int Unit, SeatRange Count)> Units, SeatRange Free) Lines(Inquiry inquiry, BodyAt body)
    {
        var count = inquiry.Seats(body);
        var units = new List<(int Unit, SeatRange Count)>();
        var at = new Dictionary<int, int>();
        foreach (var share in count.Shares)
        {
            if (at.TryAdd(share.Unit, units.Count))
                units.Add((share.Unit, share.Range));
            else
                units[at[share.Unit]] = (share.Unit, units[at[share.Unit]].Count + share.Range);
        }

        units.RemoveAll(u => u.Count is { IsExact: true, Least.IsZero: true });
        if (body.Body.Seats.Count == 0)
            return (units, SeatRange.Unknown);
        var free = SeatRange.None;
        foreach (var group in body.Body.Seats)
        {
            if (!group.Formula.IsSaid)
                free += count.Shares.IsEmpty ? count.Range : SeatRange.None;
            else if (group.Formula.Said is SeatFormula.Number number)
                free += SeatRange.Exactly(number.Count);
            else if (group.Formula.Said is SeatFormula.AsManyAs && count.Shares.IsEmpty)
                free += count.Range;
            else if (group.Formula.Said is SeatFormula.ExOfficio { Who: var who })
                free += OfNoOffice(inquiry, who);
        }

        return (units, free);
    }

    /// <summary>Those who sit ex officio and hold no office that the charter declares.</summary>
    private static SeatRange OfNoOffice(Inquiry inquiry, Who who)
    {
        var free = SeatRange.None;
        foreach (var party in who.Parties)
        {
            if (party.Kind == PartyKind.Office && party.Office is { Of: null or { EachOf: null } })
                continue;
            free += party switch
            {
                { Quantity: { IsShare: false } quantity } => SeatRange.Exactly(quantity.Value),
                { Kind: PartyKind.Body, Body: { EachOf: null } body } => SeatCounter.MemberRange(inquiry, new BodyAt(body)),
                { Kind: PartyKind.Member, Of.Body: { EachOf: null } of } => SeatCounter.MemberRange(inquiry, new BodyAt(of)),
                _ => SeatRange.Exactly(Ratio.One),
            };
        }

        return free;
    }

    private static void Offices(Inquiry inquiry, BodyAt body, List<VotingPlaces> places)
    {
        foreach (var group in body.Body.Seats)
        {
            if (!group.Formula.IsSaid)
                continue;
            if (group.Formula.Said is SeatFormula.OnePerOffice)
            {
                foreach (var office in body.Body.Offices)
                    Office(inquiry, office, inquiry.Roll.Add(Things.ThingKind.Office, office.Name, inquiry.Book.ThingOf(body)), body, places);
            }
            else if (group.Formula.Said is SeatFormula.ExOfficio { Who: var who })
            {
                foreach (var party in who.Parties)
                {
                    if (party is { Kind: PartyKind.Office, Office: { Of: null or { EachOf: null } } office })
                        Office(inquiry, office, inquiry.Book.ThingOf(office), body, places);
                }
            }
        }
    }

    private static void Office(Inquiry inquiry, Office office, int holder, BodyAt body, List<VotingPlaces> places) =>
        places.Add(new VotingPlaces(-1, body, holder, ElectsVerb.NumberOf(inquiry, office) is { } number ? SeatRange.Exactly(number) : SeatRange.Unknown, OnRecord: true));
}
