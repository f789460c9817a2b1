using System.Security.Cryptography;

namespace Foedus.Ledger;

/// <summary>The chance of the operating system.</summary>
public sealed class SystemSalt : ISaltSource
{
    public static SystemSalt Instance { get; } = new();

    public void Fill(Span<byte> salt) => RandomNumberGenerator.Fill(salt);
}
