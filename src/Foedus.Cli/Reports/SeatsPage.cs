using System.Globalization;
using Foedus.Cli.Pages;
using Foedus.Cli.Texts;
using Foedus.Engine.Seats;
using Foedus.Secretariat.Reports;

namespace Foedus.Cli.Reports;

/// <summary>Writes the seats of a body: a column for each different outcome, what each turns on, and the arithmetic where it is asked for.</summary>
internal static class SeatsPage
{
    private const int Columns = 6;

    public static void Write(Page page, CountedSeats counted, bool worksheet)
    {
        var report = counted.Report;
        page.Put(report.Name, Tone.Strong).Line(Text.Of("SeatsOfHead", report.Body.By.Citation, report.Day, report.Book.Edition.Number));
        if (report.BudgetSpent)
            page.Line(Text.Of("TooManyWays", report.Ways.Length), Tone.Open);
        page.Line();
        Outcomes(page, counted);
        Turns(page, counted);
        if (worksheet)
            Worksheets(page, counted);
        StandingPage.Assumptions(page, counted.Used);
    }

    private static void Outcomes(Page page, CountedSeats counted)
    {
        var shown = counted.Results.Take(Columns).ToList();
        var assumed = counted.Assumed.All.Length > 0 && counted.Results.Length > 1 ? counted.AsAssumed : [];
        var headings = new List<string> { "" };
        if (assumed.Length > 0)
            headings.Add(">" + Text.Of("AsAssumed"));
        headings.AddRange(shown.Select((_, i) => ">" + (shown.Count == 1 ? Text.Of("SeatsHead") : Letter(i))));
        var table = new Table([.. headings]) { Indent = 2 };
        foreach (var unit in counted.Units)
            table.Row([counted.NameOf(unit), .. Cells(r => CountedSeats.Of(r, unit).ToString())]);
        if (counted.Units.Length > 0 && shown.Exists(r => Others(counted, r) is { IsExact: true, Least.IsZero: false }))
            table.Row([Text.Of("OfNoUnit"), .. Cells(r => Others(counted, r).ToString())]);
        table.Row([Text.Of("Total"), .. Cells(r => r.Total.ToString())]);
        page.Table(table);
        if (counted.Results.Length > Columns)
            page.Put("  ").Line(Text.Of("MoreOutcomes", counted.Results.Length - Columns), Tone.Faint);
        if (shown.Count < 2)
            return;
        page.Line();
        for (var i = 0; i < shown.Count; i++)
        {
            var reading = counted.Reading(shown[i]).Select(r => $"{r.Silence.Address} = {string.Join(Text.Of("Or"), r.Readings)}").ToList();
            page.Put("  ").Put(Letter(i), Tone.Strong).Put("  ").Put(Text.Count("WaysOf", shown[i].Ways.Length)).Line(reading.Count > 0 ? Text.Of("IfWays", string.Join(", ", reading)) : "");
        }

        IEnumerable<string> Cells(Func<SeatResult, string> cell)
        {
            if (assumed.Length > 0)
                yield return string.Join(Text.Of("Or"), assumed.Select(cell).Distinct(StringComparer.Ordinal));
            foreach (var result in shown)
                yield return cell(result);
        }
    }

    private static void Turns(Page page, CountedSeats counted)
    {
        var report = counted.Report;
        var table = new Table("", "", "") { Indent = 2 };
        var whichever = new List<string>();
        foreach (var unit in counted.Units)
        {
            var answer = report.Of(unit, counted.Figures);
            var name = counted.NameOf(unit);
            if (answer.Turns.IsEmpty)
                whichever.Add($"{name} {answer}");
            else
                table.Row(name, StandingWords.Of(answer), Text.Of("TurnsOn", string.Join(", ", answer.Turns.Select(s => s.Address))));
        }

        if (table.Rows.Count == 0)
        {
            Needs(page, counted);
            return;
        }

        page.Line().Line(Text.Of("WhatDepends"), Tone.Strong).Table(table);
        if (whichever.Count > 0)
            page.Put("  ").Line(Text.Of("Whichever", string.Join(", ", whichever)));
        var immaterial = report.Met.Where(s => !counted.Figures.All.Any(a => a.Silence == s)).Except(counted.Units.SelectMany(u => report.Of(u, counted.Figures).Turns).Concat(report.Total(counted.Figures).Turns)).ToList();
        if (immaterial.Count > 0)
            page.Put("  ").Line(Text.Of("NoDifference", string.Join(", ", immaterial.Select(s => s.Address))));
        Needs(page, counted);
    }

    /// <summary>Seats that no unit has: those that are elected or held ex officio.</summary>
    private static SeatRange Others(CountedSeats counted, SeatResult result)
    {
        var units = result.Shares.Aggregate(SeatRange.None, (sum, share) => sum + share.Range);
        return result.Total.Exact is { } total && units.Exact is { } theirs && total >= theirs ? SeatRange.Exactly(total - theirs) : SeatRange.Unknown;
    }

    private static void Needs(Page page, CountedSeats counted)
    {
        var report = counted.Report;
        var needs = report.Units.Select(u => report.Of(u, counted.Figures)).Append(report.Total(counted.Figures)).SelectMany(a => a.Needs).Where(n => n.Silence is null).Distinct().ToList();
        if (needs.Count == 0)
            return;
        page.Line().Line(Text.Of("StillNeededHead"), Tone.Strong);
        foreach (var need in needs)
            page.Put("  ").Line(need.ToString());
    }

    private static void Worksheets(Page page, CountedSeats counted)
    {
        var results = counted.AsAssumed.Length > 0 && counted.Assumed.All.Length > 0 ? counted.AsAssumed : counted.Results;
        foreach (var result in results.Take(Columns))
        {
            var way = result.Ways[0];
            page.Line().Line(way.Readings.IsEmpty ? Text.Of("Worksheet") : Text.Of("WorksheetIf", way), Tone.Strong);
            Sheets(page, way);
        }
    }

    /// <summary>Writes the arithmetic of one way of reading.</summary>
    public static void Sheets(Page page, SeatWay way)
    {
        foreach (var sheet in way.Count.Sheets)
        {
            page.Put("  ").Line(sheet.Title, Tone.Strong);
            var numbers = sheet.Columns.Select((_, i) => i > 0 && sheet.Rows.All(r => i >= r.Length || IsNumber(r[i]))).ToList();
            var table = new Table([.. sheet.Columns.Select((c, i) => numbers[i] ? ">" + c : c)]) { Indent = 4 };
            foreach (var row in sheet.Rows)
                table.Row(row);
            page.Table(table);
            foreach (var note in sheet.Notes)
                page.Put("    ").Line(note);
        }
    }

    /// <summary>Whether a cell is a number or empty, and no day.</summary>
    private static bool IsNumber(string cell) =>
        cell.Length == 0 || ((char.IsAsciiDigit(cell[0]) || (cell[0] == '-' && cell.Length > 1)) && !cell[1..].Contains('-', StringComparison.Ordinal));

    private static string Letter(int index) => ((char)('A' + index)).ToString(CultureInfo.InvariantCulture);
}
