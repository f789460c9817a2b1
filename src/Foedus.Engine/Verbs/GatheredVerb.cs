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
        if (outcome == StageOutcome.Demand && (!j.View.Look(Relations.Stage, j.Act.Object).Holds || RulesOnDemand(j).Count > 0))
        {
            DemandOnMotion(j);
            return;
        }

        if (Answering.Begin(j, j.Act.Object, answers: false) is not { } answering)
            return;
        var lines = answering.Stage.Exits.FindAll(e => e.On == outcome);
        if (lines.Count == 0)
        {
            Otherwise(j, answering);
            return;
        }

        j.Cite(answering.Stage.By, GroundKind.AtStage, j.ObjectName, answering.Stage.Name);
        answering.Gather(outcome, lines);
    }

    /// <summary>There is no line for it: those before whom the matter is send it where every other outcome leads.</summary>
    private void Otherwise(Judgement j, Answering answering)
    {
        if (answering.HasWay(outcome))
        {
            if (Answering.Begin(j, j.Act.Object) is { } before)
                before.Give(outcome);
        }
        else if (outcome == StageOutcome.Demand)
        {
            DemandOnMotion(j);
        }
        else
        {
            j.Refuse(answering.Stage.By, GroundKind.NoWayOn, OutcomeTable.Words(outcome), answering.Stage.Name);
        }
    }

    /// <summary>The rules that take the place of another on demand: those of the name that is demanded, else those with such a ballot.</summary>
    private static List<(DecisionRule Rule, InsteadOf Instead)> RulesOnDemand(Judgement j)
    {
        var rules = j.Book.Edition.Rules.SelectMany(r => r.InsteadOf.Where(i => i.OnDemandOf is not null).Select(i => (Rule: r, Instead: i))).ToList();
        if (j.Act.Sort is not { } sort)
            return rules;
        var named = rules.FindAll(x => string.Equals(x.Rule.Name, sort, StringComparison.OrdinalIgnoreCase));
        return named.Count > 0 ? named : rules.FindAll(x => x.Rule.Ballot is { IsSaid: true, Said: var ballot } && string.Equals(WordOf(ballot), sort, StringComparison.OrdinalIgnoreCase));
    }

    private static string WordOf(Ballot ballot) => ballot switch
    {
        Ballot.RollCall => "roll-call",
        Ballot.Secret => "secret-ballot",
        _ => "open-ballot",
    };

    /// <summary>A demand about a motion: another rule of decision takes the place of the first, or a procedure is opened.</summary>
    private static void DemandOnMotion(Judgement j)
    {
        var rules = RulesOnDemand(j);
        if (rules.Count == 0)
        {
            Openings.OnDemand(j);
            return;
        }

        j.Try(rules, x =>
        {
            j.Gather(x.Instead.OnDemandOf!, x.Instead.By, x.Rule.Name ?? "");
            j.Link(Relations.DemandOn, j.Act.Object, j.Roll.Word(x.Rule.Name ?? ""));
        });
    }
}
