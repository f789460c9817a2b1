using Foedus.Engine.Deciding;
using Foedus.Engine.Judging;
using Foedus.Engine.Procedures;

namespace Foedus.Engine.Verbs;

/// <summary>An answer is taken back while the stage is open, where the charter lets it be.</summary>
internal sealed class RescindsVerb : IVerb
{
    public void Judge(Judgement j)
    {
        if (Answering.Begin(j, j.Act.Object, answers: false) is not { } answering)
            return;
        if (!PollAt.TakeBack(j, j.Act.Object) && !answering.TakeBack())
        {
            j.Refuse(answering.Stage.By, GroundKind.UnknownThing, "an answer of " + j.ActorName);
            return;
        }

        if (answering.Stage.RescindingAllowed is not { } slot || !j.Ask(slot, out var allowed))
            return;
        if (allowed)
            j.Cite(slot.By, GroundKind.Power, j.ActorName);
        else
            j.Refuse(slot.By, GroundKind.NoPower, "nobody", j.ActorName);
    }
}
