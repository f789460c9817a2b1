using Foedus.Charter.Model;
using Foedus.Engine.Bodies;
using Foedus.Engine.Judging;
using Foedus.Engine.Mandates;
using Foedus.Engine.Records;
using Foedus.Engine.Things;

namespace Foedus.Engine.Verbs;

/// <summary>
/// A session begins that was convened for the day or before: opened by who may convene it, by the body or by one of its offices. From then on
/// nobody acts for the body.
/// </summary>
internal sealed class OpensVerb : IVerb
{
    public void Judge(Judgement j)
    {
        foreach (var thing in Sessions.Bodies(j.Act))
            Judge(j, thing);
    }

    private static void Judge(Judgement j, int thing)
    {
        if (j.BodyOf(thing) is not { } body)
        {
            j.Refuse(null, GroundKind.UnknownThing, j.Roll.NameOf(thing));
            return;
        }

        j.Link(Relations.Sitting, thing, 0);
        if (j.View.Holds(Relations.Adjourned, thing, 0))
            j.Unlink(Relations.Adjourned, thing, 0);
        SessionRecord.Opened(j, thing);
        Law.Falls.SessionOpened(j, thing);
        if (body.Body is { ByItsOwnCharter: true, Sessions.Count: 0 })
        {
            Sessions.Own(j, body, thing);
            return;
        }

        var sessions = body.Body.Sessions.FindAll(s => j.Act.Sort is null || string.Equals(s.Kind, j.Act.Sort, StringComparison.Ordinal));
        if (sessions.Count == 0)
        {
            j.NoProvision("open a session of " + body.Name);
            return;
        }

        j.Try(sessions, session => Open(j, body, thing, session));
    }

    private static void Open(Judgement j, BodyAt body, int thing, Session session)
    {
        var sitting = j.Roll.Find(ThingKind.Session, session.Kind, thing);
        if (sitting < 0 || !j.View.TryValue(Relations.Convened, sitting, out var day) || day > j.Today.Number)
            j.Refuse(session.By, GroundKind.NotConvened, body.Name, null, new Need("a session of " + body.Name + " that is convened"));
        if (Sessions.IsItsOwn(j, body, thing))
        {
            j.Execution(session.By, body.Name + " was convened");
            return;
        }

        if (session.Convened.IsEmpty)
        {
            j.NoProvision("open a session of " + body.Name);
            return;
        }

        j.Try(session.Convened, slot =>
        {
            if (j.Ask(slot, out var convening) && j.MayAct(convening.By, slot.By, anchor: Sessions.AnchorOf(j, body)) == Truth.Yes)
                j.Execution(slot.By, body.Name + " was convened");
        });
    }
}
