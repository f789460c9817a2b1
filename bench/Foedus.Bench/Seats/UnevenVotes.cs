using System.Collections.Immutable;
using Foedus.Counting;

namespace Foedus.Bench.Seats;

/// <summary>Seeded votes over three decades, the same on every machine.</summary>
public sealed class UnevenVotes(int seed)
{
    private ulong state = unchecked((ulong)seed * 0x9E3779B97F4A7C15);

    public long Next()
    {
        var size = 10L << (int)(Step() % 10);
        return size + (long)(Step() % (ulong)size);
    }

    /// <summary>A table whose columns have the same seats each and whose rows have seats by their votes.</summary>
    public static BiproportionalDivision Table(int rows, int columns, int seats, int seed)
    {
        var votes = new UnevenVotes(seed);
        ImmutableArray<ImmutableArray<Ratio>> table =
            [.. Enumerable.Range(0, rows).Select(_ => Enumerable.Range(0, columns).Select(_ => (Ratio)votes.Next()).ToImmutableArray())];
        var sums = table.Select(row => row.Aggregate(Ratio.Zero, (sum, v) => sum + v));
        var rowSeats = ((Apportioned)Apportionment.Divide(DivisorRule.Webster, (long)columns * seats, sums)).Outcomes().First();
        return new BiproportionalDivision(DivisorRule.Webster, table, rowSeats, [.. Enumerable.Repeat((long)seats, columns)]);
    }

    private ulong Step()
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15;
            var z = state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return (z ^ (z >> 31)) >> 11;
        }
    }
}
