using Foedus.Engine.Acts;
using Foedus.Engine.Judging;
using Foedus.Engine.Records;

namespace Foedus.Engine.Verbs;

/// <summary>
/// An open place of the charter is settled by the body to which the charter leaves it, or interpreted by whom the charter lets interpret it. It
/// binds from its day.
/// </summary>
internal sealed class SettlesVerb : IVerb
{
    public void Judge(Judgement j)
    {
        if (j.Act.Place is not { } silence || j.Act.Reading < 0)
        {
            j.Refuse(null, GroundKind.UnknownThing, "such an open place");
            return;
        }

        if (j.Act.Verb == Verb.Settles && silence.LeftTo is { } body)
            j.MayAct(body, silence.By);
        else if (j.Book.Edition.InterpretedBy is { } interpreter)
            j.MayAct(interpreter);
        else
            j.Refuse(silence.By, GroundKind.NotLeftTo, j.ActorName, null, new Need("an amendment of " + silence.By.Citation));
        j.Cite(silence.By, GroundKind.Settled, silence, silence.Readings[j.Act.Reading]);
        j.Write(Relations.Settled, silence.Id, j.Act.Reading);
    }
}
