namespace Foedus.Counting;

/// <summary>Brings a table to its sums by logarithms: alternating scaling while it helps, then transfers, then divisors away from the edges.</summary>
internal static class Scaling
{
    private const int MostRounds = 40;

    // Fewer seats than one in so many lines are moved by transfers at once.
    private const int FewOf = 16;
    private const int MostSweeps = 24;

    /// <summary>Null when the table has its sums, or the proof that it cannot.</summary>
    public static BiproportionalInfeasible? Run(CellGrid grid)
    {
        var fit = new LineFit(grid);
        var transfers = new SeatTransfers(grid);
        for (var row = 0; row < grid.Rows; row++) fit.FitRow(row);
        var imbalance = transfers.Imbalance();
        for (var round = 0; round < MostRounds && imbalance * FewOf > grid.Rows + grid.Columns; round++)
        {
            for (var column = 0; column < grid.Columns; column++) fit.FitColumn(column);
            for (var row = 0; row < grid.Rows; row++) fit.FitRow(row);
            var before = imbalance;
            imbalance = transfers.Imbalance();
            if (imbalance * 8 > before * 7) break;
        }

        if (transfers.Run() is { } proof) return proof;
        for (var sweep = 0; sweep < MostSweeps; sweep++)
        {
            var least = long.MaxValue;
            for (var row = 0; row < grid.Rows; row++) grid.RowLogs[row] += Middle(grid, row, isRow: true, ref least);
            for (var column = 0; column < grid.Columns; column++) grid.ColumnLogs[column] += Middle(grid, column, isRow: false, ref least);
            if (least >= 1L << (grid.Bits / 2)) break;
        }

        return null;
    }

    // How far a line's divisor may go up and down, halved; and the least such way before the change.
    private static long Middle(CellGrid grid, int line, bool isRow, ref long least)
    {
        var (up, down) = (long.MaxValue, long.MaxValue);
        var others = isRow ? grid.Columns : grid.Rows;
        for (var k = 0; k < others; k++)
        {
            var (row, column) = isRow ? (line, k) : (k, line);
            var cell = (row * grid.Columns) + column;
            if (grid.Logs[cell] == CellGrid.None) continue;
            var quotient = grid.Quotient(row, column);
            down = Math.Min(down, grid.Signpost(grid.Seats[cell] + 1) - quotient);
            if (grid.MayLose(cell, 1)) up = Math.Min(up, quotient - grid.Signpost(grid.Seats[cell]));
        }

        if (down == long.MaxValue) return 0;
        least = Math.Min(least, Math.Min(up, down));
        return up == long.MaxValue ? (1L << grid.Bits) - down : (up - down) / 2;
    }
}
