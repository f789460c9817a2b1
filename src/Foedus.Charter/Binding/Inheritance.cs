using Foedus.Charter.Model;
using Foedus.Charter.Syntax;

namespace Foedus.Charter.Binding;

/// <summary>
/// Completes rules of decision from above: a named rule from the rule that it replaces and from the rule of its body, that from the rule of
/// every body, that from an adopted manual. What is then still open is a silence, once a rule.
/// </summary>
internal sealed class Inheritance(BindingContext context, SlotBinder slots, AmountBinder amounts, DecidingBinder deciding, ClauseSyntax charter)
{
    private CharterEdition Edition => context.Edition;

    private DecisionRule? everyBody;
    private DecisionRule? adopted;

    public void Complete()
    {
        everyBody = Edition.Rules.Find(r => r.EveryBody && r.By.Hand == Hand.Charter);
        adopted = Edition.Rules.Find(r => r.EveryBody && r.By.Hand == Hand.Adopted);
        if (everyBody is not null) Take(everyBody, adopted);
        var uses = Uses();
        Whole(uses);
        foreach (var rule in Edition.Rules.Where(r => !r.EveryBody && r.Name is null).ToList()) CompleteDefault(rule);
        foreach (var rule in Edition.Rules.Where(r => r.Name is not null && r.InsteadOf.Count == 0).ToList()) CompleteNamed(rule, uses);
        foreach (var rule in Edition.Rules.Where(r => r.Name is not null && r.InsteadOf.Count > 0).ToList())
        {
            foreach (var replaced in rule.InsteadOf) Take(rule, replaced.Rule);
            CompleteNamed(rule, uses);
        }
    }

    // The bodies in which each rule is used by a stage.
    private Dictionary<DecisionRule, List<Body>> Uses()
    {
        var uses = new Dictionary<DecisionRule, List<Body>>(ReferenceEqualityComparer.Instance);
        foreach (var stage in Edition.Procedures.SelectMany(p => p.Stages))
        {
            var before = stage.Before?.Fillers.SelectMany(h => h.Before.Parties).Select(p => p.Body).OfType<Body>().Distinct().ToList() ?? [];
            foreach (var decided in stage.Decided.SelectMany(d => d.Fillers)) Use(decided.Rule, decided.In.IsEmpty ? before : [.. decided.In]);
            foreach (var way in stage.Exits.SelectMany(e => e.Way.Fillers))
                if (way.ByRule is { } rule)
                    Use(rule, before);
        }
        foreach (var (rule, by) in Edition.RulesOfChoice) Use(rule, [.. by.Parties.Select(p => p.Body).OfType<Body>().Distinct()]);
        return uses;

        void Use(DecisionRule rule, List<Body> bodies)
        {
            if (!uses.TryGetValue(rule, out var list)) uses[rule] = list = [];
            list.AddRange(bodies.Where(b => !list.Contains(b)));
        }
    }

    // Bodies that decide and have no rule of their own fall under the rule of every body: it must be whole, and it must be there.
    private void Whole(Dictionary<DecisionRule, List<Body>> uses)
    {
        var open = DecidingBodies().Where(b => DefaultOf(b) is null).ToList();
        if (open.Count == 0) return;
        if (everyBody is null && adopted is not null && IsWhole(adopted)) return;
        if (everyBody is null)
        {
            everyBody = new DecisionRule(null, context.By(charter)) { EveryBody = true };
            Edition.Rules.Add(everyBody);
            Take(everyBody, adopted);
        }
        Absent(everyBody, everyBody.By.Clause, open.Count == 1 ? $"deciding in {open[0]}" : "deciding in every body");
        slots.Concern(everyBody.By.Clause, open);
    }

    private static bool IsWhole(DecisionRule rule) => rule.Needs.Count > 0 && rule.Abstention is not null && rule.Quorum is not null;

