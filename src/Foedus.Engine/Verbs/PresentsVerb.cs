using Foedus.Engine.Judging;
using Foedus.Engine.Procedures;
using Foedus.Engine.Records;

namespace Foedus.Engine.Verbs;

/// <summary>A matter is presented to whoever is to answer it; where the text says so, the time runs from that day.</summary>
internal sealed class PresentsVerb : IVerb
{
    public void Judge(Judgement j)
    {
        if (Answering.Begin(j, j.Act.Object, answers: false) is not { } answering)
            return;
        if (j.IsOneOf(j.Act.Other, answering.Hearing.Before) == Truth.No)
        {
            j.Refuse(answering.Stage.By, GroundKind.NotBefore, j.ObjectName, new object?[] { answering.Stage.Name, answering.Hearing.Before.Words });
            return;
        }

        if (j.HadAHandIn(j.Act.Object) != Truth.No || j.Act.By.All(d => j.Roll[d].Kind == Things.ThingKind.Office && j.Parties.HasAPlace(d)))
            j.Execution(answering.Stage.By, j.ObjectName + " stands at " + answering.Stage.Name);
        else
            j.NoProvision("present " + j.ObjectName);
        j.Cite(answering.Stage.By, GroundKind.AtStage, j.ObjectName, answering.Stage.Name);
        j.Link(Relations.Presented, j.Act.Object, j.Act.Other);
    }
}
