using System.Numerics;

namespace Foedus.Counting;

/// <summary>
/// How many coalitions have each sum, row by row (by code), with players added one after another: the generating function of Mann and Shapley
/// (1962), remainders by one modulus at a time. A row holds only the sums that it can have.
/// </summary>
internal sealed class SumTable
{
    private const int Batch = 8;

    private readonly int[] _players;
    private readonly long[] _weights;
    private readonly int[] _units;
    private readonly long _top;
    private readonly long[] _low;
    private readonly long[] _high;
    private readonly uint[][] _rows;

    /// <param name="players">The group of each player, in the order of adding.</param>
    /// <param name="weights">By group.</param>
    /// <param name="units">By group, what a player adds to the row.</param>
    /// <param name="rows">How many rows there are at most.</param>
    /// <param name="top">Sums above it are left out.</param>
    public SumTable(int[] players, long[] weights, int[] units, int rows, long top)
    {
        (_players, _weights, _units, _top) = (players, weights, units, top);
        (_low, _high) = Nothing(rows);
        foreach (var g in players) Cells += Grow(_low, _high, g);
        var used = 0;
        for (var r = 0; r < rows; r++)
        {
            if (_high[r] < 0) continue;
            used = r + 1;
            Size += _high[r] - _low[r] + 1;
        }

        RowCount = used;
        _rows = new uint[used][];
    }

    /// <summary>Rows up to the last that has a sum.</summary>
    public int RowCount { get; }

    /// <summary>Additions for one modulus.</summary>
    public Int128 Cells { get; }

    /// <summary>Numbers that are kept.</summary>
    public long Size { get; }

    /// <summary>Fills the table by one modulus, and sums it up so that a place tells how many coalitions have at most its sum.</summary>
    public void Fill(uint modulus)
    {
        for (var r = 0; r < _rows.Length; r++)
        {
            if (_high[r] < 0) continue;
            if (_rows[r] is null) _rows[r] = new uint[_high[r] - _low[r] + 1];
            else Array.Clear(_rows[r]);
        }

        _rows[0][0] = 1;
        var (low, high) = Nothing(_low.Length);
        for (var from = 0; from < _players.Length; from += Batch) AddPlayers(_players.AsSpan(from, Math.Min(Batch, _players.Length - from)), low, high, modulus);
        foreach (var row in _rows)
        {
            if (row is null) continue;
            var sum = 0u;
            for (var i = 0; i < row.Length; i++) row[i] = sum = Residues.Sum(sum, row[i], modulus);
        }
    }

    /// <summary>How many coalitions of a row have at most a sum.</summary>
    public uint UpTo(int row, long sum)
    {
        if (row < 0 || row >= RowCount || _high[row] < 0 || sum < _low[row]) return 0;
        return _rows[row][Math.Min(sum, _high[row]) - _low[row]];
    }

    private static (long[] Low, long[] High) Nothing(int rows)
    {
        var (low, high) = (new long[rows], new long[rows]);
        Array.Fill(high, -1);
        high[0] = 0;
        return (low, high);
    }

    /// <summary>What sums each row has once a player is added; how many additions that takes.</summary>
    private Int128 Grow(long[] low, long[] high, int group)
    {
        var (weight, unit) = (_weights[group], _units[group]);
        Int128 cells = 0;
        for (var r = high.Length - 1; r >= unit; r--)
        {
            var from = r - unit;
            if (high[from] < 0 || low[from] + weight > _top) continue;
            var (least, most) = (low[from] + weight, Math.Min(_top, high[from] + weight));
            cells += most - least + 1;
            low[r] = high[r] < 0 ? least : Math.Min(low[r], least);
            high[r] = Math.Max(high[r], most);
        }

        return cells;
    }

    /// <summary>
    /// Adds several players in one sweep over the rows from the last to the first, each player one row behind the one before, so that a row
    /// is still near the processor when the next player needs it.
    /// </summary>
    private void AddPlayers(ReadOnlySpan<int> players, long[] low, long[] high, uint modulus)
    {
        foreach (var g in players)
        {
            if (_units[g] == 1) continue;
            AddOneByOne(players, low, high, modulus);
            return;
        }

        var stages = new (long[] Low, long[] High)[players.Length];
        for (var j = 0; j < players.Length; j++)
        {
            stages[j] = ((long[])low.Clone(), (long[])high.Clone());
            Grow(low, high, players[j]);
        }

        for (var sweep = RowCount - 1; sweep >= 2 - players.Length; sweep--)
            for (var j = 0; j < players.Length; j++)
                if (sweep + j is var row && row >= 1 && row < RowCount) AddInto(row, row - 1, _weights[players[j]], stages[j].Low[row - 1], stages[j].High[row - 1], modulus);
    }

    private void AddOneByOne(ReadOnlySpan<int> players, long[] low, long[] high, uint modulus)
    {
        foreach (var g in players)
        {
            for (var row = RowCount - 1; row >= _units[g]; row--) AddInto(row, row - _units[g], _weights[g], low[row - _units[g]], high[row - _units[g]], modulus);
            Grow(low, high, g);
        }
    }

    private void AddInto(int row, int from, long weight, long low, long high, uint modulus)
    {
        high = Math.Min(high, _top - weight);
        if (high < low || high < 0) return;
        var length = (int)(high - low + 1);
        Residues.Add(_rows[row].AsSpan((int)(low + weight - _low[row]), length), _rows[from].AsSpan((int)(low - _low[from]), length), modulus);
    }
}
