using Foedus.Charter.Binding;
using Foedus.Charter.Diagnostics;
using Foedus.Charter.Model;
using Foedus.Counting;

namespace Foedus.Charter.Checks;

/// <summary>Tests of a vote or a presence that can never hold, or that always hold.</summary>
internal sealed class TestCheck : ICheck
{
    public void Run(BoundEdition edition, DiagnosticBag problems)
    {
        foreach (var rule in edition.Edition.Rules) Rule(rule, rule.In, problems);
        foreach (var stage in edition.Edition.Procedures.SelectMany(p => p.Stages))
            if (stage.OwnRule is { } own)
                Rule(own, [.. stage.Before?.Fillers.SelectMany(h => h.Before.Parties).Select(p => p.Body).OfType<Body>() ?? []], problems);
    }

    private static void Rule(DecisionRule rule, IReadOnlyList<Body> bodies, DiagnosticBag problems)
    {
        foreach (var slot in rule.Needs.Concat(rule.Enough))
            foreach (var test in slot.Fillers)
                Test(test, slot.By, bodies, problems);
        foreach (var quorum in rule.Quorum?.Fillers ?? [])
            if (quorum.Test is { } test)
                Test(test, rule.Quorum!.By, bodies, problems);
    }

    private static void Test(DecisionTest test, Provision by, IReadOnlyList<Body> bodies, DiagnosticBag problems)
    {
        if (test.Base == TestBase.Unopposed) return;
        var amount = test.Amount;
        Ratio? most = amount.IsShare ? Ratio.One : test.Base is TestBase.Members or TestBase.MembersPresent or TestBase.Seats && bodies.Count == 1 ? Size(bodies[0]) : null;
        var never = amount.How switch
        {
            Comparison.MoreThan => most is { } all && amount.Value >= all,
            Comparison.AtLeast or Comparison.Exactly => most is { } all && amount.Value > all,
            Comparison.FewerThan => amount.Value.IsZero,
            _ => false,
        };
        var always = amount.How switch
        {
            Comparison.AtLeast => amount.Value.IsZero,
            Comparison.AtMost => most is { } all && amount.Value >= all,
            Comparison.FewerThan => most is { } all && amount.Value > all,
            _ => false,
        };
        if (never) problems.Add(Diagnostic.At(by.Clause.Location, CheckDiagnostics.NeverHolds, test.Words));
        else if (always) problems.Add(Diagnostic.At(by.Clause.Location, CheckDiagnostics.AlwaysHolds, test.Words));
    }

    // The number of seats, where the charter gives it as a plain number.
    private static Ratio? Size(Body body)
    {
        Ratio size = 0;
        if (body.Seats.Count == 0) return null;
        foreach (var group in body.Seats)
        {
            if (group.Formula is not { IsSaid: true }) return null;
            switch (group.Formula.Said)
            {
                case SeatFormula.Number number:
                    size += number.Count;
                    break;
                case SeatFormula.Shared shared:
                    size += shared.Total;
                    break;
                default:
                    return null;
            }
        }
        return size;
    }
}
