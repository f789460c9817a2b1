using Foedus.Engine.Judging;
using Foedus.Engine.Procedures;
using Foedus.Engine.Records;

namespace Foedus.Engine.Verbs;

/// <summary>Whoever put a matter withdraws it while it is pending.</summary>
internal sealed class WithdrawsVerb : IVerb
{
    public void Judge(Judgement j)
    {
        if (Answering.Begin(j, j.Act.Object, answers: false) is not { } answering)
            return;
        if (j.AreMakersOf(j.Act.Object) == Truth.Yes)
            j.OwnRight(answering.Stage.By, "it put " + j.ObjectName);
        else
            j.Refuse(answering.Stage.By, GroundKind.NoPower, "whoever put it", j.ActorName);
        Transition.Stop(j, j.Act.Object);
        j.End(Relations.Stage, j.Act.Object);
    }
}
