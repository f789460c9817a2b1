using Foedus.Charter.Model;
using Foedus.Engine.Judging;
using Foedus.Engine.Parties;

namespace Foedus.Engine.Procedures;

/// <content>Lines with a rule of their own: "on approval by Two-Thirds -> Law" reads the same vote by another rule.</content>
internal sealed partial class Answering
{
    private List<Exit> RuleLines => Stage.Exits.FindAll(e => e.Way.Fillers.Any(w => w.ByRule is not null));

    private static DecisionRule? RuleOf(Exit exit) => exit.Way.Fillers.Select(w => w.ByRule).FirstOrDefault(r => r is not null);

    private static bool IsAgainst(StageOutcome outcome) =>
        outcome is StageOutcome.Rejection or StageOutcome.SecondRejection or StageOutcome.NoAgreement;

    /// <summary>Which of those lines the vote of this act meets.</summary>
    private int RulesMet(Func<DecisionRule, StageOutcome, bool>? byRule)
    {
        if (byRule is null)
            return 0;
        var met = 0;
        var lines = RuleLines;
        for (var i = 0; i < Math.Min(lines.Count, MatterAnswer.MostRules); i++)
        {
            if (byRule(RuleOf(lines[i])!, IsAgainst(lines[i].On) ? StageOutcome.Rejection : StageOutcome.Approval))
                met |= 1 << i;
        }

        return met;
    }

    /// <summary>A line with a rule of its own goes before the plain ones, where all whose approval it takes have met it.</summary>
    private bool FollowedByRule(List<(int By, MatterAnswer Answer)> answers)
    {
        var lines = RuleLines;
        for (var i = 0; i < Math.Min(lines.Count, MatterAnswer.MostRules); i++)
        {
            var (line, bit) = (lines[i], 1 << i);
            if (line.On == StageOutcome.Amendment && !_answers.TextChanged)
                continue;
            var met = Supporters(answers.FindAll(a => a.Answer.Text == _answers.Text), a => (a.Rules & bit) != 0);
            if (met.Count == 0)
                continue;
            var enough = AsOne || (IsAgainst(line.On) ? Hearing.Before.Parties.Any(p => _support.Meets(p, met).Met == Truth.Yes) : Missing(met).Count == 0);
            if (enough && Transition.Follow(_j, _matter, _at, line.On, SeveralAnswer, exit => exit == line))
                return true;
        }

        return false;
    }

    /// <summary>
    /// A plain line is open to everybody. One with a rule of its own, which the vote did not meet, is not; without a vote it is taken on the
    /// word of its source only if nothing turns on it.
    /// </summary>
    private bool ByPlainRule(Exit exit, StageOutcome outcome, bool counted)
    {
        if (RuleOf(exit) is not { } rule)
            return true;
        if (counted)
            return false;
        if (Stage.Exits.TrueForAll(e => e.On != exit.On || (e.Way.IsSaid && exit.Way.IsSaid && e.Way.Said.Target == exit.Way.Said.Target)))
            return true;
        _j.Note(Truth.Open, exit.Provision, GroundKind.Rule, rule.Name ?? "a rule of its own", null, new Need("how the votes were cast on " + _j.Roll.NameOf(_matter)));
        return false;
    }

    private bool HasRuleFor(StageOutcome outcome) => RuleLines.Exists(e => e.On == outcome);
}
