using Foedus.Ledger.Signing;
using Foedus.Ledger.Trees;

namespace Foedus.Ledger.Verifying;

/// <summary>What two checkpoints of one key say of each other.</summary>
public enum EquivocationVerdict
{
    /// <summary>They tell of one history.</summary>
    Agree,

    /// <summary>They tell of two histories: the key signed what cannot both be. The two notes are the proof, for everybody.</summary>
    TwoHistories,

    /// <summary>They are of different sizes, and a proof of consistency is wanted.</summary>
    NeedsProof,

    /// <summary>One of them is no checkpoint, is of another ledger, or is not signed by the key.</summary>
    NotSigned,
}

/// <summary>What a witness does: sees whether a key told one history to one and another to another.</summary>
public static class Equivocation
{
    /// <summary>Compares two checkpoints.</summary>
    /// <param name="one">A signed note.</param>
    /// <param name="other">Another.</param>
    /// <param name="key">The key that should have signed both.</param>
    /// <param name="proof">The consistency proof from the smaller to the larger, as the ledger gives it; null if there is none.</param>
    /// <exception cref="PlatformNotSupportedException">libcrypto is missing.</exception>
    public static EquivocationVerdict Of(string one, string other, VerifierKey key, IReadOnlyList<Digest>? proof = null)
    {
        if (Read(one, key) is not { } first || Read(other, key) is not { } second || first.Origin != second.Origin)
            return EquivocationVerdict.NotSigned;
        if (first.Size > second.Size)
            (first, second) = (second, first);
        if (first.Size == second.Size)
            return first.Root == second.Root ? EquivocationVerdict.Agree : EquivocationVerdict.TwoHistories;
        if (proof is null)
            return EquivocationVerdict.NeedsProof;
        return MerkleProof.Extends(first.Size, first.Root, second.Size, second.Root, proof) ? EquivocationVerdict.Agree : EquivocationVerdict.TwoHistories;
    }

    private static Checkpoint? Read(string text, VerifierKey key) =>
        SignedNote.TryParse(text, out var note) && note.IsSignedBy(key) && Checkpoint.TryParse(note.Text, out var checkpoint) ? checkpoint : null;
}
