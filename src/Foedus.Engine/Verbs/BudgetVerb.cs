using Foedus.Charter.Model;
using Foedus.Charter.Registers;
using Foedus.Counting;
using Foedus.Engine.Acts;
using Foedus.Engine.Budgets;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Membership;
using Foedus.Engine.Records;
using Foedus.Engine.Things;

namespace Foedus.Engine.Verbs;

/// <summary>
/// A budget is fixed, shares of it are allotted, and money is spent within them, year by year. Amounts are exact, in whatever unit the
/// federation uses.
/// </summary>
internal sealed class BudgetVerb : IVerb
{
    public void Judge(Judgement j)
    {
        switch (j.Act.Verb)
        {
            case Verb.Fixes:
                Fix(j);
                break;
            case Verb.Allots:
                Allot(j);
                break;
            default:
                Spend(j);
                break;
        }
    }

    /// <summary>The budgets that an act may be about: that of the unit that is named, or for which the doer acts; else that of the federation.</summary>
    private static List<BudgetAccount> Meant(Judgement j, int unit, Day? day = null)
    {
        var own = unit >= 0 ? unit : Owner(j);
        var accounts = new List<BudgetAccount>();
        foreach (var budget in j.Book.Edition.Budgets)
        {
            if (budget.Of is null)
            {
                if (unit < 0 && (own < 0 || j.Roll[own].Kind != ThingKind.Unit))
                    accounts.Add(new BudgetAccount(j, budget, Roll.Federation, day ?? j.Today, begins: day is not null));
            }
            else if (own >= 0 && BudgetAccount.Names(j, budget.Of, own))
            {
                accounts.Add(new BudgetAccount(j, budget, own, day ?? j.Today, begins: day is not null));
            }
        }

        return accounts;
    }

    /// <summary>For whom somebody acts: a body or an office that has a budget or a part of one, else its unit; -1 for the federation.</summary>
    private static int Owner(Judgement j)
    {
        foreach (var budget in j.Book.Edition.Budgets)
        {
            var whole = new BudgetAccount(j, budget, Roll.Federation, j.Today);
            foreach (var post in j.Mandates.HeldBy(j.Actor).Select(m => m.Post).Where(p => j.Roll[p].Kind == ThingKind.Office).Prepend(j.Actor).ToList())
            {
                if (post >= 0 && j.Roll[post].Kind is ThingKind.Body or ThingKind.Office && ((budget.Of is { } of && BudgetAccount.Names(j, of, post)) || whole.HasPart(post)))
                    return post;
            }
        }

        return j.UnitOf(j.Actor);
    }

    private static void Fix(Judgement j)
    {
        var accounts = Meant(j, j.Act.Unit, j.Act.Day);
        if (accounts.Count == 0 && j.Act.Unit < 0)
        {
            // A body of a unit that fixes none of its own has no say in that of the federation either; the clause says whose it is.
            accounts = [.. j.Book.Edition.Budgets.Where(b => b.Of is null).Select(b => new BudgetAccount(j, b, Roll.Federation, j.Act.Day ?? j.Today, begins: j.Act.Day is not null))];
        }

        if (accounts.Count == 0)
        {
            j.NoProvision("fix the budget");
            return;
        }

        var amount = j.Act.Low ?? Ratio.Zero;
        j.Try(accounts, account =>
        {
            if (account.Owner != Roll.Federation)
                j.Concern([account.Owner]);
            if (account.Budget.FixedBy is not { } fixedBy)
            {
                j.NoProvision("fix the budget");
                return;
            }

            if (!j.Ask(fixedBy, out var who))
                return;
            if (Proposes(j, account, who, fixedBy.By, amount))
                return;
            j.MayAct(who, fixedBy.By);
            account.Begin(j);
            WithinShare(j, account, amount);
            if (account.Budget.Parts.Count > 0 && account.AllottedBut(-1) is var allotted && allotted > amount)
                j.Refuse(account.Budget.Parts[0].By, GroundKind.ShareExceeded, amount, new object?[] { "the budget", allotted }, new Need((allotted - amount).ToMixedString() + " more"));
            j.Write(FactKey.Of(Relations.BudgetOf, account.Owner, account.Year), Amount(j, amount), j.Today);
        });
    }

