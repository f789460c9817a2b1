using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;

namespace Foedus.Ledger.Signing;

/// <summary>
/// The private key that signs checkpoints, in the form of Go's note package: <c>PRIVATE+KEY+NAME+ID+SEED</c>. It is never printed by accident: its
/// text has to be asked for.
/// </summary>
public sealed class SigningKey
{
    private const string Prefix = "PRIVATE+KEY+";

    private readonly byte[] _seed;

    private SigningKey(string name, byte[] seed)
    {
        _seed = seed;
        Verifier = VerifierKey.Of(name, Ed25519.PublicKeyOf(seed));
    }

    /// <summary>Its public half.</summary>
    public VerifierKey Verifier { get; }

    /// <summary>A new key.</summary>
    /// <param name="name">The name of the ledger.</param>
    /// <exception cref="PlatformNotSupportedException">libcrypto is missing.</exception>
    public static SigningKey Create(string name) => new(name, RandomNumberGenerator.GetBytes(Ed25519.SeedLength));

    /// <summary>The key of a seed: for tests and test vectors.</summary>
    public static SigningKey Of(string name, ReadOnlySpan<byte> seed) => new(name, seed.ToArray());

    /// <summary>Reads a key; false if it is anything else.</summary>
    /// <exception cref="PlatformNotSupportedException">libcrypto is missing.</exception>
    public static bool TryParse(string? text, [NotNullWhen(true)] out SigningKey? key)
    {
        key = null;
        if (text is null || !text.StartsWith(Prefix, StringComparison.Ordinal))
            return false;
        var parts = text[Prefix.Length..].Split('+', 3);
        Span<byte> bytes = stackalloc byte[Ed25519.SeedLength + 1];
        if (parts.Length != 3 || !VerifierKey.IsName(parts[0]) || !Convert.TryFromBase64String(parts[2], bytes, out var length) || length != bytes.Length || bytes[0] != 1)
            return false;
        var found = new SigningKey(parts[0], bytes[1..].ToArray());
        if (parts[1] != found.Verifier.Id.ToString("x8", CultureInfo.InvariantCulture))
            return false;
        key = found;
        return true;
    }

    /// <summary>The signature of a message.</summary>
    public byte[] Sign(ReadOnlySpan<byte> message) => Ed25519.Sign(_seed, message);

    /// <summary>The key as text, to be kept where nobody else can read it.</summary>
    public string Reveal() => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Verifier.Name}+{Verifier.Id:x8}+{Convert.ToBase64String([1, .. _seed])}");
}
