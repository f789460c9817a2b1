using System.Globalization;
using System.Text;

namespace Foedus.Engine.Tests.SecondJudge;

/// <summary>
/// Goes from day to day with a calendar in hand. A time that runs from an act counts the day of the act or begins with the next; a time that
/// runs from the end of another begins with its own day. Weeks, months and years end by the number of the day. What is done on the last day
/// is in time; the day after, the matter has gone where the lapse leads.
/// </summary>
internal static class ClockJudge
{
    private static readonly DateOnly Zero = new(2024, 1, 1);

    public static Trial Judge(ClockLife life)
    {
        var steps = new List<string> { $"given {Day(life.Introduced)} Ash introduces M, bill" };
        var events = new SortedDictionary<int, List<string>>();
        void Note(int day, string what)
        {
            if (day > 0)
                (events.TryGetValue(day, out var list) ? list : events[day] = []).Add(what);
        }

        foreach (var (on, by) in life.Extended)
            Note(on, string.Create(CultureInfo.InvariantCulture, $"extends {by}"));
        Note(life.Answered, "answers");
        foreach (var asked in life.Asked)
            Note(asked, "asks");
        var (stage, last, ended) = (0, LastDay(life, 0, Zero.AddDays(life.Introduced), life.FirstDayCounts), "");
        var (unextended, granted) = (last, 0);
        foreach (var (on, list) in events)
        {
            var day = Zero.AddDays(on);
            while (ended.Length == 0 && day > last)
            {
                stage++;
                if (stage == life.Spans.Length && life.Ring)
                    stage = 0;
                if (stage == life.Spans.Length)
                    ended = "Lapsed";
                else
                    (unextended, granted) = (last = LastDay(life, stage, last.AddDays(1), firstCounts: true), 0);
            }

            foreach (var what in list.OrderBy(w => w == "asks"))
            {
                switch (what.Split(' ')[0])
                {
                    case "extends":
                        var by = int.Parse(what.Split(' ')[1], CultureInfo.InvariantCulture);
                        // What is granted is counted in days asked for; whatever day of rest the last one moves from adds nothing to it.
                        var longer = Moved(life, unextended.AddDays(granted + by));
                        var may = ended.Length == 0 && granted + by <= 3;
                        steps.Add(string.Create(CultureInfo.InvariantCulture, $"given {Day(on)} Council extends M by {by} {(by == 1 ? "day" : "days")}"));
                        steps.Add(may ? "expect accepted" : "expect refused");
                        if (may)
                            (last, granted) = (longer, granted + by);
                        break;
                    case "answers":
                        steps.Add($"given {Day(on)} Council approves M");
                        if (ended.Length > 0)
                            steps.Add("expect refused");
                        else
                            ended = "Law";
                        break;
                    default:
                        steps.Add("on " + Day(on));
                        steps.Add(ended.Length > 0 ? "expect M is " + ended : string.Create(CultureInfo.InvariantCulture, $"expect M is at S{stage}"));
                        break;
                }
            }
        }

        return new Trial(Charter(life), steps);
    }

    /// <summary>The last day of a time, found by stepping through the calendar.</summary>
    private static DateOnly LastDay(ClockLife life, int stage, DateOnly start, bool firstCounts)
    {
        var (count, unit) = life.Spans[stage];
        var first = firstCounts ? start : start.AddDays(1);
        DateOnly last;
        switch (unit.TrimEnd('s'))
        {
            case "day":
                last = first;
                for (var n = 1; n < count; n++)
                    last = last.AddDays(1);
                break;
            case "working day":
                last = first;
                for (var n = IsWorking(life, last) ? 1 : 0; n < count;)
                {
                    last = last.AddDays(1);
                    if (IsWorking(life, last))
                        n++;
                }

                break;
            default:
                // By the number of the day before the first one: a month that begins on the 5th ends with the 4th; a week always by one day less.
                var from = first.AddDays(-1);
                last = firstCounts
                    ? Later(first, unit, count).AddDays(Later(first, unit, count).Day == first.Day || unit.StartsWith("week", StringComparison.Ordinal) ? -1 : 0)
                    : Later(from, unit, count);
                break;
        }

        return Moved(life, last);
    }

    private static DateOnly Later(DateOnly from, string unit, int count) => unit.TrimEnd('s') switch
    {
        "week" => from.AddDays(7 * count),
        "month" => from.AddMonths(count),
        _ => from.AddYears(count),
    };

    private static DateOnly Moved(ClockLife life, DateOnly day)
    {
        while (life.LastDayMoves && !IsWorking(life, day))
            day = day.AddDays(1);
        return day;
    }

    private static bool IsWorking(ClockLife life, DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !life.Yearly.Contains((day.Month, day.Day)) && !life.Once.Contains(day.DayNumber - Zero.DayNumber);

    private static string Day(int after) => Zero.AddDays(after).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Charter(ClockLife life)
    {
        var text = new StringBuilder("foedus 1\ncharter \"Trial\"\nedition 1, in force 2024-01-01\nkind town\nparties town Ash, Beech, Cedar\n");
        text.Append(CultureInfo.InvariantCulture, $"time: zone \"Europe/London\"; first day {(life.FirstDayCounts ? "counted" : "not counted")}; last day {(life.LastDayMoves ? "moves to the next working day" : "as it falls")}{Holidays(life)}\n");
        text.Append("art 1 body Council: seats 1 per town; chosen by each town; term 9 years\n");
        text.Append("unsaid deciding in every body: needs more than half of votes cast; abstention not counted; quorum none; tie lost\n");
        text.Append("art 2 procedure Bill for bill\n  opened by any town\n");
        for (var i = 0; i < life.Spans.Length; i++)
        {
            var next = i + 1 < life.Spans.Length ? string.Create(CultureInfo.InvariantCulture, $"S{i + 1}") : life.Ring ? "S0" : "Lapsed";
            text.Append(CultureInfo.InvariantCulture, $"  stage S{i}\n    before Council\n    within {life.Spans[i].Count} {life.Spans[i].Unit}\n    extended by 3 days by Council\n    on approval -> Law\n    on rejection -> Lapsed\n    on no decision -> {next}\n");
        }

        return text.Append("  end Law\n  end Lapsed\n").ToString();
    }

    private static string Holidays(ClockLife life)
    {
        var yearly = life.Yearly.Select(y => string.Create(CultureInfo.InvariantCulture, $"; holidays {y.Day} {CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(y.Month)}"));
        return string.Concat(yearly) + (life.Once.Length == 0 ? "" : "; holidays " + string.Join(", ", life.Once.Select(Day)));
    }
}
