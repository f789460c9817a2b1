using Foedus.Charter.Binding;
using Foedus.Charter.Diagnostics;
using Foedus.Charter.Model;

namespace Foedus.Charter.Checks;

/// <summary>Rules of decision that nothing uses, that compete, or that replace the same rule.</summary>
internal sealed class RuleCheck : ICheck
{
    public void Run(BoundEdition edition, DiagnosticBag problems)
    {
        var rules = edition.Edition.Rules;
        var used = new HashSet<DecisionRule>(ReferenceEqualityComparer.Instance);
        foreach (var stage in edition.Edition.Procedures.SelectMany(p => p.Stages))
        {
            used.UnionWith(stage.Decided.SelectMany(d => d.Fillers).Select(d => d.Rule));
            used.UnionWith(stage.Exits.SelectMany(e => e.Way.Fillers).Select(w => w.ByRule).OfType<DecisionRule>());
        }
        used.UnionWith(edition.Edition.RulesOfChoice.Select(c => c.Rule));
        foreach (var rule in rules.Where(r => r.Name is not null && r.In.Count == 0 && r.InsteadOf.Count == 0 && !used.Contains(r)))
            problems.Add(Diagnostic.At(rule.By.Clause.Location, CheckDiagnostics.RuleUnused, rule.Name!));
        foreach (var rule in rules)
        {
            var replacing = rules.Where(r => r.InsteadOf.Exists(i => ReferenceEquals(i.Rule, rule) && i.When is not null)).ToList();
            if (replacing.Count > 1 && !Exclude(replacing.ConvertAll(r => r.InsteadOf.Find(i => ReferenceEquals(i.Rule, rule))!.When!)))
                problems.Add(Diagnostic.At(rule.By.Clause.Location, CheckDiagnostics.SeveralReplacements, rule.ToString(), string.Join(", ", replacing)));
        }
        foreach (var rule in rules.Where(r => r.Name is not null && r.By.Hand == Hand.Charter)) Taken(rule, problems);
        foreach (var body in edition.Edition.Bodies)
        {
            if (rules.Exists(r => r.Name is null && r.In.Contains(body))) continue;
            var claims = rules.Where(r => r.Name is not null && r.InsteadOf.Count == 0 && r.In.Contains(body)).ToList();
            if (claims.Count > 1)
                problems.Add(Diagnostic.At(claims[1].By.Clause.Location, CheckDiagnostics.TwoUsualRules, body.ToString()).Also(claims[0].By.Clause.Location, "taken as the usual one"));
        }
    }

    private static void Taken(DecisionRule rule, DiagnosticBag problems)
    {
        var taken = rule.Taken.Where(t => string.Equals(t.By.Clause.Form?.Keyword, t.Keyword, StringComparison.Ordinal)).DistinctBy(t => t.Keyword).ToList();
        if (taken.Count == 0) return;
        var words = taken.ConvertAll(t => $"`{t.Keyword}`");
        var list = words.Count == 1 ? words[0] : string.Join(", ", words.Take(words.Count - 1)) + " and " + words[^1];
        var problem = Diagnostic.At(rule.By.Clause.Location, CheckDiagnostics.TakenFromUsual, rule.Name!, list);
        foreach (var (_, by) in taken) problem = problem.Also(by.Clause.Location, $"as {by.Citation} has it");
        problems.Add(problem);
    }

    // Whether no two of them can hold at once.
    private static bool Exclude(List<Condition> conditions)
    {
        for (var i = 0; i < conditions.Count; i++)
        {
            for (var k = i + 1; k < conditions.Count; k++)
            {
                if (!Exclude(conditions[i], conditions[k])) return false;
            }
        }
        return true;
    }

    private static bool Exclude(Condition one, Condition other) =>
        one.Any && one.Tests.Length > 1 ? one.Tests.All(t => Exclude(new Condition(false, [t]), other))
        : other.Any && other.Tests.Length > 1 ? other.Tests.All(t => Exclude(one, new Condition(false, [t])))
        : one.Tests.Any(t => other.Tests.Any(o => Exclude(t, o)));

    private static bool Exclude(FactTest one, FactTest other) => (one, other) switch
    {
        (FactTest.Fact a, FactTest.Fact b) when ReferenceEquals(a.Declared, b.Declared) && a.By is null && b.By is null =>
            string.Equals(a.Value, b.Value, StringComparison.Ordinal) ? a.Not != b.Not : a.Value is not null && b.Value is not null && !a.Not && !b.Not,
        (FactTest.ContributionMissed a, FactTest.ContributionMissed b) => a.Not != b.Not,
        (FactTest.ClassIs a, FactTest.ClassIs b) when string.Equals(a.Sorting, b.Sorting, StringComparison.Ordinal) =>
            string.Equals(a.Class, b.Class, StringComparison.Ordinal) ? a.Not != b.Not : !a.Not && !b.Not,
        (FactTest.MatterIs a, FactTest.MatterIs b) => string.Equals(a.Matter, b.Matter, StringComparison.Ordinal) ? a.Not != b.Not : !a.Not && !b.Not,
        (FactTest.Finding a, FactTest.Finding b) => string.Equals(a.Text, b.Text, StringComparison.Ordinal) && a.By is null && b.By is null && a.Not != b.Not,
        _ => false,
    };
}
