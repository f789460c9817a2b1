using System.Numerics;

namespace Foedus.Counting;

/// <summary>
/// Tries every vector of players by group, each standing for as many coalitions as there are ways to choose the players. O(product of
/// (players + 1) * groups * dimensions).
/// </summary>
internal sealed class VectorWalk
{
    private const int MostVectors = 1 << 27;
    private const int MostPlayers = 20_000;

    private readonly LoweredGame _game;
    private readonly Int128[][] _weights;
    private readonly Int128[][] _quotas;
    private readonly Int128[] _sums;
    private readonly int[] _levels;
    private readonly int[] _joined;
    private readonly BigInteger[][] _choose;
    private readonly Action<int, BigInteger> _seen;
    private readonly bool[] _critical;

    private VectorWalk(LoweredGame game, Action<VectorWalk, int, BigInteger> seen)
    {
        _game = game;
        _weights = Array.ConvertAll(game.Weights, weights => Array.ConvertAll(weights, weight => (Int128)weight));
        _quotas = Array.ConvertAll(game.Levels.Quotas, quotas => Array.ConvertAll(quotas, quota => (Int128)quota));
        _sums = new Int128[game.Dimensions];
        _levels = new int[game.Dimensions];
        _joined = new int[game.Groups];
        _critical = new bool[game.Groups];
        _choose = Array.ConvertAll(game.Counts, count => Binomials.Row((int)count));
        _seen = (size, ways) => seen(this, size, ways);
    }

    /// <summary>The work in steps.</summary>
    public static Int128 Cost(LoweredGame game)
    {
        var vectors = BigInteger.One;
        foreach (var count in game.Counts) vectors *= count + (BigInteger)1;
        foreach (var total in game.Totals)
            if (total > BigInteger.One << 124) return Int128.MaxValue;
        return vectors > MostVectors || game.Players > MostPlayers ? Int128.MaxValue : (Int128)vectors * 20 * (1 + game.Groups) * game.Dimensions * (1 + (game.Players / 64));
    }

    public static MinimalTable Minimal(LoweredGame game)
    {
        var table = MinimalTable.Empty(game.Groups, (int)game.Players + 1);
        new VectorWalk(game, (walk, size, ways) =>
        {
            for (var g = 0; g < game.Groups; g++)
                if (walk._joined[g] > 0 && !walk._critical[g]) return;
            table.BySize[size] += ways;
            for (var g = 0; g < game.Groups; g++)
                if (walk._joined[g] > 0) table.With[g][size] += ways * walk._joined[g];
        }).From(0, 0, BigInteger.One);
        return table.PerPlayer(game.Counts);
    }

    /// <summary>Coalitions in which a given player of a group is critical, by group and by how many critical players there are.</summary>
    public static BigInteger[][] Critical(LoweredGame game)
    {
        var table = MinimalTable.Empty(game.Groups, (int)game.Players + 1);
        new VectorWalk(game, (walk, _, ways) =>
        {
            var critical = 0;
            for (var g = 0; g < game.Groups; g++)
                if (walk._critical[g]) critical += walk._joined[g];
            for (var g = 0; g < game.Groups; g++)
                if (walk._critical[g]) table.With[g][critical] += ways * walk._joined[g];
        }).From(0, 0, BigInteger.One);
        return table.PerPlayer(game.Counts).With;
    }

    private void From(int group, int size, BigInteger ways)
    {
        if (group == _game.Groups)
        {
            See(size, ways);
            return;
        }

        for (var k = 0; k < _choose[group].Length; k++)
        {
            _joined[group] = k;
            From(group + 1, size + k, k == 0 ? ways : ways * _choose[group][k]);
            for (var d = 0; d < _sums.Length; d++) _sums[d] += _weights[group][d];
        }

        for (var d = 0; d < _sums.Length; d++) _sums[d] -= _choose[group].Length * _weights[group][d];
        _joined[group] = 0;
    }

    private void See(int size, BigInteger ways)
    {
        if (!Wins(-1)) return;
        for (var g = 0; g < _joined.Length; g++) _critical[g] = _joined[g] > 0 && !Wins(g);
        _seen(size, ways);
    }

    private bool Wins(int without)
    {
        for (var d = 0; d < _levels.Length; d++)
        {
            var sum = without < 0 ? _sums[d] : _sums[d] - _weights[without][d];
            var level = 0;
            while (level < _quotas[d].Length && sum >= _quotas[d][level]) level++;
            _levels[d] = level;
        }

        return _game.Levels.Wins(_levels);
    }
}
