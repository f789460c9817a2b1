namespace Foedus.Engine.Kernel;

/// <summary>
/// From packed keys to indices: open addressing with linear probing, at most half full. Indices are handed out in order by the caller, and keys
/// are never taken out. One writer; readers need no lock. A branch looks into the slots of what it branched from, as far as its keys were there
/// then, and keeps what is added to it in slots of its own.
/// </summary>
internal sealed class KeyTable
{
    private readonly Layer[] _beneath;
    private readonly int _first;
    private Slots _slots;
    private int _count;

    public KeyTable(int expected)
    {
        _beneath = [];
        _slots = new Slots(RoomFor(expected));
    }

    private KeyTable(KeyTable of)
    {
        _beneath = of._count == 0 ? of._beneath : [.. of._beneath, new Layer(of._slots, of.Count)];
        _first = of.Count;
        _slots = Slots.None;
    }

    public int Count => _first + _count;

    /// <summary>A table with the same keys that goes its own way from here.</summary>
    public KeyTable Branch() => new(this);

    /// <summary>The index of a key, or -1.</summary>
    public int Find(ulong key)
    {
        if (_slots.Find(key) is var own and >= 0)
            return own;
        foreach (var (slots, limit) in _beneath)
        {
            if (slots.Find(key) is var index and >= 0 && index < limit)
                return index;
        }

        return -1;
    }

    /// <summary>Adds a key that is not in the table, with the next index.</summary>
    public void Add(ulong key, int index)
    {
        if (2 * (_count + 1) > _slots.Pairs.Length)
            Grow();
        _slots.Place(key, index);
        _count++;
    }

    private static int RoomFor(int expected)
    {
        var room = 64;
        while (room < 1 << 29 && room < 2L * expected)
            room <<= 1;
        return room;
    }

    private void Grow()
    {
        var larger = new Slots(Math.Max(64, 2 * _slots.Pairs.Length));
        foreach (var pair in _slots.Pairs)
        {
            if (pair.Key != 0)
                larger.Place(pair.Key, pair.Index);
        }

        Volatile.Write(ref _slots, larger);
    }

    /// <summary>Slots of what was branched from, with the first index that was not there yet.</summary>
    private readonly record struct Layer(Slots Slots, int Limit);

    private struct Pair
    {
        public ulong Key;
        public int Index;
    }

    private sealed class Slots(int room)
    {
        /// <summary>The slots of a branch to which nothing was added: one that stays empty.</summary>
        public static readonly Slots None = new(1);

        private readonly int _shift = Math.Min(63, System.Numerics.BitOperations.LeadingZeroCount((ulong)room - 1));

        public Pair[] Pairs { get; } = new Pair[room];

        public int Find(ulong key)
        {
            var pairs = Pairs;
            var mask = pairs.Length - 1;
            for (var i = Home(key) & mask; ; i = (i + 1) & mask)
            {
                ref var pair = ref pairs[i];
                var found = Volatile.Read(ref pair.Key);
                if (found == key)
                    return pair.Index;
                if (found == 0)
                    return -1;
            }
        }

        public void Place(ulong key, int index)
        {
            var mask = Pairs.Length - 1;
            var i = Home(key) & mask;
            while (Pairs[i].Key != 0)
                i = (i + 1) & mask;
            Pairs[i].Index = index;
            Volatile.Write(ref Pairs[i].Key, key);
        }

        private int Home(ulong key) => (int)(unchecked(key * 0x9E3779B97F4A7C15UL) >> _shift);
    }
}
