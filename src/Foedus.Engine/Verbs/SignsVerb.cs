using Foedus.Charter.Model;
using Foedus.Engine.Judging;
using Foedus.Engine.Procedures;

namespace Foedus.Engine.Verbs;

/// <summary>Somebody signs; the stage is complete once everybody named has.</summary>
internal sealed class SignsVerb : IVerb
{
    public void Judge(Judgement j)
    {
        if (Answering.Begin(j, j.Act.Object) is { } answering)
            answering.GatherBefore(StageOutcome.Signature);
    }
}
