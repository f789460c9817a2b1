using Foedus.Charter.Model;
using Foedus.Engine.Bodies;
using Foedus.Engine.Judging;
using Foedus.Engine.Records;

namespace Foedus.Engine.Deciding;

/// <summary>
/// The rule by which a body decides: what the stage says itself, then the rule that it names, then the chamber's own, then its body's, then
/// the default of every body, then what an adopted manual says. A place is filled by the first of these that fills it.
/// </summary>
internal sealed class RuleChain
{
    private bool? _looksAtUnits;

    private RuleChain(List<DecisionRule> rules, CharterEdition edition)
    {
        Rules = rules;
        Needs = rules.Find(r => r.Needs.Count > 0)?.Needs ?? [];
        Enough = rules.Find(r => r.Needs.Count > 0 || r.Enough.Count > 0)?.Enough ?? [];
        NoVotes = [.. edition.NoVotes.Concat(rules.Find(r => r.NoVotes.Count > 0)?.NoVotes ?? []).Distinct()];
        Counting = rules.Find(r => r.CountEach is not null)?.CountEach;
    }

    public List<DecisionRule> Rules { get; }

    /// <summary>The rule that leads the chain, for the message.</summary>
    public DecisionRule Leading => Rules[0];

    public IReadOnlyList<Slot<DecisionTest>> Needs { get; }

    public IReadOnlyList<Slot<DecisionTest>> Enough { get; }

    /// <summary>Who has no vote for the time being: by an article, or by this rule.</summary>
    public IReadOnlyList<NoVote> NoVotes { get; }

    /// <summary>The kind of unit into whose votes those of persons are turned, and when such a vote counts in favour.</summary>
    public (UnitKind Kind, DecisionTest When, Provision By)? Counting { get; }

    /// <summary>
    /// The quorum of a second call. It belongs to a quorum: a rule that says its own quorum takes no second call from the rules after it.
    /// </summary>
    public Slot<SecondCall>? SecondCall => Rules.Find(r => r.SecondCall is not null || r.Quorum is not null)?.SecondCall;

    /// <summary>True if it says when a proposal is carried.</summary>
    public bool Decides => Needs.Count > 0 || Enough.Count > 0;

    /// <summary>The tests that it may ask.</summary>
    public IEnumerable<DecisionTest> Tests =>
        Needs.Concat(Enough).SelectMany(s => s.Fillers)
            .Concat(First(r => r.Quorum)?.Fillers.Select(q => q.Test).OfType<DecisionTest>() ?? [])
            .Concat(SecondCall?.Fillers.Select(q => q.Test).OfType<DecisionTest>() ?? []);

    /// <summary>Whether it matters to it whose the places are: it counts units or by units, or in parts, or weighs.</summary>
    public bool LooksAtUnits => _looksAtUnits ??= Counting is not null || Tests.Any(t => t.InEach is not null || t.Units is not null || t.Measure is not null);

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

    /// <summary>
    /// By whose rule bodies decide that sit together: that of the body whose chambers they are, if it has one; else each has its own.
    /// </summary>
    public static IReadOnlyList<Body?> RulesOfSitting(Inquiry inquiry, IReadOnlyList<BodyAt> bodies)
    {
        if (bodies.Count < 2)
            return [bodies.Count == 0 ? null : bodies[0].Body];
        var whole = bodies[0].Body.ChamberOf;
        if (whole is not null && bodies.All(b => b.Body.ChamberOf == whole) && inquiry.Book.Edition.Rules.Exists(r => r.In.Contains(whole)))
            return [whole];
        return [.. bodies.Select(b => b.Body).Distinct()];
    }

