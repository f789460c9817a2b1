using System.Runtime.InteropServices;

namespace Foedus.Counting;

/// <summary>
/// Papers merged by the way they go while standings last: through elected candidates in order, to the first continuing one or to
/// the end. Parents come before their children. A rule that shares each paper along its ranking gets the same shares from the
/// tree, at the cost of its nodes instead of the papers. Built in linear time of the preferences that are passed.
/// </summary>
internal sealed class PaperTree
{
    private readonly List<int> candidates = [];
    private readonly List<int> parents = [];
    private readonly List<long> papers = [];
    private readonly List<long> ending = [];

    private PaperTree()
    {
        candidates.Add(-1);
        parents.Add(-1);
        papers.Add(0);
        ending.Add(0);
    }

    /// <summary>Nodes; the first is the root, through which all papers go and which is no candidate.</summary>
    public int Count => candidates.Count;

    public ReadOnlySpan<int> Candidates => CollectionsMarshal.AsSpan(candidates);

    public ReadOnlySpan<int> Parents => CollectionsMarshal.AsSpan(parents);

    /// <summary>Papers that reach the node.</summary>
    public ReadOnlySpan<long> Papers => CollectionsMarshal.AsSpan(papers);

    /// <summary>Papers that have nobody after the node.</summary>
    public ReadOnlySpan<long> Ending => CollectionsMarshal.AsSpan(ending);

    public static PaperTree Of(Rankings rankings, ReadOnlySpan<CandidateStanding> standing)
    {
        var tree = new PaperTree();
        var children = new Dictionary<long, int>();
        var order = rankings.Order;
        var starts = rankings.Starts;
        var counts = rankings.Papers;
        for (var r = 0; r < rankings.Count; r++)
        {
            var node = 0;
            var kept = false;
            tree.papers[0] += counts[r];
            for (var at = starts[r]; at < starts[r + 1] && !kept; at++)
            {
                var candidate = order[at];
                if (standing[candidate] is not (CandidateStanding.Elected or CandidateStanding.Continuing)) continue;
                ref var child = ref CollectionsMarshal.GetValueRefOrAddDefault(children, ((long)node << 32) | (uint)candidate, out var exists);
                if (!exists) child = tree.Add(node, candidate);
                node = child;
                tree.papers[node] += counts[r];
                kept = standing[candidate] == CandidateStanding.Continuing;
            }

            if (!kept) tree.ending[node] += counts[r];
        }

        return tree;
    }

    private int Add(int parent, int candidate)
    {
        candidates.Add(candidate);
        parents.Add(parent);
        papers.Add(0);
        ending.Add(0);
        return candidates.Count - 1;
    }
}
