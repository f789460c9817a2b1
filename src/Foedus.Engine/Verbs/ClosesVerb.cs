using Foedus.Engine.Judging;
using Foedus.Engine.Mandates;
using Foedus.Engine.Records;
using Foedus.Engine.Things;

namespace Foedus.Engine.Verbs;

/// <summary>A body that is sitting adjourns, until a day or without day; without day, its session is over.</summary>
internal sealed class ClosesVerb : IVerb
{
    public void Judge(Judgement j)
    {
        if (j.BodyOf(j.Actor) is not { } body)
        {
            j.Refuse(null, GroundKind.UnknownThing, j.ActorName);
            return;
        }

        if (j.Sits(body))
            j.OwnRight(body.Body.By, "it is sitting");
        else
            j.Refuse(body.Body.By, GroundKind.NotSitting, body.Name, null, new Need("a session of " + body.Name + " that was opened"));
        j.Unlink(Relations.Sitting, j.Actor, 0);
        SessionRecord.Closed(j, j.Actor);
        if (j.Act.Day is { } until)
        {
            j.Link(Relations.Sitting, j.Actor, 0, 2, until);
            j.Link(Relations.Adjourned, j.Actor, 0, 1, null, until);
            return;
        }

        foreach (var session in body.Body.Sessions)
        {
            if (j.Roll.Find(ThingKind.Session, session.Kind, j.Actor) is var sitting and >= 0 && j.View.TryValue(Relations.Convened, sitting, out var day) && day <= j.Today.Number)
                j.End(Relations.Convened, sitting, j.Today + 1);
        }
    }
}
