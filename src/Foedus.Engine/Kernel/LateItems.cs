namespace Foedus.Engine.Kernel;

/// <summary>
/// What was written for a source after the act with which the source entered the ledger: found source by source, in the order of writing,
/// without looking through that of others.
/// </summary>
internal sealed class LateItems
{
    private readonly Slab<int> _items = new();
    private readonly Slab<int> _before = new();
    private readonly Slab<int> _headOf = new();
    private readonly Slab<int> _latest = new();
    private readonly KeyTable _heads = new(0);

    /// <summary>Adds an item, whose number is higher than that of every item before it.</summary>
    public void Add(int source, int item)
    {
        var key = FactStore.StandingKey(source).Bits;
        var head = _heads.Find(key);
        if (head < 0)
        {
            head = _latest.Add(-1);
            _heads.Add(key, head);
        }

        _before.Add(_latest[head]);
        _headOf.Add(head);
        _latest[head] = _items.Add(item);
    }

    /// <summary>Adds the items of a source to a list, the first first.</summary>
    public void AddTo(List<int> found, int source, Func<int, int> made)
    {
        var head = _heads.Find(FactStore.StandingKey(source).Bits);
        if (head < 0)
            return;
        var start = found.Count;
        for (var i = _latest[head]; i >= 0; i = _before[i])
            found.Add(made(_items[i]));
        found.Reverse(start, found.Count - start);
    }

    /// <summary>Forgets items with this number or a higher one.</summary>
    public void Truncate(int number)
    {
        for (var i = _items.Count - 1; i >= 0 && _items[i] >= number; i--)
        {
            _latest[_headOf[i]] = _before[i];
            _items.Truncate(i);
            _before.Truncate(i);
            _headOf.Truncate(i);
        }
    }

    public void Save(SnapshotWriter writer) => _items.Save(writer);

    /// <summary>Takes the items that were written; whose they are is read from the items themselves.</summary>
    public void Load(SnapshotReader reader, int count, Func<int, int> sourceOf)
    {
        var items = new Slab<int>();
        items.Load(reader);
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i] < 0 || items[i] >= count)
                throw new InvalidDataException("What was written late is not there.");
            Add(sourceOf(items[i]), items[i]);
        }
    }
}
