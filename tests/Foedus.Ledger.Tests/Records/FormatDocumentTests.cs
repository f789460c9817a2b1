using System.Text.RegularExpressions;
using Foedus.Ledger.Records;
using Foedus.Ledger.Trees;
using NodaTime;

namespace Foedus.Ledger.Tests.Records;

/// <summary>The test vectors of docs/ledger-format.md are what the program writes.</summary>
public partial class FormatDocumentTests
{
    private static readonly FederationId Federation = FederationId.Of("league-of-choirs");

    private static readonly ActRecord First = new(new LocalDate(2024, 5, 4), "elects", "act 9 2024-05-04 Assembly elects Ada-Lloyd as Chair") { Ruling = RecordedRuling.Accepted };

    private static readonly ActRecord Second = new(new LocalDate(1969, 12, 31), "votes", "act 10 1969-12-31 Assembly votes on Song-Book-Loan, for 6, against 5\n  note \"naïve\"")
    {
        Key = "client-7",
        Ruling = RecordedRuling.Undetermined,
        IsAttempt = true,
        Assumptions = ["A1", "B"],
        Corrects = 0,
        Attachments = [Digest.Of("minutes"u8)],
    };

    [Fact]
    public void The_vectors_of_the_document_hold()
    {
        byte[] salt = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];
        var payload = EntryEncoder.Payload(Second);
        var commitment = EntryEncoder.Commit(salt, payload);
        var one = EntryEncoder.Open(Federation, 0, Instant.FromUtc(2026, 3, 4, 5, 6, 7).PlusNanoseconds(123_456_000), EntryEncoder.Payload(First));
        var two = EntryEncoder.Sealed(Federation, 1, Instant.FromUtc(2026, 3, 4, 5, 6, 8), Visibility.Secret, commitment);
        string[] expected =
        [
            Convert.ToHexStringLower(one), Convert.ToHexStringLower(payload), commitment.ToString(), Convert.ToHexStringLower(two),
            MerkleHash.Leaf(one).ToString(), MerkleHash.Leaf(two).ToString(), MerkleHash.Node(MerkleHash.Leaf(one), MerkleHash.Leaf(two)).ToString(),
        ];
        Assert.Equal(expected, Block().Matches(File.ReadAllText(Documents.At("ledger-format.md"))).Select(m => m.Groups["hex"].Value.Replace("\n", "", StringComparison.Ordinal)));
    }

    [GeneratedRegex("^```hex\n(?<hex>[0-9a-f\n]+)```$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Block();
}
