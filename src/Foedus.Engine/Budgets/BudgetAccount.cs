using Foedus.Charter.Model;
using Foedus.Charter.Registers;
using Foedus.Counting;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Mandates;
using Foedus.Engine.Membership;
using Foedus.Engine.Records;
using Foedus.Engine.Things;

namespace Foedus.Engine.Budgets;

/// <summary>What was fixed, allotted and spent in one year of the budget of the federation or of a unit.</summary>
internal sealed class BudgetAccount(Inquiry q, Budget budget, int owner, Day day, bool begins = false)
{
    /// <summary>Why something may be spent, or not.</summary>
    /// <param name="Amount">How much; null if that cannot be told.</param>
    /// <param name="Month">True if it is for the month, and not for the year.</param>
    /// <param name="By">Where it is said.</param>
    public readonly record struct Limit(Ratio? Amount, bool Month, Provision By);

    public int Year { get; } = BudgetYears.Of(q, budget, owner, day, begins);

    public Budget Budget => budget;

    public int Owner => owner;

    /// <summary>What was fixed for the year, or null.</summary>
    public Ratio? Fixed => Value(Relations.BudgetOf, owner, Year);

    /// <summary>The first budget that is fixed for a day that it names: its periods of several years are counted from there.</summary>
    public void Begin(Judgement j)
    {
        if (begins && !BudgetYears.HasBegun(q, owner))
            j.Write(Relations.BudgetBegins, owner, BudgetYears.CalendarYear(Year));
    }

    /// <summary>What may be spent in the year: what was fixed, else what the charter lets hold where none is.</summary>
    public Limit Spendable()
    {
        if (Fixed is { } amount)
            return new Limit(amount, false, budget.By);
        if (q.View.Holds(Relations.BudgetOf, owner, Year))
            return new Limit(Proposed(), false, budget.By);
        if (budget.IfNone is not { } slot || !q.Ask(slot, out var rule))
            return new Limit(null, false, budget.By);
        var last = Last();
        switch (rule)
        {
            case "last budget goes on":
                return new Limit(last ?? Ratio.Zero, false, slot.By);
            case "one twelfth a month":
                return new Limit((last ?? Ratio.Zero) / 12, true, slot.By);
            case "the lower amount":
                return new Limit(Proposed(), false, slot.By);
            default:
                return new Limit(Ratio.Zero, false, slot.By);
        }
    }

    /// <summary>What was spent in the year, or in the month of the day.</summary>
    public Ratio Spent(bool month)
    {
        var sum = Ratio.Zero;
        foreach (var link in q.View.Objects(Relations.SpentIn, owner))
        {
            var spent = BudgetYears.DayOf(link.Thing);
            if (month ? BudgetYears.SameMonth(spent, day) : Year == 0 || BudgetYears.Of(q, budget, owner, spent) == Year)
                sum += q.State.FigureAt(link.Value).Value;
        }

        return sum;
    }

    /// <summary>What was allotted to a part for the year, or null.</summary>
    public Ratio? Allotted(int unit) => Value(Relations.AllottedIn, unit, Year);

    /// <summary>What was allotted to all parts but one (-1: to all); not what ended with a unit that has left.</summary>
    public Ratio AllottedBut(int except)
    {
        var sum = Ratio.Zero;
        foreach (var unit in Parts())
        {
            if (unit != except && Allotted(unit) is { } amount && !Fates.Of(q, unit, FateOf.Budget).IsOver)
                sum += amount;
        }

        return sum;
    }

    /// <summary>Whether parties name somebody whose budget it is: a unit, a body or an office.</summary>
    public static bool Names(Inquiry q, Who of, int owner)
    {
        foreach (var party in of.Parties)
        {
            if (party.Kind is PartyKind.Unit or PartyKind.NamedUnit
                ? q.IsUnit(owner, party.Which == Which.That ? party with { Which = Which.Any } : party) == Truth.Yes
                : party.Kind is PartyKind.Body or PartyKind.Office && Posts.Of(q, party, -1).Contains(owner))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the budget of a unit, a body or an office is a part of this one.</summary>
    public bool HasPart(int unit)
    {
        foreach (var (of, _) in budget.Parts)
        {
            if (Names(q, of, unit))
                return true;
        }

        foreach (var party in budget.Parts.SelectMany(p => p.Of.Parties))
        {
            if (party.UnitKind is { } kind && q.View.TryValue(Relations.FormerKind, unit, out var former) && string.Equals(q.Roll.WordOf(former), kind.Name, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private IEnumerable<int> Parts()
    {
        var units = new HashSet<int>();
        foreach (var party in budget.Parts.SelectMany(p => p.Of.Parties))
        {
            units.UnionWith(Posts.Of(q, party, -1));
            if (party.Kind is not (PartyKind.Unit or PartyKind.NamedUnit) || party.UnitKind is not { } kind)
                continue;
            foreach (var link in q.View.Objects(Relations.OfKind, q.Roll.Word(kind.Name)))
                units.Add(link.Thing);
        }

        foreach (var link in q.View.Objects(Relations.Changed, Roll.Federation))
        {
            if (HasPart(link.Thing))
                units.Add(link.Thing);
        }

        return units.Where(u => owner == Roll.Federation || q.Roll[u].Kind != ThingKind.Unit || Bodies.UnitsBeneath.Has(q, owner, u)).Order();
    }

    private Ratio? Last()
    {
        var (at, amount) = (-1, (Ratio?)null);
        foreach (var link in q.View.Objects(Relations.BudgetOf, owner))
        {
            if (link.Thing < Year && link.Thing > at)
                (at, amount) = (link.Thing, q.State.FigureAt(link.Value).Value);
        }

        return amount;
    }

    /// <summary>The lowest of the amounts that were proposed for the year; null if none is on record.</summary>
    private Ratio? Proposed()
    {
        Ratio? lowest = null;
        foreach (var link in q.View.Objects(Relations.ProposedBy, Proposals()))
        {
            var amount = q.State.FigureAt(link.Value).Value;
            lowest = lowest is { } before ? Ratio.Min(before, amount) : amount;
        }

        return lowest;
    }

    /// <summary>The thing under which proposals for the year are kept.</summary>
    public int Proposals() => q.Roll.Add(ThingKind.Statement, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"budget {Year}"), owner);

    private Ratio? Value(int relation, int subject, int key) =>
        q.View.TryValue(relation, subject, key, out var place) && q.State.FigureAt(place) is { IsKnown: true } figure ? figure.Value : null;

    /// <summary>
    /// A procedure ends in the budget of the federation: one is fixed for the year, at the lower of the amounts proposed where there are any; at
    /// what amount is else not on record.
    /// </summary>
    public static void FixedByEnd(Judgement j, int matter)
    {
        if (j.Book.Edition.Budgets.Find(b => b.Of is null) is not { } budget)
            return;
        var named = j.View.TryValue(Relations.SaysDay, matter, out var says);
        var account = new BudgetAccount(j, budget, Roll.Federation, named ? new Day((int)says) : j.Today, begins: named);
        account.Begin(j);
        j.Cite(budget.By, GroundKind.BudgetByEnd, j.Roll.NameOf(matter));
        j.Write(FactKey.Of(Relations.BudgetOf, Roll.Federation, account.Year), new Figure(null, null, FigureQuality.Missing, j.Today, j.Act.Number), j.Today);
    }
}
