using Foedus.Charter.Model;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using NodaTime;

namespace Foedus.Engine.Budgets;

/// <summary>The years of a budget, each under a number: twelve times its calendar year and the month in which it begins.</summary>
internal static class BudgetYears
{
    private const int Months = 12;
    private const int LongestMonth = 31;

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

        var key = (first * Months) + year.Month;
        if (year.For is not { Unit: SpanUnit.Months, Count: > 0 and < Months } part)
            return key;
        var since = ((date.Year - first) * Months) + date.Month - year.Month - (date.Day < year.Day ? 1 : 0);
        return key + (since / part.Count * part.Count);
    }

    /// <summary>The number under which what was spent on a day is kept.</summary>
    public static int KeyOf(Day day)
    {
        var date = day.ToLocalDate();
        return (((date.Year * Months) + date.Month - 1) * LongestMonth) + date.Day - 1;
    }

    /// <summary>The day of a number.</summary>
    public static Day DayOf(int key)
    {
        var month = key / LongestMonth;
        return Day.Of(month / Months, (month % Months) + 1, (key % LongestMonth) + 1);
    }

    /// <summary>Whether two days lie in one month.</summary>
    public static bool SameMonth(Day one, Day other) => KeyOf(one) / LongestMonth == KeyOf(other) / LongestMonth;

    private static LocalDate Begins(BudgetYear year, int calendar) =>
        new(calendar, year.Month, Math.Min(year.Day, CalendarSystem.Iso.GetDaysInMonth(calendar, year.Month)));
}
