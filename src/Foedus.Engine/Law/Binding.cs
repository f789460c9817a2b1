using Foedus.Charter.Model;
using Foedus.Engine.Judging;
using Foedus.Engine.Membership;
using Foedus.Engine.Records;
using Foedus.Engine.Standing;

namespace Foedus.Engine.Law;

/// <summary>Whether a legal act binds in a unit: it, a unit within which it stands, or one within it is named.</summary>
internal static class Binding
{
    private const int DeepestTier = 16;

    /// <summary>How an act stands in a unit by whom it binds; null where that takes nothing from it.</summary>
    public static InstrumentState? Look(Inquiry q, int instrument, InstrumentKind kind, int unit)
    {
        if (kind.Binds is not { } slot || unit < 0)
            return null;
        // Whom it binds is no limit where the charter does not say it.
        if (!q.AskLimit(slot, out var bound))
            return null;
        if (bound is null || !bound.Parties.Any(p => p.Kind is PartyKind.Unit or PartyKind.NamedUnit))
            return null;
        var met = Truth.No;
        foreach (var party in bound.Parties)
            met = met.Or(Binds(q, instrument, party, unit));
        switch (met)
        {
            case Truth.Yes:
                return null;
            case Truth.No:
                q.Inform(Truth.No, slot.By, GroundKind.DoesNotBind, q.Roll.NameOf(unit), bound.Words);
                return InstrumentState.NotInForce;
            default:
                q.Note(Truth.Open, slot.By, GroundKind.DoesNotBind, q.Roll.NameOf(unit), bound.Words);
                return InstrumentState.Undetermined;
        }
    }

    private static Truth Binds(Inquiry q, int instrument, Party party, int unit)
    {
        if (party.Kind is not (PartyKind.Unit or PartyKind.NamedUnit))
            return Truth.No;
        if (party.Which == Which.That)
        {
            var own = q.View.TryValue(Relations.Maker, instrument, out var maker) ? q.UnitOf((int)maker) : -1;
            if (own < 0)
                return Truth.Open;
            if (Fates.Of(q, own, FateOf.Instruments).Fate == Fate.Passed && Fates.Successors(q, own).Exists(s => Touches(q, s, unit)))
                return Truth.Yes;
            return TruthOf.From(Touches(q, own, unit));
        }

        // A unit within one that is bound is bound with it.
        for (var (at, depth) = (unit, 0); at >= 0 && depth < DeepestTier; depth++)
        {
            if (q.IsUnit(at, party) == Truth.Yes)
                return Truth.Yes;
            at = q.View.TryValue(Relations.Within, at, out var parent) ? (int)parent : -1;
        }

        return party.UnitKind is { } kind && IsWithin(q, kind, unit) ? Truth.Yes : Truth.No;
    }

    /// <summary>Whether units of the kind stand within a unit, so that an act that binds them is in force in it.</summary>
    private static bool IsWithin(Inquiry q, UnitKind kind, int unit)
    {
        foreach (var parent in kind.Above())
        {
            if (q.View.Holds(Relations.OfKind, q.Roll.Word(parent.Name), unit))
                return true;
        }

        return false;
    }

    private static bool Touches(Inquiry q, int own, int unit)
    {
        for (var (at, depth) = (unit, 0); at >= 0 && depth < DeepestTier; depth++)
        {
            if (at == own)
                return true;
            at = q.View.TryValue(Relations.Within, at, out var parent) ? (int)parent : -1;
        }

        return false;
    }
}
