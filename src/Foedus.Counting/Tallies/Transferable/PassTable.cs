using System.Numerics;
using System.Runtime.InteropServices;

namespace Foedus.Counting;

/// <summary>
/// Papers by the set of elected candidates that they passed before they came to a candidate or to their end. Under the methods of
/// Meek and of Warren the value with which a paper arrives depends on that set alone, not on its order, so that a whole count
/// needs the sets that occur: at most 2 to the power of the elected, however many papers there are.
/// </summary>
internal sealed class PassTable
{
    private readonly List<int> parents = [-1];
    private readonly List<int> added = [-1];
    private readonly List<long> ending = [0];
    private readonly List<Entry> entries = [];

    internal readonly record struct Entry(int Set, int Candidate, long Papers);

    /// <summary>Sets, the empty one first; a set comes after its parent, which lacks one member.</summary>
    public int Sets => parents.Count;

    public ReadOnlySpan<int> Parents => CollectionsMarshal.AsSpan(parents);

    /// <summary>The member that a set has and its parent lacks.</summary>
    public ReadOnlySpan<int> Added => CollectionsMarshal.AsSpan(added);

    /// <summary>Papers that end after passing the set.</summary>
    public ReadOnlySpan<long> Ending => CollectionsMarshal.AsSpan(ending);

    /// <summary>Papers that come to a candidate after passing a set; one entry for each pair that occurs.</summary>
    public ReadOnlySpan<Entry> Entries => CollectionsMarshal.AsSpan(entries);

    public static PassTable Of(PaperTree tree, ReadOnlySpan<CandidateStanding> standing)
    {
        var table = new PassTable();
        var bits = new BigInteger[standing.Length];
        var next = 0;
        for (var c = 0; c < standing.Length; c++)
        {
            if (standing[c] == CandidateStanding.Elected) bits[c] = BigInteger.One << next++;
        }

        var known = new Dictionary<BigInteger, int> { [BigInteger.Zero] = 0 };
        var papers = new Dictionary<(int Set, int Candidate), long>();

        // The set that a paper has passed once it leaves the node.
        var after = new int[tree.Count];
        var masks = new List<BigInteger> { BigInteger.Zero };
        table.ending[0] = tree.Ending[0];
        for (var node = 1; node < tree.Count; node++)
        {
            var candidate = tree.Candidates[node];
            var before = after[tree.Parents[node]];
            ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(papers, (before, candidate), out _);
            count += tree.Papers[node];
            if (standing[candidate] != CandidateStanding.Elected) continue;
            var mask = masks[before] | bits[candidate];
            if (!known.TryGetValue(mask, out var set))
            {
                set = table.parents.Count;
                known.Add(mask, set);
                masks.Add(mask);
                table.parents.Add(before);
                table.added.Add(candidate);
                table.ending.Add(0);
            }

            after[node] = set;
            table.ending[set] += tree.Ending[node];
        }

        foreach (var ((set, candidate), count) in papers) table.entries.Add(new Entry(set, candidate, count));
        return table;
    }

    /// <summary>Whether two candidates receive the same papers after every set: then their votes are equal whatever others keep.</summary>
    public bool Alike(int first, int second)
    {
        var difference = new Dictionary<int, long>();
        foreach (var entry in entries)
        {
            if (entry.Candidate != first && entry.Candidate != second) continue;
            ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(difference, entry.Set, out _);
            sum += entry.Candidate == first ? entry.Papers : -entry.Papers;
        }

        return difference.Values.All(sum => sum == 0);
    }
}
