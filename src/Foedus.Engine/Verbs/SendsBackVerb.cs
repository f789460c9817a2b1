using Foedus.Charter.Model;
using Foedus.Engine.Judging;
using Foedus.Engine.Procedures;

namespace Foedus.Engine.Verbs;

/// <summary>A matter is sent back by whoever it stands before: a veto, where the charter lets it be overridden.</summary>
internal sealed class SendsBackVerb : IVerb
{
    public void Judge(Judgement j)
    {
        if (Answering.Begin(j, j.Act.Object) is not { } answering)
            return;
        if (!answering.HasWay(StageOutcome.Return))
            j.Refuse(answering.Stage.By, GroundKind.NoWayOn, OutcomeTable.Words(StageOutcome.Return), answering.Stage.Name);
        else
            answering.Give(StageOutcome.Return);
    }
}
