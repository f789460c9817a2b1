using System.Text.Json;

namespace Foedus.Ledger.Tests.Trees;

/// <summary>
/// A proof with its expected verdict, from the test data of github.com/transparency-dev/merkle (Apache-2.0, commit
/// 417fb0c314750d94e53942e9f92e79b6d35915db, folders testdata/inclusion and testdata/consistency), one a line. One vector is left out: its roots
/// have 12 bytes, and are no hashes.
/// </summary>
public static class ProofVector
{
    public static IReadOnlyDictionary<string, JsonElement> All { get; } = File
        .ReadLines(Path.Combine(AppContext.BaseDirectory, "Trees", "transparency-dev.jsonl"))
        .Select(line => JsonDocument.Parse(line).RootElement)
        .ToDictionary(vector => vector.GetProperty("name").GetString()!, StringComparer.Ordinal);

    public static TheoryData<string> Named(string folder) => [.. All.Keys.Where(name => name.StartsWith(folder, StringComparison.Ordinal))];

    /// <summary>A hash; a wrong length, which some vectors try, is no hash at all.</summary>
    public static bool TryHash(JsonElement element, out Digest digest)
    {
        var bytes = element.ValueKind == JsonValueKind.Null ? [] : element.GetBytesFromBase64();
        digest = bytes.Length == Digest.Length ? new Digest(bytes) : default;
        return bytes.Length == Digest.Length;
    }

    public static bool TryProof(JsonElement vector, out List<Digest> proof)
    {
        proof = [];
        if (vector.GetProperty("proof") is not { ValueKind: JsonValueKind.Array } steps)
            return true;
        foreach (var step in steps.EnumerateArray())
        {
            if (!TryHash(step, out var digest))
                return false;
            proof.Add(digest);
        }

        return true;
    }
}
