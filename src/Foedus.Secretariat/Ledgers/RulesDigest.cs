using System.Security.Cryptography;
using System.Text;
using Foedus.Charter.Model;
using Foedus.Counting;
using Foedus.Engine.Judging;
using Foedus.Secretariat.Opening;

namespace Foedus.Secretariat.Ledgers;

/// <summary>
/// Tells the rules by which a state was derived from others: the texts of the charter, its manuals, registers and assumptions, each with the name
/// of its file, and the build of the program that read them.
/// </summary>
internal static class RulesDigest
{
    /// <summary>SHA-256 over all of it.</summary>
    /// <param name="input">The federation; its ledger and its cases are passed over.</param>
    public static byte[] Of(FederationInput input)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in (Type[])[typeof(Ratio), typeof(Federation), typeof(Judge)])
            hash.AppendData(part.Module.ModuleVersionId.ToByteArray());
        foreach (var (name, text) in input.Texts.Where(t => t.Path != input.Ledger).Select(t => (Name: Path.GetFileName(t.Path), Text: t))
            .Where(t => !t.Name.EndsWith(".cases", StringComparison.OrdinalIgnoreCase)).OrderBy(t => t.Name, StringComparer.Ordinal))
        {
            hash.AppendData(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
            hash.AppendData(SHA256.HashData(text.ToBytes()));
        }

        return hash.GetHashAndReset();
    }
}
