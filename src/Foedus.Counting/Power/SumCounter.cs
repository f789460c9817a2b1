using System.Numerics;

namespace Foedus.Counting;

/// <summary>
/// Swings where one sum, and perhaps the size, decide: one table of sums for all the players, from which each player is taken out again by
/// division of the generating function (Mann and Shapley 1962; Bilbao, Fernandez, Jimenez Losada and Lopez 2000). O(n * q) additions without
/// sizes and O(n^2 * q) with them, for n players and the smaller of quota and whole less quota, times n/31 moduli, eight or sixteen at a time.
/// </summary>
internal sealed class SumCounter
{
    private const int MostPlayers = 30_000;
    private const int MostRows = 1 << 20;
    private const long MostGrowing = 100_000_000;

    private readonly LoweredGame _game;
    private readonly SumRule _rule;
    private readonly int[] _units;
    private readonly long[] _weights;
    private readonly SumTable _table;
    private readonly Residues _residues;
    private readonly long[] _least;
    private readonly BigInteger[] _choose;
    private readonly BigInteger[] _chooseOthers;

    private SumCounter(LoweredGame game, SumRule rule, int[] units, int rows)
    {
        (_game, _rule, _units) = (game, rule, units);
        _weights = [.. game.Weights.Select(weights => (long)weights[rule.Weight])];
        var order = Enumerable.Range(0, game.Groups).OrderBy(g => _weights[g]).ThenBy(g => g);
        _table = new SumTable([.. order.SelectMany(g => Enumerable.Repeat(g, (int)game.Counts[g]))], _weights, units, rows, rule.Top);
        _least = new long[rows + 1];
        for (var r = 0; r < _least.Length; r++) _least[r] = rule.Least(r);
        var n = (int)game.Players;
        var plain = Array.TrueForAll(units, unit => unit == 1);
        (_choose, _chooseOthers) = plain ? (Binomials.Row(n), Binomials.Row(n - 1)) : ([], []);
        _residues = new Residues(plain ? _choose.Max() : BigInteger.One << n);
        Rows = rows;
        Estimate = ((_table.Cells / 4) + _table.Size + (Lookups() * 4)) * _residues.Moduli.Length;
        Bytes = _table.Size * 4;
    }

    /// <summary>The work in steps.</summary>
    public Int128 Estimate { get; }

    /// <summary>Memory for the table.</summary>
    public long Bytes { get; }

    private int Rows { get; }

    // Beyond the table no sum is small enough to lose, but a size may be.
    private int Told => _rule.CountsHeads ? Rows : _table.RowCount;

    /// <summary>The way to count; null where the method does not apply or is out of all reach.</summary>
    /// <param name="game">The game.</param>
    /// <param name="units">What a player adds to the code.</param>
    public static SumCounter? Plan(LoweredGame game, int[] units)
    {
        if (game.Players > MostPlayers || SumRule.Of(game) is not { } rule) return null;

        // Sizes have to be told apart where they decide; then they are the code.
        var coded = Array.Exists(units, unit => unit != 0);
        if (rule.CountsHeads)
        {
            if (coded && Array.Exists(units, unit => unit != 1)) return null;
            units = [.. units.Select(_ => 1)];
        }

        var greatest = BigInteger.Zero;
        for (var g = 0; g < units.Length; g++) greatest += (BigInteger)game.Counts[g] * units[g];
        if (greatest >= MostRows || (greatest + 1) * game.Players > MostGrowing) return null;
        return new SumCounter(game, rule, units, (int)greatest + 1);
    }

    public SwingTable Count(bool coded)
    {
        var moduli = _residues.Moduli;
        var losing = new uint[Told * moduli.Length];
        var swings = new uint[_game.Groups][];
        for (var g = 0; g < swings.Length; g++) swings[g] = new uint[Told * moduli.Length];
        for (var m = 0; m < moduli.Length; m++)
        {
            _table.Fill(moduli[m]);
            for (var row = 0; row < Told; row++)
            {
                losing[(row * moduli.Length) + m] = Below(row, _least[row], moduli[m], _choose);
                for (var g = 0; g < swings.Length; g++) swings[g][(row * moduli.Length) + m] = Swings(g, row, moduli[m]);
            }
        }

        return Gather(losing, swings, coded);
    }

    private SwingTable Gather(uint[] losing, uint[][] swings, bool coded)
    {
        var (moduli, n) = (_residues.Moduli.Length, (int)_game.Players);
        var lost = BigInteger.Zero;
        for (var row = 0; row < Told; row++)
        {
            lost += _residues.Gather(losing.AsSpan(row * moduli, moduli));
        }

        var table = new BigInteger[_game.Groups][];
        for (var g = 0; g < table.Length; g++)
        {
            table[g] = new BigInteger[coded ? Rows : 1];
            for (var row = 0; row < Told; row++)
            {
                // A swing of the dual game is one of the game, of those who are left.
                var code = !coded ? 0 : _rule.IsDual ? Rows - 1 - _units[g] - row : row;
                if (code >= 0) table[g][code] += _residues.Gather(swings[g].AsSpan(row * moduli, moduli));
            }
        }

        return new SwingTable(_rule.IsDual ? lost : (BigInteger.One << n) - lost, table);
    }

    /// <summary>Coalitions of a row below a sum.</summary>
    private uint Below(int row, long sum, uint modulus, BigInteger[] all) =>
        sum == SumRule.Never ? Residues.Of(all[row], modulus) : _table.UpTo(row, sum - 1);

    /// <summary>Coalitions of a row without a player of a group that lose, and win with the player.</summary>
    private uint Swings(int group, int row, uint modulus)
    {
        var next = row + _units[group];
        if (next >= _least.Length || (_rule.CountsHeads && row >= _chooseOthers.Length)) return 0;
        var (least, joined) = (_least[row], _least[next]);
        if (joined == SumRule.Never) return 0;
        return Residues.Difference(Without(group, row, least, modulus), Without(group, row, joined - _weights[group], modulus), modulus);
    }

    /// <summary>Coalitions of a row below a sum that do not hold a player of a group: those with the player are those without, moved on.</summary>
    private uint Without(int group, int row, long below, uint modulus)
    {
        if (below == SumRule.Never) return Residues.Of(_chooseOthers[row], modulus);
        var (weight, unit) = (_weights[group], _units[group]);
        var sum = 0u;
        var plus = true;
        for (var most = below - 1; most >= 0 && row >= 0; most -= weight, row -= unit, plus = !plus)
            sum = plus ? Residues.Sum(sum, _table.UpTo(row, most), modulus) : Residues.Difference(sum, _table.UpTo(row, most), modulus);
        return sum;
    }

    private Int128 Lookups()
    {
        Int128 lookups = 0;
        for (var g = 0; g < _weights.Length; g++)
        {
            var depth = _weights[g] == 0 ? long.MaxValue : (_rule.Top / _weights[g]) + 1;
            lookups += _units[g] == 0 ? 2 * depth : (Int128)2 * _table.RowCount * Math.Min(depth, (_table.RowCount / _units[g]) + 1);
        }

        return lookups;
    }
}
