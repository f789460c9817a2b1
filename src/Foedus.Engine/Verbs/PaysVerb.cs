using Foedus.Charter.Model;
using Foedus.Charter.Registers;
using Foedus.Counting;
using Foedus.Engine.Budgets;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Membership;
using Foedus.Engine.Records;

namespace Foedus.Engine.Verbs;

/// <summary>A unit pays its contribution for the year: no more than it owes, by the figure that it has returned.</summary>
internal sealed class PaysVerb : IVerb
{
    public void Judge(Judgement j)
    {
        var unit = j.UnitOf(j.Actor);
        var contribution = unit < 0 ? null : Contributions.Of(j, unit);
        if (contribution is null)
        {
            j.NoProvision("pay a contribution");
            return;
        }

        if (j.Parties.StandsFor(j.Actor, unit) == Truth.Yes)
            j.OwnRight(contribution.By, "the contribution is its own");
        else
            j.NoProvision("pay the contribution of " + j.Roll.NameOf(unit));
        var fate = Fates.Of(j, unit, FateOf.Obligations);
        if (fate.IsOver)
            j.Refuse(fate.Slot!.By, GroundKind.ObligationEnded, j.Roll.NameOf(unit));

        // What was due before is paid first.
        var day = Contributions.Missed(j, unit, out var missed) == Truth.Yes ? missed : j.Today;
        var paid = (j.Act.Low ?? Ratio.Zero) + Contributions.Paid(j, unit, day);
        if (contribution.Amount is { } slot && j.Ask(slot, out var amount))
        {
            if (j.FigureOf(unit, amount.On) is { } figure)
            {
                var owed = amount.Amount * figure;
                if (paid > owed)
                    j.Refuse(slot.By, GroundKind.PaysTooMuch, owed, new object?[] { paid, amount.Currency }, new Need((paid - owed).ToMixedString() + " less"));
                else
                    j.Cite(slot.By, GroundKind.Pays, paid, new object?[] { owed, amount.Currency });
            }
            else
            {
                j.Inform(Truth.Yes, slot.By, GroundKind.FigureMissing, amount.On.Name, j.Roll.NameOf(unit));
            }
        }

        if (contribution.Due is { } due && j.AskLimit(due, out var yearly) && Contributions.DueOf(day, yearly) is var last)
            j.Cite(due.By, j.Today <= last ? GroundKind.InTime : GroundKind.PaysLate, last);
        j.Write(FactKey.Of(Relations.Paid, unit, day.ToLocalDate().Year), new Figure(paid, paid, FigureQuality.Exact, j.Today, j.Act.Number), j.Today);
    }
}
