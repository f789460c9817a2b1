using Foedus.Charter.Model;
using Foedus.Charter.Registers;
using Foedus.Counting;
using Foedus.Engine.Acts;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;
using Foedus.Engine.Things;

namespace Foedus.Engine.Verbs;

/// <summary>The budget is fixed, shares of it are allotted, and money is spent within them. Amounts are exact, in whatever unit the federation uses.</summary>
internal sealed class BudgetVerb : IVerb
{
    public void Judge(Judgement j)
    {
        var budget = j.Book.Edition.Budgets.Find(b => b.Of is null) ?? j.Book.Edition.Budgets.FirstOrDefault();
        if (budget is null)
        {
            j.NoProvision(j.Act.Verb == Verb.Spends ? "spend" : "fix the budget");
            return;
        }

        switch (j.Act.Verb)
        {
            case Verb.Fixes:
                if (budget.FixedBy is { } fixedBy)
                    j.MayAct(fixedBy);
                else
                    j.NoProvision("fix the budget");
                j.Write(FactKey.Of(Relations.Budget, Roll.Federation), Amount(j, j.Act.Low ?? Ratio.Zero), j.Today);
                break;
            case Verb.Allots:
                Allot(j, budget);
                break;
            default:
                Spend(j, budget);
                break;
        }
    }

    private static void Allot(Judgement j, Budget budget)
    {
        if ((budget.SharesFixedBy ?? budget.FixedBy) is { } by)
            j.MayAct(by);
        else
            j.NoProvision("allot shares of the budget");
        var amount = j.Act.Low ?? Ratio.Zero;
        if (j.View.TryValue(Relations.Budget, Roll.Federation, out var place))
        {
            var whole = j.State.FigureAt(place).Value;
            var others = Ratio.Zero;
            foreach (var part in budget.Parts.SelectMany(p => p.Of.Parties))
            {
                if (part.UnitKind is not { } kind)
                    continue;
                foreach (var link in j.View.Objects(Relations.OfKind, j.Roll.Word(kind.Name)))
                {
                    if (link.Thing != j.Act.Object && j.View.TryValue(Relations.Allotted, link.Thing, out var allotted))
                        others += j.State.FigureAt(allotted).Value;
                }
            }

            if (others + amount > whole)
                j.Refuse(budget.By, GroundKind.ShareExceeded, whole, new object?[] { "the budget", others + amount }, new Need((others + amount - whole).ToMixedString() + " less"));
        }

        j.Write(FactKey.Of(Relations.Allotted, j.Act.Object), Amount(j, amount), j.Today);
    }

    private static void Spend(Judgement j, Budget budget)
    {
        var unit = j.UnitOf(j.Actor);
        var amount = j.Act.Low ?? Ratio.Zero;
        var by = budget.SharesFixedBy?.By ?? budget.By;
        if (unit >= 0 && j.Parties.StandsFor(j.Actor, unit) == Truth.Yes)
            j.OwnRight(by, "the share is its own");
        else if (unit < 0 && budget.FixedBy is { } fixedBy)
            j.MayAct(fixedBy);
        else
            j.NoProvision("spend");
        var subject = unit < 0 ? Roll.Federation : unit;
        if (!j.View.TryValue(unit < 0 ? Relations.Budget : Relations.Allotted, subject, out var place))
        {
            j.Refuse(by, GroundKind.NothingAllotted, j.ActorName, null, new Need("a share for " + j.ActorName));
            return;
        }

        var share = j.State.FigureAt(place).Value;
        var spent = j.View.TryValue(Relations.Spent, subject, out var before) ? j.State.FigureAt(before).Value : Ratio.Zero;
        if (spent + amount > share)
            j.Refuse(by, GroundKind.ShareExceeded, share, new object?[] { "the budget", spent + amount }, new Need((spent + amount - share).ToMixedString() + " more allotted"));
        else
            j.Cite(by, GroundKind.ShareWithin, share);
        j.Write(FactKey.Of(Relations.Spent, subject), Amount(j, spent + amount), j.Today);
    }

    private static Figure Amount(Judgement j, Ratio amount) =>
        new(amount, amount, FigureQuality.Exact, j.Today, j.Act.Number);
}
