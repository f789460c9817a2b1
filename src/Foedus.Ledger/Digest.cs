using System.Buffers.Binary;

namespace Foedus.Ledger;

/// <summary>A SHA-256 hash: of a record, of a node of the tree, of an attachment. 32 bytes, compared as a value.</summary>
public readonly record struct Digest : IComparable<Digest>
{
    /// <summary>Bytes of a digest.</summary>
    public const int Length = 32;

    private readonly ulong _a;
    private readonly ulong _b;
    private readonly ulong _c;
    private readonly ulong _d;

    /// <param name="bytes">32 bytes.</param>
    /// <exception cref="ArgumentException">It is not 32 bytes.</exception>
    public Digest(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Length)
            throw new ArgumentException("A digest has 32 bytes.", nameof(bytes));
        _a = BinaryPrimitives.ReadUInt64BigEndian(bytes);
        _b = BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]);
        _c = BinaryPrimitives.ReadUInt64BigEndian(bytes[16..]);
        _d = BinaryPrimitives.ReadUInt64BigEndian(bytes[24..]);
    }

    /// <summary>The SHA-256 of bytes. O(length).</summary>
    public static Digest Of(ReadOnlySpan<byte> content)
    {
        Span<byte> hash = stackalloc byte[Length];
        Trees.Sha256.Hash(content, hash);
        return new Digest(hash);
    }

    /// <summary>Reads 64 hexadecimal digits; false if it is anything else.</summary>
    public static bool TryParse(string? text, out Digest digest)
    {
        digest = default;
        if (text is not { Length: 2 * Length } || text.AsSpan().ContainsAnyExcept("0123456789abcdefABCDEF"))
            return false;
        digest = new Digest(Convert.FromHexString(text));
        return true;
    }

    /// <summary>Writes the 32 bytes.</summary>
    public void CopyTo(Span<byte> target)
    {
        BinaryPrimitives.WriteUInt64BigEndian(target, _a);
        BinaryPrimitives.WriteUInt64BigEndian(target[8..], _b);
        BinaryPrimitives.WriteUInt64BigEndian(target[16..], _c);
        BinaryPrimitives.WriteUInt64BigEndian(target[24..], _d);
    }

    public byte[] ToArray()
    {
        var bytes = new byte[Length];
        CopyTo(bytes);
        return bytes;
    }

    /// <summary>In the order of the bytes.</summary>
    public int CompareTo(Digest other)
    {
        var first = _a.CompareTo(other._a);
        if (first != 0)
            return first;
        var second = _b.CompareTo(other._b);
        if (second != 0)
            return second;
        var third = _c.CompareTo(other._c);
        return third != 0 ? third : _d.CompareTo(other._d);
    }

    /// <summary>64 small hexadecimal digits.</summary>
    public override string ToString() => Convert.ToHexStringLower(ToArray());
}
