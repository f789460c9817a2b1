using System.Collections.Immutable;
using Foedus.Charter.Model;
using Foedus.Engine.Judging;
using Foedus.Engine.Seats;
using Foedus.Secretariat.Opening;
using Foedus.Secretariat.Texts;

namespace Foedus.Secretariat.Reports;

/// <summary>The seats of a body: as assumed, and on every way of reading, or on those that read the method in one way.</summary>
public sealed record CountedSeats : Report
{
    /// <param name="history">The federation, and whose assumptions are used.</param>
    /// <param name="report">The count.</param>
    /// <param name="method">Only ways in which the method of sharing is read so; null: all.</param>
    /// <exception cref="Obstacle">The charter leaves no method open that could be read so.</exception>
    internal CountedSeats(History history, SeatReport report, string? method)
        : base("seats")
    {
        History = history;
        Report = report;
        // Figures that nobody returned are those that are assumed; otherwise every figure that anybody ever assumed would be tried with every other.
        Figures = new AssumptionSet(history.Assumptions.Set.All.Where(a => IsFigure(a.Silence)));
        ImmutableArray<SeatWay> ways = [.. report.WaysUnder(Figures)];
        if (method is not null)
        {
            ways = [.. ways.Where(w => w.Readings.Any(r => Reads(r, method)))];
            if (ways.IsEmpty)
                throw NoMethod(report, method);
        }

        Results = Group(ways, report);
        // A method that was asked for stands in the place of one that is assumed.
        var assumptions = history.Assumptions.Set;
        Assumed = method is null
            ? assumptions
            : new AssumptionSet(assumptions.All.Where(a => !ways.Any(w => w.Readings.Any(r => r.Silence == a.Silence && Reads(r, method)))));
        AsAssumed = Group([.. ways.Where(w => w.Readings.All(r => Assumed.For(r.Silence.Id, report.Day) is not { } a || a.Reading == r.Reading))], report);
        Units = report.Units;
        Method = method;
    }

    internal History History { get; }

    /// <summary>The name of a unit.</summary>
    public string NameOf(int unit) => History.Books.Roll.NameOf(unit);

    /// <summary>Whether the arithmetic is told as well.</summary>
    public bool Worksheet { get; init; }

    public SeatReport Report { get; }

    /// <summary>The method that was asked for.</summary>
    public string? Method { get; }

    /// <summary>The assumptions that are used.</summary>
    public AssumptionSet Assumed { get; }

    /// <summary>Those of the assumptions that supply figures; they hold in every outcome.</summary>
    public AssumptionSet Figures { get; }

    /// <summary>Every different outcome, those that more ways lead to first.</summary>
    public ImmutableArray<SeatResult> Results { get; }

    /// <summary>The outcomes that the assumptions leave.</summary>
    public ImmutableArray<SeatResult> AsAssumed { get; }

    public ImmutableArray<int> Units { get; }

    /// <summary>The assumptions without which what is assumed would be another outcome.</summary>
    public IEnumerable<Assumption> Used => Units.Select(u => Report.Of(u, Assumed)).Append(Report.Total(Assumed)).SelectMany(a => a.Assuming).Distinct();

    /// <summary>The seats of a unit in an outcome.</summary>
    public static SeatRange Of(SeatResult result, int unit) => result.Ways[0].Count.Of(unit);

    /// <summary>What is common to the ways that lead to an outcome and does not hold of all: silences with the readings that they take there.</summary>
    public IReadOnlyList<(Silence Silence, IReadOnlyList<string> Readings)> Reading(SeatResult result)
    {
        var all = Results.SelectMany(r => r.Ways).ToList();
        var told = new List<(Silence, IReadOnlyList<string>)>();
        foreach (var silence in all.SelectMany(w => w.Readings).Select(r => r.Silence).Distinct().OrderBy(s => s.Id))
        {
            var everywhere = all.SelectMany(w => w.Readings).Where(r => r.Silence == silence).Select(r => r.Reading).Distinct().Count();
            var here = result.Ways.SelectMany(w => w.Readings).Where(r => r.Silence == silence).Select(r => r.Reading).Distinct().Order().ToList();
            if (here.Count > 0 && here.Count < everywhere)
                told.Add((silence, [.. here.Select(r => SilenceWords.ReadingOf(silence, r))]));
        }

        return told;
    }

