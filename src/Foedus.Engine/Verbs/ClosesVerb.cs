using Foedus.Engine.Judging;
using Foedus.Engine.Records;

namespace Foedus.Engine.Verbs;

/// <summary>A body adjourns, until a day or without day.</summary>
internal sealed class ClosesVerb : IVerb
{
    public void Judge(Judgement j)
    {
        if (j.BodyOf(j.Actor) is not { Body: var body })
        {
            j.Refuse(null, GroundKind.UnknownThing, j.ActorName);
            return;
        }

        j.Cite(body.By, GroundKind.Recorded);
        j.Unlink(Relations.Sitting, j.Actor, 0);
        if (j.Act.Day is { } until)
            j.Link(Relations.Sitting, j.Actor, 0, 1, until);
    }
}
