namespace Foedus.Counting;

/// <summary>
/// Turns logarithms into divisors that people can work with: one line after the other gets the roundest number that keeps every cell of
/// the line a rounding, checked with exact fractions.
/// </summary>
internal sealed class LineDivisors
{
    // Logarithms of bounds are wrong by a few parts; bounds this near to the best are compared exactly.
    private const long Margin = 64;

    private readonly CellGrid _grid;
    private readonly int[] _component;
    private readonly Ratio[] _factor;
    private readonly long[] _factorLog;
    private readonly long[] _number;
    private readonly ILookup<int, int> _members;
    private readonly List<(int Line, int Other, bool IsLow, long Log)> _bounds = [];
    private readonly Ratio?[] _known;

    public LineDivisors(CellGrid grid, ExactRings rings)
    {
        _grid = grid;
        _component = rings.Component;
        _factor = rings.Factor;
        _known = rings.Number;
        var lines = grid.Rows + grid.Columns;
        _members = Enumerable.Range(0, lines).ToLookup(line => _component[line]);
        _factorLog = Array.ConvertAll(_factor, factor => factor == Ratio.One ? 0 : FixedLog.Of(factor, grid.Bits));
        _number = new long[lines];
        Rows = new Ratio[grid.Rows];
        Columns = new Ratio[grid.Columns];
    }

    public Ratio[] Rows { get; }

    public Ratio[] Columns { get; }

    /// <summary>Finds the divisors; false when the logarithms were not fine enough.</summary>
    public bool Find()
    {
        var centre = Centre();
        foreach (var group in _members)
        {
            // The first line has the factor that the logarithms are of: a row if there is one.
            var leader = group.First();
            var near = FixedLog.Power(Log(leader) - _factorLog[leader], _grid.Bits);
            Set(group.Key, _known[group.Key] is { } exact ? exact * centre : near);
        }

        foreach (var group in _members.OrderBy(group => group.First()))
            if (!Round(group.Key)) return false;
        return true;
    }

    private long Log(int line) => line < _grid.Rows ? _grid.RowLogs[line] : -_grid.ColumnLogs[line - _grid.Rows];

    // Column divisors come to lie around one; returns what all numbers are multiplied by.
    private Ratio Centre()
    {
        var sorted = _grid.ColumnLogs.Order().ToArray();
        var middle = (sorted[sorted.Length / 2] >> _grid.Bits) << _grid.Bits;
        for (var row = 0; row < _grid.Rows; row++) _grid.RowLogs[row] += middle;
        for (var column = 0; column < _grid.Columns; column++) _grid.ColumnLogs[column] -= middle;
        return FixedLog.Power(middle, _grid.Bits);
    }

    private void Set(int component, Ratio number)
    {
        _number[component] = FixedLog.Of(number, _grid.Bits);
        foreach (var line in _members[component])
        {
            var log = _number[component] + _factorLog[line];
            if (line < _grid.Rows)
            {
                Rows[line] = number * _factor[line];
                _grid.RowLogs[line] = log;
            }
            else
            {
                Columns[line - _grid.Rows] = 1 / (number * _factor[line]);
                _grid.ColumnLogs[line - _grid.Rows] = -log;
            }
        }
    }

    private bool Round(int component)
    {
        _bounds.Clear();
        foreach (var line in _members[component]) Collect(component, line);
        Ratio? low = null;
        Ratio? high = null;
        if (_bounds.Count == 0)
        {
            // Nothing bears on this component from outside: its first column, if any, gets the divisor 1.
            var first = _members[component].Cast<int?>().FirstOrDefault(line => line >= _grid.Rows);
            Set(component, first is { } column ? 1 / _factor[column] : 1);
            return true;
        }

        var (bestLow, bestHigh) = (long.MinValue, long.MaxValue);
        foreach (var bound in _bounds)
        {
            if (bound.IsLow) bestLow = Math.Max(bestLow, bound.Log);
            else bestHigh = Math.Min(bestHigh, bound.Log);
        }

        foreach (var bound in _bounds)
        {
            if (bound.IsLow && bound.Log >= bestLow - Margin && Exact(bound.Line, bound.Other, isLow: true) is var lower && !(lower <= low)) low = lower;
            if (!bound.IsLow && bound.Log <= bestHigh + Margin && Exact(bound.Line, bound.Other, isLow: false) is var upper && !(upper >= high)) high = upper;
        }

        if (low >= high) return false;
        var leader = _members[component].First();
        var (from, to) = leader < _grid.Rows
            ? (low * _factor[leader], high * _factor[leader])
            : (1 / (high * _factor[leader]), 1 / (low * _factor[leader]));
        var power = _grid.Rule.Power;
        DivisorBound? lowest = from is { } f ? new DivisorBound(f, power) : null;
        DivisorBound? highest = to is { } t ? new DivisorBound(t, power) : null;
        var round = RoundDivisor.Between(lowest, highest)!.Value.Power(power);
        Set(component, (leader < _grid.Rows ? round : 1 / round) / _factor[leader]);
        return true;
    }

    // Bounds of the component's number: a row divisor is number * factor, a column divisor 1 / (number * factor).
    private void Collect(int component, int line)
    {
        var isRow = line < _grid.Rows;
        var others = isRow ? _grid.Columns : _grid.Rows;
        for (var k = 0; k < others; k++)
        {
            var other = isRow ? _grid.Rows + k : k;
            if (_component[other] == component) continue;
            var cell = isRow ? (line * _grid.Columns) + k : (k * _grid.Columns) + line - _grid.Rows;
            if (_grid.Logs[cell] == CellGrid.None) continue;
            var known = Log(other);
            var more = isRow ? _grid.Logs[cell] - _grid.Signpost(_grid.Seats[cell] + 1) + known : known + _grid.Signpost(_grid.Seats[cell] + 1) - _grid.Logs[cell];
            _bounds.Add((line, other, isRow, more - _factorLog[line]));
            if (!_grid.MayLose(cell, 1)) continue;
            var less = isRow ? _grid.Logs[cell] - _grid.Signpost(_grid.Seats[cell]) + known : known + _grid.Signpost(_grid.Seats[cell]) - _grid.Logs[cell];
            _bounds.Add((line, other, !isRow, less - _factorLog[line]));
        }
    }

    private Ratio Exact(int line, int other, bool isLow)
    {
        var isRow = line < _grid.Rows;
        var (row, column) = isRow ? (line, other - _grid.Rows) : (other, line - _grid.Rows);
        var cell = (row * _grid.Columns) + column;
        var signpost = _grid.Rule.Signpost(_grid.Seats[cell] + (isLow == isRow ? 1 : 0));
        return isRow
            ? _grid.Terms[cell] / (signpost * Columns[column] * _factor[line])
            : Rows[row] * signpost / (_grid.Terms[cell] * _factor[line]);
    }
}
