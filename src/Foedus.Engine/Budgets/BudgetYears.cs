using Foedus.Charter.Model;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;
using NodaTime;

namespace Foedus.Engine.Budgets;

/// <summary>The years of a budget, each under a number: twelve times its calendar year and the month in which it begins.</summary>
internal static class BudgetYears
{
    private const int Months = 12;
    private const int LongestMonth = 31;

    /// <summary>The year in which a day lies; 0 where the charter does not say how they run, so that one budget is for all time.</summary>
    /// <param name="q">The question.</param>
    /// <param name="budget">The budget.</param>
    /// <param name="owner">Whose it is: the federation or a unit.</param>
    /// <param name="day">The day.</param>
    /// <param name="first">True where one is fixed for that very day: if none was before, periods of several years begin with it.</param>
    public static int Of(Inquiry q, Budget budget, int owner, Day day, bool first = false)
    {
        if (budget.Year is not { } slot || !q.AskLimit(slot, out var year))
            return 0;
        var date = day.ToLocalDate();
        var begins = Begins(year, date.Year);
        var begun = date < begins ? date.Year - 1 : date.Year;
        if (year.For is { Unit: SpanUnit.Years, Count: > 1 } span)
        {
            // Longer periods are counted from the day for which a budget was first fixed; else from the edition that lays them down.
            var from = q.Book.From.ToLocalDate();
            var start = q.View.TryValue(Relations.BudgetBegins, owner, out var fixedFor) ? (int)fixedFor
                : first && !HasBegun(q, owner) ? begun
                : from < Begins(year, from.Year) ? from.Year - 1 : from.Year;
            begun -= (((begun - start) % span.Count) + span.Count) % span.Count;
        }

        var key = (begun * Months) + year.Month;
        if (year.For is not { Unit: SpanUnit.Months, Count: > 0 and < Months } part)
            return key;
        var since = ((date.Year - begun) * Months) + date.Month - year.Month - (date.Day < year.Day ? 1 : 0);
        return key + (since / part.Count * part.Count);
    }

    /// <summary>Whether a budget was fixed before, so that its periods already run.</summary>
    public static bool HasBegun(Inquiry q, int owner)
    {
        if (q.View.Look(Relations.BudgetBegins, owner).Holds)
            return true;
        foreach (var _ in q.View.Objects(Relations.BudgetOf, owner))
            return true;
        return false;
    }

    /// <summary>The calendar year of the number of a year.</summary>
    public static int CalendarYear(int key) => (key - 1) / Months;

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
