using Foedus.Charter.Model;
using Foedus.Engine.Bodies;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Parties;

namespace Foedus.Engine.Mandates;

/// <summary>
/// From which unit somebody comes who is chosen: from that for which the person is on record, by a seat or by an earlier election that told it;
/// of whom nothing is on record, by the word of the act. A person of a church is also of the region in which the church lies.
/// </summary>
internal static class Homes
{
    /// <summary>Whether somebody comes from a unit that a clause names.</summary>
    /// <param name="j">The judgement.</param>
    /// <param name="line">The places.</param>
    /// <param name="party">The units of which the person is to be.</param>
    /// <param name="person">Who is chosen.</param>
    /// <param name="seat">The unit whose seat it is, or -1.</param>
    public static Truth IsFrom(Judgement j, ElectiveLine line, Party party, int person, int seat)
    {
        var anchor = seat >= 0 ? Anchor.At(seat) : j.Anchor;
        if (seat >= 0 && party.Which == Which.Each)
            party = party with { Which = Which.That };
        var told = Told(j, line);
        if (j.Mandates.UnitsOf(person) is not { Count: > 0 } homes)
        {
            return told >= 0 ? j.Parties.IsOrWithin(told, party, anchor) : seat >= 0 ? Comes(j, party, seat, anchor) : Truth.Open;
        }

        var met = Truth.No;
        foreach (var home in homes)
        {
            if (told < 0 || UnitsBeneath.Has(j, told, home))
                met = met.Or(Comes(j, party, home, anchor));
            else if (UnitsBeneath.Has(j, home, told))
                met = met.Or(j.Parties.IsOrWithin(told, party, anchor));
        }

        return met;
    }

    /// <summary>
    /// The unit whose seat somebody comes to have of whom the act does not tell it, where a clause says that members come from "that region":
    /// the only one of which the person is on record. -1 if it is not known; then the reason is noted.
    /// </summary>
    public static int SeatOf(Judgement j, ElectiveLine line, Who? pool, Provision by, int person)
    {
        if (line.Each is not { } kind || pool?.Parties.Any(p => IsOfSeat(p)) != true)
            return -1;
        var isUnit = j.Roll[person].Kind == Things.ThingKind.Unit;
        var units = (isUnit ? [person] : j.Mandates.UnitsOf(person)).Select(u => UnitsBeneath.Above(j, u, kind)).Where(u => u >= 0).Distinct().ToList();
        if (units.Count == 1)
            return units[0];
        j.Note(
            Truth.Open, by, GroundKind.ForWhichUnit, line.Name, new object?[] { pool.Words, kind.Name, j.Roll.NameOf(person) },
            new Need("`for` the " + kind.Name + " for which " + j.Roll.NameOf(person) + " is to sit"));
        return -1;
    }

    /// <summary>
    /// "From each region": nobody is chosen from a region that has its own already, while no more places would be free than there are regions
    /// without.
    /// </summary>
    public static void Spread(Judgement j, Inquiry at, ElectiveLine line, Party party, Who pool, Provision by, int person)
    {
        if (line.Each is not null || party is not { Kind: PartyKind.Unit, Which: Which.Each, UnitKind: { } kind } || line.Places(at, -1).Most is not { } places)
            return;
        var told = Told(j, line);
        var mine = (told >= 0 ? [told] : j.Mandates.UnitsOf(person)).Select(u => UnitsBeneath.Above(j, u, kind)).Where(u => u >= 0).ToList();
        if (mine.Count == 0)
            return;
        var covered = new HashSet<int>();
        var unknown = 0;
        foreach (var holder in at.Mandates.Of(line.Post).Concat(at.Mandates.Waiting(line.Post)).Select(m => m.Holder).Distinct().ToList())
        {
            var before = at.Mandates.UnitsOf(holder).Append(Origins.Of(at, line.Post, holder)).Where(u => u >= 0).Select(u => UnitsBeneath.Above(at, u, kind)).Where(u => u >= 0).ToList();
            unknown += before.Count == 0 ? 1 : 0;
            covered.UnionWith(before);
        }

        var isNew = mine.Exists(u => !covered.Contains(u));
        var without = at.UnitsOf(kind).Where(u => !covered.Contains(u) && !mine.Contains(u) && j.Parties.IsUnit(u, party, j.Anchor) != Truth.No).ToList();
        var free = places - line.Taken(at, -1) - 1;
        if (free >= without.Count || (isNew && unknown == 0))
            return;
        var names = new object?[] { pool.Words, string.Join(", ", mine.Select(j.Roll.NameOf)), string.Join(", ", without.Select(j.Roll.NameOf).Order(StringComparer.Ordinal)) };
        var need = new Need("somebody of " + string.Join(" or ", without.Select(j.Roll.NameOf).Order(StringComparer.Ordinal)));
        if (!isNew && free < without.Count - unknown)
            j.Refuse(by, GroundKind.EachIsLeft, line.Name, names, need);
        else
            j.Note(Truth.Open, by, GroundKind.OriginUntold, line.Name, new object?[] { pool.Words, "everybody who holds a place" }, new Need("of which " + kind.Name + " those who hold a place are"));
    }

    /// <summary>The unit from which the act says that the person comes: the places themselves are of none.</summary>
    public static int Told(Judgement j, ElectiveLine line) => line.AsksOrigin ? j.Act.Unit : -1;

    private static bool IsOfSeat(Party party) => party.Which is Which.That or Which.Each && party.Kind == PartyKind.Unit || (party.Of is { } of && IsOfSeat(of));

    /// <summary>Whether who is of a unit is of one that a party names; open, where one of the units within it is.</summary>
    private static Truth Comes(Judgement j, Party party, int unit, Anchor anchor)
    {
        var met = j.Parties.IsOrWithin(unit, party, anchor);
        if (met != Truth.No || party.UnitKind is not { } kind)
            return met;
        return j.UnitsOf(kind, unit).Any(u => j.Parties.IsUnit(u, party, anchor) != Truth.No) ? Truth.Open : Truth.No;
    }
}
