using System.Collections.Immutable;

namespace Foedus.Counting.Tests.Biproportional;

/// <summary>
/// The slow second opinion: every table with the sums, and of these the ones of least product of signpost / votes over all seats given
/// (Gaffke and Pukelsheim 2008: exactly these are the biproportional tables).
/// </summary>
internal static class EveryTable
{
    public static HashSet<string> Answers(BiproportionalDivision division)
    {
        var (rows, columns) = (division.RowSeats.Length, division.ColumnSeats.Length);
        var tables = new List<long[]>();
        Fill(division, 0, new long[rows * columns], [.. division.RowSeats], [.. division.ColumnSeats], tables);
        if (tables.Count == 0) return [];
        var products = tables.ConvertAll(table => Product(division, table));
        var least = products.Min();
        return [.. tables.Where((_, i) => products[i] == least).Select(table => string.Join(' ', table))];
    }

    public static string Text(ImmutableArray<ImmutableArray<long>> seats) => string.Join(' ', seats.SelectMany(row => row));

    private static void Fill(BiproportionalDivision division, int cell, long[] table, long[] rowsLeft, long[] columnsLeft, List<long[]> tables)
    {
        var columns = division.ColumnSeats.Length;
        if (cell == table.Length)
        {
            if (columnsLeft.All(left => left == 0)) tables.Add([.. table]);
            return;
        }

        var (row, column) = (cell / columns, cell % columns);
        var votes = division.Votes[row][column];
        var free = votes.IsZero ? 0 : division.Rule.FreeSeats;
        var most = votes.IsZero ? 0 : Math.Min(rowsLeft[row], columnsLeft[column]);
        for (var seats = free; seats <= most; seats++)
        {
            if (column == columns - 1 && rowsLeft[row] != seats) continue;
            table[cell] = seats;
            rowsLeft[row] -= seats;
            columnsLeft[column] -= seats;
            Fill(division, cell + 1, table, rowsLeft, columnsLeft, tables);
            rowsLeft[row] += seats;
            columnsLeft[column] += seats;
        }
    }

    private static Ratio Product(BiproportionalDivision division, long[] table)
    {
        Ratio product = 1;
        for (var cell = 0; cell < table.Length; cell++)
        {
            var votes = division.Votes[cell / division.ColumnSeats.Length][cell % division.ColumnSeats.Length];
            for (var seat = division.Rule.FreeSeats + 1; seat <= table[cell]; seat++)
                product *= division.Rule.Signpost(seat) / division.Rule.Term(votes);
        }

        return product;
    }
}
