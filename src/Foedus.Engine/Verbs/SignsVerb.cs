using Foedus.Charter.Model;
using Foedus.Engine.Judging;
using Foedus.Engine.Procedures;
using Foedus.Engine.Records;

namespace Foedus.Engine.Verbs;

/// <summary>Somebody signs; the stage is complete once everybody named has.</summary>
internal sealed class SignsVerb : IVerb
{
    public void Judge(Judgement j)
    {
        if (Answering.Begin(j, j.Act.Object) is not { } answering)
            return;
        foreach (var doer in j.Act.By)
            j.Link(Relations.Signed, j.Act.Object, doer);
        if (answering.Hearing.Before.Jointly)
        {
            var waiting = answering.Hearing.Before.Parties.Where(p => !Signed(j, p)).Select(p => p.Words).ToList();
            if (waiting.Count > 0)
            {
                j.Cite(answering.Stage.By, GroundKind.Waits, j.ActorName, string.Join(", ", waiting));
                return;
            }
        }

        answering.Give(StageOutcome.Signature);
    }

    private static bool Signed(Judgement j, Party party)
    {
        if (j.Act.By.Any(d => j.Is(d, party) == Truth.Yes))
            return true;
        foreach (var link in j.View.Objects(Relations.Signed, j.Act.Object))
        {
            if (j.Is(link.Thing, party) == Truth.Yes)
                return true;
        }

        return false;
    }
}
