using Foedus.Counting;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;
using NodaTime;

namespace Foedus.Engine.Budgets;

/// <summary>What units have paid of their contributions, by calendar years.</summary>
internal static class Contributions
{
    /// <summary>What a unit has paid in the year of a day.</summary>
    public static Ratio Paid(Inquiry q, int unit, Day day) =>
        q.View.TryValue(Relations.Paid, unit, day.ToLocalDate().Year, out var place) ? q.State.FigureAt(place).Value : Ratio.Zero;

    /// <summary>The day of the year on which a contribution is due.</summary>
    public static Day DueOf(Day day, (int Day, int Month) due)
    {
        var year = day.ToLocalDate().Year;
        return Day.From(new LocalDate(year, due.Month, Math.Min(due.Day, CalendarSystem.Iso.GetDaysInMonth(year, due.Month))));
    }
}
