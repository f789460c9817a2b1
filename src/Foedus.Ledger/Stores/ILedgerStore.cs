namespace Foedus.Ledger.Stores;

/// <summary>
/// Where the ledger of one federation is kept. A store keeps bytes in order and gives them back; what the bytes mean, which hash they have and
/// which tiles follow is worked out by <c>ActLog</c>, the same for every store. Every store passes the same tests
/// (<c>LedgerStoreContract</c>).
/// <para>
/// What a store promises: an append is all or nothing and on durable storage before <see cref="Append"/> returns; entries are never changed
/// and never removed; readers see whole appends only, in order, and are not kept waiting by a writer; all members may be called from any thread.
/// </para>
/// <para>
/// What fails for reasons of the storage (full, locked, damaged, gone) is a <see cref="LedgerStoreException"/> that names which.
/// </para>
/// </summary>
public interface ILedgerStore : IDisposable
{
    /// <summary>Whose ledger this is.</summary>
    FederationId Federation { get; }

    /// <summary>How many entries there are, and the root of the tree over them. One look-up.</summary>
    StoreHead Head();

    /// <summary>
    /// Appends entries at the expected position, with the tiles that they complete and the new root, in one transaction.
    /// </summary>
    /// <returns>
    /// <see cref="AppendOutcome.Appended"/>; <see cref="AppendOutcome.Conflict"/> if the ledger is not as long as expected; or
    /// <see cref="AppendOutcome.KeyTaken"/> if an idempotency key of the batch is known. Of the last two nothing is written.
    /// </returns>
    AppendOutcome Append(AppendBatch batch);

    /// <summary>
    /// The entries from one position up to another (excluded) or the end, in order, read as they are asked for. What is appended meanwhile may
    /// or may not come at the end. Memory does not grow with the number of entries.
    /// </summary>
    IEnumerable<StoredEntry> Read(long from, long to = long.MaxValue);

    /// <summary>The position of the entry with an idempotency key; null if there is none. O(log n).</summary>
    long? PositionOf(string key);

    /// <summary>Every idempotency key with its position, in the order of positions: for verification.</summary>
    IEnumerable<(string Key, long Position)> Keys();

    /// <summary>
    /// A full tile of 256 hashes (8192 bytes) of a level of tiles, from 0; null if it is not complete yet. O(log n).
    /// </summary>
    byte[]? Tile(int level, long index);

    /// <summary>
    /// Erases the sealed part of an entry for good, with its salt, as a law may demand. The entry itself stays, and so does every hash. Snapshots
    /// are dropped, since what was derived from the part may stand in them. False if there is none (any more).
    /// </summary>
    bool EraseSeal(long position);

    /// <summary>How many sealed parts are here.</summary>
    long SealCount();

    /// <summary>
    /// What the storage itself finds wrong with its structure, in lines of its own words, at most a hundred; empty if nothing, or if it has no such
    /// check. May take as long as reading everything.
    /// </summary>
    IReadOnlyList<string> StructureProblems();

    /// <summary>Minutes, scans, letters, by the hash of their content.</summary>
    IAttachmentStore Attachments { get; }

    /// <summary>Signed statements of how the ledger stood.</summary>
    ICheckpointStore Checkpoints { get; }

    /// <summary>Derived state, kept to open quickly and never trusted.</summary>
    ISnapshotStore Snapshots { get; }

    /// <summary>Personal data, apart from the acts.</summary>
    IPersonStore Persons { get; }
}
