namespace Foedus.Ledger.Stores.Memory;

internal sealed class MemoryAttachments : IAttachmentStore
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<Digest, byte[]> _all = [];

    public Digest Put(Stream content)
    {
        using var copy = new MemoryStream();
        content.CopyTo(copy);
        var bytes = copy.ToArray();
        var digest = Digest.Of(bytes);
        lock (_lock)
            _all[digest] = bytes;
        return digest;
    }

    public Stream? Open(Digest digest)
    {
        lock (_lock)
            return _all.TryGetValue(digest, out var bytes) ? new MemoryStream(bytes, writable: false) : null;
    }

    public bool Erase(Digest digest)
    {
        lock (_lock)
            return _all.Remove(digest);
    }

    public IEnumerable<StoredAttachment> All()
    {
        lock (_lock)
            return [.. _all.Select(a => new StoredAttachment(a.Key, a.Value.Length))];
    }
}