    /// <summary>
    /// One of several who fix a budget together names an amount: it is a proposal, and where none is fixed the lower amount may hold.
    /// </summary>
    private static bool Proposes(Judgement j, BudgetAccount account, Who who, Provision by, Ratio amount)
    {
        if (!who.Jointly || j.Act.By.Length != 1 || account.Budget.IfNone is not { } none || !j.AskLimit(none, out var rule) || rule is not "the lower amount"
            || j.IsOneOf(j.Actor, who) != Truth.Yes)
        {
            return false;
        }

        j.Cite(by, GroundKind.Power, j.ActorName);
        j.Cite(none.By, GroundKind.BudgetProposed, amount, j.ActorName);
        account.Begin(j);
        j.Write(FactKey.Of(Relations.ProposedBy, account.Proposals(), j.Actor), Amount(j, amount), j.Today);
        return true;
    }

    /// <summary>The budget of a part may not exceed the share allotted to it.</summary>
    private static void WithinShare(Judgement j, BudgetAccount account, Ratio amount)
    {
        if (account.Owner == Roll.Federation)
            return;
        foreach (var budget in j.Book.Edition.Budgets)
        {
            var whole = new BudgetAccount(j, budget, Roll.Federation, j.Act.Day ?? j.Today);
            if (budget == account.Budget || !whole.HasPart(account.Owner))
                continue;
            var by = budget.Parts[0].By;
            if (whole.Allotted(account.Owner) is not { } share)
                j.Inform(Truth.No, by, GroundKind.NothingAllotted, j.Roll.NameOf(account.Owner));
            else if (amount > share)
                j.Refuse(by, GroundKind.ShareExceeded, share, new object?[] { "the budget", amount }, new Need((amount - share).ToMixedString() + " less"));
        }
    }

    private static void Allot(Judgement j)
    {
        var accounts = new List<BudgetAccount>();
        var own = j.UnitOf(j.Actor);
        foreach (var budget in j.Book.Edition.Budgets.Where(b => b.Parts.Count > 0 || b.SharesFixedBy is not null))
            accounts.Add(new BudgetAccount(j, budget, budget.Of is null || own < 0 ? Roll.Federation : own, j.Today));
        if (accounts.Count == 0)
        {
            j.NoProvision("allot shares of the budget");
            return;
        }

        j.Try(accounts, account => Allot(j, account));
    }

    private static void Allot(Judgement j, BudgetAccount account)
    {
        var (budget, unit) = (account.Budget, j.Act.Object);
        if ((budget.SharesFixedBy ?? budget.FixedBy) is { } by)
            j.MayAct(by);
        else
            j.NoProvision("allot shares of the budget");
        if (budget.Parts.Count == 0 || !account.HasPart(unit))
        {
            j.Refuse(budget.Parts.Count > 0 ? budget.Parts[0].By : budget.By, GroundKind.NotAPart, j.Roll.NameOf(unit));
        }
        else
        {
            var fate = Fates.Of(j, unit, FateOf.Budget);
            if (fate.Fate == Fate.Untouched)
                fate = Fates.OfJoined(j, unit, FateOf.Budget) is { Fate: Fate.DoesNotArise } none ? none : fate;
            if (fate.Fate is not (Fate.Untouched or Fate.Stays))
                j.Refuse(fate.Slot?.By ?? fate.Rule!.By, GroundKind.ShareEnded, j.Roll.NameOf(unit));
        }

        var amount = j.Act.Low ?? Ratio.Zero;
        var limit = account.Spendable();
        var taken = account.AllottedBut(unit) + account.Spent(month: false);
        if (limit is { Amount: { } whole, Month: false } && taken + amount > whole)
            j.Refuse(budget.By, GroundKind.ShareExceeded, whole, new object?[] { "the budget", taken + amount }, new Need((taken + amount - whole).ToMixedString() + " less"));
        j.Write(FactKey.Of(Relations.AllottedIn, unit, account.Year), Amount(j, amount), j.Today);
    }

    private static void Spend(Judgement j)
    {
        var unit = Owner(j);
        var amount = j.Act.Low ?? Ratio.Zero;
        if (unit < 0)
        {
            if (Meant(j, -1) is not [var federal, ..])
            {
                j.NoProvision("spend");
                return;
            }

            if (federal.Budget.FixedBy is { } fixedBy)
                j.MayAct(fixedBy);
            else
                j.NoProvision("spend");
            Within(j, federal, amount, federal.AllottedBut(-1));
            Spent(j, Roll.Federation, amount);
            return;
        }

        var accounts = Meant(j, unit).FindAll(a => a.Owner == unit);
        var shares = j.Book.Edition.Budgets.Select(b => new BudgetAccount(j, b, Roll.Federation, j.Today)).Where(a => a.HasPart(unit)).ToList();
        if (accounts.Count + shares.Count == 0)
        {
            j.NoProvision("spend");
            return;
        }

        if (j.Roll[unit].Kind != ThingKind.Unit || j.Parties.StandsFor(j.Actor, unit) == Truth.Yes)
            j.OwnRight(accounts.Count > 0 ? accounts[0].Budget.By : shares[0].Budget.By, "the share is its own");
        else
            j.NoProvision("spend");
        foreach (var account in accounts)
            Within(j, account, amount, account.AllottedBut(-1));
        foreach (var share in shares)
            WithinShareOf(j, share, unit, amount);
        Spent(j, unit, amount);
    }

