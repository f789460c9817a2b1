using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Foedus.Ledger.Signing;

/// <summary>
/// The public key of whoever signs checkpoints, with its name, as C2SP signed-note writes it: <c>NAME+ID+KEY</c>, the id 8 hexadecimal digits and the
/// key in base 64. Only Ed25519 (type 0x01).
/// </summary>
public sealed record VerifierKey
{
    private const byte Ed25519Type = 1;

    private readonly byte[] _key;

    private VerifierKey(string name, byte[] key)
    {
        Name = name;
        _key = key;
        Id = IdOf(name, key);
    }

    /// <summary>Whose key it is.</summary>
    public string Name { get; }

    /// <summary>SHA-256(name, 0x0A, 0x01, key), its first four bytes: to find a key by, not to trust one by.</summary>
    public uint Id { get; }

    /// <summary>A key with its name.</summary>
    /// <param name="name">Not empty, without white space and without plus.</param>
    /// <param name="publicKey">32 bytes.</param>
    /// <exception cref="ArgumentException">The name or the key is none.</exception>
    public static VerifierKey Of(string name, ReadOnlySpan<byte> publicKey) =>
        IsName(name) && publicKey.Length == Ed25519.PublicKeyLength ? new VerifierKey(name, publicKey.ToArray()) : throw new ArgumentException("It is no name and key.", nameof(name));

    /// <summary>Reads a key; false if it is anything else, or its id is not that of its name and key.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out VerifierKey? key)
    {
        key = null;
        var parts = (text ?? "").Split('+', 3);
        if (parts.Length != 3 || !IsName(parts[0]) || !uint.TryParse(parts[1], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var id) || parts[1].Length != 8)
            return false;
        Span<byte> bytes = stackalloc byte[Ed25519.PublicKeyLength + 1];
        if (!Convert.TryFromBase64String(parts[2], bytes, out var length) || length != bytes.Length || bytes[0] != Ed25519Type)
            return false;
        var found = new VerifierKey(parts[0], bytes[1..].ToArray());
        if (found.Id != id)
            return false;
        key = found;
        return true;
    }

    /// <summary>Whether a signature of a message is by this key.</summary>
    public bool Verifies(ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature) => Ed25519.Verify(_key, message, signature);

    public bool Equals(VerifierKey? other) => other is not null && Name == other.Name && _key.AsSpan().SequenceEqual(other._key);

    public override int GetHashCode() => HashCode.Combine(Name, Id);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name}+{Id:x8}+{Convert.ToBase64String([Ed25519Type, .. _key])}");

    internal static bool IsName(string name) => name.Length > 0 && !name.Contains('+', StringComparison.Ordinal) && !name.Any(c => char.IsWhiteSpace(c) || char.IsControl(c));

    private static uint IdOf(string name, byte[] key)
    {
        Span<byte> hash = stackalloc byte[Digest.Length];
        Digest.Of([.. Encoding.UTF8.GetBytes(name), (byte)'\n', Ed25519Type, .. key]).CopyTo(hash);
        return BinaryPrimitives.ReadUInt32BigEndian(hash);
    }
}
