using Foedus.Charter.Model;
using Foedus.Engine.Clock;
using Foedus.Engine.Bodies;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;
using Foedus.Engine.Remedies;
using Foedus.Engine.Things;

namespace Foedus.Engine.Verbs;

/// <summary>A session of a body is convened, at will or because it was demanded.</summary>
internal sealed class ConvenesVerb : IVerb
{
    public void Judge(Judgement j)
    {
        foreach (var thing in Sessions.Bodies(j.Act))
            Judge(j, thing);
    }

    private static void Judge(Judgement j, int thing)
    {
        if (j.BodyOf(thing) is not { Body: var body } at)
        {
            j.Refuse(null, GroundKind.UnknownThing, j.Roll.NameOf(thing));
            return;
        }

        if (body is { ByItsOwnCharter: true, Sessions.Count: 0 })
        {
            Sessions.Own(j, at, thing);
            if (j.Act.Day is { } on)
                j.Write(Relations.Convened, j.Roll.Add(ThingKind.Session, j.Act.Sort ?? "", thing), on.Number);
            return;
        }

        var ways = Ways(body, j.Act.Sort);
        if (ways.Count == 0)
        {
            if (body.Sessions.Count == 0 || j.Act.Sort is null)
                j.NoProvision("convene " + body.Name);
            else
                j.Refuse(body.By, GroundKind.NoSession, body.Name, j.Act.Sort);
            return;
        }

        j.Try(ways, way => Convene(j, at, thing, way.Session, way.Convened));
    }

    /// <summary>The ways of convening a session of a kind; without a kind, of any.</summary>
    internal static List<(Session Session, Slot<Convening> Convened)> Ways(Body body, string? kind) =>
        [.. body.Sessions.Where(s => kind is null || string.Equals(s.Kind, kind, StringComparison.Ordinal))
            .SelectMany(s => s.Convened.Select(c => (s, c)))];

    private static void Convene(Judgement j, BodyAt body, int thing, Session session, Slot<Convening> slot)
    {
        if (!j.Ask(slot, out var convening))
            return;
        if (j.MayAct(convening.By, slot.By, anchor: Sessions.AnchorOf(j, body)) == Truth.No)
            return;
        var sitting = j.Roll.Add(ThingKind.Session, session.Kind, thing);
        if (convening.OnDemandOf is { } demand)
        {
            var demanded = j.View.Holds(Relations.Demand, sitting, 0);
            if (!demanded && j.View.TryValue(Relations.DemandMet, sitting, out var met))
                j.Refuse(slot.By, GroundKind.DemandMet, body.Name, new object?[] { demand.Words, new Day((int)met) }, new Need("a new demand", demand.Words));
            else
                j.Note(
                    TruthOf.From(demanded), slot.By, demanded ? GroundKind.Demanded : GroundKind.NotDemanded, body.Name, demand.Words,
                    demanded ? null : new Need("a demand", demand.Words));
            if (j.Roll.Find(ThingKind.Duty, "Convening", thing) is var duty and >= 0 && j.View.TryValue(Relations.Duty, duty, out var state) && state != DutyState.Done)
                Duties.Done(j, slot.By, duty, []);
        }

        if (j.Act.Day is { } day)
        {
            if (session.Notice is { } notice && j.AskLimit(notice, out var span))
            {
                if (span.Unit == SpanUnit.Hours && Hours.HavePassed(j.Today, day, span.Count) == Truth.Open)
                    Hours.Ask(j, notice.By, span.Words);
                else if (Periods.IsInTime(j, j.Today, span, day) == false)
                    j.Refuse(notice.By, GroundKind.TooLate, Periods.LastInTime(j, span, day), null, new Need("notice of " + span.Words));
            }

            j.Cite(session.By, GroundKind.Convened, body.Name, day);
            j.Write(Relations.Convened, sitting, day.Number);
            Meets(j, sitting, day);
        }
    }

    /// <summary>A demand asks for one session: whoever convenes it, and be it at will, meets the demand, and the next one is demanded anew.</summary>
    private static void Meets(Judgement j, int sitting, Day day)
    {
        if (!j.View.Holds(Relations.Demand, sitting, 0))
            return;
        j.Unlink(Relations.Demand, sitting, 0);
        j.Write(Relations.DemandMet, sitting, day.Number);
    }
}
