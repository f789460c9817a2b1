using System.Collections.Immutable;
using System.Globalization;

namespace Foedus.Counting;

/// <summary>Writes out a biproportional division. The rows of its tables are the rows of the division.</summary>
internal static class BiproportionalWorksheet
{
    public static Worksheet Of(BiproportionalApportioned result)
    {
        var division = result.Division;
        var columns = Enumerable.Range(1, division.ColumnSeats.Length)
            .Select(number => string.Create(CultureInfo.InvariantCulture, $"column {number}")).ToImmutableArray();
        var power = result.Certificate.Power;
        var of = power == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $", to the power {power}");
        var steps = ImmutableArray.CreateBuilder<WorksheetStep>();
        steps.Add(new WorksheetStep(
            "The votes of each row and column, and the seats that each was given before",
            [.. columns, "seats"],
            [
                .. division.Votes.Select((row, i) => new WorksheetRow(i, [.. row.Select(votes => (Ratio?)votes), division.RowSeats[i]])),
                new WorksheetRow(null, [.. division.ColumnSeats.Select(seats => (Ratio?)seats), division.ColumnSeats.Sum()]),
            ]));
        steps.Add(new WorksheetStep(
            "Divide each number of votes by the divisor of its row and the divisor of its column" + of,
            [.. columns, "divisor of the row" + of],
            [
                .. division.Votes.Select((row, i) => new WorksheetRow(
                    i,
                    [
                        .. row.Select((votes, j) => (Ratio?)(division.Rule.Term(votes) / (result.Certificate.Rows[i] * result.Certificate.Columns[j]))),
                        result.Certificate.Rows[i],
                    ])),
                new WorksheetRow(null, [.. result.Certificate.Columns.Select(divisor => (Ratio?)divisor), null]),
            ]));
        steps.Add(new WorksheetStep(
            "Round each quotient at the signposts of the rule",
            [.. columns, "seats"],
            [
                .. result.Seats.Select((row, i) => new WorksheetRow(i, [.. row.Select(seats => (Ratio?)seats), row.Sum()])),
                new WorksheetRow(null, [.. columns.Select((_, j) => (Ratio?)result.Seats.Sum(row => row[j])), division.RowSeats.Sum()]),
            ]));
        foreach (var tie in result.Ties)
        {
            steps.Add(new WorksheetStep(
                "Cells with the same right to a seat: as many in each row and column as here, in any way",
                ["column", "has the seat here"],
                [.. tie.Cells.Select(cell => new WorksheetRow(cell.Row, [cell.Column + 1, cell.Has ? 1 : 0]))]));
        }

        return new Worksheet(steps.ToImmutable());
    }
}
