using System.Collections.Immutable;

namespace Foedus.Counting;

/// <summary>
/// Moves seats from lines that have too many to lines that have too few, each time along the chain of cells that disturbs proportion least,
/// and raises or lowers divisors so that every cell stays a rounding: the tie-and-transfer method (Balinski and Demange 1989), done as
/// shortest augmenting paths with potentials (Edmonds and Karp 1972) on convex costs in blocks that are halved (Minoux 1984).
/// O((lines^2 + cells) * transfers), and the transfers are bounded by cells * log of the seats.
/// </summary>
internal sealed class SeatTransfers
{
    private readonly CellGrid _grid;
    private readonly int _lines;
    private readonly long[] _excess;
    private readonly long[] _distance;
    private readonly int[] _from;
    private readonly bool[] _done;

    public SeatTransfers(CellGrid grid)
    {
        _grid = grid;
        _lines = grid.Rows + grid.Columns;
        _excess = new long[_lines];
        _distance = new long[_lines];
        _from = new int[_lines];
        _done = new bool[_lines];
    }

    /// <summary>The seats of columns above and of rows below what they should have, in all.</summary>
    public long Imbalance()
    {
        Array.Clear(_excess);
        for (var row = 0; row < _grid.Rows; row++)
        {
            _excess[row] += _grid.RowSeats[row];
            for (var column = 0; column < _grid.Columns; column++)
            {
                var seats = _grid.Seats[(row * _grid.Columns) + column];
                _excess[row] -= seats;
                _excess[_grid.Rows + column] += seats;
            }
        }

        for (var column = 0; column < _grid.Columns; column++) _excess[_grid.Rows + column] -= _grid.ColumnSeats[column];
        return _excess.Where(excess => excess > 0).Sum();
    }

    /// <summary>Brings all lines to their seats. Every cell must be a rounding by the divisors; then it still is one after.</summary>
    /// <returns>Null, or the proof that no table has these sums.</returns>
    public BiproportionalInfeasible? Run()
    {
        var block = 1L;
        var imbalance = Imbalance();
        while (block * 2 * 2 * _lines <= imbalance) block *= 2;
        while (true)
        {
            Imbalance();
            while (Excess(block))
            {
                if (!Path(block, out var goal))
                {
                    if (block == 1) return Proof();
                    break;
                }

                Move(goal, block);
            }

            if (block == 1) return null;
            block /= 2;
            Refine(block);
        }
    }

    private bool Excess(long block) => Array.Exists(_excess, excess => excess >= block);

    // With smaller blocks a cell may be a block away from what its divisors say.
    private void Refine(long block)
    {
        for (var row = 0; row < _grid.Rows; row++)
        {
            for (var column = 0; column < _grid.Columns; column++)
            {
                var cell = (row * _grid.Columns) + column;
                if (_grid.Logs[cell] == CellGrid.None) continue;
                var quotient = _grid.Quotient(row, column);
                while (_grid.Signpost(_grid.Seats[cell] + block) < quotient) _grid.Seats[cell] += block;
                while (_grid.MayLose(cell, block) && _grid.Signpost(_grid.Seats[cell] - block + 1) > quotient) _grid.Seats[cell] -= block;
            }
        }
    }

    private bool Path(long block, out int goal)
    {
        for (var line = 0; line < _lines; line++)
        {
            _distance[line] = _excess[line] >= block ? 0 : long.MaxValue;
            _from[line] = -1;
            _done[line] = false;
        }

        while ((goal = Nearest()) >= 0)
        {
            _done[goal] = true;
            if (_excess[goal] <= -block)
            {
                Shift(_distance[goal]);
                return true;
            }

            if (goal < _grid.Rows) FromRow(goal, block);
            else FromColumn(goal - _grid.Rows, block);
        }

        return false;
    }

    private int Nearest()
    {
        var best = -1;
        var least = long.MaxValue;
        for (var line = 0; line < _lines; line++)
        {
            if (_done[line] || _distance[line] >= least) continue;
            best = line;
            least = _distance[line];
        }

        return best;
    }

    private void FromRow(int row, long block)
    {
        var start = row * _grid.Columns;
        for (var column = 0; column < _grid.Columns; column++)
        {
            if (_done[_grid.Rows + column] || _grid.Logs[start + column] == CellGrid.None) continue;
            Reach(row, _grid.Rows + column, _grid.Signpost(_grid.Seats[start + column] + block) - _grid.Quotient(row, column));
        }
    }

    private void FromColumn(int column, long block)
    {
        for (var row = 0; row < _grid.Rows; row++)
        {
            var cell = (row * _grid.Columns) + column;
            if (_done[row] || _grid.Logs[cell] == CellGrid.None || !_grid.MayLose(cell, block)) continue;
            Reach(_grid.Rows + column, row, _grid.Quotient(row, column) - _grid.Signpost(_grid.Seats[cell] - block + 1));
        }
    }

    private void Reach(int from, int to, long length)
    {
        var distance = _distance[from] + length;
        if (distance >= _distance[to]) return;
        _distance[to] = distance;
        _from[to] = from;
    }

    // Lines nearer than the goal move with their distance, so that the path becomes a tie; the others stay.
    private void Shift(long goal)
    {
        for (var line = 0; line < _lines; line++)
        {
            if (!_done[line] || _distance[line] >= goal) continue;
            if (line < _grid.Rows) _grid.RowLogs[line] += _distance[line] - goal;
            else _grid.ColumnLogs[line - _grid.Rows] -= _distance[line] - goal;
        }
    }

    private void Move(int goal, long block)
    {
        _excess[goal] += block;
        var at = goal;
        while (_from[at] >= 0)
        {
            var before = _from[at];
            if (before < _grid.Rows) _grid.Seats[(before * _grid.Columns) + at - _grid.Rows] += block;
            else _grid.Seats[(at * _grid.Columns) + before - _grid.Rows] -= block;
            at = before;
        }

        _excess[at] -= block;
    }

    private BiproportionalInfeasible Proof() =>
        Proof(
            _grid,
            [.. Enumerable.Range(0, _grid.Rows).Where(row => _done[row])],
            [.. Enumerable.Range(0, _grid.Columns).Where(column => _done[_grid.Rows + column])]);

    /// <summary>The sums of a proof over these rows and columns.</summary>
    public static BiproportionalInfeasible Proof(CellGrid grid, ImmutableArray<int> rows, ImmutableArray<int> columns)
    {
        var required = rows.Sum(row => grid.RowSeats[row]);
        var inside = rows.ToHashSet();
        foreach (var column in columns)
            for (var row = 0; row < grid.Rows; row++)
                if (!inside.Contains(row) && grid.Logs[(row * grid.Columns) + column] != CellGrid.None) required += grid.Floor;
        return new BiproportionalInfeasible(rows, columns, required, columns.Sum(column => grid.ColumnSeats[column]));
    }
}
