namespace Foedus.Ledger.Trees;

/// <summary>
/// Finds the nodes of a tree in its tiles: complete ones, and the edge for what is not complete yet. It keeps the tile last used of each level, so a
/// proof of a tree of n leaves reads about log256 n tiles. For one thread.
/// </summary>
/// <param name="tile">A complete tile of a level; null if it is not complete.</param>
/// <param name="edge">The edge of the tree.</param>
public sealed class TileReader(Func<int, long, byte[]?> tile, GrowingTree edge)
{
    private readonly Dictionary<int, (long Index, byte[] Hashes)> _last = [];

    /// <summary>The root of a complete subtree.</summary>
    /// <exception cref="InvalidDataException">The tile that holds it is missing.</exception>
    public Digest Node(int height, long index)
    {
        var (level, inner) = (height / TilePath.Height, height % TilePath.Height);
        var first = index << inner;
        var hashes = Hashes(level, first / TilePath.Width);
        var (start, length) = ((int)(first % TilePath.Width) * Digest.Length, Digest.Length << inner);
        if (start + length > hashes.Length)
            throw new InvalidDataException(FormattableString.Invariant($"tile {level}/{first / TilePath.Width} is missing or too short"));
        return MerkleHash.Complete(hashes.Slice(start, length));
    }

    /// <summary>The hashes of a tile, complete or not.</summary>
    public ReadOnlySpan<byte> Hashes(int level, long index)
    {
        if (_last.TryGetValue(level, out var last) && last.Index == index)
            return last.Hashes;
        if (index == edge.Size >> (TilePath.Height * (level + 1)))
            return edge.Edge(level);
        if (tile(level, index) is not { } hashes)
            return [];
        _last[level] = (index, hashes);
        return hashes;
    }
}
