using Foedus.Charter.Model;
using Foedus.Engine.Bodies;
using Foedus.Engine.Judging;
using Foedus.Engine.Records;
using Foedus.Engine.Things;

namespace Foedus.Engine.Verbs;

/// <summary>
/// A seat to which several units have equal claims goes to one of them: as somebody decides, or as the lot fell that the body or one of its
/// offices drew.
/// </summary>
internal sealed class AwardsSeatVerb : IVerb
{
    public void Judge(Judgement j)
    {
        if (j.BodyOf(j.Act.Object) is not { } body)
        {
            j.Refuse(null, GroundKind.UnknownThing, j.ObjectName);
            return;
        }

        var name = j.Roll.NameOf(j.Act.Other);
        var opening = j.Seats(body).Open.FirstOrDefault(o => o.Unit == j.Act.Other && o.Ground.Message is GroundKind.SeatsTied or GroundKind.LotNeeded);
        if (opening is null)
        {
            j.Refuse(body.Body.By, GroundKind.SeatNotTied, name, body.Name);
            return;
        }

        var ties = body.Body.Seats.Select(g => g.Tie).OfType<Slot<SeatTie>>().Distinct().ToList();
        if (ties.Count == 0)
            j.NoProvision("decide who has a tied seat of " + body.Name);
        else
            j.Try(ties, slot => MayAward(j, body, slot));
        j.Link(Relations.SeatAwarded, j.Act.Object, j.Act.Other);
    }

    private static void MayAward(Judgement j, BodyAt body, Slot<SeatTie> slot)
    {
        if (!j.Ask(slot, out var tie))
            return;
        if (tie.DecidedBy is { } who)
            j.MayAct(who, slot.By);
        else if (!tie.Lot)
            j.NoProvision("decide who has a tied seat of " + body.Name);
        else if (j.Act.By.All(d => IsOf(j, body, d)))
            j.Cite(slot.By, GroundKind.Power, j.ActorName);
        else
            j.Refuse(slot.By, GroundKind.NoPower, body.Name + " or one of its offices", j.ActorName, new Need(body.Name));
    }

    /// <summary>The body, an office of it, or who holds one.</summary>
    private static bool IsOf(Judgement j, BodyAt body, int doer) =>
        j.BodyOf(doer) == body
        || (j.Roll[doer].Kind == ThingKind.Office && j.Roll[doer].Of == j.Act.Object)
        || body.Body.Offices.Exists(o => j.Mandates.Held(j.Book.FindThing(o, body.Unit), doer) is not null);
}
