using Foedus.Charter.Model;
using Foedus.Engine.Bodies;
using Foedus.Engine.Judging;
using Foedus.Engine.Parties;

namespace Foedus.Engine.Mandates;

/// <summary>Who may fill a place, asked at the unit whose place it is: "chosen by each town" is every town for its own seats.</summary>
internal static class Choosers
{
    private const int MostUnitsTried = 2_000;

    /// <summary>Whether those who act are whom a clause names, with a view to the seats of a unit (-1: of none).</summary>
    public static Truth Are(Judgement j, Who who, int unit)
    {
        var bound = unit < 0 ? who : who with { Parties = [.. who.Parties.Select(p => AtUnit(p))] };
        var gathering = j.Parties.Meets(bound, unit < 0 ? j.Anchor : Anchor.At(unit), j.Supporters, shares: true);
        return gathering.Strangers.IsEmpty && gathering.WrongSort is null ? gathering.Met : Truth.No;
    }

    /// <summary>
    /// The unit for whose seats those who act choose: the one that the act names, else their own, else the only one for which they may; -1
    /// where the seats are of no unit or where it is not told.
    /// </summary>
    public static Truth Of(Judgement j, ElectiveLine line, Who who, out int unit)
    {
        unit = j.Act.Unit;
        if (line.Each is not { } kind)
        {
            // Where the seats are of no unit, the unit that the act names is that from which the person comes, if that is asked.
            unit = line.AsksOrigin ? -1 : unit;
            return Are(j, who, -1);
        }

        if (unit >= 0)
            return j.View.Holds(Records.Relations.OfKind, j.Roll.Word(kind.Name), unit) && IsBeneath(j, line, unit) ? Are(j, who, unit) : Truth.No;
        foreach (var doer in j.Act.By)
        {
            if (j.UnitOf(doer) is >= 0 and var own && UnitsBeneath.Above(j, own, kind) is >= 0 and var of && IsBeneath(j, line, of) && Are(j, who, of) is var met and not Truth.No)
            {
                unit = of;
                return met;
            }
        }

        if (!who.Parties.Any(IsBoundToUnit))
            return Are(j, who, -1);
        var best = Truth.No;
        var found = 0;
        foreach (var one in j.UnitsOf(kind, line.Body?.Unit ?? -1).Take(MostUnitsTried).ToList())
        {
            var met = Are(j, who, one);
            if (met == Truth.No)
                continue;
            found++;
            unit = found == 1 ? one : -1;
            best = best.Or(met);
        }

        return best;
    }

    private static bool IsBeneath(Judgement j, ElectiveLine line, int unit) => UnitsBeneath.Has(j, line.Body?.Unit ?? -1, unit);

    /// <summary>Whether a party is that of the unit whose seats are filled: "each town", "that region".</summary>
    public static bool IsBoundToUnit(Party party) =>
        party.Which is Which.That or Which.Each || (party.Of is { } of && IsBoundToUnit(of));

    private static Party AtUnit(Party party) => party switch
    {
        { Kind: PartyKind.Unit, Which: Which.Each } => party with { Which = Which.That },
        { Of: { Kind: PartyKind.Unit, Which: Which.Each } of } => party with { Of = of with { Which = Which.That } },
        _ => party,
    };
}
