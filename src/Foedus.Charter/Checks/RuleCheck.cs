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
        foreach (var rule in rules.Where(r => r.Name is not null && r.In.Count == 0 && r.InsteadOf.Count == 0 && !used.Contains(r)))
            problems.Add(Diagnostic.At(rule.By.Clause.Location, CheckDiagnostics.RuleUnused, rule.Name!));
        foreach (var rule in rules)
        {
            var replacing = rules.Where(r => r.InsteadOf.Exists(i => ReferenceEquals(i.Rule, rule) && i.When is not null)).ToList();
            if (replacing.Count > 1)
                problems.Add(Diagnostic.At(rule.By.Clause.Location, CheckDiagnostics.SeveralReplacements, rule.ToString(), string.Join(", ", replacing)));
        }
        foreach (var body in edition.Edition.Bodies)
        {
            if (rules.Exists(r => r.Name is null && r.In.Contains(body))) continue;
            var claims = rules.Where(r => r.Name is not null && r.InsteadOf.Count == 0 && r.In.Contains(body)).ToList();
            if (claims.Count > 1)
                problems.Add(Diagnostic.At(claims[1].By.Clause.Location, CheckDiagnostics.TwoUsualRules, body.ToString()).Also(claims[0].By.Clause.Location, "taken as the usual one"));
        }
    }
}
