using System.Diagnostics.CodeAnalysis;

namespace Foedus.Ledger.Signing;

/// <summary>
/// Signatures by Ed25519 (RFC 8032). .NET has none of its own; this asks OpenSSL's libcrypto, which .NET itself uses where it is not on Windows or
/// macOS, and does not do the arithmetic itself.
/// </summary>
public static class Ed25519
{
    /// <summary>Bytes of a seed, which is the private key.</summary>
    public const int SeedLength = 32;

    /// <summary>Bytes of a public key.</summary>
    public const int PublicKeyLength = 32;

    /// <summary>Bytes of a signature.</summary>
    public const int SignatureLength = 64;

    /// <summary>Whether signatures can be made and checked on this machine; if not, why.</summary>
    public static bool IsAvailable([NotNullWhen(false)] out string? problem)
    {
        problem = Libcrypto.Problem;
        return problem is null;
    }

    /// <summary>The public key of a seed.</summary>
    /// <exception cref="PlatformNotSupportedException">libcrypto is missing; see <see cref="IsAvailable"/>.</exception>
    public static byte[] PublicKeyOf(ReadOnlySpan<byte> seed)
    {
        using var key = Libcrypto.PrivateKey(Of(seed, SeedLength));
        return Libcrypto.PublicKeyOf(key);
    }

    /// <summary>The signature of a message: 64 bytes, the same every time.</summary>
    /// <exception cref="PlatformNotSupportedException">libcrypto is missing; see <see cref="IsAvailable"/>.</exception>
    public static byte[] Sign(ReadOnlySpan<byte> seed, ReadOnlySpan<byte> message)
    {
        using var key = Libcrypto.PrivateKey(Of(seed, SeedLength));
        return Libcrypto.Sign(key, message);
    }

    /// <summary>Whether a signature is that of a message by the owner of a public key. Bytes of a wrong length are no signature.</summary>
    /// <exception cref="PlatformNotSupportedException">libcrypto is missing; see <see cref="IsAvailable"/>.</exception>
    public static bool Verify(ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        if (publicKey.Length != PublicKeyLength || signature.Length != SignatureLength)
            return false;
        using var key = Libcrypto.PublicKey(publicKey);
        return !key.IsInvalid && Libcrypto.Verify(key, message, signature);
    }

    private static ReadOnlySpan<byte> Of(ReadOnlySpan<byte> bytes, int length) =>
        bytes.Length == length ? bytes : throw new ArgumentException("A seed has 32 bytes.", nameof(bytes));
}
