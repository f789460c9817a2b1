using Foedus.Charter.Model;
using Foedus.Engine.Judging;
using Foedus.Engine.Records;

namespace Foedus.Engine.Deciding;

/// <summary>
/// The rule by which a body decides: what the stage says itself, then the rule that it names, then the body's own, then the default of every
/// body, then what an adopted manual says. A place is filled by the first of these that fills it.
/// </summary>
internal sealed class RuleChain
{
    private RuleChain(List<DecisionRule> rules)
    {
        Rules = rules;
        Needs = rules.Find(r => r.Needs.Count > 0)?.Needs ?? [];
        Enough = rules.Find(r => r.Needs.Count > 0 || r.Enough.Count > 0)?.Enough ?? [];
        Measures = [.. MeasuresOf(rules).Distinct()];
    }

    public List<DecisionRule> Rules { get; }

    /// <summary>The rule that leads the chain, for the message.</summary>
    public DecisionRule Leading => Rules[0];

    /// <summary>The first of the rules that says something of a kind.</summary>
    public TSlot? First<TSlot>(Func<DecisionRule, TSlot?> place)
        where TSlot : class
    {
        foreach (var rule in Rules)
        {
            if (place(rule) is { } slot)
                return slot;
        }

        return null;
    }

    public IReadOnlyList<Slot<DecisionTest>> Needs { get; }

    public IReadOnlyList<Slot<DecisionTest>> Enough { get; }

    /// <summary>The measures that any of its tests counts by, each once.</summary>
    public IReadOnlyList<Measure> Measures { get; }

    /// <summary>
    /// The chains that apply to a vote of a body: one, or several where more than one rule replaces the body's own, and then each must be met.
    /// </summary>
    public static IReadOnlyList<RuleChain> For(Inquiry inquiry, Body? body, Stage? stage, int matter, DecisionRule? named = null)
    {
        if (inquiry.Book.TryChains((body, stage, named), out var known))
            return known;
        var chains = Make(inquiry, body, stage, matter, named);

        // Where no rule can replace another and nothing is read into the text, the chains are always the same.
        if (inquiry.Book.Edition.Rules.TrueForAll(r => r.InsteadOf.Count == 0) && (stage is null || stage.Decided.TrueForAll(d => d.IsSaid)))
            inquiry.Book.KeepChains((body, stage, named), chains);
        return chains;
    }

    private static List<RuleChain> Make(Inquiry inquiry, Body? body, Stage? stage, int matter, DecisionRule? named)
    {
        var rules = inquiry.Book.Edition.Rules;
        var tail = new List<DecisionRule>();
        if (body is not null)
            tail.AddRange(rules.Where(r => r.InsteadOf.Count == 0 && IsOf(r, body)).OrderBy(r => r.Name is null ? 0 : 1));
        tail.AddRange(rules.Where(r => r.EveryBody && r.InsteadOf.Count == 0).OrderBy(r => r.By.Hand));
        var head = new List<DecisionRule>();
        if (stage?.OwnRule is { } own)
            head.Add(own);
        var lead = named;
        if (lead is null && stage is not null)
        {
            foreach (var slot in stage.Decided)
            {
                if ((slot.Fillers.IsEmpty || slot.Fillers[0].In is null || slot.Fillers[0].In == body) && inquiry.Ask(slot, out var decided))
                {
                    lead = decided.Rule;
                    break;
                }
            }
        }

        lead ??= tail.Count > 0 ? tail[0] : null;
        var replacing = lead is null || named is not null ? [] : Replacing(inquiry, rules, lead, matter, []);
        if (replacing.Count == 0)
            return Chains(head, lead, tail);
        return [.. replacing.SelectMany(r => Chains(head, r, tail))];
    }

    private static List<RuleChain> Chains(List<DecisionRule> head, DecisionRule? lead, List<DecisionRule> tail)
    {
        var chain = new List<DecisionRule>(head);
        if (lead is not null && !chain.Contains(lead))
            chain.Add(lead);
        chain.AddRange(tail.Where(r => !chain.Contains(r)));
        return chain.Count == 0 ? [] : [new RuleChain(chain)];
    }

    private static IEnumerable<Measure> MeasuresOf(List<DecisionRule> rules)
    {
        foreach (var test in rules.SelectMany(r => r.Needs.Concat(r.Enough)).SelectMany(s => s.Fillers))
        {
            if (test.Measure is { } measure)
                yield return measure;
        }

        foreach (var test in rules.SelectMany(r => r.Quorum?.Fillers ?? []))
        {
            if (test.Test?.Measure is { } measure)
                yield return measure;
        }
    }

    private static bool IsOf(DecisionRule rule, Body body)
    {
        for (var at = body; at is not null; at = at.ChamberOf)
        {
            if (rule.In.Contains(at))
                return true;
        }

        return false;
    }

    /// <summary>The rules that replace one here and now, through any chain of replacements.</summary>
    private static List<DecisionRule> Replacing(Inquiry inquiry, List<DecisionRule> rules, DecisionRule lead, int matter, HashSet<DecisionRule> seen)
    {
        var found = new List<DecisionRule>();
        foreach (var rule in rules)
        {
            var instead = rule.InsteadOf.Find(i => i.Rule == lead);
            if (instead is null || !seen.Add(rule))
                continue;
            var applies = instead.When is { } when
                ? inquiry.Holds(when, matter)
                : TruthOf.From(matter >= 0 && inquiry.View.Objects(Relations.DemandOn, matter).Count() > 0);
            if (applies == Truth.Open)
                inquiry.Note(Truth.Open, instead.By, GroundKind.Condition, instead.When?.Words, null, new Need(instead.When?.Words ?? ""));
            if (applies != Truth.Yes)
                continue;
            inquiry.Cite(instead.By, GroundKind.Rule, rule.ToString());
            var further = Replacing(inquiry, rules, rule, matter, seen);
            found.AddRange(further.Count > 0 ? further : [rule]);
        }

        return found;
    }
}