    private static List<RuleChain> Make(Inquiry inquiry, Body? body, Stage? stage, int matter, DecisionRule? named)
    {
        var rules = inquiry.Book.Edition.Rules;
        var tail = new List<DecisionRule>();
        for (var at = body; at is not null; at = at.ChamberOf)
            tail.AddRange(Usual(rules, at));
        tail.AddRange(rules.Where(r => r.EveryBody && r.InsteadOf.Count == 0).OrderBy(r => r.By.Hand));
        var head = new List<DecisionRule>();
        if (stage?.OwnRule is { } own && named is null)
            head.Add(own);
        var lead = named;
        if (lead is null && stage is not null)
        {
            // A line for this body goes before one for whatever body it is.
            foreach (var slot in stage.Decided.OrderBy(d => d.Fillers.Any(f => !f.In.IsEmpty) ? 0 : 1))
            {
                if ((slot.Fillers.IsEmpty || slot.Fillers[0].In.IsEmpty || slot.Fillers[0].In.Any(b => IsOrHas(b, body))) && inquiry.Ask(slot, out var decided))
                {
                    lead = decided.Rule;
                    break;
                }
            }
        }

        lead ??= tail.Count > 0 ? tail[0] : null;
        var replacing = lead is null || named is not null ? [] : Replacing(inquiry, rules, lead, matter, []);
        if (replacing.Count == 0)
            return Chains(inquiry, head, lead, tail);
        return [.. replacing.SelectMany(r => Chains(inquiry, head, r, lead is null || tail.Contains(lead) ? tail : [lead, .. tail]))];
    }

    /// <summary>
    /// The usual rule of a body: the one without a name. A rule that has a name is for what names it, and gives nothing to the usual one; only
    /// where there is no other is the first of them the usual rule.
    /// </summary>
    private static IEnumerable<DecisionRule> Usual(List<DecisionRule> rules, Body body)
    {
        var own = rules.Where(r => r.InsteadOf.Count == 0 && r.In.Contains(body)).ToList();
        return own.Exists(r => r.Name is null) ? own.Where(r => r.Name is null) : own.Take(1);
    }

    private static bool IsOrHas(Body named, Body? body)
    {
        for (var at = body; at is not null; at = at.ChamberOf)
        {
            if (at == named)
                return true;
        }

        return false;
    }

    private static List<RuleChain> Chains(Inquiry inquiry, List<DecisionRule> head, DecisionRule? lead, List<DecisionRule> tail)
    {
        var chain = new List<DecisionRule>(head);
        if (lead is not null && !chain.Contains(lead))
            chain.Add(lead);
        chain.AddRange(tail.Where(r => !chain.Contains(r)));
        return chain.Count == 0 ? [] : [new RuleChain(chain, inquiry.Book.Edition)];
    }

    /// <summary>The rules that replace one here and now, through any chain of replacements.</summary>
    private static List<DecisionRule> Replacing(Inquiry inquiry, List<DecisionRule> rules, DecisionRule lead, int matter, HashSet<DecisionRule> seen)
    {
        var found = new List<DecisionRule>();
        foreach (var rule in rules)
        {
            if (seen.Contains(rule) || Applies(inquiry, rule, lead, matter) is not { } instead)
                continue;
            seen.Add(rule);
            inquiry.Cite(instead.By, GroundKind.Rule, rule.ToString());
            var further = Replacing(inquiry, rules, rule, matter, seen);
            found.AddRange(further.Count > 0 ? further : [rule]);
        }

        return found;
    }

    /// <summary>The line by which a rule replaces another on this matter, if one does: its condition holds, or this very rule was demanded.</summary>
    private static InsteadOf? Applies(Inquiry inquiry, DecisionRule rule, DecisionRule lead, int matter)
    {
        foreach (var instead in rule.InsteadOf.Where(i => i.Rule == lead))
        {
            var applies = instead.When is { } when
                ? inquiry.Holds(when, matter)
                : TruthOf.From(matter >= 0 && inquiry.View.Holds(Relations.DemandOn, matter, inquiry.Roll.Word(rule.Name ?? "")));
            if (applies == Truth.Open)
                inquiry.Note(Truth.Open, instead.By, GroundKind.Condition, instead.When?.Words, null, new Need(instead.When?.Words ?? ""));
            if (applies == Truth.Yes)
                return instead;
        }

        return null;
    }
}
