using Foedus.Counting;
using Foedus.Secretariat.Reports;

namespace Foedus.Cli.Reports;

/// <summary>A house divided, for programs.</summary>
internal static class DivideJson
{
    public static void Write(Stream results, DividedSeats divided, bool worksheet)
    {
        using var output = new Json(results, "divide");
        var result = divided.Result as Apportioned;
        output.Field("path", divided.Path).Field("method", DividePage.Method(divided)).Field("seats", DividedSeats.Number(divided.Division.House));
        output.Field("refused", divided.Result is NotApportioned refused ? DividePage.Refusal(divided, refused) : null);
        output.Field("remarks", divided.Remarks);
        output.List("units", result is null ? [] : Enumerable.Range(0, divided.Units.Length), unit =>
        {
            var claim = divided.Division.Claims[unit];
            output.Field("unit", divided.Units[unit]).Field("figure", claim.Figure.ToString());
            output.Field("least", DividedSeats.Number(claim.Least)).Field("most", claim.Most is { } most ? DividedSeats.Number(most) : null);
            output.Field("seats", DividedSeats.Number(result!.Certain[unit]));
        });
        output.List("ties", divided.Ties, tie => output.Field("units", tie.Units).Field("seats", tie.Places));
        output.Field("outcomes", result is null ? "0" : ((Ratio)result.OutcomeCount).ToString());
        if (!worksheet || result is null)
            return;
        output.List("sheets", result.Worksheet().Steps, step =>
        {
            output.Field("title", step.Title).Field("columns", step.Columns);
            output.List("rows", step.Rows, row =>
                output.Field("unit", row.Unit is { } unit ? divided.Units[unit] : null).Field("cells", row.Cells.Select(cell => cell?.ToString() ?? "")));
        });
    }
}
