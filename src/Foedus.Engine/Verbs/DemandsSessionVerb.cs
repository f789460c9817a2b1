using Foedus.Charter.Model;
using Foedus.Engine.Clock;
using Foedus.Engine.Judging;
using Foedus.Engine.Records;
using Foedus.Engine.Remedies;
using Foedus.Engine.Things;

namespace Foedus.Engine.Verbs;

/// <summary>Units or bodies demand a session; enough of them together oblige somebody to convene it.</summary>
internal sealed class DemandsSessionVerb : IVerb
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

        var ways = ConvenesVerb.Ways(body, j.Act.Sort)
            .Where(w => !w.Convened.IsSaid || w.Convened.Said.OnDemandOf is not null)
            .ToList();
        if (ways.Count == 0)
        {
            j.NoProvision("demand a session of " + body.Name);
            return;
        }

        j.Try(ways, way =>
        {
            if (!j.Ask(way.Convened, out var convening))
                return;
            if (convening.OnDemandOf is not { } demand)
            {
                j.Refuse(way.Convened.By, GroundKind.NoPower, convening.By.Words, j.ActorName);
                return;
            }

            if (j.Gather(demand, way.Convened.By, body.Name, Sessions.AnchorOf(j, at)) == Truth.No)
                return;
            j.Link(Relations.Demand, j.Roll.Add(ThingKind.Session, way.Session.Kind, thing), 0);
            var duty = j.Roll.Add(ThingKind.Duty, "Convening", thing);
            j.Write(Relations.Duty, duty, DutyState.Open);
            j.Link(Relations.DutyAbout, thing, duty);
            if (convening.Within is { } within && Periods.LastDay(j, new Start(j.Today), within) is { } last)
                j.Write(Relations.Due, duty, last.Number);
            j.Cite(way.Convened.By, GroundKind.DutyArises, "Convening", convening.By.Words + " is to convene " + body.Name);
        });
    }
}
