using Foedus.Engine.Acts;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;
using Foedus.Engine.Things;

namespace Foedus.Engine.Verbs;

/// <summary>An earlier act is corrected (its facts never held), or one that was refused is recognised to stand all the same.</summary>
internal sealed class CorrectsVerb : IVerb
{
    public void Judge(Judgement j)
    {
        var sequence = j.State.SequenceOf(j.Act.Count);
        if (sequence < 1)
        {
            j.Refuse(null, GroundKind.ActUnknown, j.Act.Count);
            return;
        }

        if (j.Act.Verb == Verb.Corrects)
        {
            j.Note(Truth.Yes, null, GroundKind.Corrected, j.Act.Count);
            j.Challenge(sequence, SourceStanding.Void, Day.Min, Day.Max);
            return;
        }

        j.Note(Truth.Yes, null, GroundKind.Recognised, j.Act.Count);
        j.TakeOver(j.State.ActOf(sequence));
        j.Link(Relations.Recognised, Roll.Federation, sequence, j.Actor);
    }
}
