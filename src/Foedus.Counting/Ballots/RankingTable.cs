using System.Runtime.InteropServices;

namespace Foedus.Counting;

/// <summary>
/// Sequences of numbers with a weight each, equal sequences merged, in flat arrays and in the order of their first appearance.
/// Cost of an addition: linear in the sequence.
/// </summary>
internal sealed class RankingTable(int capacity)
{
    private readonly List<int> starts = [0];
    private readonly List<int> items = new(capacity);
    private readonly List<long> papers = [];
    private int[] slots = new int[64];

    public int Count => papers.Count;

    /// <summary>The weight of each sequence.</summary>
    public ReadOnlySpan<long> Papers => CollectionsMarshal.AsSpan(papers);

    /// <summary>Where each sequence begins in <see cref="Items"/>; one more than there are sequences.</summary>
    public ReadOnlySpan<int> Starts => CollectionsMarshal.AsSpan(starts);

    public ReadOnlySpan<int> Items => CollectionsMarshal.AsSpan(items);

    /// <summary>Adds weight to a sequence. Weights that together leave 64 bits stay apart.</summary>
    public void Add(ReadOnlySpan<int> sequence, long weight)
    {
        if (papers.Count * 2 >= slots.Length) Grow();
        var mask = slots.Length - 1;
        var at = Hash(sequence) & mask;
        var kept = CollectionsMarshal.AsSpan(items);
        while (slots[at] != 0)
        {
            var other = slots[at] - 1;
            var start = starts[other];
            if (starts[other + 1] - start == sequence.Length && kept.Slice(start, sequence.Length).SequenceEqual(sequence) && papers[other] <= long.MaxValue - weight)
            {
                papers[other] += weight;
                return;
            }

            at = (at + 1) & mask;
        }

        items.AddRange(sequence);
        starts.Add(items.Count);
        papers.Add(weight);
        slots[at] = papers.Count;
    }

    private void Grow()
    {
        slots = new int[slots.Length * 4];
        var mask = slots.Length - 1;
        var kept = CollectionsMarshal.AsSpan(items);
        for (var i = 0; i < papers.Count; i++)
        {
            var at = Hash(kept[starts[i]..starts[i + 1]]) & mask;
            while (slots[at] != 0) at = (at + 1) & mask;
            slots[at] = i + 1;
        }
    }

    private static int Hash(ReadOnlySpan<int> sequence)
    {
        unchecked
        {
            var hash = 2166136261u;
            foreach (var item in sequence) hash = (hash ^ (uint)item) * 16777619u;
            hash ^= hash >> 15;
            hash *= 2246822519u;
            return (int)((hash ^ (hash >> 13)) & 0x7fffffff);
        }
    }
}
