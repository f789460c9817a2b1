using System.Globalization;
using NodaTime;

namespace Foedus.Engine.Kernel;

/// <summary>
/// A day of the proleptic Gregorian calendar, counted from 0001-01-01 (which is day 0).
/// <see cref="Min"/> and <see cref="Max"/> mean "since ever" and "for ever": they are not days of a calendar, and adding to them changes
/// nothing. Arithmetic never fails: what would leave the range stops at its end.
/// </summary>
/// <param name="Number">Days since 0001-01-01; negative before it.</param>
public readonly record struct Day(int Number) : IComparable<Day>
{
    private static readonly LocalDate Epoch = new(1, 1, 1);

    /// <summary>Before every day: the start of a span that has always been.</summary>
    public static Day Min => new(int.MinValue);

    /// <summary>After every day: the end of a span that lasts for ever.</summary>
    public static Day Max => new(int.MaxValue);

    /// <summary>True of <see cref="Min"/> and <see cref="Max"/>, which name no day of a calendar.</summary>
    public bool IsUnbounded => Number is int.MinValue or int.MaxValue;

    public static Day From(LocalDate date) => new(Period.DaysBetween(Epoch, date.WithCalendar(CalendarSystem.Iso)));

    public static Day Of(int year, int month, int day) => From(new LocalDate(year, month, day));

    /// <summary>
    /// The calendar date. Days outside of the calendar's years (-9998 to 9999) give its first or its last date.
    /// </summary>
    public LocalDate ToLocalDate()
    {
        var least = Period.DaysBetween(Epoch, LocalDate.MinIsoValue);
        var most = Period.DaysBetween(Epoch, LocalDate.MaxIsoValue);
        return Number <= least ? LocalDate.MinIsoValue : Number >= most ? LocalDate.MaxIsoValue : Epoch.PlusDays(Number);
    }

    /// <summary>This many days later (earlier, if negative), stopping at the ends; "for ever" stays as it is.</summary>
    public Day Plus(int days)
    {
        if (IsUnbounded)
            return this;
        var sum = (long)Number + days;
        return sum <= int.MinValue ? Min : sum >= int.MaxValue ? Max : new Day((int)sum);
    }

    /// <summary>
    /// This many calendar months later; a day that the month does not have becomes its last day. What would leave the calendar (years -9998
    /// to 9999) stops at "for ever", and a day outside of it stays where it is.
    /// </summary>
    public Day PlusMonths(int months)
    {
        if (IsUnbounded)
            return this;
        var date = ToLocalDate();
        if (From(date) != this)
            return this;
        var month = (12L * date.Year) + date.Month - 1 + months;
        if (month < 12L * -9998)
            return Min;
        return month >= 12L * 10000 ? Max : From(date.PlusMonths(months));
    }

    /// <summary>This many calendar years later; 29 February becomes the 28th in a common year.</summary>
    public Day PlusYears(int years)
    {
        var months = 12L * years;
        return PlusMonths(months > int.MaxValue ? int.MaxValue : months < int.MinValue ? int.MinValue : (int)months);
    }

    /// <summary>Days from the other day to this one, stopping at the ends of the range.</summary>
    public int Since(Day other)
    {
        var difference = (long)Number - other.Number;
        return difference <= int.MinValue ? int.MinValue : difference >= int.MaxValue ? int.MaxValue : (int)difference;
    }

    public static Day Earlier(Day a, Day b) => a.Number <= b.Number ? a : b;

    public static Day Later(Day a, Day b) => a.Number >= b.Number ? a : b;

    public int CompareTo(Day other) => Number.CompareTo(other.Number);

    public static bool operator <(Day left, Day right) => left.Number < right.Number;

    public static bool operator >(Day left, Day right) => left.Number > right.Number;

    public static bool operator <=(Day left, Day right) => left.Number <= right.Number;

    public static bool operator >=(Day left, Day right) => left.Number >= right.Number;

    public static Day operator +(Day day, int days) => day.Plus(days);

    public static Day operator -(Day day, int days) => days == int.MinValue ? day.Plus(int.MaxValue).Plus(1) : day.Plus(-days);

    /// <summary>The date in ISO form (1922-12-30), "since ever" or "for ever".</summary>
    public override string ToString() => Number switch
    {
        int.MinValue => "since ever",
        int.MaxValue => "for ever",
        _ => ToLocalDate().ToString("uuuu-MM-dd", CultureInfo.InvariantCulture),
    };
}
