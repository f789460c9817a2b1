using System.Collections.Immutable;
using System.Numerics;

namespace Foedus.Counting;

/// <summary>
/// Writes out minimal winning coalitions: classes in turn, the weightiest first, each taken as often as possible before less; a coalition that
/// wins is not added to, and one that cannot win with all who are left is given up.
/// </summary>
internal sealed class CoalitionWriter
{
    private readonly LoweredGame _game;
    private readonly (int Class, int Group, long Count)[] _classes;
    private readonly BigInteger[] _sums;
    private readonly BigInteger[] _left;
    private readonly long[] _joined;
    private readonly int[] _levels;
    private readonly int _most;
    private readonly int _width;
    private long _steps;

    private CoalitionWriter(VotingGame game, LoweredGame lowered, int most, long steps)
    {
        (_game, _most, _steps, _width) = (lowered, most, steps, game.Classes.Length);
        _classes =
        [
            .. game.GroupOf.Select((g, c) => (Class: c, Group: g, game.Classes[c].Count)).Where(p => p.Group >= 0)
                .OrderByDescending(p => Enumerable.Range(0, lowered.Dimensions).Aggregate(Ratio.Zero, (sum, d) => sum + Ratio.Of(lowered.Weights[p.Group][d], lowered.Totals[d])))
                .ThenBy(p => p.Class),
        ];
        _sums = new BigInteger[lowered.Dimensions];
        _left = [.. lowered.Totals];
        _joined = new long[_classes.Length];
        _levels = new int[lowered.Dimensions];
    }

    private List<ImmutableArray<long>> Found { get; } = [];

    public static CoalitionList Write(VotingGame game, LoweredGame lowered, int most, PowerBudget budget)
    {
        var writer = new CoalitionWriter(game, lowered, Math.Max(0, most), budget.Steps / 200 / Math.Max(1, lowered.Dimensions));
        var complete = writer.From(0);
        return new CoalitionList([.. writer.Found], complete);
    }

    // False when it had to stop.
    private bool From(int at)
    {
        if (_steps-- <= 0) return false;
        if (Wins(_sums))
        {
            if (!IsMinimal()) return true;
            if (Found.Count == _most) return false;
            Found.Add(Joined());
            return true;
        }

        if (at == _classes.Length || !Wins(_left)) return true;

        // Of a class as many as it takes, and never more.
        var (_, g, count) = _classes[at];
        while (_joined[at] < count && !Wins(_sums))
        {
            _joined[at]++;
            for (var d = 0; d < _sums.Length; d++) _sums[d] += _game.Weights[g][d];
            if (_steps-- <= 0) return false;
        }

        var goesOn = true;
        while (true)
        {
            // Those of the class who have not joined are out.
            for (var d = 0; d < _left.Length; d++) _left[d] -= (count - _joined[at]) * _game.Weights[g][d];
            goesOn = goesOn && From(at + 1);
            for (var d = 0; d < _left.Length; d++) _left[d] += (count - _joined[at]) * _game.Weights[g][d];
            if (_joined[at] == 0) return goesOn;
            _joined[at]--;
            for (var d = 0; d < _sums.Length; d++) _sums[d] -= _game.Weights[g][d];
        }
    }

    private bool IsMinimal()
    {
        for (var at = 0; at < _classes.Length; at++)
        {
            if (_joined[at] == 0) continue;
            var weights = _game.Weights[_classes[at].Group];
            for (var d = 0; d < _sums.Length; d++) _sums[d] -= weights[d];
            var wins = Wins(_sums);
            for (var d = 0; d < _sums.Length; d++) _sums[d] += weights[d];
            if (wins) return false;
        }

        return true;
    }

    private ImmutableArray<long> Joined()
    {
        var players = new long[_width];
        for (var at = 0; at < _classes.Length; at++) players[_classes[at].Class] = _joined[at];
        return [.. players];
    }

    private bool Wins(BigInteger[] sums)
    {
        for (var d = 0; d < sums.Length; d++)
        {
            var quotas = _game.Levels.Quotas[d];
            var level = 0;
            while (level < quotas.Length && sums[d] >= quotas[level]) level++;
            _levels[d] = level;
        }

        return _game.Levels.Wins(_levels);
    }
}
