using Foedus.Ledger.Following;
using Foedus.Ledger.Trees;

namespace Foedus.Ledger.Stores.Memory;

/// <summary>A ledger in memory: for rehearsals, for tests, and as the plainest account of what a store does. It lasts as long as the process.</summary>
public sealed class MemoryStore : ILedgerStore, ISignallingStore
{
    private readonly Lock _lock = new();
    private readonly List<StoredEntry> _entries = [];
    private readonly Dictionary<string, long> _keys = new(StringComparer.Ordinal);
    private readonly Dictionary<(int Level, long Index), byte[]> _tiles = [];
    private Digest _root = MerkleHash.Empty;

    /// <param name="federation">Whose ledger it is.</param>
    public MemoryStore(FederationId federation)
    {
        Federation = federation;
        Attachments = new MemoryAttachments();
        Checkpoints = new MemoryCheckpoints();
        Snapshots = new MemorySnapshots();
        Persons = new MemoryPersons();
    }

    /// <summary>Comes after each append.</summary>
    internal event Action? Grown;

    public FederationId Federation { get; }

    public IAttachmentStore Attachments { get; }

    public ICheckpointStore Checkpoints { get; }

    public ISnapshotStore Snapshots { get; }

    public IPersonStore Persons { get; }

    public StoreHead Head()
    {
        lock (_lock)
            return new StoreHead(_entries.Count, _root);
    }

    public AppendOutcome Append(AppendBatch batch)
    {
        lock (_lock)
        {
            if (batch.Expected != _entries.Count)
                return new AppendOutcome.Conflict(_entries.Count);
            var keys = new Dictionary<string, long>(StringComparer.Ordinal);
            for (var i = 0; i < batch.Entries.Count; i++)
            {
                if (batch.Entries[i].Key is not { } key)
                    continue;
                if (_keys.TryGetValue(key, out var taken))
                    return new AppendOutcome.KeyTaken(key, taken);
                if (!keys.TryAdd(key, batch.Expected + i))
                    return new AppendOutcome.KeyTaken(key, keys[key]);
            }

            foreach (var entry in batch.Entries)
                _entries.Add(new StoredEntry(_entries.Count, entry.Bytes, entry.Leaf, entry.Seal));
            foreach (var (key, position) in keys)
                _keys.Add(key, position);
            foreach (var tile in batch.Tiles)
                _tiles.Add((tile.Level, tile.Index), tile.Hashes);
            _root = batch.Root;
            Grown?.Invoke();
            return new AppendOutcome.Appended(_entries.Count);
        }
    }

    public IEnumerable<StoredEntry> Read(long from, long to = long.MaxValue)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        for (var position = from; position < to; position++)
        {
            StoredEntry entry;
            lock (_lock)
            {
                if (position >= _entries.Count)
                    yield break;
                entry = _entries[(int)position];
            }

            yield return entry;
        }
    }

    public long? PositionOf(string key)
    {
        lock (_lock)
            return _keys.TryGetValue(key, out var position) ? position : null;
    }

    public IEnumerable<(string Key, long Position)> Keys()
    {
        lock (_lock)
            return [.. _keys.Select(k => (k.Key, k.Value)).OrderBy(k => k.Value)];
    }

    public byte[]? Tile(int level, long index)
    {
        lock (_lock)
            return _tiles.GetValueOrDefault((level, index));
    }

    public bool EraseSeal(long position)
    {
        lock (_lock)
        {
            if (position < 0 || position >= _entries.Count || _entries[(int)position].Seal is null)
                return false;
            _entries[(int)position] = _entries[(int)position] with { Seal = null };
            foreach (var snapshot in Snapshots.All().ToList())
                Snapshots.Drop(snapshot.Name);
            return true;
        }
    }

    public long SealCount()
    {
        lock (_lock)
            return _entries.Count(e => e.Seal is not null);
    }

    public IReadOnlyList<string> StructureProblems() => [];

    /// <summary>Tells when somebody has appended.</summary>
    public IGrowthSignal Watch() => new MemorySignal(this);

    public void Dispose()
    {
        // Nothing is held.
    }
}
