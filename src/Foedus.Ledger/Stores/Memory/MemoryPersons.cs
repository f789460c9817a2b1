namespace Foedus.Ledger.Stores.Memory;

internal sealed class MemoryPersons : IPersonStore
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, byte[]> _all = new(StringComparer.Ordinal);

    public void Put(string id, ReadOnlySpan<byte> data)
    {
        var copy = data.ToArray();
        lock (_lock)
            _all[id] = copy;
    }

    public byte[]? Find(string id)
    {
        lock (_lock)
            return _all.GetValueOrDefault(id);
    }

    public bool Erase(string id)
    {
        lock (_lock)
            return _all.Remove(id);
    }

    public IEnumerable<string> All()
    {
        lock (_lock)
            return [.. _all.Keys];
    }
}