    /// <summary>Whether a silence stands for a figure that nobody returned.</summary>
    private static bool IsFigure(Silence silence) => silence.Address.StartsWith("figure ", StringComparison.Ordinal);

    private static bool Reads((Silence Silence, int Reading) read, string method) =>
        read.Silence.Address.EndsWith("method", StringComparison.Ordinal)
        && string.Equals(SilenceWords.ReadingOf(read.Silence, read.Reading), method, StringComparison.OrdinalIgnoreCase);

    private static Obstacle NoMethod(SeatReport report, string method)
    {
        var open = report.Met.Where(s => s.Address.EndsWith("method", StringComparison.Ordinal)).ToList();
        return open.Count == 0
            ? new Obstacle(Sentence.Of("MethodIsSaid", report.Name), Sentence.Of("MethodIsSaidHint"))
            : new Obstacle(Sentence.Of("NoSuchMethod", method), Sentence.Of("MethodsThereAre", string.Join(", ", open.SelectMany(s => s.Readings).Distinct(StringComparer.Ordinal))));
    }

    private static ImmutableArray<SeatResult> Group(ImmutableArray<SeatWay> ways, SeatReport report)
    {
        var groups = new List<(SeatWay First, List<SeatWay> Ways)>();
        foreach (var way in ways)
        {
            var at = groups.FindIndex(g => g.First.Count.Range == way.Count.Range && report.Units.All(u => g.First.Count.Of(u) == way.Count.Of(u)));
            if (at < 0)
                groups.Add((way, [way]));
            else
                groups[at].Ways.Add(way);
        }

        return [.. groups.OrderByDescending(g => g.Ways.Count).Select(g => new SeatResult(g.First.Count.Range, g.First.Count.Shares, [.. g.Ways]))];
    }

    /// <inheritdoc/>
    internal override void Write(Json output)
    {
        var report = Report;
        output.Field("federation", History.Input.Federation.Title).Field("path", History.Input.Path);
        output.Field("body", report.Name).Field("article", report.Body.By.Citation).Field("date", report.Day.ToString()).Field("edition", report.Book.Edition.Number);
        output.Field("method", Method).Field("allWaysTried", !report.BudgetSpent).Field("ways", report.Ways.Length);
        output.List("results", Results, r => Result(output, r, Worksheet));
        output.List("asAssumed", AsAssumed, r => Result(output, r, worksheet: false));
        output.Object("total", () => Answer(output, report.Total(Assumed)));
        output.List("units", Units, u =>
        {
            output.Field("unit", NameOf(u));
            Answer(output, report.Of(u, Assumed));
        });
        output.List("assumptions", Used, a => RunJson.Assumption(output, a));
    }

    private static void Answer(Json output, SeatAnswer answer) => output
        .Field("seats", answer.ToString()).Field("determined", answer.Seats is not null)
        .Field("assuming", answer.Assuming.Select(a => a.Name)).Field("turnsOn", answer.Turns.Select(s => s.Address))
        .Field("makesNoDifference", answer.Independent.Select(s => s.Address)).Field("needs", answer.Needs.Select(n => n.ToString()));

    private void Result(Json output, SeatResult result, bool worksheet)
    {
        output.Field("total", result.Total.ToString()).Field("ways", result.Ways.Length);
        output.List("readings", Reading(result), r => output.Field("silence", r.Silence.Address).Field("readings", r.Readings));
        output.List("units", Units, u => output.Field("unit", NameOf(u)).Field("seats", Of(result, u).ToString()));
        if (!worksheet)
            return;
        output.List("sheets", result.Ways[0].Count.Sheets, sheet =>
        {
            output.Field("title", sheet.Title).Field("article", sheet.By.Citation).Field("columns", sheet.Columns);
            output.List("rows", sheet.Rows, row => output.Field("cells", row));
            output.Field("notes", sheet.Notes);
        });
    }
}
