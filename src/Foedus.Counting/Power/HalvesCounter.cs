using System.Numerics;

namespace Foedus.Counting;

/// <summary>
/// Counts coalitions by meeting in the middle (Horowitz and Sahni 1974): every coalition is one of one half of the players and one of the
/// other, and for each of the one half those of the other that make it win are found by bisection. With n single players
/// O(2^(n/2) * n * b) for b buckets, which are the different sums in all dimensions but one; a group of equal players is one place with
/// (players + 1) values.
/// </summary>
internal sealed class HalvesCounter
{
    private const int MostVectors = 1 << 21;

    private readonly CoalitionTask _task;
    private readonly int[] _one;
    private readonly int[] _other;

    private HalvesCounter(CoalitionTask task, int[] one, int[] other, Int128 estimate) => (_task, _one, _other, Estimate) = (task, one, other, estimate);

    /// <summary>The work in steps, seen from before.</summary>
    public Int128 Estimate { get; }

    /// <summary>The memory that it takes, about.</summary>
    public Int128 Bytes { get; private init; }

    /// <summary>The way to count; null where the halves are too many, or sums or codes do not fit.</summary>
    public static HalvesCounter? Plan(CoalitionTask task, bool coded)
    {
        var game = task.Game;
        if (!game.Levels.HasTable || task.GreatestCode >= MostVectors) return null;
        for (var d = 0; d < game.Dimensions; d++)
            if (game.Totals[d] + task.Offset[d] >= BigInteger.One << 124) return null;

        // The largest group first, each to the smaller half.
        var (one, other) = (new List<int>(), new List<int>());
        BigInteger ones = 1, others = 1;
        foreach (var g in Enumerable.Range(0, game.Groups).Where(g => task.Counts[g] > 0).OrderByDescending(g => task.Counts[g]).ThenBy(g => g))
        {
            if (ones <= others) (_, ones) = (Add(one, g), ones * (task.Counts[g] + 1));
            else (_, others) = (Add(other, g), others * (task.Counts[g] + 1));
        }

        if (ones > MostVectors || others > MostVectors) return null;
        var bits = Math.Max(1, task.Players / 64);
        var width = bits <= 1 ? 1 : bits + 4;
        Int128 buckets = coded ? task.Players : 1;
        var estimate = (((Int128)ones * Min(others, buckets)) + ((Int128)others * Min(ones, buckets))) * 40 * width;
        return new HalvesCounter(task, [.. one], [.. other], estimate + ((Int128)(ones + others) * 200))
        {
            Bytes = (Int128)(ones + others) * (64 + (32 * game.Dimensions) + (task.Players / 2)),
        };
    }

    /// <summary>Counts; null if it turns out to take more than the budget.</summary>
    public CoalitionTally? Count(PowerBudget budget) =>
        _task.Players <= 100 ? Count<UInt128>(budget) : Count<BigInteger>(budget);

    private static Int128 Min(BigInteger one, Int128 other) => (Int128)BigInteger.Min(one, other);

    private static bool Add(List<int> groups, int group)
    {
        groups.Add(group);
        return true;
    }

    private CoalitionTally? Count<T>(PowerBudget budget)
        where T : struct, IBinaryInteger<T>
    {
        var one = new Half<T>(_task, _one);
        var other = new Half<T>(_task, _other);
        var width = Math.Max(1, _task.Players / 64);
        if ((((Int128)one.Vectors * other.Buckets) + ((Int128)other.Vectors * one.Buckets)) * 20 * width > budget.Steps) return null;
        var codes = (int)_task.GreatestCode + 1;
        var groups = _task.Counts.Length;
        var with = new BigInteger[groups][];
        for (var g = 0; g < groups; g++) with[g] = new BigInteger[codes];
        var winning = new BigInteger[codes];
        Sweep(one, other, winning, with);
        Sweep(other, one, null, with);
        return new CoalitionTally(winning, with);
    }

    /// <summary>For each vector of a half the completions that win; adds those that hold a player, for the groups of that half.</summary>
    private void Sweep<T>(Half<T> half, Half<T> completions, BigInteger[]? winning, BigInteger[][] with)
        where T : struct, IBinaryInteger<T>
    {
        var finder = new CompletionFinder<T>(_task, completions);
        var codes = with.Length == 0 ? 0 : with[0].Length;
        var sums = new T[codes];
        var held = new T[half.Groups.Length][];
        for (var i = 0; i < held.Length; i++) held[i] = new T[codes];
        var found = new T[finder.Codes];
        for (var vector = 0; vector < half.Vectors; vector++)
        {
            Array.Clear(found);
            finder.Find(half.Sums, vector, found);
            var code = half.Codes[vector];
            for (var c = 0; c < found.Length; c++)
                if (!T.IsZero(found[c])) found[c] *= half.Ways[vector];
            if (winning is not null) AddTo(sums, found, code);
            for (var i = 0; i < held.Length; i++)
            {
                var joined = vector / half.Radix[i] % ((int)_task.Counts[half.Groups[i]] + 1);
                if (joined == 1) AddTo(held[i], found, code);
                else if (joined > 1) AddTo(held[i], found, code, T.CreateChecked(joined));
            }
        }

        if (winning is not null)
            for (var c = 0; c < codes; c++) winning[c] = BigInteger.CreateChecked(sums[c]);
        for (var i = 0; i < held.Length; i++)
        {
            // Counted once for each player of the group who has joined; all of them alike.
            var group = half.Groups[i];
            for (var c = 0; c < codes; c++) with[group][c] = BigInteger.CreateChecked(held[i][c]) / _task.Counts[group];
        }
    }

    private static void AddTo<T>(T[] sums, T[] found, int code)
        where T : struct, IBinaryInteger<T>
    {
        for (var c = 0; c < found.Length; c++)
            if (!T.IsZero(found[c])) sums[code + c] += found[c];
    }

    private static void AddTo<T>(T[] sums, T[] found, int code, T times)
        where T : struct, IBinaryInteger<T>
    {
        for (var c = 0; c < found.Length; c++)
            if (!T.IsZero(found[c])) sums[code + c] += found[c] * times;
    }
}
