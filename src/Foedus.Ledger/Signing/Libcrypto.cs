using System.Reflection;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Foedus.Ledger.Signing;

/// <summary>The few functions of OpenSSL's libcrypto (1.1.1 or later) that Ed25519 needs.</summary>
internal static partial class Libcrypto
{
    public const string Name = "libcrypto";

    private const int Ed25519Id = 1087;

    private static readonly string[] Files = OperatingSystem.IsWindows()
        ? ["libcrypto-3-x64.dll", "libcrypto-3-arm64.dll", "libcrypto-3.dll", "libcrypto-1_1-x64.dll"]
        : OperatingSystem.IsMacOS()
            ? ["/opt/homebrew/opt/openssl@3/lib/libcrypto.3.dylib", "/usr/local/opt/openssl@3/lib/libcrypto.3.dylib", "libcrypto.3.dylib"]
            : ["libcrypto.so.3", "libcrypto.so.1.1", "libcrypto.so"];

    private static readonly nint Library = Load();

    static Libcrypto() => NativeLibrary.SetDllImportResolver(Assembly.GetExecutingAssembly(), static (name, _, _) => name == Name ? Library : 0);

    /// <summary>Why it cannot be used, in a sentence; null if it can.</summary>
    public static string? Problem => Library != 0 ? null : $"signatures need OpenSSL's libcrypto, and none of {string.Join(", ", Files)} was found";

    /// <summary>Whether it is there and has functions of these names.</summary>
    public static bool Exports(params ReadOnlySpan<string> functions)
    {
        if (Library == 0)
            return false;
        foreach (var function in functions)
        {
            if (!NativeLibrary.TryGetExport(Library, function, out _))
                return false;
        }

        return true;
    }

    public static KeyHandle PrivateKey(ReadOnlySpan<byte> seed)
    {
        Need();
        return EVP_PKEY_new_raw_private_key(Ed25519Id, 0, seed, (nuint)seed.Length) is { IsInvalid: false } key ? key : throw Failed();
    }

    public static KeyHandle PublicKey(ReadOnlySpan<byte> key)
    {
        Need();
        return EVP_PKEY_new_raw_public_key(Ed25519Id, 0, key, (nuint)key.Length);
    }

    public static byte[] PublicKeyOf(KeyHandle key)
    {
        var bytes = new byte[Ed25519.PublicKeyLength];
        var length = (nuint)bytes.Length;
        return EVP_PKEY_get_raw_public_key(key, bytes, ref length) == 1 && length == (nuint)bytes.Length ? bytes : throw Failed();
    }

    public static byte[] Sign(KeyHandle key, ReadOnlySpan<byte> message)
    {
        using var context = EVP_MD_CTX_new();
        var signature = new byte[Ed25519.SignatureLength];
        var length = (nuint)signature.Length;
        if (context.IsInvalid || EVP_DigestSignInit(context, 0, 0, 0, key) != 1 || EVP_DigestSign(context, signature, ref length, message, (nuint)message.Length) != 1)
            throw Failed();
        return signature;
    }

    public static bool Verify(KeyHandle key, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        using var context = EVP_MD_CTX_new();
        if (context.IsInvalid || EVP_DigestVerifyInit(context, 0, 0, 0, key) != 1)
            throw Failed();
        return EVP_DigestVerify(context, signature, (nuint)signature.Length, message, (nuint)message.Length) == 1;
    }

    private static nint Load()
    {
        foreach (var file in Files)
        {
            if (NativeLibrary.TryLoad(file, out var library) && NativeLibrary.TryGetExport(library, nameof(EVP_PKEY_new_raw_private_key), out _))
                return library;
        }

        return 0;
    }

    private static void Need()
    {
        if (Problem is { } problem)
            throw new PlatformNotSupportedException(problem);
    }

    private static CryptographicException Failed() => new("libcrypto did not do as it was asked");

    [LibraryImport(Name)]
    private static partial KeyHandle EVP_PKEY_new_raw_private_key(int type, nint engine, ReadOnlySpan<byte> key, nuint length);

    [LibraryImport(Name)]
    private static partial KeyHandle EVP_PKEY_new_raw_public_key(int type, nint engine, ReadOnlySpan<byte> key, nuint length);

    [LibraryImport(Name)]
    private static partial int EVP_PKEY_get_raw_public_key(KeyHandle key, Span<byte> bytes, ref nuint length);

    [LibraryImport(Name)]
    private static partial void EVP_PKEY_free(nint key);

    [LibraryImport(Name)]
    private static partial ContextHandle EVP_MD_CTX_new();

    [LibraryImport(Name)]
    private static partial void EVP_MD_CTX_free(nint context);

    [LibraryImport(Name)]
    private static partial int EVP_DigestSignInit(ContextHandle context, nint keyContext, nint digest, nint engine, KeyHandle key);

    [LibraryImport(Name)]
    private static partial int EVP_DigestSign(ContextHandle context, Span<byte> signature, ref nuint signatureLength, ReadOnlySpan<byte> message, nuint length);

    [LibraryImport(Name)]
    private static partial int EVP_DigestVerifyInit(ContextHandle context, nint keyContext, nint digest, nint engine, KeyHandle key);

    [LibraryImport(Name)]
    private static partial int EVP_DigestVerify(ContextHandle context, ReadOnlySpan<byte> signature, nuint signatureLength, ReadOnlySpan<byte> message, nuint length);

    /// <summary>A key in libcrypto's memory.</summary>
    internal sealed class KeyHandle() : SafeHandle(0, ownsHandle: true)
    {
        public override bool IsInvalid => handle == 0;

        protected override bool ReleaseHandle()
        {
            EVP_PKEY_free(handle);
            return true;
        }
    }

    /// <summary>A signing in progress.</summary>
    internal sealed class ContextHandle() : SafeHandle(0, ownsHandle: true)
    {
        public override bool IsInvalid => handle == 0;

        protected override bool ReleaseHandle()
        {
            EVP_MD_CTX_free(handle);
            return true;
        }
    }
}
