using Foedus.Charter.Model;
using Foedus.Engine.Kernel;
using NodaTime;

namespace Foedus.Engine.Judging;

/// <summary>
/// Counts periods as the charter counts them: whether the day of the event counts, Sundays left out, and a last day that is a Sunday. The
/// day returned is the first day after the period: what was to be done could be done until the day before.
/// </summary>
internal static class Deadlines
{
    /// <summary>The first day after a period from an event; null if how days are counted is not said and it matters.</summary>
    public static Day? After(Inquiry inquiry, Day start, Span span)
    {
        var time = inquiry.Book.Edition.Time;
        if (!inquiry.AskOr(time.FirstDayCounts, false, out var counts))
            return null;
        var last = LastDay(start, span, counts);
        if (inquiry.Book.Edition.Time.LastDayMoves is { } moves && last.ToLocalDate().DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday)
        {
            if (!inquiry.Ask(moves, out var move))
                return null;
            while (move && last.ToLocalDate().DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday)
                last += 1;
        }

        return last + 1;
    }

    /// <summary>The day so long after an event, wherever in the week it falls: entry into force, effect of a notice.</summary>
    public static Day DayAfter(Day start, Span span) => LastDay(start, span, firstCounts: false);

    private static Day LastDay(Day start, Span span, bool firstCounts)
    {
        var back = firstCounts ? 1 : 0;
        switch (span.Unit)
        {
            case SpanUnit.Hours:
                return start + (((span.Count + 23) / 24) - back);
            case SpanUnit.Weeks:
                return start + ((span.Count * 7) - back);
            case SpanUnit.Months:
                return start.PlusMonths(span.Count) - back;
            case SpanUnit.Years:
                return start.PlusYears(span.Count) - back;
            default:
                return Counted(start, span, firstCounts);
        }
    }

    private static Day Counted(Day start, Span span, bool firstCounts)
    {
        var skipSaturday = span.Unit == SpanUnit.WorkingDays || span.ExcludingHolidays;
        if (!skipSaturday && !span.ExcludingSundays)
            return start + (span.Count - (firstCounts ? 1 : 0));
        var day = firstCounts ? start : start + 1;
        for (var left = span.Count; ; day += 1)
        {
            var weekday = day.ToLocalDate().DayOfWeek;
            var skipped = weekday == IsoDayOfWeek.Sunday || (skipSaturday && weekday == IsoDayOfWeek.Saturday);
            if (!skipped && --left <= 0)
                return day;
        }
    }
}
