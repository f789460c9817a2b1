namespace Foedus.Ledger.Verifying;

/// <summary>What verification can find wrong.</summary>
public enum VerificationFault
{
    /// <summary>The storage cannot be read as it was written.</summary>
    Unreadable,

    /// <summary>The storage itself finds its structure damaged.</summary>
    Structure,

    /// <summary>An entry is not in the canonical encoding.</summary>
    Encoding,

    /// <summary>An entry is of another federation.</summary>
    OtherFederation,

    /// <summary>An entry is missing, doubled or out of its place.</summary>
    Order,

    /// <summary>An entry was recorded before the one before it.</summary>
    BackDated,

    /// <summary>An entry is not the one whose hash was noted when it was appended.</summary>
    Changed,

    /// <summary>The sealed part is not what the entry commits to.</summary>
    Seal,

    /// <summary>The index of idempotency keys does not agree with the entries.</summary>
    KeyIndex,

    /// <summary>A tile of hashes does not agree with the entries.</summary>
    Tile,

    /// <summary>The noted size or root does not agree with the entries.</summary>
    Head,

    /// <summary>A statement of a key is not signed by the key before it.</summary>
    SigningKey,

    /// <summary>A checkpoint is not well formed, is of another ledger, or is not signed by the ledger's key.</summary>
    Forged,

    /// <summary>A checkpoint that the ledger's key signed tells of another history: entries were changed, or the key signed two histories.</summary>
    OtherHistory,

    /// <summary>A checkpoint that the ledger's key signed tells of more entries than there are.</summary>
    Shortened,

    /// <summary>An attachment is not what its hash says.</summary>
    Attachment,

    /// <summary>A snapshot is not what follows from the entries.</summary>
    Snapshot,

    /// <summary>Personal data are not what was kept.</summary>
    Person,
}

/// <summary>Something that is wrong.</summary>
/// <param name="Fault">What.</param>
/// <param name="Position">The first entry that is concerned; null if none is.</param>
/// <param name="Sentence">One sentence.</param>
public sealed record VerificationFinding(VerificationFault Fault, long? Position, string Sentence);
