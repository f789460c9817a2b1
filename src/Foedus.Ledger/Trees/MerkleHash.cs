namespace Foedus.Ledger.Trees;

/// <summary>
/// The hashes of RFC 9162, section 2.1.1: SHA-256 with a leading 0x00 for leaves and 0x01 for nodes, so that neither can be taken for the other.
/// </summary>
public static class MerkleHash
{
    private const int MostOnStack = 1024;

    /// <summary>The root of a tree without leaves: SHA-256 of nothing.</summary>
    public static Digest Empty { get; } = Digest.Of([]);

    /// <summary>SHA-256(0x00, entry). O(length).</summary>
    public static Digest Leaf(ReadOnlySpan<byte> entry)
    {
        Span<byte> input = entry.Length < MostOnStack ? stackalloc byte[MostOnStack] : new byte[entry.Length + 1];
        input[0] = 0;
        entry.CopyTo(input[1..]);
        return Digest.Of(input[..(entry.Length + 1)]);
    }

    /// <summary>SHA-256(0x01, left, right).</summary>
    public static Digest Node(Digest left, Digest right)
    {
        Span<byte> input = stackalloc byte[1 + (2 * Digest.Length)];
        input[0] = 1;
        left.CopyTo(input[1..]);
        right.CopyTo(input[(1 + Digest.Length)..]);
        return Digest.Of(input);
    }

    /// <summary>
    /// The root over hashes that stand in a row, one after the other in <paramref name="row"/>; their number is a power of two. O(number).
    /// </summary>
    public static Digest Complete(ReadOnlySpan<byte> row)
    {
        if (row.Length == Digest.Length)
            return new Digest(row);
        Span<byte> level = stackalloc byte[row.Length / 2];
        Span<byte> input = stackalloc byte[1 + (2 * Digest.Length)];
        input[0] = 1;
        for (var i = 0; i < row.Length; i += 2 * Digest.Length)
        {
            row.Slice(i, 2 * Digest.Length).CopyTo(input[1..]);
            Sha256.Hash(input, level.Slice(i / 2, Digest.Length));
        }

        for (var length = level.Length; length > Digest.Length; length /= 2)
        {
            for (var i = 0; i < length; i += 2 * Digest.Length)
            {
                level.Slice(i, 2 * Digest.Length).CopyTo(input[1..]);
                Sha256.Hash(input, level.Slice(i / 2, Digest.Length));
            }
        }

        return new Digest(level[..Digest.Length]);
    }
}
