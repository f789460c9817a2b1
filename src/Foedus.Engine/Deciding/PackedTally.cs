using Foedus.Counting;
using Foedus.Engine.Acts;

namespace Foedus.Engine.Deciding;

/// <summary>A vote by heads packed into one value, for a chamber that waits for the other at a joint sitting.</summary>
internal static class PackedTally
{
    private const int Bits = 20;
    private const long Mask = (1L << Bits) - 1;

    public static long Pack(IReadOnlyList<Tally> tallies) => Sum(tallies, Side.For) | (Sum(tallies, Side.Against) << Bits) | (Sum(tallies, Side.Abstaining) << (2 * Bits));

    public static IReadOnlyList<Tally> Unpack(long value) =>
    [
        new Tally(Side.For, value & Mask, [], false),
        new Tally(Side.Against, (value >> Bits) & Mask, [], false),
        new Tally(Side.Abstaining, (value >> (2 * Bits)) & Mask, [], false),
    ];

    private static long Sum(IReadOnlyList<Tally> tallies, Side side)
    {
        long sum = 0;
        foreach (var tally in tallies.Where(t => t.Side == side))
            sum += tally.Units.Length + (tally.Count is { } count && count.TryToInt64(out var heads) ? heads : 0);
        return Math.Min(sum, Mask);
    }
}
