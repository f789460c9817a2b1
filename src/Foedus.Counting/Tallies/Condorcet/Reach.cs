using System.Numerics;

namespace Foedus.Counting;

/// <summary>
/// Who can be reached from whom in a graph that only grows, as rows of bits both ways. All additions together cost O(n³ / 64) for n
/// nodes (after Italiano 1986).
/// </summary>
internal sealed class Reach
{
    private readonly int words;
    private readonly ulong[] down;
    private readonly ulong[] up;

    public Reach(int size)
    {
        Size = size;
        words = (size + 63) / 64;
        down = new ulong[size * words];
        up = new ulong[size * words];
    }

    private Reach(Reach other)
    {
        Size = other.Size;
        words = other.words;
        down = [.. other.down];
        up = [.. other.up];
    }

    public int Size { get; }

    /// <summary>Whether a way leads from the one to the other, by one step at least.</summary>
    public bool this[int from, int to] => (down[(from * words) + (to >> 6)] >> (to & 63) & 1) != 0;

    public Reach Copy() => new(this);

    /// <summary>How many can be reached.</summary>
    public int CountFrom(int from)
    {
        var count = 0;
        foreach (var word in down.AsSpan(from * words, words)) count += BitOperations.PopCount(word);
        return count;
    }

    /// <summary>Adds a step. Rings are allowed; on a ring everybody reaches himself.</summary>
    public void Add(int from, int to)
    {
        if (this[from, to]) return;

        // Everybody who reaches `from`, and itself, now reaches `to` and all behind it.
        Span<ulong> sources = stackalloc ulong[words];
        Span<ulong> targets = stackalloc ulong[words];
        up.AsSpan(from * words, words).CopyTo(sources);
        sources[from >> 6] |= 1UL << (from & 63);
        down.AsSpan(to * words, words).CopyTo(targets);
        targets[to >> 6] |= 1UL << (to & 63);
        Spread(down, sources, targets);
        Spread(up, targets, sources);
    }

    private void Spread(ulong[] rows, ReadOnlySpan<ulong> nodes, ReadOnlySpan<ulong> gained)
    {
        for (var word = 0; word < words; word++)
        {
            for (var left = nodes[word]; left != 0; left &= left - 1)
            {
                var row = rows.AsSpan(((word << 6) + BitOperations.TrailingZeroCount(left)) * words, words);
                for (var i = 0; i < words; i++) row[i] |= gained[i];
            }
        }
    }
}
