namespace Foedus.Engine.Kernel;

/// <summary>
/// From packed keys to indices: open addressing with linear probing, at most half full. Indices are handed out in order by the caller, so
/// the table can be cut back to an earlier count by taking the newest keys out again. One writer; readers need no lock.
/// </summary>
internal sealed class KeyTable
{
    private Slots _slots;
    private int _count;

    public KeyTable(int expected) => _slots = new Slots(RoomFor(expected));

    public int Count => _count;

    /// <summary>The index of a key, or -1.</summary>
    public int Find(ulong key)
    {
        var slots = _slots;
        var pairs = slots.Pairs;
        for (var i = slots.Home(key); ; i = (i + 1) & slots.Mask)
        {
            ref var pair = ref pairs[i];
            if (pair.Key == key)
                return pair.Index;
            if (pair.Key == 0)
                return -1;
        }
    }

    /// <summary>Adds a key that is not in the table.</summary>
    public void Add(ulong key, int index)
    {
        if (2 * (_count + 1) > _slots.Pairs.Length)
            Grow();
        Place(_slots, key, index);
        _count++;
    }

    /// <summary>Takes out the key that was added last. Keys leave in the reverse of the order in which they came.</summary>
    public void RemoveLast(ulong key)
    {
        var i = _slots.Home(key);
        while (_slots.Pairs[i].Key != key)
            i = (i + 1) & _slots.Mask;
        _slots.Pairs[i] = default;
        _count--;
    }

    private static int RoomFor(int expected)
    {
        var room = 64;
        while (room < 1 << 29 && room < 2L * expected)
            room <<= 1;
        return room;
    }

    private static void Place(Slots slots, ulong key, int index)
    {
        var i = slots.Home(key);
        while (slots.Pairs[i].Key != 0)
            i = (i + 1) & slots.Mask;
        slots.Pairs[i].Index = index;
        Volatile.Write(ref slots.Pairs[i].Key, key);
    }

    private void Grow()
    {
        var old = _slots;
        var larger = new Slots(2 * old.Pairs.Length);
        var inOrder = new ulong[_count];
        foreach (var pair in old.Pairs)
        {
            if (pair.Key != 0)
                inOrder[pair.Index] = pair.Key;
        }

        // In the order in which they came, so that the newest is still the last of its chain.
        for (var i = 0; i < inOrder.Length; i++)
            Place(larger, inOrder[i], i);
        Volatile.Write(ref _slots, larger);
    }

    private struct Pair
    {
        public ulong Key;
        public int Index;
    }

    private sealed class Slots(int room)
    {
        private readonly int _shift = System.Numerics.BitOperations.LeadingZeroCount((ulong)room - 1);

        public Pair[] Pairs { get; } = new Pair[room];

        public int Mask { get; } = room - 1;

        public int Home(ulong key) => (int)(unchecked(key * 0x9E3779B97F4A7C15UL) >> _shift);
    }
}
