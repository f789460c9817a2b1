using Foedus.Charter.Model;
using Foedus.Engine.Kernel;
using NodaTime;

namespace Foedus.Engine.Clock;

/// <summary>Which days are working days, and which days a span leaves out, by the charter's days of rest and its holidays.</summary>
internal static class WorkingDays
{
    /// <summary>Whether the day is neither a day of rest nor a holiday.</summary>
    public static bool IsWorking(TimeRules time, Day day)
    {
        var date = day.ToLocalDate();
        if (time.RestDays.Contains(date.DayOfWeek))
            return false;
        foreach (var holiday in time.Holidays)
        {
            if (holiday.Is(date))
                return false;
        }

        return true;
    }

    /// <summary>The day itself if it is a working day, or the next that is; without any within ten years, the day itself.</summary>
    public static Day Next(TimeRules time, Day day)
    {
        const int Longest = 3653;
        for (var i = 0; i < Longest; i++)
        {
            if (IsWorking(time, day + i))
                return day + i;
        }

        return day;
    }

    /// <summary>Whether a span leaves some days out of the count.</summary>
    public static bool LeavesOut(Span span) => span.Unit == SpanUnit.WorkingDays || span.ExcludingHolidays || span.ExcludingSundays;

    /// <summary>Whether a span counts the day.</summary>
    public static bool Counts(TimeRules time, Span span, Day day) =>
        span.Unit == SpanUnit.WorkingDays || span.ExcludingHolidays ? IsWorking(time, day) : !span.ExcludingSundays || day.ToLocalDate().DayOfWeek != IsoDayOfWeek.Sunday;
}
