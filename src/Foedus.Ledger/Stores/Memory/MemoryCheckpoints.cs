namespace Foedus.Ledger.Stores.Memory;

internal sealed class MemoryCheckpoints : ICheckpointStore
{
    private readonly Lock _lock = new();
    private readonly List<StoredCheckpoint> _all = [];

    public void Put(long size, string note)
    {
        lock (_lock)
        {
            var checkpoint = new StoredCheckpoint(size, note);
            if (!_all.Contains(checkpoint))
                _all.Add(checkpoint);
        }
    }

    public StoredCheckpoint? Latest()
    {
        lock (_lock)
            return _all.Count == 0 ? null : _all.OrderBy(c => c.Size).Last();
    }

    public IEnumerable<StoredCheckpoint> All()
    {
        lock (_lock)
            return [.. _all.OrderBy(c => c.Size)];
    }
}
