using Foedus.Charter.Model;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;

namespace Foedus.Engine.Clock;

/// <summary>
/// Counts every period, as the charter counts its days. Weeks, months and years end by the number of the day of the event; a month that
/// does not have it ends with its last day (German Civil Code, section 188; European Convention on the Calculation of Time-Limits 1972,
/// article 4). Hours count from the event, of which only the day is known: the last day is the last on which they may not be over (see <see cref="Hours"/>). Days that a span excludes prolong
/// it by as many.
/// </summary>
internal static class Periods
{
    /// <summary>
    /// The last day of a period within which somebody may act, moved to the next working day where the charter says so; null if how
    /// days are counted is not said and it matters.
    /// </summary>
    public static Day? LastDay(Inquiry inquiry, Start from, Span span)
    {
        var time = inquiry.Book.Edition.Time;
        var counts = true;
        if (!from.AtBoundary && span.Unit != SpanUnit.Hours && !inquiry.AskOr(time.FirstDayCounts, false, out counts))
            return null;
        return Moved(inquiry, Last(time, from.Day, span, from.AtBoundary || (span.Unit != SpanUnit.Hours && counts)));
    }

    /// <summary>The last day of a span that begins with a day, wherever in the week it falls: a term of office, a suspension.</summary>
    public static Day LastOf(TimeRules time, Day begins, Span span) => Last(time, begins, span, firstCounts: true);

    /// <summary>The day so long after an event, wherever in the week it falls: entry into force, effect of a notice, a second call.</summary>
    public static Day After(TimeRules time, Day start, Span span) => Last(time, start, span, firstCounts: false);

    /// <summary>A last day prolonged by a further span, counted on from it in its own unit, wherever in the week it falls.</summary>
    public static Day Prolonged(Inquiry inquiry, Day last, Span by) => After(inquiry.Book.Edition.Time, last, by);

    /// <summary>
    /// Whether so long a notice of a day is given in time: the period from the notice is over before the day. Where the first day of a
    /// period is not counted, the charter may say that the day itself counts; then the period may end with it. Null if that is not said
    /// and it matters.
    /// </summary>
    /// <param name="inquiry">For the charter and its readings.</param>
    /// <param name="given">The day on which the notice is given.</param>
    /// <param name="span">How long before it has to be given.</param>
    /// <param name="day">The day of which notice is given.</param>
    public static bool? IsInTime(Inquiry inquiry, Day given, Span span, Day day)
    {
        var time = inquiry.Book.Edition.Time;
        var counts = false;
        if (span.Unit != SpanUnit.Hours && !inquiry.AskOr(time.FirstDayCounts, false, out counts))
            return null;
        var last = Last(time, given, span, counts);
        if (last != day || counts || span.Unit == SpanUnit.Hours)
            return last < day || (span.Unit == SpanUnit.Hours && last == day);
        return inquiry.AskOr(time.EventDayCounts, true, out var both) ? both : null;
    }

    /// <summary>
    /// The last day on which notice of a day is in time, or the day before it if there is none in the ten thousand days before; for
    /// messages.
    /// </summary>
    public static Day LastInTime(Inquiry inquiry, Span span, Day day)
    {
        const int Longest = 10_000;
        for (var i = 1; i < Longest; i++)
        {
            if (IsInTime(inquiry, day - i, span, day) == true)
                return day - i;
        }

        return day - 1;
    }

    /// <summary>A last day, moved to the next working day where the charter says so; null as for <see cref="LastDay"/>.</summary>
    public static Day? Moved(Inquiry inquiry, Day last)
    {
        var time = inquiry.Book.Edition.Time;
        if (time.LastDayMoves is not { } moves || last.IsUnbounded || WorkingDays.IsWorking(time, last))
            return last;
        if (!inquiry.Ask(moves, out var move))
            return null;
        return move ? WorkingDays.Next(time, last) : last;
    }

    private static Day Last(TimeRules time, Day start, Span span, bool firstCounts)
    {
        var last = span.Unit switch
        {
            SpanUnit.Months => ByMonth(start, span.Count, firstCounts),
            SpanUnit.Years => ByMonth(start, span.Count > int.MaxValue / 12 ? int.MaxValue : 12 * span.Count, firstCounts),
            SpanUnit.Weeks => start + (span.Count > int.MaxValue / 7 ? int.MaxValue : 7 * span.Count) - (firstCounts ? 1 : 0),
            SpanUnit.Hours => start + (((span.Count - 1) / 24) + 1) - (firstCounts ? 1 : 0),
            _ => start + span.Count - (firstCounts ? 1 : 0),
        };
        if (!WorkingDays.LeavesOut(span) || last.IsUnbounded)
            return last;
        var day = firstCounts ? start : start + 1;
        for (var left = last.Since(day) + 1; ; day += 1)
        {
            if (WorkingDays.Counts(time, span, day) && --left <= 0)
                return day;
            if (day.ToLocalDate() == NodaTime.LocalDate.MaxIsoValue)
                return day;
        }
    }

    private static Day ByMonth(Day start, int months, bool firstCounts)
    {
        var last = start.PlusMonths(months);
        var sameNumber = last.IsUnbounded || last.ToLocalDate().Day == start.ToLocalDate().Day;
        return firstCounts && sameNumber ? last - 1 : last;
    }
}
