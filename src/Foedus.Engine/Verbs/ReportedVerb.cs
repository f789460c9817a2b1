using Foedus.Charter.Model;
using Foedus.Engine.Judging;
using Foedus.Engine.Mandates;
using Foedus.Engine.Procedures;
using Foedus.Engine.Records;

namespace Foedus.Engine.Verbs;

/// <summary>An answer that is reported without its count: approval, rejection, agreement, or that there was none; on the word of its source.</summary>
internal sealed class ReportedVerb(StageOutcome outcome) : IVerb
{
    public void Judge(Judgement j)
    {
        if (outcome is StageOutcome.Approval or StageOutcome.Rejection && EqualVote.Decides(j, outcome == StageOutcome.Approval))
            return;
        if (!j.View.Look(Relations.Stage, j.Act.Object).Holds)
        {
            j.NotTakenBack(j.Act.Object);
            Elsewhere(j);
            return;
        }

        if (Answering.Begin(j, j.Act.Object) is not { } answering)
            return;
        j.Cite(answering.Stage.By, GroundKind.Report);
        answering.Give(outcome);
        j.Result = outcome is StageOutcome.Approval or StageOutcome.Agreement ? Outcome.Carried : Outcome.Lost;
    }

    /// <summary>Outside any procedure a body approves or rejects what is before it as a motion: an application, a text.</summary>
    private void Elsewhere(Judgement j)
    {
        if (Choices.Answer(j, outcome == StageOutcome.Approval))
            return;
        if (j.BodyOf(j.Actor) is not { Body: var body } || !j.IsPut(j.Act.Object))
        {
            if (EqualVote.IsForOthers(j))
                return;
            j.Refuse(null, GroundKind.UnknownThing, j.ObjectName);
            return;
        }

        j.Cite(body.By, GroundKind.Report);
        Answers.Outside(j, outcome);
    }
}
