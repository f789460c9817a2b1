using System.Collections.Immutable;
using System.Numerics;

namespace Foedus.Counting;

/// <summary>The best orders of one tier of at most twenty, over all its subsets.</summary>
internal sealed class KemenyTier
{
    private readonly ImmutableArray<int> members;
    private readonly Int128[] best;
    private readonly Int128[] lowSums;
    private readonly Int128[] highSums;
    private readonly int lowBits;

    public KemenyTier(PairwiseMatrix matrix, ImmutableArray<int> members)
    {
        this.members = members;
        var size = members.Length;
        lowBits = size / 2;
        lowSums = Sums(matrix, 0, lowBits);
        highSums = Sums(matrix, lowBits, size - lowBits);
        best = new Int128[1 << size];
        var counts = new long[1 << size];
        counts[0] = 1;
        for (var set = 1; set < best.Length; set++)
        {
            var least = Int128.MaxValue;
            var count = 0L;
            for (var left = set; left != 0; left &= left - 1)
            {
                var first = BitOperations.TrailingZeroCount(left);
                var rest = set & ~(1 << first);
                var cost = best[rest] + PlacedAbove(first, rest);
                if (cost < least) (least, count) = (cost, counts[rest]);
                else if (cost == least) count += counts[rest]; // at most 20! ways
            }

            best[set] = least;
            counts[set] = count;
        }

        Against = best[^1];
        Count = counts[^1];
    }

    public Int128 Against { get; }

    public BigInteger Count { get; }

    /// <summary>Who may stand first in a best order of the rest.</summary>
    public ImmutableArray<int> Next(ImmutableArray<int> rest)
    {
        var set = rest.Aggregate(0, (bits, candidate) => bits | (1 << members.IndexOf(candidate)));
        return
        [
            .. rest.Where(candidate =>
            {
                var first = members.IndexOf(candidate);
                var others = set & ~(1 << first);
                return best[others] + PlacedAbove(first, others) == best[set];
            }),
        ];
    }

    // The papers that prefer one of the rest to the first, added up.
    private Int128 PlacedAbove(int first, int rest) =>
        lowSums[(first << lowBits) + (rest & ((1 << lowBits) - 1))]
        + highSums[(first << (members.Length - lowBits)) + (rest >> lowBits)];

    private Int128[] Sums(PairwiseMatrix matrix, int from, int bits)
    {
        var sums = new Int128[members.Length << bits];
        for (var first = 0; first < members.Length; first++)
        {
            for (var set = 1; set < 1 << bits; set++)
            {
                var one = BitOperations.TrailingZeroCount(set);
                sums[(first << bits) + set] = sums[(first << bits) + (set & (set - 1))] + matrix[members[from + one], members[first]];
            }
        }

        return sums;
    }
}
