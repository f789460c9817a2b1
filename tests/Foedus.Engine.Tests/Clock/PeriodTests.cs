using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Foedus.Charter.Binding;
using Foedus.Charter.Text;
using Foedus.Engine.Acts;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;
using Foedus.Engine.Rules;
using Foedus.Engine.Standing;
using Foedus.Engine.Things;
using NodaTime;

namespace Foedus.Engine.Tests.Clock;

/// <summary>The last day of a time allowed is the one that is found by going through the days one by one.</summary>
public sealed class PeriodTests
{
    private static readonly string[] Units =
        ["days", "weeks", "months", "years", "working days", "days excluding Sundays", "days excluding holidays", "weeks excluding Sundays"];

    private static readonly int[] Counts = [1, 2, 3, 5, 7, 10, 12, 25];

    private static readonly Dictionary<(bool, bool), Rulebooks> Books = new()
    {
        [(false, false)] = Charter(false, false),
        [(false, true)] = Charter(false, true),
        [(true, false)] = Charter(true, false),
        [(true, true)] = Charter(true, true),
    };

    [Fact]
    public void A_period_ends_where_going_through_its_days_one_by_one_ends()
    {
        var cases =
            from start in Gen.Choose(Day.Of(2023, 1, 1).Number, Day.Of(2029, 3, 1).Number)
            from unit in Gen.Choose(0, Units.Length - 1)
            from count in Gen.Choose(0, Counts.Length - 1)
            from counted in Gen.Elements(true, false)
            from moves in Gen.Elements(true, false)
            select (Start: new Day(start), unit, count, counted, moves);
        Prop.ForAll(cases.ToArbitrary(), c =>
        {
            var books = Books[(c.counted, c.moves)];
            var slow = OneByOne(c.Start.ToLocalDate(), Counts[c.count], Units[c.unit], c.counted, c.moves);
            return (Due(books, c.Start, c.unit, c.count) == Day.From(slow)).Label($"{c.Start} {Counts[c.count]} {Units[c.unit]}, counted {c.counted}, moves {c.moves}: {slow}");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));
    }

    [Theory]
    [InlineData("2023-01-29", "1 months", true, "2023-02-28")]
    [InlineData("2023-01-31", "1 months", true, "2023-02-28")]
    [InlineData("2023-01-31", "1 months", false, "2023-02-28")]
    [InlineData("2024-02-29", "1 years", false, "2025-02-28")]
    [InlineData("2024-03-01", "1 months", true, "2024-03-31")]
    [InlineData("2024-12-24", "2 working days", false, "2024-12-27")]
    public void A_month_without_the_day_ends_with_its_last_day(string start, string span, bool counted, string last)
    {
        var unit = Array.IndexOf(Units, span[2..]);
        var count = Array.IndexOf(Counts, int.Parse(span[..1], CultureInfo.InvariantCulture));
        Assert.Equal(last, Due(Books[(counted, false)], Of(start), unit, count).ToString());
    }

    [Fact]
    public void A_longer_period_never_ends_sooner_and_a_later_one_never_before_an_earlier()
    {
        var cases =
            from start in Gen.Choose(Day.Of(2023, 1, 1).Number, Day.Of(2029, 3, 1).Number)
            from unit in Gen.Choose(0, Units.Length - 1)
            from count in Gen.Choose(0, Counts.Length - 2)
            from counted in Gen.Elements(true, false)
            select (Start: new Day(start), unit, count, counted);
        Prop.ForAll(cases.ToArbitrary(), c =>
        {
            var books = Books[(c.counted, true)];
            var last = Due(books, c.Start, c.unit, c.count);
            return last <= Due(books, c.Start, c.unit, c.count + 1) && last <= Due(books, c.Start + 1, c.unit, c.count);
        }).QuickCheckThrowOnFailure();
    }

    private static Day Due(Rulebooks books, Day start, int unit, int count)
    {
        var state = State.Opening(books);
        var matter = books.Roll.Add(ThingKind.Matter, "B");
        var act = new Act(1, start, Verb.Starts, []) { Object = matter, Sort = "bill", Text = StageName(unit, count) };
        state = state.Record(Judge.Rule(state, act));
        return MatterStanding.Due(state, matter, start, AssumptionSet.None).Value ?? throw new InvalidOperationException("No time runs.");
    }

    private static string StageName(int unit, int count) => $"S{unit}x{count}";

    private static Day Of(string date) => Day.From(NodaTime.Text.LocalDatePattern.Iso.Parse(date).Value);

    private static LocalDate OneByOne(LocalDate start, int count, string unit, bool counted, bool moves)
    {
        var last = unit switch
        {
            "months" => Months(start, count, counted),
            "years" => Months(start, 12 * count, counted),
            "weeks" => Days(start, 7 * count, counted, _ => true),
            "weeks excluding Sundays" => Days(start, 7 * count, counted, d => d.DayOfWeek != IsoDayOfWeek.Sunday),
            "days excluding Sundays" => Days(start, count, counted, d => d.DayOfWeek != IsoDayOfWeek.Sunday),
            "days" => Days(start, count, counted, _ => true),
            _ => Days(start, count, counted, IsWorking),
        };
        while (moves && !IsWorking(last))
            last = last.PlusDays(1);
        return last;
    }

    private static LocalDate Days(LocalDate start, int count, bool counted, Func<LocalDate, bool> counts)
    {
        var day = start;
        if (!counted)
            day = day.PlusDays(1);
        while (true)
        {
            if (counts(day) && --count == 0)
                return day;
            day = day.PlusDays(1);
        }
    }

    private static LocalDate Months(LocalDate start, int months, bool counted)
    {
        var day = start;
        for (var left = months; left > 0;)
        {
            day = day.PlusDays(1);
            if (day.Day == 1)
                left--;
        }

        // The month is reached; the day of its number, or its last.
        while (day.Day != start.Day && day.PlusDays(1).Month == day.Month)
            day = day.PlusDays(1);
        return counted && day.Day == start.Day ? day.PlusDays(-1) : day;
    }

    private static bool IsWorking(LocalDate day) =>
        day.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday) && (day.Day, day.Month) is not (25, 12) && day != new LocalDate(2024, 3, 29) && day != new LocalDate(2024, 4, 1);

    private static Rulebooks Charter(bool counted, bool moves)
    {
        var stages = string.Join('\n', Units.SelectMany((unit, u) => Counts.Select((count, c) => $"    stage {StageName(u, c)}\n      before Council\n      within {count} {unit}\n      on approval -> Law\n      on rejection -> Lost\n      on no decision -> Lost")));
        var text = $"""
            foedus 1
            charter "Periods"
            edition 1, in force 2000-01-01
            kind town
            parties town Alder, Birch
            time
              zone "Europe/London"
              first day {(counted ? "counted" : "not counted")}
              last day {(moves ? "moves to the next working day" : "as it falls")}
              holidays 25 December
              holidays 2024-03-29, 2024-04-01
            art 1 "Council"
              body Council
                seats 5
                chosen by any town
                term 4 years
            art 2 "Bills"
              procedure Bill for bill
                opened by any town

            """ + stages + """

                end Law
                end Lost
            """;
        return new Rulebooks(FederationReader.Read([SourceText.From("periods.charter", text)]));
    }
}
