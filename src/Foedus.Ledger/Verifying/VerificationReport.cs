using System.Collections.Immutable;
using Foedus.Ledger.Signing;

namespace Foedus.Ledger.Verifying;

/// <summary>What verification found.</summary>
/// <param name="Size">How many entries the ledger says that it has.</param>
/// <param name="Holding">How many entries, from the first, hold in every respect.</param>
/// <param name="Root">The root over those that hold.</param>
/// <param name="Findings">What is wrong, the first bad record first.</param>
/// <param name="Checkpoints">How many checkpoints hold.</param>
/// <param name="Signed">The greatest size for which a checkpoint of the ledger's key holds; 0 if none does.</param>
/// <param name="Sealed">How many entries are not public.</param>
/// <param name="Withheld">Of those, how many have no payload here: withheld or erased.</param>
/// <param name="Attachments">How many attachments are here and hold.</param>
/// <param name="Absent">Attachments that entries name and that are not here: withheld, erased or lost.</param>
/// <param name="Keys">The keys that the entries name.</param>
public sealed record VerificationReport(
    long Size,
    long Holding,
    Digest Root,
    ImmutableArray<VerificationFinding> Findings,
    int Checkpoints,
    long Signed,
    long Sealed,
    long Withheld,
    int Attachments,
    ImmutableArray<Digest> Absent,
    KeyChain Keys)
{
    /// <summary>
    /// How many of the withheld entries and absent attachments a record of the ledger says were erased. What is missing beyond that was withheld
    /// from this copy, or lost.
    /// </summary>
    public int Erased { get; init; }

    /// <summary>True if nothing is wrong.</summary>
    public bool Holds => Findings.IsEmpty;
}
