using Foedus.Charter.Model;
using Foedus.Engine.Judging;
using Foedus.Engine.Parties;
using Foedus.Engine.Procedures;
using Foedus.Engine.Records;

namespace Foedus.Engine.Verbs;

/// <summary>
/// Answers that add up: ratifications, objections, demands of units or electors. Each is recorded; once there are as many as the charter asks
/// for, the matter goes on.
/// </summary>
internal sealed class GatheredVerb(StageOutcome outcome) : IVerb
{
    public void Judge(Judgement j)
    {
        if (outcome == StageOutcome.Demand && !j.View.Look(Relations.Stage, j.Act.Object).Holds)
        {
            DemandOnMotion(j);
            return;
        }

        if (Answering.Begin(j, j.Act.Object, answers: false) is not { } answering)
            return;
        var exits = answering.Stage.Exits.FindAll(e => e.On == outcome);
        if (exits.Count == 0)
        {
            if (outcome == StageOutcome.Demand)
                DemandOnMotion(j);
            else
                j.Refuse(answering.Stage.By, GroundKind.NoWayOn, outcome.ToString().ToLowerInvariant(), answering.Stage.Name);
            return;
        }

        j.Cite(answering.Stage.By, GroundKind.AtStage, j.ObjectName, answering.Stage.Name);
        j.Try(exits, exit => Gather(j, answering, exit));
    }

    private void Gather(Judgement j, Answering answering, Exit exit)
    {
        var earlier = new List<Supporter>();
        foreach (var link in j.View.Objects(Relations.Signed, j.Act.Object))
        {
            if (j.Act.By.Contains(link.Thing))
                continue;
            earlier.Add(new Supporter(link.Thing));
            if (link.Value > 1)
                earlier.Add(new Supporter(-1, link.Value - 1, exit.By?.Parties[0].UnitKind?.Name));
        }

        var sufficient = exit.By is null ? Truth.Yes : Enough(j, exit, earlier);
        if (sufficient == Truth.Yes)
        {
            answering.Give(outcome, e => e == exit);
            return;
        }

        // One ratification of many is in order, though it is not yet enough; a demand that falls short is not.
        if (outcome == StageOutcome.Ratification && sufficient == Truth.No)
            j.Link(Relations.Signed, j.Act.Object, j.Actor, 1 + j.Act.Count);
    }

    private Truth Enough(Judgement j, Exit exit, List<Supporter> earlier)
    {
        if (outcome != StageOutcome.Ratification)
            return j.Gather(exit.By!, exit.Provision, j.ObjectName);
        return j.Collect(exit.By!, exit.Provision, j.ObjectName, earlier);
    }

    /// <summary>A demand about a motion: another rule of decision takes the place of the first.</summary>
    private static void DemandOnMotion(Judgement j)
    {
        var rules = j.Book.Edition.Rules.SelectMany(r => r.InsteadOf.Where(i => i.OnDemandOf is not null).Select(i => (Rule: r, Instead: i)))
            .Where(x => j.Act.Sort is null || string.Equals(x.Rule.Name, j.Act.Sort, StringComparison.OrdinalIgnoreCase)).ToList();
        if (rules.Count == 0 && OpenedOnDemand(j))
            return;
        if (rules.Count == 0)
        {
            j.NoProvision("demand " + (j.Act.Sort ?? "it"));
            return;
        }

        j.Try(rules, x =>
        {
            j.Gather(x.Instead.OnDemandOf!, x.Instead.By, x.Rule.Name ?? "");
            j.Link(Relations.DemandOn, j.Act.Object, j.Roll.Word(x.Rule.Name ?? ""));
        });
    }

    /// <summary>A procedure that is opened on demand: of a convention, a vote of the people, a hearing.</summary>
    private static bool OpenedOnDemand(Judgement j)
    {
        var openings = j.Book.Edition.Procedures.SelectMany(p => p.Opened.Select(o => (Procedure: p, Opening: o)))
            .Where(x => x.Opening.Fillers.Any(f => f.OnDemand && (j.Act.Sort is null
                || string.Equals((f.At ?? x.Procedure.Stages.FirstOrDefault())?.Name, j.Act.Sort, StringComparison.OrdinalIgnoreCase)
                || string.Equals(x.Procedure.Name, j.Act.Sort, StringComparison.OrdinalIgnoreCase)))).ToList();
        if (openings.Count == 0)
            return false;
        j.Try(openings, x =>
        {
            if (!j.Ask(x.Opening, out var opening))
                return;
            if (j.Gather(opening.By, x.Opening.By, x.Procedure.Name) == Truth.No || (opening.At ?? x.Procedure.Stages.FirstOrDefault()) is not { } stage)
                return;
            IntroducesVerb.Describe(j, j.Act.Object);
            j.Write(Relations.Text, j.Act.Object, 1);
            Transition.To(j, j.Act.Object, j.Book, new Way(null, null, stage, null));
        });
        return true;
    }
}
