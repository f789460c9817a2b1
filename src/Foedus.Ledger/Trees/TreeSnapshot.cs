using Foedus.Ledger.Stores;

namespace Foedus.Ledger.Trees;

/// <summary>
/// The edge of a tree as a snapshot: its level count and the hashes of each incomplete tile, lowest level first. Opening a ledger needs no snapshot,
/// since the complete tiles give the edge at once; it spares the hashing of up to 255 tiles a level.
/// </summary>
public static class TreeSnapshot
{
    /// <summary>The name of the snapshot and of its version.</summary>
    public const string Name = "tree/1";

    /// <summary>A snapshot of a tree.</summary>
    public static Snapshot Of(GrowingTree tree)
    {
        var content = new List<byte> { (byte)tree.Levels };
        for (var level = 0; level < tree.Levels; level++)
        {
            var edge = tree.Edge(level);
            content.Add((byte)(edge.Length / Digest.Length));
            content.AddRange(edge);
        }

        return new Snapshot(Name, tree.Size, [.. content]);
    }

    /// <summary>The tree of a snapshot; null if the snapshot is none of a tree of its size.</summary>
    public static GrowingTree? Read(Snapshot snapshot)
    {
        var rest = snapshot.Content.AsSpan();
        if (snapshot.Name != Name || snapshot.Size < 0 || rest.IsEmpty)
            return null;
        var edges = new List<byte[]>();
        int levels = rest[0];
        rest = rest[1..];
        for (var level = 0; level < levels; level++)
        {
            if (rest.IsEmpty || rest.Length < 1 + (rest[0] * Digest.Length) || rest[0] != ((snapshot.Size >> (TilePath.Height * level)) & (TilePath.Width - 1)))
                return null;
            edges.Add(rest.Slice(1, rest[0] * Digest.Length).ToArray());
            rest = rest[(1 + (rest[0] * Digest.Length))..];
        }

        return rest.IsEmpty && levels < 8 && snapshot.Size >> (TilePath.Height * levels) == 0 ? GrowingTree.Of(snapshot.Size, edges) : null;
    }

    /// <summary>The root of the tree of a snapshot; null if it is none.</summary>
    public static Digest? RootOf(Snapshot snapshot) => Read(snapshot)?.Root();
}
