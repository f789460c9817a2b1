using Foedus.Charter.Model;
using Foedus.Engine.Judging;
using Foedus.Engine.Procedures;
using Foedus.Engine.Records;

namespace Foedus.Engine.Verbs;

/// <summary>
/// A text is adopted or ratified as a whole. Where it is a matter before somebody, this is their approval; before the charter is in force it is
/// a founding act, which no earlier charter can empower.
/// </summary>
internal sealed class AdoptsVerb : IVerb
{
    public void Judge(Judgement j)
    {
        if (j.View.Look(Relations.Stage, j.Act.Object).Holds)
        {
            if (Answering.Begin(j, j.Act.Object) is not { } answering)
                return;
            j.Cite(answering.Stage.By, GroundKind.Report);
            answering.Give(StageOutcome.Approval);
            j.Result = Outcome.Carried;
            return;
        }

        if (j.IsFounding)
            j.Note(Truth.Yes, null, GroundKind.Founding);
        else
            j.NoProvision((j.Act.Verb == Acts.Verb.Adopts ? "adopt " : "ratify ") + j.ObjectName + " outside a procedure");
        Answers.Outside(j, StageOutcome.Approval);
    }
}