    /// <summary>Bodies that take decisions by some clause and follow this charter's rules.</summary>
    private IEnumerable<Body> DecidingBodies()
    {
        var found = new HashSet<Body>(ReferenceEqualityComparer.Instance);
        foreach (var stage in Edition.Procedures.SelectMany(p => p.Stages).Where(s => s.Decided.Count == 0 && s.OwnRule?.Needs.Count is null or 0))
            Add(stage.Before?.Fillers.Select(h => h.Before));
        foreach (var instrument in Edition.Instruments.Where(i => !context.Names.Outcomes.Contains(i.Name))) Add(instrument.IssuedBy?.Fillers);
        foreach (var remedy in Edition.Remedies) Add(remedy.To?.Fillers ?? remedy.UsedBy.SelectMany(u => u.Fillers));
        return Edition.Bodies.Where(b => found.Contains(b) && !b.ByItsOwnCharter);

        void Add(IEnumerable<Who>? whos)
        {
            foreach (var party in whos?.SelectMany(w => w.Parties) ?? [])
            {
                if (party is not { Kind: PartyKind.Body, Body: { } body }) continue;
                if (body.Chambers.Count == 0) found.Add(body);
                foreach (var chamber in body.Chambers) found.Add(chamber);
            }
        }
    }

    /// <summary>The rule by which a body decides: one without a name first, then the first named one that replaces no other.</summary>
    private DecisionRule? DefaultOf(Body body)
    {
        for (var at = body; at is not null; at = at.ChamberOf)
        {
            var rule = Edition.Rules.Find(r => r.Name is null && !r.EveryBody && r.In.Contains(at))
                ?? Edition.Rules.Find(r => r.Name is not null && r.InsteadOf.Count == 0 && r.In.Contains(at));
            if (rule is not null) return rule;
        }
        return null;
    }

    private void CompleteDefault(DecisionRule rule)
    {
        foreach (var body in rule.In)
        {
            if (body.ChamberOf is { } whole) Take(rule, DefaultOf(whole));
        }
        Take(rule, everyBody);
        Take(rule, adopted);
        if (rule.By.Hand == Hand.Charter) Absent(rule, rule.By.Clause, $"deciding in {string.Join(" and ", rule.In)}");
    }

    private void CompleteNamed(DecisionRule rule, Dictionary<DecisionRule, List<Body>> uses)
    {
        var bodies = rule.In.Concat(uses.GetValueOrDefault(rule, [])).Distinct().ToList();
        var defaults = bodies.Select(DefaultOf).OfType<DecisionRule>().Where(d => !ReferenceEquals(d, rule)).Distinct().ToList();
        if (defaults.Count == 1) Take(rule, defaults[0]);
        // With several bodies each has its own rule to fall back on, which only the occasion can choose.
        var several = defaults.Count > 1 && bodies.TrueForAll(b => DefaultOf(b) is { } d && !ReferenceEquals(d, rule));
        if (!several)
        {
            Take(rule, everyBody);
            Take(rule, adopted);
        }
        if (rule.By.Hand != Hand.Charter || (several && defaults.TrueForAll(IsWhole))) return;
        Absent(rule, rule.By.Clause, $"deciding {rule.Name}");
    }

    private static void Take(DecisionRule rule, DecisionRule? from)
    {
        if (from is null || ReferenceEquals(rule, from)) return;
        if (rule.Needs.Count == 0 && from.Needs.Count > 0)
        {
            rule.Needs.AddRange(from.Needs);
            if (rule.Enough.Count == 0) rule.Enough.AddRange(from.Enough);
            rule.Taken.Add(("needs", from.Needs[0].By));
        }
        if (rule.Quorum is null)
        {
            rule.Quorum = Took("quorum", from.Quorum);
            rule.SecondCall ??= Took("second call", from.SecondCall);
        }
        if (rule.SecondCall is not null)
            rule.SecondCallOfSitting ??= Took("second call of", from.SecondCallOfSitting);
        rule.Abstention ??= Took("abstention", from.Abstention);
        rule.InvalidPapers ??= Took("invalid papers", from.InvalidPapers);
        rule.BlankPapers ??= Took("blank papers", from.BlankPapers);
        rule.RollAtOpening ??= Took("roll", from.RollAtOpening);
        rule.EqualIsAgainst ??= Took("equal in a unit", from.EqualIsAgainst);
        rule.OthersAreAbsent ??= Took("not taking part", from.OthersAreAbsent);
        rule.Divided ??= Took("divided unit", from.Divided);
        rule.EmptyCarried ??= Took("empty vote", from.EmptyCarried);
        rule.RepresentedIsThere ??= Took("represented", from.RepresentedIsThere);
        rule.Tie ??= Took("tie", from.Tie);
        rule.ProxyAtMost ??= Took("proxy", from.ProxyAtMost);
        rule.Ballot ??= Took("ballot", from.Ballot);
        rule.Votes ??= Took("votes", from.Votes);

        // These are asked along the chain of rules when there is a vote.
        if (rule.Voters is null)
            Took("voters", from.Voters);
        if (rule.NoVotes.Count == 0)
            rule.Taken.AddRange(from.NoVotes.Take(1).Select(n => ("no vote", n.By)));
        if (rule.CountEach is null && from.CountEach is { } count)
            rule.Taken.Add(("count", count.By));

        Slot<T>? Took<T>(string keyword, Slot<T>? slot)
        {
            if (slot is not null) rule.Taken.Add((keyword, slot.By));
            return slot;
        }
    }

