namespace Foedus.Engine.Kernel;

/// <summary>
/// Numbers for what is entered, from 0 in the order of entry, each once and for ever. It only grows; one writer, and readers need no lock for
/// what they were given. A branch looks into what it branched from, as far as that had come then, and keeps what is entered in it to itself.
/// </summary>
/// <typeparam name="T">What is entered: a thing, a word.</typeparam>
internal sealed class Catalogue<T>
    where T : notnull
{
    private readonly Catalogue<T>? _beneath;
    private readonly int _first;
    private readonly IEqualityComparer<T> _comparer;
    private readonly Appended<T> _items;
    private int[] _slots = [];

    /// <param name="comparer">When two are the same.</param>
    public Catalogue(IEqualityComparer<T>? comparer = null) => (_comparer, _items) = (comparer ?? EqualityComparer<T>.Default, new Appended<T>());

    private Catalogue(Catalogue<T> beneath, int count)
    {
        _items = beneath._items.Branch();
        // What added nothing of its own is passed over.
        while (beneath._beneath is { } lower && count <= beneath._first)
            beneath = lower;
        (_beneath, _first, _comparer) = (beneath, count, beneath._comparer);
    }

    public int Count => _items.Count;

    /// <summary>What has a number.</summary>
    public T this[int number] => _items[number];

    /// <summary>A catalogue with the same entries that goes its own way from here.</summary>
    public Catalogue<T> Branch() => new(this, Count);

    /// <summary>The number of an entry, or -1.</summary>
    public int Find(T item) => Find(item, _comparer.GetHashCode(item));

    /// <summary>The number of an entry, which is made if it is new.</summary>
    public int Add(T item)
    {
        var hash = _comparer.GetHashCode(item);
        if (Find(item, hash) is var known and >= 0)
            return known;
        if (2 * (Count - _first + 1) > _slots.Length)
            Arrange(Math.Max(16, 2 * _slots.Length));
        var number = _items.Add(item);
        Place(_slots, hash, number - _first);
        return number;
    }

    /// <summary>Makes room for so many.</summary>
    public void EnsureCapacity(int count)
    {
        var room = Math.Max(16, _slots.Length);
        while (room < 2 * (count - _first))
            room *= 2;
        if (room > _slots.Length)
            Arrange(room);
    }

    private int Find(T item, int hash)
    {
        var limit = Count;
        for (var at = this; at is not null; at = at._beneath)
        {
            if (at.Own(item, hash) is var own and >= 0 && at._first + own < limit)
                return at._first + own;
            limit = Math.Min(limit, at._first);
        }

        return -1;
    }

    private int Own(T item, int hash)
    {
        var slots = Volatile.Read(ref _slots);
        if (slots.Length == 0)
            return -1;
        for (var i = Home(hash, slots.Length); ; i = (i + 1) & (slots.Length - 1))
        {
            var own = Volatile.Read(ref slots[i]) - 1;
            if (own < 0)
                return -1;
            if (_comparer.Equals(_items[_first + own], item))
                return own;
        }
    }

    private void Arrange(int room)
    {
        var slots = new int[room];
        for (var own = 0; own < Count - _first; own++)
            Place(slots, _comparer.GetHashCode(_items[_first + own]), own);
        Volatile.Write(ref _slots, slots);
    }

    private static void Place(int[] slots, int hash, int own)
    {
        var i = Home(hash, slots.Length);
        while (slots[i] != 0)
            i = (i + 1) & (slots.Length - 1);
        Volatile.Write(ref slots[i], own + 1);
    }

    private static int Home(int hash, int room) => (int)(unchecked((uint)hash * 0x9E3779B9U) >> 7) & (room - 1);
}
