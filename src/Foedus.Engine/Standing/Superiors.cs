using Foedus.Charter.Model;
using Foedus.Engine.Judging;
using Foedus.Engine.Parties;
using Foedus.Engine.Records;
using Foedus.Engine.Things;

namespace Foedus.Engine.Standing;

/// <summary>
/// Two superiors of one office: it answers to one and is guided by another, as the finance office of a unit is by its own council and by the
/// same office of the federation. Where an act of the one is directed against an act of the other, the charter says whose prevails for the
/// office, or does not.
/// </summary>
internal static class Superiors
{
    /// <summary>What an act of the other superior makes of an act, in a unit or (-1) in general; null if nothing.</summary>
    public static InstrumentState? Look(Inquiry q, int act, int unit)
    {
        if (!q.View.TryValue(Relations.Maker, act, out var maker))
            return null;
        foreach (var link in q.View.Objects(Relations.IssuedAgainst, act).ToList())
        {
            if (Over(q, (int)maker, link.Thing, unit) is { } state)
                return state.State;
        }

        return q.View.TryValue(Relations.Target, act, out var target) && Over(q, (int)maker, (int)target, unit) is { } other ? other.State : null;
    }

    /// <summary>What one act makes of another that is directed against it, or that it is directed against; null if they are not of two superiors.</summary>
    private static Found? Over(Inquiry q, int maker, int against, int unit)
    {
        if (!q.View.TryValue(Relations.Maker, against, out var value) || !q.View.Look(Relations.InForce, against).Holds)
            return null;
        var other = (int)value;
        foreach (var office in q.Book.Offices)
        {
            if (office.GuidedBy is not { } guided || office.IfTheyDiffer is not { } slot || (office.Of?.EachOf is not null && unit < 0))
                continue;
            var (guides, guidesOther) = (IsGuide(q, office, maker, unit), IsGuide(q, office, other, unit));
            if (!(guides && IsSuperior(q, office, other, unit)) && !(guidesOther && IsSuperior(q, office, maker, unit)))
                continue;
            var (guide, superior) = guides ? (maker, other) : (other, maker);
            q.Cite(guided.By, GroundKind.TwoSuperiors, office.Name, new object?[] { q.Roll.NameOf(superior), q.Roll.NameOf(guide) });
            return new Found(Prevails(q, slot, guide, superior, guides));
        }

        return null;
    }

    private static bool IsSuperior(Inquiry q, Office office, int maker, int unit) =>
        office.AnswersTo.Exists(a => IsOneOf(q, a.Who, maker, unit));

    private static bool IsGuide(Inquiry q, Office office, int maker, int unit)
    {
        if (office.GuidedBy is not { } guided)
            return false;
        if (guided.Who is { } who)
            return IsOneOf(q, who, maker, unit);
        var thing = q.Roll[maker];
        return thing.Kind == ThingKind.Office && string.Equals(thing.Name, office.Name, StringComparison.Ordinal)
            && guided.SameOfficeOf is { } body && (thing.Of < 0 || (q.BodyOf(thing.Of) is { } at && at.Body == body));
    }

    private static bool IsOneOf(Inquiry q, Who who, int maker, int unit) =>
        q.Parties.IsOneOf(maker, who, Anchor.At(unit)) == Truth.Yes;

    private static InstrumentState? Prevails(Inquiry q, Slot<IfTheyDiffer> slot, int guide, int superior, bool isGuides)
    {
        if (!q.Ask(slot, out var differ))
            return InstrumentState.Undetermined;
        if (differ.DecidedBy is { } who)
        {
            q.Note(Truth.Open, slot.By, GroundKind.LeftTo, who.Words, null, new Need("a decision of " + who.Words, who.Words));
            return InstrumentState.Undetermined;
        }

        q.Cite(slot.By, GroundKind.Superior, q.Roll.NameOf(differ.GuidePrevails ? guide : superior));
        return differ.GuidePrevails == isGuides ? null : InstrumentState.NotInForce;
    }

    /// <summary>That two superiors differ, and what comes of it for the act that is asked about (null: it stands).</summary>
    private readonly record struct Found(InstrumentState? State);
}
