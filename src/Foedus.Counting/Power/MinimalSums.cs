using System.Numerics;

namespace Foedus.Counting;

/// <summary>
/// Minimal winning coalitions where one sum, and perhaps the size, decide: players are added to a table of sums from the weightiest down, and
/// before each is added its swings among those before are read off. In the dual game the same is read of those left out. O(n * q) additions,
/// O(n^2 * q) with sizes, and O(n^2) readings by group.
/// </summary>
internal sealed class MinimalSums
{
    private const long MostPlayers = 3000;

    private readonly LoweredGame _game;
    private readonly SumRule _rule;
    private readonly int[] _players;
    private readonly long[] _weights;
    private readonly int _unit;
    private readonly bool _sized;
    private readonly Residues _residues;
    private readonly uint[][] _rows;

    private MinimalSums(LoweredGame game, SumRule rule, int[] order, bool sized)
    {
        (_game, _rule, _sized) = (game, rule, sized);
        _unit = sized || rule.CountsHeads ? 1 : 0;
        _players = [.. order.SelectMany(g => Enumerable.Repeat(g, (int)game.Counts[g]))];
        _weights = [.. game.Weights.Select(weights => (long)weights[rule.Weight])];
        _residues = new Residues(BigInteger.One << _players.Length);
        _rows = new uint[(_unit * _players.Length) + 1][];
        Bytes = _rows.Length * (rule.Top + 1) * 4;
        Int128 cells = (Int128)_players.Length * _rows.Length * (rule.Top + 1) / (_unit == 1 ? 8 : 4);
        Int128 lookups = 0;
        foreach (var weight in _weights)
            lookups += weight == 0 ? _rows.Length : _unit == 0 ? (rule.Top / weight) + 1 : Math.Min((rule.Top / weight) + 1, _rows.Length);
        Estimate = (cells + (lookups * _players.Length * _rows.Length * 4)) * _residues.Moduli.Length;
    }

    /// <summary>The work in steps.</summary>
    public Int128 Estimate { get; }

    public long Bytes { get; }

    public static MinimalSums? Plan(LoweredGame game, int[] order, bool sized) =>
        game.Players <= MostPlayers && SumRule.Of(game) is { } rule ? new MinimalSums(game, rule, order, sized) : null;

    public MinimalTable Count()
    {
        var (n, groups, moduli) = (_players.Length, _game.Groups, _residues.Moduli.Length);
        var sizes = _sized ? n + 1 : 1;

        // By size, group (the last place for all coalitions) and modulus.
        var sums = new uint[sizes * (groups + 1) * moduli];
        for (var m = 0; m < moduli; m++) Count(_residues.Moduli[m], m, sums);
        var table = MinimalTable.Empty(groups, sizes);
        for (var size = 0; size < sizes; size++)
        {
            for (var g = 0; g <= groups; g++)
            {
                var value = _residues.Gather(sums.AsSpan(((size * (groups + 1)) + g) * moduli, moduli));
                if (g == groups) table.BySize[size] = value;
                else table.With[g][size] = value;
            }
        }

        return table.PerPlayer(_game.Counts);
    }

    private void Count(uint modulus, int m, uint[] sums)
    {
        for (var r = 0; r < _rows.Length; r++)
        {
            if (_rows[r] is null) _rows[r] = new uint[_rule.Top + 1];
            else Array.Clear(_rows[r]);
        }

        Array.Fill(_rows[0], 1u);
        var before = new long[_game.Groups];
        var tail = _game.Players;
        var tailWeight = (long)_game.Totals[_rule.Weight];
        for (var j = 0; j < _players.Length; j++)
        {
            tail--;
            tailWeight -= _weights[_players[j]];
            Read(j, before, _rule.IsDual ? tail : 0, _rule.IsDual ? tailWeight : 0, modulus, m, sums);
            Add(_players[j], modulus);
            before[_players[j]]++;
        }
    }

    /// <summary>The minimal coalitions whose last member is this player.</summary>
    private void Read(int j, long[] before, long tail, long tailWeight, uint modulus, int m, uint[] sums)
    {
        var (groups, moduli, last) = (_game.Groups, _residues.Moduli.Length, _players[j]);
        for (var row = 0; row <= _unit * j; row++)
        {
            var size = !_sized ? 0 : _rule.IsDual ? _players.Length - row - (int)tail : row + 1;
            var least = _rule.Least(row + tail);
            var joined = _rule.Least(row + tail + 1);
            if (joined == SumRule.Never) continue;
            joined -= tailWeight + _weights[last];
            if (least != SumRule.Never) least -= tailWeight;
            var all = Residues.Difference(Below(row, least, j, modulus), Below(row, joined, j, modulus), modulus);
            Put(groups, size, all);
            Put(last, size, all);
            for (var g = 0; g < groups; g++)
            {
                if (before[g] == 0) continue;
                var without = Residues.Difference(Without(g, row, least, j, modulus), Without(g, row, joined, j, modulus), modulus);
                var held = _rule.IsDual ? without : Residues.Difference(all, without, modulus);
                Put(g, size, Times(held, before[g], modulus));
            }
        }

        void Put(int group, int size, uint value)
        {
            var place = (((size * (groups + 1)) + group) * moduli) + m;
            sums[place] = Residues.Sum(sums[place], value, modulus);
        }
    }

    private static uint Times(uint value, long times, uint modulus) =>
        (uint)((UInt128)value * (ulong)times % (modulus == 0 ? 1UL << 32 : modulus));

    private uint Below(int row, long below, int players, uint modulus)
    {
        if (below == SumRule.Never) return row > players ? 0 : Residues.Of(Binomials.Row(players)[row], modulus);
        return below <= 0 || row < 0 ? 0 : _rows[row][Math.Min(below - 1, _rule.Top)];
    }

    private uint Without(int group, int row, long below, int players, uint modulus)
    {
        if (below == SumRule.Never) return row > players - 1 ? 0 : Residues.Of(Binomials.Row(players - 1)[row], modulus);
        var sum = 0u;
        var plus = true;
        for (; below > 0 && row >= 0; below -= _weights[group], row -= _unit, plus = !plus)
            sum = plus ? Residues.Sum(sum, Below(row, below, players, modulus), modulus) : Residues.Difference(sum, Below(row, below, players, modulus), modulus);
        return sum;
    }

    // A place holds all coalitions up to its sum, and one more player moves that as a whole.
    private void Add(int group, uint modulus)
    {
        var weight = _weights[group];
        if (weight > _rule.Top) return;
        for (var row = _rows.Length - 1; row >= _unit; row--)
            Residues.Add(_rows[row].AsSpan((int)weight), _rows[row - _unit].AsSpan(0, _rows[row - _unit].Length - (int)weight), modulus);
    }
}
