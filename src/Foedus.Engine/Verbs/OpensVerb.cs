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
        if (j.BodyOf(j.Act.Object) is not { } body)
        {
            j.Refuse(null, GroundKind.UnknownThing, j.ObjectName);
            return;
        }

        j.Link(Relations.Sitting, j.Act.Object, 0);
        SessionRecord.Opened(j, j.Act.Object);
        if (body.Body.ByItsOwnCharter)
        {
            // How it meets is in its unit's own charter; what the body and its unit do is taken on their word.
            if (IsItsOwn(j, body))
                j.Execution(body.Body.By, body.Name + " meets by its own charter");
            else
                j.Refuse(body.Body.By, GroundKind.NoPower, body.Name, j.ActorName, new Need(body.Name, body.Name));
            return;
        }

        var sessions = body.Body.Sessions.FindAll(s => j.Act.Sort is null || string.Equals(s.Kind, j.Act.Sort, StringComparison.Ordinal));
        if (sessions.Count == 0)
        {
            j.NoProvision("open a session of " + body.Name);
            return;
        }

        j.Try(sessions, session => Open(j, body, session));
    }

    private static void Open(Judgement j, BodyAt body, Session session)
    {
        var sitting = j.Roll.Find(ThingKind.Session, session.Kind, j.Act.Object);
        if (sitting < 0 || !j.View.TryValue(Relations.Convened, sitting, out var day) || day > j.Today.Number)
            j.Refuse(session.By, GroundKind.NotConvened, body.Name, null, new Need("a session of " + body.Name + " that is convened"));
        if (IsItsOwn(j, body))
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
            if (j.Ask(slot, out var convening) && j.MayAct(convening.By, slot.By) == Truth.Yes)
                j.Execution(slot.By, body.Name + " was convened");
        });
    }

    /// <summary>The body itself, its unit, or one of its offices.</summary>
    private static bool IsItsOwn(Judgement j, BodyAt body)
    {
        foreach (var doer in j.Act.By)
        {
            var own = doer == j.Act.Object || (doer == body.Unit && doer >= 0)
                || (j.Roll[doer].Kind == ThingKind.Office && j.Roll[doer].Of == j.Act.Object)
                || body.Body.Offices.Exists(o => j.HoldsOffice(j.Roll.Find(ThingKind.Office, o.Name, j.Act.Object), doer));
            if (!own)
                return false;
        }

        return true;
    }
}
