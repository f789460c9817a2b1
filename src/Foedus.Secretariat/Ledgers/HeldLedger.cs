using Foedus.Ledger;
using Foedus.Ledger.Stores;

namespace Foedus.Secretariat.Ledgers;

/// <summary>A ledger that somebody holds open, whatever its store. It is read as often as need be and closed by whoever holds it.</summary>
/// <param name="store">The ledger.</param>
internal sealed class HeldLedger(ILedgerStore store) : ILedgerServer
{
    /// <summary>What it is called in messages: as the federation whose ledger it is.</summary>
    public string Name { get; } = store.Federation.Text + LedgerPlaces.Extension;

    public ILedgerStore Store => store;

    public bool IsMeant(string word) => string.Equals(word, Name, StringComparison.Ordinal);

    public ILedgerStore? Open(string word) => IsMeant(word) ? new Borrowed(store) : null;

    public ILedgerStore? OpenOrCreate(string word, FederationId federation) => Open(word);

    public string WithoutSecrets(string text) => text;

    /// <summary>The same ledger; closing it closes nothing.</summary>
    private sealed class Borrowed(ILedgerStore held) : ILedgerStore
    {
        public FederationId Federation => held.Federation;

        public IAttachmentStore Attachments => held.Attachments;

        public ICheckpointStore Checkpoints => held.Checkpoints;

        public ISnapshotStore Snapshots => held.Snapshots;

        public IPersonStore Persons => held.Persons;

        public StoreHead Head() => held.Head();

        public AppendOutcome Append(AppendBatch batch) => held.Append(batch);

        public IEnumerable<StoredEntry> Read(long from, long to = long.MaxValue) => held.Read(from, to);

        public long? PositionOf(string key) => held.PositionOf(key);

        public IEnumerable<(string Key, long Position)> Keys() => held.Keys();

        public byte[]? Tile(int level, long index) => held.Tile(level, index);

        public bool EraseSeal(long position) => held.EraseSeal(position);

        public long SealCount() => held.SealCount();

        public IReadOnlyList<string> StructureProblems() => held.StructureProblems();

        public void Dispose()
        {
            // Whoever holds it closes it.
        }
    }
}
