using Foedus.Ledger.Stores;

namespace Foedus.Ledger.Trees;

/// <summary>
/// The right edge of a tree that grows: for each level of tiles the hashes of the tile that is not complete yet. It takes a new leaf at O(1) hashes
/// on average and gives the root at O(log n). No entry is read again. A value of its own: <see cref="Copy"/> before an append that may fail.
/// </summary>
public sealed class GrowingTree
{
    private readonly List<byte[]> _edges = [];
    private readonly List<int> _widths = [];
    private readonly List<Digest> _peaks = [];

    /// <summary>How many leaves there are.</summary>
    public long Size { get; private set; }

    /// <summary>How many levels of tiles have an incomplete tile.</summary>
    public int Levels => _edges.Count;

    /// <summary>The same edge, to grow apart.</summary>
    public GrowingTree Copy()
    {
        var copy = new GrowingTree { Size = Size };
        for (var i = 0; i < _edges.Count; i++)
        {
            var edge = GC.AllocateUninitializedArray<byte>(TilePath.Width * Digest.Length);
            Edge(i).CopyTo(edge);
            copy._edges.Add(edge);
            copy._widths.Add(_widths[i]);
        }

        copy._peaks.AddRange(_peaks);
        return copy;
    }

    /// <summary>Adds a leaf, and the tiles that it completes to a list.</summary>
    public void Add(Digest leaf, List<NewTile>? completed = null)
    {
        Hold(0, leaf);
        _peaks.Add(leaf);
        // Two peaks of one height make one of the next: as many times as the new size has zeros at its end.
        Size++;
        var height = 0;
        for (var size = Size; (size & 1) == 0; size >>= 1)
        {
            var node = MerkleHash.Node(_peaks[^2], _peaks[^1]);
            _peaks.RemoveAt(_peaks.Count - 1);
            _peaks[^1] = node;
            if (++height % TilePath.Height == 0)
                Complete((height / TilePath.Height) - 1, node, completed);
        }
    }

    /// <summary>The root over all leaves. O(log n).</summary>
    public Digest Root()
    {
        if (_peaks.Count == 0)
            return MerkleHash.Empty;
        var root = _peaks[^1];
        for (var i = _peaks.Count - 2; i >= 0; i--)
            root = MerkleHash.Node(_peaks[i], root);
        return root;
    }

    /// <summary>The hashes of the incomplete tile of a level, one after the other; empty if it has none.</summary>
    public ReadOnlySpan<byte> Edge(int level) => level < _edges.Count ? _edges[level].AsSpan(0, _widths[level] * Digest.Length) : [];

    /// <summary>
    /// The edge of a tree of a size whose complete tiles are known. Reads at most 255 leaves and 255 tiles a level.
    /// </summary>
    /// <param name="size">How many leaves.</param>
    /// <param name="leaves">The leaf hashes after the last complete tile of level 0.</param>
    /// <param name="tile">A complete tile of a level, 8192 bytes.</param>
    public static GrowingTree Of(long size, IEnumerable<Digest> leaves, Func<int, long, byte[]> tile)
    {
        var tree = new GrowingTree();
        var above = size / TilePath.Width;
        for (var level = 1; above > 0; level++)
        {
            for (var index = above / TilePath.Width * TilePath.Width; index < above; index++)
                tree.Hold(level, MerkleHash.Complete(tile(level - 1, index)));
            above /= TilePath.Width;
        }

        foreach (var leaf in leaves)
            tree.Hold(0, leaf);
        tree.Size = size;
        tree.FindPeaks();
        return tree;
    }

    /// <summary>The tree with these incomplete tiles, lowest level first.</summary>
    internal static GrowingTree Of(long size, IReadOnlyList<byte[]> edges)
    {
        var tree = new GrowingTree { Size = size };
        for (var level = 0; level < edges.Count; level++)
        {
            for (var start = 0; start < edges[level].Length; start += Digest.Length)
                tree.Hold(level, new Digest(edges[level].AsSpan(start, Digest.Length)));
            tree.Reach(level);
        }

        tree.FindPeaks();
        return tree;
    }

    private void FindPeaks()
    {
        // Within the incomplete tile of each level, from the highest, the widths of the complete subtrees are the binary digits of its width.
        for (var level = _edges.Count - 1; level >= 0; level--)
        {
            var start = 0;
            for (var width = TilePath.Width / 2; width > 0; width /= 2)
            {
                if ((_widths[level] & width) == 0)
                    continue;
                _peaks.Add(MerkleHash.Complete(_edges[level].AsSpan(start * Digest.Length, width * Digest.Length)));
                start += width;
            }
        }
    }

    private void Reach(int level)
    {
        while (_edges.Count <= level)
        {
            _edges.Add(new byte[TilePath.Width * Digest.Length]);
            _widths.Add(0);
        }
    }

    private void Hold(int level, Digest hash)
    {
        Reach(level);
        hash.CopyTo(_edges[level].AsSpan(_widths[level] * Digest.Length));
        _widths[level]++;
    }

    // The root over a tile is the peak of its height: nothing is hashed twice.
    private void Complete(int level, Digest root, List<NewTile>? completed)
    {
        completed?.Add(new NewTile(level, (Size >> (TilePath.Height * (level + 1))) - 1, [.. _edges[level]]));
        _widths[level] = 0;
        Hold(level + 1, root);
    }
}
