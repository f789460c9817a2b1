using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Foedus.Ledger.Signing;

namespace Foedus.Ledger.Trees;

/// <summary>
/// SHA-256 of short inputs. A ledger hashes every entry and about as many nodes, each of one to five blocks; asking .NET for each costs more than the
/// hashing, since OpenSSL 3 looks up the algorithm anew. Where libcrypto is there, its plain functions are used; else, or if they should answer
/// otherwise than .NET, .NET's.
/// </summary>
internal static partial class Sha256
{
    private const int MostAtOnce = 1 << 14;

    private static readonly bool IsThere = Libcrypto.Exports(nameof(SHA256_Init), nameof(SHA256_Update), nameof(SHA256_Final));
    private static readonly Context Initial = Begin();
    private static readonly bool IsPlain = IsThere && Agrees();

    /// <summary>Writes the 32 bytes of the hash.</summary>
    public static void Hash(ReadOnlySpan<byte> input, Span<byte> hash)
    {
        if (IsPlain && input.Length <= MostAtOnce)
            Plain(input, hash);
        else
            SHA256.HashData(input, hash);
    }

    private static Context Begin()
    {
        var context = default(Context);
        if (IsThere)
            _ = SHA256_Init(ref context);
        return context;
    }

    private static bool Agrees()
    {
        Span<byte> found = stackalloc byte[Digest.Length];
        Plain("abc"u8, found);
        return found.SequenceEqual(SHA256.HashData("abc"u8));
    }

    private static void Plain(ReadOnlySpan<byte> input, Span<byte> hash)
    {
        var context = Initial;
        _ = SHA256_Update(ref context, ref MemoryMarshal.GetReference(input), (nuint)input.Length);
        _ = SHA256_Final(ref MemoryMarshal.GetReference(hash), ref context);
    }

    [LibraryImport(Libcrypto.Name)]
    [SuppressGCTransition]
    private static partial int SHA256_Init(ref Context context);

    [LibraryImport(Libcrypto.Name)]
    [SuppressGCTransition]
    private static partial int SHA256_Update(ref Context context, ref byte data, nuint length);

    [LibraryImport(Libcrypto.Name)]
    [SuppressGCTransition]
    private static partial int SHA256_Final(ref byte hash, ref Context context);

    /// <summary>SHA256_CTX: 112 bytes.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 128, Pack = 8)]
    private struct Context;
}
