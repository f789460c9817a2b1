namespace Foedus.Ledger.Trees;

/// <summary>
/// Proofs that an entry stands in a tree, and that a tree is the beginning of a later one, made and checked as RFC 9162 says in sections 2.1.3 and
/// 2.1.4. Whoever checks needs the two roots and the proof, and nobody's word.
/// </summary>
public static class MerkleProof
{
    /// <summary>The root of a complete subtree.</summary>
    /// <param name="height">Its height: 0 for a leaf.</param>
    /// <param name="index">Its place among the subtrees of that height, from 0.</param>
    public delegate Digest Nodes(int height, long index);

    /// <summary>The inclusion proof of a leaf: at most ceil(log2 size) hashes, from below.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The tree has no such leaf.</exception>
    public static IReadOnlyList<Digest> Inclusion(long index, long size, Nodes nodes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);
        var path = new List<Digest>();
        Include(index, 0, size, nodes, path);
        return path;
    }

    /// <summary>The proof that the tree of a size is the beginning of that of a later size: at most ceil(log2 size) + 1 hashes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The sizes are not 0 &lt; earlier ≤ later.</exception>
    public static IReadOnlyList<Digest> Consistency(long earlier, long later, Nodes nodes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(earlier, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(earlier, later);
        var path = new List<Digest>();
        Compare(earlier, 0, later, whole: true, nodes, path);
        return path;
    }

    /// <summary>The root of the tree of a size. O(log n) nodes.</summary>
    public static Digest Root(long size, Nodes nodes) => size == 0 ? MerkleHash.Empty : Range(0, size, nodes);

    /// <summary>Whether a proof shows that a leaf stands at an index of the tree with a root.</summary>
    public static bool Includes(Digest leaf, long index, long size, IReadOnlyList<Digest> proof, Digest root)
    {
        if (index < 0 || index >= size)
            return false;
        var (first, last, hash) = (index, size - 1, leaf);
        foreach (var step in proof)
        {
            if (last == 0)
                return false;
            if ((first & 1) == 1 || first == last)
            {
                hash = MerkleHash.Node(step, hash);
                while ((first & 1) == 0 && first != 0)
                    (first, last) = (first >> 1, last >> 1);
            }
            else
            {
                hash = MerkleHash.Node(hash, step);
            }

            (first, last) = (first >> 1, last >> 1);
        }

        return last == 0 && hash == root;
    }

    /// <summary>Whether a proof shows that the tree with one root is the beginning of the tree with another.</summary>
    public static bool Extends(long earlier, Digest earlierRoot, long later, Digest laterRoot, IReadOnlyList<Digest> proof)
    {
        if (earlier < 0 || earlier > later)
            return false;
        if (earlier == later)
            return proof.Count == 0 && earlierRoot == laterRoot;
        if (earlier == 0)
            return proof.Count == 0 && earlierRoot == MerkleHash.Empty;
        var isPower = (earlier & (earlier - 1)) == 0;
        if (proof.Count == 0)
            return false;
        IReadOnlyList<Digest> steps = isPower ? [earlierRoot, .. proof] : proof;
        var (first, last) = (earlier - 1, later - 1);
        while ((first & 1) == 1)
            (first, last) = (first >> 1, last >> 1);
        var (one, other) = (steps[0], steps[0]);
        for (var i = 1; i < steps.Count; i++)
        {
            if (last == 0)
                return false;
            if ((first & 1) == 1 || first == last)
            {
                one = MerkleHash.Node(steps[i], one);
                other = MerkleHash.Node(steps[i], other);
                while ((first & 1) == 0 && first != 0)
                    (first, last) = (first >> 1, last >> 1);
            }
            else
            {
                other = MerkleHash.Node(other, steps[i]);
            }

            (first, last) = (first >> 1, last >> 1);
        }

        return last == 0 && one == earlierRoot && other == laterRoot;
    }

    private static void Include(long index, long from, long to, Nodes nodes, List<Digest> path)
    {
        if (to - from == 1)
            return;
        var middle = from + Split(to - from);
        if (index < middle)
        {
            Include(index, from, middle, nodes, path);
            path.Add(Range(middle, to, nodes));
        }
        else
        {
            Include(index, middle, to, nodes, path);
            path.Add(Range(from, middle, nodes));
        }
    }

    private static void Compare(long earlier, long from, long to, bool whole, Nodes nodes, List<Digest> path)
    {
        if (earlier == to)
        {
            if (!whole)
                path.Add(Range(from, to, nodes));
            return;
        }

        var middle = from + Split(to - from);
        if (earlier <= middle)
        {
            Compare(earlier, from, middle, whole, nodes, path);
            path.Add(Range(middle, to, nodes));
        }
        else
        {
            Compare(earlier, middle, to, whole: false, nodes, path);
            path.Add(Range(from, middle, nodes));
        }
    }

    private static Digest Range(long from, long to, Nodes nodes)
    {
        var count = to - from;
        if (long.IsPow2(count))
        {
            var height = (int)long.Log2(count);
            return nodes(height, from >> height);
        }

        var middle = from + Split(count);
        return MerkleHash.Node(Range(from, middle, nodes), Range(middle, to, nodes));
    }

    /// <summary>The largest power of two below a number of leaves.</summary>
    private static long Split(long count) => 1L << (int)long.Log2(count - 1);
}
