using System.Numerics;

namespace Foedus.Counting;

/// <summary>Draws random coalitions and notes who is critical. A coalition is drawn as numbers of players by group, which is all that matters.</summary>
internal sealed class PowerSampler<T>
    where T : struct, IBinaryInteger<T>
{
    private readonly LoweredGame _game;
    private readonly T[][] _weights;
    private readonly T[][] _quotas;
    private readonly T[] _sums;
    private readonly int[] _levels;
    private readonly long[] _joined;
    private readonly BigInteger[] _critical;

    public PowerSampler(LoweredGame game)
    {
        _game = game;
        _weights = Array.ConvertAll(game.Weights, weights => Array.ConvertAll(weights, T.CreateChecked));
        _quotas = Array.ConvertAll(game.Levels.Quotas, quotas => Array.ConvertAll(quotas, T.CreateChecked));
        _sums = new T[game.Dimensions];
        _levels = new int[game.Dimensions];
        _joined = new long[game.Groups];
        _critical = new BigInteger[game.Groups];
    }

    /// <summary>How many coalitions won, and the critical players of each group in all of them together.</summary>
    public (long Winning, BigInteger[] Critical) Draw(long samples, RandomBits random, bool evenChance)
    {
        Array.Clear(_critical);
        var winning = 0L;
        for (var sample = 0L; sample < samples; sample++)
        {
            Array.Clear(_sums);
            var chance = evenChance ? 0 : random.Next();
            for (var g = 0; g < _joined.Length; g++)
            {
                _joined[g] = evenChance ? random.Coins(_game.Counts[g]) : random.Chances(_game.Counts[g], chance);
                var joined = T.CreateChecked(_joined[g]);
                for (var d = 0; d < _sums.Length; d++) _sums[d] += joined * _weights[g][d];
            }

            var wins = Wins(-1, false);
            if (wins) winning++;
            for (var g = 0; g < _joined.Length; g++)
            {
                // One who has joined is critical if it fails without; one who has not, if it carries with it.
                var candidates = wins ? _joined[g] : _game.Counts[g] - _joined[g];
                if (candidates > 0 && Wins(g, !wins) != wins) _critical[g] += candidates;
            }
        }

        return (winning, [.. _critical]);
    }

    private bool Wins(int group, bool joins)
    {
        for (var d = 0; d < _levels.Length; d++)
        {
            var sum = group < 0 ? _sums[d] : joins ? _sums[d] + _weights[group][d] : _sums[d] - _weights[group][d];
            var level = 0;
            while (level < _quotas[d].Length && sum >= _quotas[d][level]) level++;
            _levels[d] = level;
        }

        return _game.Levels.Wins(_levels);
    }
}
