using System.Collections.Immutable;
using System.Numerics;

namespace Foedus.Counting;

/// <summary>
/// The least number of voters whose move from one response to another makes a test hold. From below: each gate alone, most helpful voters
/// first, and the k-th least number where k parts are needed. From above: the voters in each gate's order, and a trial of all when few.
/// </summary>
internal sealed class CoalitionSearch
{
    private const int MostCoalitions = 100_000;

    private readonly GateTree _tree;
    private readonly Response _from;
    private readonly Response _to;
    private readonly ResponseCounts[] _start;
    private readonly long[] _available;
    private readonly RatioRange[] _values;
    private readonly RatioRange[][] _gains;

    private CoalitionSearch(Threshold goal, Profile votes, Response from, Response to)
    {
        _tree = new GateTree(goal, votes);
        (_from, _to) = (from, to);
        _start = Weighing.Counts(votes);
        _available = Array.ConvertAll(_start, counts => Math.Max(0, counts[from]));
        _values = [.. _tree.Gates.Select(gate => gate.Difference.Value(_start))];
        _gains = [.. _tree.Gates.Select(gate => Enumerable.Range(0, _start.Length).Select(c => gate.Difference.Move(c, from, to)).ToArray())];
    }

    public static LeastVoters Least(Threshold goal, Profile votes, Response from, Response to) =>
        new CoalitionSearch(goal, votes, from, to).Least();

    private LeastVoters Least()
    {
        // From below. A range is taken at its best here, so that fewer never suffice.
        if (_tree.KthLeast(FewestForGate) is not { } fewest) return new LeastVoters.Never();
        var found = Orders().Select(Along).Where(moved => moved is not null).MinBy(moved => Sum(moved!));
        if (found is not null && Sum(found) == fewest) return new LeastVoters.Exactly(fewest, [.. found]);

        if (_available.Aggregate(BigInteger.One, (product, voters) => product * (voters + BigInteger.One)) > MostCoalitions)
            return new LeastVoters.Between(fewest, found is null ? null : Sum(found), found is null ? [] : [.. found]);
        var best = found;
        TryAll(new long[_available.Length], 0, BigInteger.Zero, ref best);
        return best is null ? new LeastVoters.Never() : new LeastVoters.Exactly(Sum(best), [.. best]);
    }

    private static BigInteger Sum(long[] moved) => moved.Aggregate(BigInteger.Zero, (sum, voters) => sum + voters);

    private BigInteger? FewestForGate(int gate)
    {
        var value = _values[gate].High;
        var strict = _tree.Gates[gate].Strict;
        var count = BigInteger.Zero;
        if (Passes(value, strict)) return count;
        foreach (var c in Enumerable.Range(0, _available.Length).OrderByDescending(c => _gains[gate][c].High))
        {
            var gain = _gains[gate][c].High;
            if (gain.Sign <= 0) return null;
            var needed = Needed(value, gain, strict);
            if (needed <= _available[c]) return count + needed;
            count += _available[c];
            value += _available[c] * gain;
        }

        return null;
    }

    private static bool Passes(Ratio value, bool strict) => strict ? value.Sign > 0 : value.Sign >= 0;

    // How many moves of a gain above zero bring a failing value to pass.
    private static BigInteger Needed(Ratio value, Ratio gain, bool strict)
    {
        var moves = -value / gain;
        return strict ? moves.Floor() + 1 : moves.Ceiling();
    }

    /// <summary>Orders worth trying: by the gain in each gate, equal gains by the other gates; and by all gains together.</summary>
    private IEnumerable<int[]> Orders()
    {
        var classes = Enumerable.Range(0, _available.Length).Where(c => _available[c] > 0).ToArray();
        if (_gains.Length == 0) yield return classes;
        for (var first = 0; first < _gains.Length; first++)
        {
            var lead = first;
            var order = classes.OrderByDescending(c => _gains[lead][c].Low);
            foreach (var gains in _gains) order = order.ThenByDescending(c => gains[c].Low);
            yield return [.. order];
        }

        // Gains as parts of what each gate lacks.
        yield return [.. classes.OrderByDescending(c =>
            _gains.Select((gains, gate) => _values[gate].Low.Sign < 0 ? gains[c].Low / -_values[gate].Low : Ratio.Zero)
                .Aggregate(Ratio.Zero, (sum, part) => sum + part))];
    }

    /// <summary>The fewest along one order. The tree can only begin to hold where a gate begins to.</summary>
    private long[]? Along(int[] order)
    {
        var turns = new SortedSet<BigInteger> { BigInteger.Zero };
        for (var gate = 0; gate < _gains.Length; gate++)
        {
            var value = _values[gate].Low;
            var strict = _tree.Gates[gate].Strict;
            var count = BigInteger.Zero;
            foreach (var c in order)
            {
                var gain = _gains[gate][c].Low;
                if (!Passes(value, strict) && gain.Sign > 0 && Needed(value, gain, strict) is var needed && needed <= _available[c])
                    turns.Add(count + needed);
                count += _available[c];
                value += _available[c] * gain;
            }
        }

        foreach (var turn in turns)
        {
            var moved = new long[_available.Length];
            var left = turn;
            foreach (var c in order)
            {
                moved[c] = (long)BigInteger.Min(left, _available[c]);
                left -= moved[c];
            }

            if (Holds(moved)) return moved;
        }

        return null;
    }

    private void TryAll(long[] moved, int at, BigInteger sum, ref long[]? best)
    {
        if (best is not null && sum >= Sum(best)) return;
        if (at == moved.Length)
        {
            if (Holds(moved)) best = [.. moved];
            return;
        }

        for (var voters = 0L; voters <= _available[at]; voters++)
        {
            moved[at] = voters;
            TryAll(moved, at + 1, sum + voters, ref best);
        }

        moved[at] = 0;
    }

    private bool Holds(long[] moved)
    {
        var counts = new ResponseCounts[_start.Length];
        for (var c = 0; c < counts.Length; c++) counts[c] = _start[c].Plus(_from, -moved[c]).Plus(_to, moved[c]);
        return _tree.Truth(counts) == Truth.True;
    }
}
