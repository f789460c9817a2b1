using Foedus.Charter.Model;
using Foedus.Charter.Syntax;

namespace Foedus.Charter.Binding;

/// <summary>Reads budgets and contributions.</summary>
internal sealed class BudgetBinder(BindingContext context, AmountBinder amounts, PartyBinder parties, SlotBinder slots)
{
    /// <summary>A budget; null if its owner could not be read.</summary>
    public Budget? Budget(ClauseSyntax clause)
    {
        if (clause.Match is not { } match) return null;
        Who? of = null;
        if (match.SubOrNull("who") is { } who && (of = parties.Who(who)) is null) return null;
        var budget = new Budget(of, context.By(clause));
        context.Edition.Budgets.Add(budget);
        return budget;
    }

    /// <summary>A clause under a budget; false if it is none.</summary>
    public bool Fill(Budget budget, ClauseSyntax clause)
    {
        switch (clause.Form!.Id)
        {
            case "part":
                if (clause.Match is { } part && parties.Who(part.Sub("who")) is { } of) budget.Parts.Add((of, context.By(clause)));
                return true;
            case "fixed":
                budget.FixedBy = slots.Fill(budget, clause, budget.FixedBy, FixedBy);
                return true;
            case "shares-fixed":
                budget.SharesFixedBy = slots.Fill(budget, clause, budget.SharesFixedBy, FixedBy);
                return true;
            case "year":
                budget.Year = slots.Fill(budget, clause, budget.Year, Year);
                return true;
            case "if-none":
                budget.IfNone = slots.Fill(budget, clause, budget.IfNone, IfNone);
                return true;
            default:
                return false;
        }
    }

    public Bound<Who> FixedBy(Match match) => Bound.OrNone(parties.Who(match.Sub("who")));

    public static Bound<string> IfNone(Match match) => match.Flag("how") ?? "";

    public Bound<BudgetYear> Year(Match match)
    {
        if (amounts.DayOfYear(match.Get("day"), match.Get("month")) is not { } day) return Bound<BudgetYear>.None;
        if (match.SubOrNull("span") is not { } phrase) return new BudgetYear(day.Day, day.Month, null);
        var span = amounts.Span(phrase);
        return span.Ok ? new BudgetYear(day.Day, day.Month, span.Value) : Bound<BudgetYear>.None;
    }

    /// <summary>What a member pays, with the clauses under it.</summary>
    public void Contribution(ClauseSyntax clause)
    {
        if (clause.Match is not { } match || parties.Who(match.Sub("who")) is not { } of) return;
        var about = $"contribution of {of}";
        var amount = clause.Child("contribution-amount") is { } said ? slots.Open(said, Amount) : slots.Absent<ContributionAmount>(clause, "contribution-amount", Amount, about);
        var due = clause.Child("contribution-due") is { } day ? slots.Open(day, Due) : slots.Absent<(int, int)>(clause, "contribution-due", Due, about);
        context.Edition.Contributions.Add(new Contribution(of, amount, due, context.By(clause)));
    }

    private Bound<ContributionAmount> Amount(Match match) =>
        amounts.Measure(match.Get("measure")) is { } measure
            ? new ContributionAmount(AmountBinder.Exactly(match.Number("number")), match.Name("currency"), measure) : Bound<ContributionAmount>.None;

    private Bound<(int Day, int Month)> Due(Match match) =>
        amounts.DayOfYear(match.Get("day"), match.Get("month")) is { } day ? day : Bound<(int Day, int Month)>.None;
}