    /// <summary>The kinds of unit that may have unlike numbers of seats in the bodies whose rule it is.</summary>
    private List<UnitKind> UnitsOf(DecisionRule rule)
    {
        var bodies = rule.EveryBody ? Edition.Bodies : rule.In;
        return [.. bodies.SelectMany(b => b.Chambers.Prepend(b)).SelectMany(b => b.Seats).SelectMany(g => g.Formula?.Fillers ?? []).Select(f => f switch
        {
            SeatFormula.Shared shared => shared.Among,
            SeatFormula.Norm norm => norm.Each,
            SeatFormula.Bonus bonus => bonus.Each,
            SeatFormula.PerUnit each => each.Each,
            SeatFormula.ByBands bands => bands.Each,
            _ => null,
        }).OfType<UnitKind>().Distinct()];
    }

    private void Absent(DecisionRule rule, ClauseSyntax construct, string about)
    {
        if (rule.Needs.Count == 0) rule.Needs.Add(slots.Absent<DecisionTest>(construct, "needs", m => amounts.Test(m.Sub("test")), about));
        rule.Abstention ??= slots.Absent<Abstention>(construct, "abstention", DecidingBinder.AbstentionOf, about);
        rule.InvalidPapers ??= slots.WhenMet<bool>(construct, "invalid-papers", DecidingBinder.InvalidPapersOf, about, DecidingBinder.InvalidPaperWays);
        rule.BlankPapers ??= slots.WhenMet<BlankPaper>(construct, "blank-papers", DecidingBinder.BlankPapersOf, about, DecidingBinder.BlankPaperWays);
        if (rule.Votes is null && UnitsOf(rule) is { Count: > 0 } kinds)
            rule.Votes = slots.WhenMet<VoteWeight>(construct, "votes", deciding.Votes, about, ["one each", .. kinds.Select(k => $"one of each {k.Name}")]);
        rule.RollAtOpening ??= slots.WhenMet<bool>(construct, "roll", DecidingBinder.RollAtOpening, about, DecidingBinder.RollWays);
        if (rule.CountEach is not null)
            rule.EqualIsAgainst ??= slots.WhenMet<bool>(construct, "equal-in-unit", DecidingBinder.EqualIsAgainst, about, DecidingBinder.EqualWays);
        rule.Quorum ??= slots.Absent<QuorumRule>(construct, "quorum", deciding.Quorum, about);
        rule.OthersAreAbsent ??= slots.WhenMet<bool>(construct, "not-taking-part", DecidingBinder.OthersAreAbsent, about, DecidingBinder.OtherWays);
        if (rule.Needs.Concat(rule.Enough).SelectMany(n => n.Fillers).Any(t => t.Base is TestBase.Units or TestBase.Measure))
            rule.Divided ??= slots.WhenMet<DividedUnit>(construct, "divided-unit", DecidingBinder.DividedOf, about, DecidingBinder.DividedWays);
        if (rule.ProxyAtMost is not null)
            rule.RepresentedIsThere ??= slots.WhenMet<bool>(construct, "represented", DecidingBinder.RepresentedIsThere, about, DecidingBinder.RepresentedWays);
        if (rule.SecondCall is not null)
            rule.SecondCallOfSitting ??= slots.WhenMet<bool>(construct, "second-call-of", DecidingBinder.SecondCallOfSitting, about, DecidingBinder.SecondCallWays);
    }
}