    private static void Within(Judgement j, BudgetAccount account, Ratio amount, Ratio allotted)
    {
        var limit = account.Spendable();
        if (limit.Amount is not { } most)
        {
            j.Note(Truth.Open, limit.By, GroundKind.NothingFixed, account.Owner == Roll.Federation ? "the federation" : j.Roll.NameOf(account.Owner), null, new Need("what may be spent"));
            return;
        }

        var spent = account.Spent(limit.Month) + (limit.Month ? Ratio.Zero : allotted);
        if (account.Fixed is null)
            j.Cite(limit.By, GroundKind.NothingFixed, account.Owner == Roll.Federation ? "the federation" : j.Roll.NameOf(account.Owner));
        if (spent + amount > most)
            j.Refuse(limit.By, limit.Month ? GroundKind.MonthExceeded : GroundKind.BudgetExceeded, most, new object?[] { spent + amount }, new Need((spent + amount - most).ToMixedString() + " less"));
        else
            j.Cite(limit.By, GroundKind.WithinBudget, most);
    }

    /// <summary>What was allotted to a unit, and to units whose share has passed to it; what has ended with a change is no share any more.</summary>
    private static void WithinShareOf(Judgement j, BudgetAccount whole, int unit, Ratio amount)
    {
        var by = whole.Budget.SharesFixedBy?.By ?? whole.Budget.By;
        var fate = Fates.Of(j, unit, FateOf.Budget);
        if (fate.IsOver || fate.Fate == Fate.Passed || (fate.Fate == Fate.UntilTermEnds && BudgetYears.Of(j, whole.Budget, whole.Owner, fate.From) != whole.Year))
        {
            j.Refuse(fate.Slot!.By, GroundKind.ShareEnded, j.Roll.NameOf(unit));
            return;
        }

        if (fate.Fate == Fate.Open)
        {
            j.Note(Truth.Open, fate.Slot?.By ?? fate.Rule!.By, GroundKind.FateUnsaid, "budget", null, fate.Slot?.Silence is { } silence ? new Need(silence.Address, "", silence) : null);
            return;
        }

        var share = whole.Allotted(unit);
        foreach (var link in j.View.Objects(Relations.Changed, Roll.Federation).ToList())
        {
            if (link.Thing != unit && Fates.Of(j, link.Thing, FateOf.Budget).Fate == Fate.Passed && Fates.Successors(j, link.Thing).Contains(unit)
                && whole.Allotted(link.Thing) is { } passed)
            {
                share = (share ?? Ratio.Zero) + passed - new BudgetAccount(j, whole.Budget, link.Thing, j.Today).Spent(month: false);
            }
        }

        if (share is not { } most)
        {
            j.Refuse(by, GroundKind.NothingAllotted, j.ActorName, null, new Need("a share for " + j.ActorName));
            return;
        }

        var spent = new BudgetAccount(j, whole.Budget, unit, j.Today).Spent(month: false);
        if (spent + amount > most)
            j.Refuse(by, GroundKind.ShareExceeded, most, new object?[] { "the budget", spent + amount }, new Need((spent + amount - most).ToMixedString() + " more allotted"));
        else
            j.Cite(by, GroundKind.ShareWithin, most);
    }

    private static void Spent(Judgement j, int owner, Ratio amount)
    {
        var today = BudgetYears.KeyOf(j.Today);
        var before = j.View.TryValue(Relations.SpentIn, owner, today, out var place) ? j.State.FigureAt(place).Value : Ratio.Zero;
        j.Write(FactKey.Of(Relations.SpentIn, owner, today), Amount(j, before + amount), j.Today);
    }

    private static Figure Amount(Judgement j, Ratio amount) => new(amount, amount, FigureQuality.Exact, j.Today, j.Act.Number);
}
