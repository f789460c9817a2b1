using Foedus.Ledger.Records;
using Foedus.Ledger.Stores;
using Foedus.Ledger.Trees;

namespace Foedus.Ledger.Copying;

/// <summary>
/// Copies a ledger from one store to another of any kind, byte for byte, hashing every entry anew: what arrives has the same root, or it is told.
/// It is how a ledger moves between stores, and how what holds of a damaged one is saved. Memory does not grow with the ledger.
/// </summary>
public static class LedgerCopy
{
    private const int BatchLength = 1024;

    /// <summary>Copies entries with their sealed parts and keys, attachments, checkpoints and persons. Snapshots are derived again.</summary>
    /// <param name="from">The ledger.</param>
    /// <param name="to">An empty store of the same federation, or one that holds the beginning of this ledger already: then it goes on behind it.</param>
    /// <param name="most">How many entries, from the first; all if null.</param>
    /// <returns>The size and root of the copy.</returns>
    /// <exception cref="InvalidDataException">The target holds another history, or an entry cannot be read or is not as it was appended.</exception>
    /// <exception cref="LedgerStoreException">A storage failed.</exception>
    public static StoreHead Copy(ILedgerStore from, ILedgerStore to, long? most = null)
    {
        if (from.Federation != to.Federation)
            throw new InvalidDataException($"a ledger of {from.Federation} cannot go on as one of {to.Federation}");
        var size = Math.Min(most ?? long.MaxValue, from.Head().Size);
        var tree = Begin(from, to, size);
        var entries = new List<NewEntry>(BatchLength);
        var tiles = new List<NewTile>();
        foreach (var stored in from.Read(tree.Size, size))
        {
            entries.Add(Entry(stored, tree.Size, from.Federation));
            tree.Add(entries[^1].Leaf, tiles);
            if (entries.Count == BatchLength)
                Flush(to, entries, tiles, tree);
        }

        if (entries.Count > 0)
            Flush(to, entries, tiles, tree);
        foreach (var attachment in from.Attachments.All())
        {
            using var content = from.Attachments.Open(attachment.Digest);
            if (content is null || to.Attachments.Put(content) != attachment.Digest)
                throw new InvalidDataException($"attachment {attachment.Digest} is not what its hash says");
        }

        foreach (var checkpoint in from.Checkpoints.All().Where(c => c.Size <= tree.Size))
            to.Checkpoints.Put(checkpoint.Size, checkpoint.Note);
        foreach (var id in from.Persons.All())
            to.Persons.Put(id, from.Persons.Find(id));
        return to.Head();
    }

    // What the target holds already has to be the beginning of the source.
    private static GrowingTree Begin(ILedgerStore from, ILedgerStore to, long size)
    {
        var there = to.Head();
        if (there.Size > size)
            throw new InvalidDataException(FormattableString.Invariant($"the target has {there.Size} entries, and the ledger {size}"));
        var tree = new GrowingTree();
        foreach (var stored in from.Read(0, there.Size))
            tree.Add(MerkleHash.Leaf(stored.Bytes));
        return tree.Size == there.Size && tree.Root() == there.Root ? tree : throw new InvalidDataException("the target holds another history");
    }

    private static NewEntry Entry(StoredEntry stored, long position, FederationId federation)
    {
        var leaf = MerkleHash.Leaf(stored.Bytes);
        if (stored.Position != position || leaf != stored.Leaf || !EntryDecoder.TryRead(stored.Bytes, out var entry, out _) || entry.Position != position || entry.Federation != federation)
            throw new InvalidDataException(FormattableString.Invariant($"entry {position} is not as it was appended"));
        var act = entry.Act;
        if (stored.Seal is { } seal && (EntryEncoder.Commit(seal.Salt, seal.Payload) != entry.Commitment || !EntryDecoder.TryReadPayload(seal.Payload, position, out act, out _)))
            throw new InvalidDataException(FormattableString.Invariant($"the sealed part of entry {position} is not the one that the entry commits to"));
        return new NewEntry(stored.Bytes, leaf, entry.RecordedAt, stored.Seal, act?.Key);
    }

    private static void Flush(ILedgerStore to, List<NewEntry> entries, List<NewTile> tiles, GrowingTree tree)
    {
        var outcome = to.Append(new AppendBatch(tree.Size - entries.Count, [.. entries], [.. tiles], tree.Root()));
        if (outcome is not AppendOutcome.Appended)
            throw new InvalidDataException("somebody else writes to the target");
        entries.Clear();
        tiles.Clear();
    }
}
