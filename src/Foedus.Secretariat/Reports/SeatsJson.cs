using Foedus.Engine.Seats;

namespace Foedus.Secretariat.Reports;

/// <summary>The seats of a body, for programs.</summary>
internal static class SeatsJson
{
    public static void Write(Stream results, CountedSeats counted, bool worksheet)
    {
        using var output = new Json(results, "seats");
        var report = counted.Report;
        output.Field("federation", counted.History.Input.Federation.Title).Field("path", counted.History.Input.Path);
        output.Field("body", report.Name).Field("article", report.Body.By.Citation).Field("date", report.Day.ToString()).Field("edition", report.Book.Edition.Number);
        output.Field("method", counted.Method).Field("allWaysTried", !report.BudgetSpent).Field("ways", report.Ways.Length);
        output.List("results", counted.Results, r => Result(output, counted, r, worksheet));
        output.List("asAssumed", counted.AsAssumed, r => Result(output, counted, r, worksheet: false));
        output.Object("total", () => Answer(output, report.Total(counted.Assumed)));
        output.List("units", counted.Units, u =>
        {
            output.Field("unit", counted.History.Books.Roll.NameOf(u));
            Answer(output, report.Of(u, counted.Assumed));
        });
        output.List("assumptions", counted.Used, a => RunJson.Assumption(output, a));
    }

    private static void Answer(Json output, SeatAnswer answer) => output
        .Field("seats", answer.ToString()).Field("determined", answer.Seats is not null)
        .Field("assuming", answer.Assuming.Select(a => a.Name)).Field("turnsOn", answer.Turns.Select(s => s.Address))
        .Field("makesNoDifference", answer.Independent.Select(s => s.Address)).Field("needs", answer.Needs.Select(n => n.ToString()));

    private static void Result(Json output, CountedSeats counted, SeatResult result, bool worksheet)
    {
        output.Field("total", result.Total.ToString()).Field("ways", result.Ways.Length);
        output.List("readings", counted.Reading(result), r => output.Field("silence", r.Silence.Address).Field("readings", r.Readings));
        output.List("units", counted.Units, u => output.Field("unit", counted.History.Books.Roll.NameOf(u)).Field("seats", CountedSeats.Of(result, u).ToString()));
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
