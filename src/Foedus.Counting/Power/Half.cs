using System.Numerics;

namespace Foedus.Counting;

/// <summary>
/// Half of the players, with every number of players of each group that may join: the sums, the code and in how many ways. Besides, the same in
/// buckets alike in all but one sum, ordered by that sum, so that those who reach a number are found by bisection.
/// </summary>
/// <typeparam name="T">Wide enough for the number of all coalitions times the players.</typeparam>
internal sealed class Half<T>
    where T : struct, IBinaryInteger<T>
{
    private readonly int _dimensions;

    public Half(CoalitionTask task, int[] groups)
    {
        Groups = groups;
        _dimensions = task.Game.Dimensions;
        Radix = new int[groups.Length];
        var vectors = 1;
        for (var i = 0; i < groups.Length; i++)
        {
            Radix[i] = vectors;
            vectors *= (int)task.Counts[groups[i]] + 1;
        }

        Ways = new T[vectors];
        Codes = new int[vectors];
        Sums = new Int128[_dimensions][];
        for (var d = 0; d < _dimensions; d++) Sums[d] = new Int128[vectors];
        Fill(task);
        (Main, Order, Starts) = Bucket();
        Suffix = new T[vectors + 1];
        for (var b = 0; b < Buckets; b++)
        {
            var sum = T.Zero;
            for (var at = Starts[b + 1] - 1; at >= Starts[b]; at--) Suffix[at] = sum += Ways[Order[at]];
        }

        Sorted = new Int128[vectors];
        for (var at = 0; at < vectors; at++) Sorted[at] = Sums[Main][Order[at]];
    }

    public int[] Groups { get; }

    /// <summary>By place of a group: the number of vector n is n / Radix modulo (players + 1).</summary>
    public int[] Radix { get; }

    public T[] Ways { get; }

    public int[] Codes { get; }

    /// <summary>By dimension and vector.</summary>
    public Int128[][] Sums { get; }

    public int Vectors => Ways.Length;

    /// <summary>The dimension by which buckets are ordered.</summary>
    public int Main { get; }

    /// <summary>The vectors, bucket after bucket.</summary>
    public int[] Order { get; }

    /// <summary>Where each bucket begins in the order; one more for the end.</summary>
    public int[] Starts { get; }

    public int Buckets => Starts.Length - 1;

    /// <summary>The sums of the main dimension in that order.</summary>
    public Int128[] Sorted { get; }

    /// <summary>In that order: in how many ways from here to the end of the bucket.</summary>
    public T[] Suffix { get; }

    private void Fill(CoalitionTask task)
    {
        Ways[0] = T.One;
        var filled = 1;
        foreach (var g in Groups)
        {
            var players = task.Counts[g];
            var weights = Array.ConvertAll(task.Game.Weights[g], weight => (Int128)weight);
            var choose = BigInteger.One;
            for (var k = 1L; k <= players; k++)
            {
                choose = choose * (players - k + 1) / k;
                var ways = T.CreateChecked(choose);
                var to = (int)(k * filled);
                for (var from = 0; from < filled; from++)
                {
                    Ways[to + from] = Ways[from] * ways;
                    Codes[to + from] = Codes[from] + (int)(k * task.Units[g]);
                    for (var d = 0; d < _dimensions; d++) Sums[d][to + from] = Sums[d][from] + (k * weights[d]);
                }
            }

            filled *= (int)players + 1;
        }
    }

    private (int Main, int[] Order, int[] Starts) Bucket()
    {
        var main = 0;
        var most = -1;
        for (var d = 0; d < _dimensions; d++)
        {
            var distinct = new HashSet<Int128>(Sums[d]).Count;
            if (distinct > most) (main, most) = (d, distinct);
        }

        var order = new int[Vectors];
        for (var i = 0; i < order.Length; i++) order[i] = i;
        Array.Sort(order, (a, b) => Alike(a, b, main) is var compared and not 0 ? compared : Sums[main][a].CompareTo(Sums[main][b]));
        var starts = new List<int> { 0 };
        for (var at = 1; at < order.Length; at++)
            if (Alike(order[at - 1], order[at], main) != 0) starts.Add(at);
        starts.Add(order.Length);
        return (main, order, [.. starts]);
    }

    private int Alike(int a, int b, int main)
    {
        if (Codes[a] != Codes[b]) return Codes[a].CompareTo(Codes[b]);
        for (var d = 0; d < _dimensions; d++)
            if (d != main && Sums[d][a] != Sums[d][b]) return Sums[d][a].CompareTo(Sums[d][b]);
        return 0;
    }
}
