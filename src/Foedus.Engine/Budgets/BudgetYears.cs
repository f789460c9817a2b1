using Foedus.Charter.Model;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using NodaTime;

namespace Foedus.Engine.Budgets;

/// <summary>The years of a budget, each under a number: twelve times its calendar year and the month in which it begins.</summary>
internal static class BudgetYears
{
    private const int Months = 12;

    /// <summary>The year in which a day lies; 0 where the charter does not say how they run, so that one budget is for all time.</summary>
    public static int Of(Inquiry q, Budget budget, Day day)
    {
        if (budget.Year is not { } slot || !q.AskLimit(slot, out var year))
            return 0;
        var date = day.ToLocalDate();
        var begins = Begins(year, date.Year);
        var first = date < begins ? date.Year - 1 : date.Year;
        if (year.For is { Unit: SpanUnit.Years, Count: > 1 } span)
        {
            // Longer periods are counted from the edition that lays them down.
            var from = q.Book.From.ToLocalDate();
            var start = from < Begins(year, from.Year) ? from.Year - 1 : from.Year;
            first -= (((first - start) % span.Count) + span.Count) % span.Count;
        }

        return (first * Months) + year.Month;
    }

    /// <summary>The number of a month, for what may be spent in each.</summary>
    public static int MonthOf(Day day)
    {
        var date = day.ToLocalDate();
        return (date.Year * Months) + date.Month;
    }

    /// <summary>Whether a month lies in a year of a budget.</summary>
    public static bool Has(Inquiry q, Budget budget, int year, int month)
    {
        if (year == 0 || budget.Year is not { } slot || !q.AskLimit(slot, out var rule))
            return true;
        var length = rule.For is { Unit: SpanUnit.Years } span ? span.Count * Months : rule.For is { Unit: SpanUnit.Months } months ? months.Count : Months;
        return year <= month && month < year + length;
    }

    private static LocalDate Begins(BudgetYear year, int calendar) =>
        new(calendar, year.Month, Math.Min(year.Day, CalendarSystem.Iso.GetDaysInMonth(calendar, year.Month)));
}
