namespace Foedus.Ledger.Stores.Memory;

internal sealed class MemorySnapshots : ISnapshotStore
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, Snapshot> _all = new(StringComparer.Ordinal);

    public void Put(Snapshot snapshot)
    {
        lock (_lock)
            _all[snapshot.Name] = snapshot;
    }

    public Snapshot? Find(string name)
    {
        lock (_lock)
            return _all.GetValueOrDefault(name);
    }

    public IEnumerable<Snapshot> All()
    {
        lock (_lock)
            return [.. _all.Values];
    }

    public bool Drop(string name)
    {
        lock (_lock)
            return _all.Remove(name);
    }
}
