using Foedus.Cli.Pages;
using Foedus.Cli.Texts;
using Foedus.Counting;

namespace Foedus.Cli.Reports;

/// <summary>Writes a house divided: the seats, the ties, and the arithmetic where it is asked for.</summary>
internal static class DividePage
{
    public static void Write(Page page, DividedSeats divided, bool worksheet)
    {
        page.Put(divided.Path, Tone.Strong).Line(Text.Of("DivideHead", divided.Division.House, divided.Units.Length, Method(divided)));
        foreach (var remark in divided.Remarks)
            page.Put("  ").Line(remark, Tone.Open);
        if (divided.Result is not Apportioned result)
        {
            page.Line().Line(divided.Result is NotApportioned refused ? Refusal(divided, refused) : "", Tone.Bad);
            return;
        }

        page.Line();
        var limits = divided.Division.Claims.Any(claim => claim.Least > 0 || claim.Most is not null);
        var table = new Table([Text.Of("DivideUnit"), ">" + divided.Figure, .. limits ? (string[])[">" + Text.Of("DivideLeast"), ">" + Text.Of("DivideMost")] : [], ">" + Text.Of("TallySeats")]) { Indent = 2 };
        for (var unit = 0; unit < divided.Units.Length; unit++)
        {
            var claim = divided.Division.Claims[unit];
            table.Row([
                divided.Units[unit],
                DividedSeats.Number(claim.Figure),
                .. limits ? (string[])[DividedSeats.Number(claim.Least), DividedSeats.Number(claim.Most)] : [],
                Seats(result, unit),
            ]);
        }

        var total = divided.Division.Claims.Aggregate(Ratio.Zero, (sum, claim) => sum + claim.Figure);
        table.Row([Text.Of("Total"), DividedSeats.Number(total), .. limits ? (string[])["", ""] : [], DividedSeats.Number(divided.Division.House)]);
        page.Table(table);
        foreach (var (units, places) in divided.Ties)
            page.Line().Put("  ").Line(Text.Of("DivideTie", string.Join(", ", units), Text.Count("DivideSeatsTied", places)), Tone.Open);
        if (worksheet)
            Worksheet(page, divided, result);
    }

    public static string Method(DividedSeats divided) => ApportionmentMethods.Name(divided.Division.Method!.Value)!;

    /// <summary>"3", or "3 or 4" for a unit in a tie.</summary>
    public static string Seats(Apportioned result, int unit)
    {
        var seats = DividedSeats.Number(result.Certain[unit]);
        var tied = result.Tie is { } tie && result.FurtherTies.Prepend(tie).Any(t => t.Units.Contains(unit));
        return tied ? seats + Text.Of("Or") + DividedSeats.Number(result.Certain[unit] + 1) : seats;
    }

    public static string Refusal(DividedSeats divided, NotApportioned refused) =>
        refused.Unit is { } unit ? Text.Of("DivideRefusedUnit", divided.Units[unit], refused.Explanation) : refused.Explanation;

    private static void Worksheet(Page page, DividedSeats divided, Apportioned result)
    {
        page.Line().Line(Text.Of("Worksheet"), Tone.Strong);
        foreach (var step in result.Worksheet().Steps)
        {
            page.Put("  ").Line(step.Title, Tone.Strong);
            var table = new Table([Text.Of("DivideUnit"), .. step.Columns.Select(column => ">" + column)]) { Indent = 4 };
            foreach (var row in step.Rows)
                table.Row([row.Unit is { } unit ? divided.Units[unit] : Text.Of("DivideAll"), .. row.Cells.Select(DividedSeats.Number)]);
            page.Table(table);
        }
    }
}
