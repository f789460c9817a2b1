namespace Foedus.Counting;

/// <summary>
/// Divides the seats of one row by the divisor rule, the divisors of the columns being given, or of one column likewise. In turn over rows and
/// columns this is the alternating scaling of Pukelsheim (2004), which comes near to the answer quickly and may never reach it.
/// Seats move in blocks that are halved, so that the work does not grow with the seats. O(cells of the line * moves).
/// </summary>
internal sealed class LineFit(CellGrid grid)
{
    private readonly long[] _base = new long[Math.Max(grid.Rows, grid.Columns)];
    private readonly long[] _next = new long[Math.Max(grid.Rows, grid.Columns)];
    private readonly long[] _last = new long[Math.Max(grid.Rows, grid.Columns)];

    public void FitRow(int row) => grid.RowLogs[row] = Fit(row * grid.Columns, 1, grid.Columns, grid.ColumnLogs, grid.RowSeats[row]);

    public void FitColumn(int column) => grid.ColumnLogs[column] = Fit(column, grid.Columns, grid.Rows, grid.RowLogs, grid.ColumnSeats[column]);

    private long Fit(int start, int stride, int count, long[] others, long target)
    {
        var missing = target;
        for (var k = 0; k < count; k++)
        {
            var cell = start + (k * stride);
            missing -= grid.Seats[cell];
            _base[k] = grid.Logs[cell] == CellGrid.None ? CellGrid.None : grid.Logs[cell] - others[k];
        }

        var block = 1L;
        while (block * 2 <= Math.Abs(missing)) block *= 2;
        for (; block > 0; block /= 2)
        {
            for (var k = 0; k < count; k++) Weigh(k, start + (k * stride), block);
            while (true)
            {
                var (gains, loses) = (Greatest(count), Least(count));
                if (missing >= block && gains >= 0)
                {
                    Move(gains, block);
                    missing -= block;
                }
                else if (missing <= -block && loses >= 0)
                {
                    Move(loses, -block);
                    missing += block;
                }
                else if (gains >= 0 && loses >= 0 && gains != loses && _next[gains] > _last[loses])
                {
                    Move(gains, block);
                    Move(loses, -block);
                }
                else
                {
                    break;
                }
            }
        }

        var (next, last) = (Greatest(count), Least(count));
        if (next < 0) return 0;
        return last < 0 ? _next[next] + (1L << grid.Bits) : _next[next] + ((_last[last] - _next[next]) / 2);

        void Move(int k, long seats)
        {
            var cell = start + (k * stride);
            grid.Seats[cell] += seats;
            Weigh(k, cell, Math.Abs(seats));
        }
    }

    // What a block more, or the last block, is worth to the cell: the logarithm of the divisor of the line at which it is just won.
    private void Weigh(int k, int cell, long block)
    {
        if (_base[k] == CellGrid.None)
        {
            (_next[k], _last[k]) = (CellGrid.None, long.MaxValue);
            return;
        }

        _next[k] = _base[k] - grid.Signpost(grid.Seats[cell] + block);
        _last[k] = grid.MayLose(cell, block) ? _base[k] - grid.Signpost(grid.Seats[cell] - block + 1) : long.MaxValue;
    }

    private int Greatest(int count)
    {
        var best = -1;
        for (var k = 0; k < count; k++)
            if (_next[k] != CellGrid.None && (best < 0 || _next[k] > _next[best])) best = k;
        return best;
    }

    private int Least(int count)
    {
        var best = -1;
        for (var k = 0; k < count; k++)
            if (_last[k] != long.MaxValue && (best < 0 || _last[k] < _last[best])) best = k;
        return best;
    }
}
