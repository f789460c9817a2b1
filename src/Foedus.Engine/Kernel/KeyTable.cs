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
        var keys = slots.Keys;
        for (var i = slots.Home(key); ; i = (i + 1) & slots.Mask)
        {
            var found = keys[i];
            if (found == key)
                return slots.Values[i];
            if (found == 0)
                return -1;
        }
    }

    /// <summary>Adds a key that is not in the table.</summary>
    public void Add(ulong key, int index)
    {
        if (2 * (_count + 1) > _slots.Keys.Length)
            Grow();
        Place(_slots, key, index);
        _count++;
    }

    /// <summary>Takes out the key that was added last. Keys leave in the reverse of the order in which they came.</summary>
    public void RemoveLast(ulong key)
    {
        var i = _slots.Home(key);
        while (_slots.Keys[i] != key)
            i = (i + 1) & _slots.Mask;
        _slots.Keys[i] = 0;
        _count--;
    }

    private static int RoomFor(int expected)
    {
        var room = 64;
        while (room < 1 << 30 && room < 2L * expected)
            room <<= 1;
        return room;
    }

    private static void Place(Slots slots, ulong key, int index)
    {
        var i = slots.Home(key);
        while (slots.Keys[i] != 0)
            i = (i + 1) & slots.Mask;
        slots.Values[i] = index;
        Volatile.Write(ref slots.Keys[i], key);
    }

    private void Grow()
    {
        var old = _slots;
        var larger = new Slots(2 * old.Keys.Length);
        var inOrder = new ulong[_count];
        for (var i = 0; i < old.Keys.Length; i++)
        {
            if (old.Keys[i] != 0)
                inOrder[old.Values[i]] = old.Keys[i];
        }

        // In the order in which they came, so that the newest is still the last of its chain.
        for (var i = 0; i < inOrder.Length; i++)
            Place(larger, inOrder[i], i);
        Volatile.Write(ref _slots, larger);
    }

    private sealed class Slots(int room)
    {
        private readonly int _shift = System.Numerics.BitOperations.LeadingZeroCount((ulong)room - 1);

        public ulong[] Keys { get; } = new ulong[room];

        public int[] Values { get; } = new int[room];

        public int Mask { get; } = room - 1;

        public int Home(ulong key) => (int)(unchecked(key * 0x9E3779B97F4A7C15UL) >> _shift);
    }
}
