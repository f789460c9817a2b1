using Foedus.Charter.Model;
using Foedus.Engine.Bodies;
using Foedus.Engine.Judging;
using Foedus.Engine.Records;

namespace Foedus.Engine.Mandates;

/// <summary>Substitutes: named by whom the charter says, or those who were elected beyond the places, in the order of election.</summary>
internal static class Substitution
{
    public static void Of(Judgement j, BodyAt body)
    {
        if ((body.Body.Substitutes ?? body.Body.ChamberOf?.Substitutes) is not { } slot)
        {
            j.NoProvision("name substitutes of " + body.Name);
            return;
        }

        if (!j.Ask(slot, out var substitutes))
            return;
        if (substitutes.None)
        {
            j.Refuse(slot.By, GroundKind.NoSubstitutes, body.Name);
            return;
        }

        if (substitutes.NamedBy is { } party)
            Named(j, body, slot, party);
        else
            j.Try(ElectiveLine.Of(j, body), line => Elected(j, line, slot));
    }

    /// <summary>
    /// By which clause somebody sits in the place of a member who does not come: a substitute of the same seats, and of the same unit where both
    /// have one. Null if by none.
    /// </summary>
    public static Slot<Substitutes>? Of(Inquiry inquiry, IReadOnlyList<BodyAt> bodies, int substitute, int member)
    {
        foreach (var body in bodies)
        {
            foreach (var post in Posts.Parts(inquiry, body))
            {
                if (inquiry.BodyOf(post) is not { Body: var at } || (at.Substitutes ?? at.ChamberOf?.Substitutes) is not { } slot || inquiry.Mandates.Held(post, member) is not { } seat)
                    continue;
                if (inquiry.Mandates.Held(post, substitute) is null && inquiry.Mandates.Substitutes(post).Any(s => s.Holder == substitute && StandsFor(s, seat)))
                    return slot;
            }
        }

        return null;
    }

    /// <summary>Whether somebody is a substitute of a body, for whichever of its members.</summary>
    public static bool IsOf(Inquiry inquiry, IReadOnlyList<BodyAt> bodies, int person) =>
        bodies.Any(b => Posts.Parts(inquiry, b).Any(post => inquiry.Mandates.Substitutes(post).Any(s => s.Holder == person)));

    /// <summary>Whether a substitute is one for a seat: of its line, and of its unit where both have one.</summary>
    public static bool StandsFor(in Mandate substitute, in Mandate seat) =>
        substitute.Line == seat.Line && (substitute.Unit < 0 || seat.Unit < 0 || substitute.Unit == seat.Unit) && substitute.Holder != seat.Holder;

    private static void Named(Judgement j, BodyAt body, Slot<Substitutes> slot, Party party)
    {
        var who = new Who(false, [party]) { Words = party.Words };
        j.Try(ElectiveLine.Of(j, body), line =>
        {
            var met = Choosers.Of(j, line, who, out var unit);
            j.Note(met, slot.By, met == Truth.Yes ? GroundKind.Power : GroundKind.NoPower, met == Truth.Yes ? j.ActorName : who.Words, j.ActorName, met == Truth.Yes ? null : new Need(who.Words, who.Words));
            if (met != Truth.No && Chosen(j, line, null, slot.By, unit))
                Write(j, line, unit);
        });
    }

    /// <summary>"in order of election": whoever chooses the members goes on choosing beyond the places.</summary>
    private static void Elected(Judgement j, ElectiveLine line, Slot<Substitutes> slot)
    {
        if (line.Chosen is not { } chosen || !j.Ask(chosen, out var choosing))
        {
            j.NoProvision("choose substitutes of " + line.Name);
            return;
        }

        var met = Choosers.Of(j, line, choosing.By, out var unit);
        j.Note(
            met, chosen.By, met == Truth.Yes ? GroundKind.Elects : GroundKind.NotElects, line.Name, new object?[] { choosing.By.Words, j.ActorName },
            met == Truth.Yes ? null : new Need("an election by " + choosing.By.Words, choosing.By.Words));
        if (met == Truth.No)
            return;
        j.Cite(slot.By, GroundKind.Substitutes, line.Name);
        Election.Eligible(j, line, choosing, chosen.By, j.Act.Object, unit, ComingMandates.DayOf(j));
        if (Chosen(j, line, choosing, chosen.By, unit))
            Write(j, line, unit);
    }

    private static bool Chosen(Judgement j, ElectiveLine line, Choosing? choosing, Provision by, int unit) =>
        j.Act.Tallies.IsEmpty || ElectionVote.Chooses(j, line.Post, choosing, by, new Mandate(line.Post, j.Act.Object, unit, line.Number, MandateBy.Succession, 1, j.Today, j.Today));

    private static void Write(Judgement j, ElectiveLine line, int unit)
    {
        if (j.Mandates.Held(line.Post, j.Act.Object) is not null || j.Mandates.Substitutes(line.Post).Any(s => s.Holder == j.Act.Object))
            j.Refuse(line.By, GroundKind.HoldsAlready, j.ObjectName, line.Name);
        if (!ComingMandates.MayBegin(j, line.By))
            return;
        var from = ComingMandates.DayOf(j);
        var mandate = new Mandate(line.Post, j.Act.Object, unit, line.Number, MandateBy.Succession, 1, from, from);
        j.Link(Relations.Substitute, line.Post, j.Act.Object, mandate.Packed, from, j.Mandates.EndOf(line.Post, from));
    }
}
