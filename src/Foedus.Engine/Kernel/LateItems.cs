namespace Foedus.Engine.Kernel;

/// <summary>
/// What was written for a source after the act with which the source entered the ledger: found source by source, in the order of writing,
/// without looking through that of others.
/// </summary>
internal sealed class LateItems
{
    private readonly Slab<int> _items;
    private readonly Slab<int> _before;
    private readonly Slab<int> _latest;
    private readonly KeyTable _heads;

    public LateItems() => (_items, _before, _latest, _heads) = (new Slab<int>(), new Slab<int>(), new Slab<int>(), new KeyTable(0));

    private LateItems(LateItems of) => (_items, _before, _latest, _heads) = (of._items.Branch(), of._before.Branch(), of._latest.Branch(), of._heads.Branch());

    /// <summary>The same items, for a store that goes its own way from here.</summary>
    public LateItems Branch() => new(this);

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
        _latest.Own(head) = _items.Add(item);
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
