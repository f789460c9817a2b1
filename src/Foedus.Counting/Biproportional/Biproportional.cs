using System.Collections.Immutable;

namespace Foedus.Counting;

/// <summary>
/// Divides seats among rows and columns at once (Balinski and Demange 1989; Pukelsheim 2004; in law as the double-proportional method of
/// Zürich, Zug, Uri and others). Exact, always ends, and never throws for what it is given.
/// </summary>
public static class Biproportional
{
    /// <summary>
    /// Divides the seats. Near the answer by logarithms in whole numbers, then exact: the divisors are fractions, and every cell is
    /// checked. O((lines^2 + cells) * transfers); the transfers are few after the scaling, and bounded by cells * log of the seats.
    /// </summary>
    /// <returns>
    /// <see cref="BiproportionalApportioned"/> with divisors and all ties, <see cref="BiproportionalInfeasible"/> with a proof that no table
    /// has these sums, or <see cref="BiproportionalRefused"/>.
    /// </returns>
    public static BiproportionalResult Divide(BiproportionalDivision division)
    {
        if (Refusal(division) is { } refused) return refused;
        var grid = new CellGrid(division);
        return LineProof(grid) ?? Scaling.Run(grid) ?? (BiproportionalResult)Prove(division, grid);
    }

    /// <summary>Checks an answer from its own numbers alone: sums, every rounding, all ties. O(cells), exact.</summary>
    /// <returns>Null when all is right.</returns>
    public static BiproportionalFault? Verify(BiproportionalApportioned answer) => BiproportionalCheck.Fault(answer);

    /// <summary>Checks a proof that no table has these sums: the votes of its rows and the sums. O(cells).</summary>
    /// <returns>Null when all is right.</returns>
    public static BiproportionalFault? Verify(BiproportionalDivision division, BiproportionalInfeasible proof) => BiproportionalCheck.Fault(division, proof);

    internal static BiproportionalRefused? Refusal(BiproportionalDivision division)
    {
        if (division.Rule is null || !division.Rule.IsSound) return new(BiproportionalRefusal.UnsoundRule);
        if (division.Votes.IsDefaultOrEmpty || division.RowSeats.IsDefaultOrEmpty || division.ColumnSeats.IsDefaultOrEmpty)
            return new(BiproportionalRefusal.NoCells);
        if (division.Votes.Length != division.RowSeats.Length) return new(BiproportionalRefusal.Ragged);
        for (var row = 0; row < division.Votes.Length; row++)
        {
            if (division.Votes[row].IsDefault || division.Votes[row].Length != division.ColumnSeats.Length) return new(BiproportionalRefusal.Ragged, row);
            for (var column = 0; column < division.ColumnSeats.Length; column++)
                if (division.Votes[row][column].Sign < 0) return new(BiproportionalRefusal.NegativeVotes, row, column);
            if (division.RowSeats[row] < 0) return new(BiproportionalRefusal.NegativeSeats, row);
        }

        for (var column = 0; column < division.ColumnSeats.Length; column++)
            if (division.ColumnSeats[column] < 0) return new(BiproportionalRefusal.NegativeSeats, Column: column);
        var rows = division.RowSeats.Aggregate(Int128.Zero, (sum, seats) => sum + seats);
        var columns = division.ColumnSeats.Aggregate(Int128.Zero, (sum, seats) => sum + seats);
        if (rows != columns) return new(BiproportionalRefusal.SumsDiffer);
        return rows > BiproportionalDivision.MostSeats || division.Rule.FreeSeats > BiproportionalDivision.MostSeats
            ? new(BiproportionalRefusal.HouseTooLarge)
            : null;
    }

    // A single line that cannot have its seats: no votes at all, or more first seats than seats.
    private static BiproportionalInfeasible? LineProof(CellGrid grid)
    {
        var allRows = Enumerable.Range(0, grid.Rows).ToImmutableArray();
        var allColumns = Enumerable.Range(0, grid.Columns).ToImmutableArray();
        foreach (var row in allRows)
        {
            var cells = allColumns.Count(column => grid.Logs[(row * grid.Columns) + column] != CellGrid.None);
            if (cells == 0 && grid.RowSeats[row] > 0) return SeatTransfers.Proof(grid, [row], []);
            if (grid.RowSeats[row] < grid.Floor * cells) return SeatTransfers.Proof(grid, allRows.Remove(row), allColumns);
        }

        foreach (var column in allColumns)
        {
            var cells = allRows.Count(row => grid.Logs[(row * grid.Columns) + column] != CellGrid.None);
            if (cells == 0 && grid.ColumnSeats[column] > 0) return SeatTransfers.Proof(grid, allRows, allColumns.Remove(column));
            if (grid.ColumnSeats[column] < grid.Floor * cells) return SeatTransfers.Proof(grid, [], [column]);
        }

        return null;
    }

    // Each try looks more closely; the last looks at every cell with exact fractions and cannot fail.
    private static BiproportionalApportioned Prove(BiproportionalDivision division, CellGrid grid)
    {
        var rings = new ExactRings(grid);
        var near = 64L * (grid.Rows + grid.Columns + 4);
        foreach (var doubt in (ReadOnlySpan<long>)[near, near << 10])
        {
            while (!rings.Settle(doubt))
            {
            }

            if (Proved() is { } answer) return answer;
        }

        while (!rings.SettleAll())
        {
        }

        return Proved() ?? throw new InvalidOperationException("Exact divisors were not found; this cannot happen.");

        BiproportionalApportioned? Proved()
        {
            var divisors = new LineDivisors(grid, rings);
            if (!divisors.Find()) return null;
            var certificate = new BiproportionalCertificate(grid.Rule.Power, [.. divisors.Rows], [.. divisors.Columns]);
            var seats = Enumerable.Range(0, grid.Rows)
                .Select(row => grid.Seats.AsSpan(row * grid.Columns, grid.Columns).ToImmutableArray()).ToImmutableArray();
            return BiproportionalCheck.Complete(new BiproportionalApportioned(division, seats, [], certificate));
        }
    }
}
