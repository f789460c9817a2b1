namespace Foedus.Counting;

/// <summary>Brings a table to its sums by logarithms: alternating scaling while it helps, then transfers, then divisors away from the edges.</summary>
internal static class Scaling
{
    private const int MostRounds = 40;
    private const int MostSweeps = 24;

    /// <summary>Null when the table has its sums, or the proof that it cannot.</summary>
    public static BiproportionalInfeasible? Run(CellGrid grid)
    {
        var fit = new LineFit(grid);
        var transfers = new SeatTransfers(grid);
        for (var row = 0; row < grid.Rows; row++) fit.FitRow(row);
        var best = transfers.Imbalance();
        var patience = 4;
        for (var round = 0; round < MostRounds && best > 0 && patience > 0; round++)
        {
            for (var column = 0; column < grid.Columns; column++) fit.FitColumn(column);
            for (var row = 0; row < grid.Rows; row++) fit.FitRow(row);
            var imbalance = transfers.Imbalance();
            patience = imbalance < best ? 4 : patience - 1;
            best = Math.Min(best, imbalance);
        }

        if (transfers.Run() is { } proof) return proof;
        for (var sweep = 0; sweep < MostSweeps; sweep++)
        {
            for (var row = 0; row < grid.Rows; row++) grid.RowLogs[row] += Middle(grid, row, isRow: true);
            for (var column = 0; column < grid.Columns; column++) grid.ColumnLogs[column] += Middle(grid, column, isRow: false);
        }

        return null;
    }

    // How far a line's divisor may go up and down, halved.
    private static long Middle(CellGrid grid, int line, bool isRow)
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
        return up == long.MaxValue ? (1L << grid.Bits) - down : (up - down) / 2;
    }
}
