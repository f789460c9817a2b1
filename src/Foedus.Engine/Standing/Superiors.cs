using Foedus.Charter.Model;
using Foedus.Engine.Judging;
using Foedus.Engine.Records;
using Foedus.Engine.Things;

namespace Foedus.Engine.Standing;

/// <summary>
/// Two superiors of one office: an office of a unit that answers to its own body and is guided by the same office of the federation. Where an
/// order of the one meets an act of the other that was issued against it, the charter says who prevails, or does not.
/// </summary>
internal static class Superiors
{
    /// <summary>What an act against it makes of an order in a unit; null if nothing.</summary>
    public static InstrumentState? Look(Inquiry q, int order, int unit)
    {
        if (!q.View.TryValue(Relations.Maker, order, out var maker) || q.Roll[(int)maker].Kind != ThingKind.Office)
            return null;
        foreach (var link in q.View.Objects(Relations.IssuedAgainst, order).ToList())
        {
            if (!q.View.TryValue(Relations.Maker, link.Thing, out var other) || q.UnitOf((int)other) != unit
                || !q.View.Look(Relations.InForce, link.Thing).Holds)
            {
                continue;
            }

            foreach (var office in q.Book.Offices)
            {
                if (office.Of?.EachOf is null || !string.Equals(office.Name, q.Roll[(int)maker].Name, StringComparison.Ordinal)
                    || office.GuidedBy is not { } guided || office.IfTheyDiffer is not { } slot)
                {
                    continue;
                }

                q.Cite(guided.By, GroundKind.TwoSuperiors, office.Name, new object?[] { q.Roll.NameOf((int)other), q.Roll.NameOf((int)maker) });
                return Prevails(q, slot, (int)maker, (int)other);
            }
        }

        return null;
    }

    private static InstrumentState? Prevails(Inquiry q, Slot<IfTheyDiffer> slot, int guide, int superior)
    {
        if (!q.Ask(slot, out var differ))
            return InstrumentState.Undetermined;
        if (differ.GuidePrevails)
        {
            q.Cite(slot.By, GroundKind.Superior, q.Roll.NameOf(guide));
            return null;
        }

        if (differ.SuperiorPrevails)
        {
            q.Cite(slot.By, GroundKind.Superior, q.Roll.NameOf(superior));
            return InstrumentState.NotInForce;
        }

        q.Note(Truth.Open, slot.By, GroundKind.LeftTo, differ.DecidedBy?.Words, null, new Need("a decision of " + differ.DecidedBy?.Words, differ.DecidedBy?.Words ?? ""));
        return InstrumentState.Undetermined;
    }
}
