namespace Foedus.Counting;

/// <summary>
/// Units by the worth of a seat, the greatest or the least on top; among equal ones the unit that comes first in the list. An entry is out of
/// date once its unit has another count of seats.
/// </summary>
internal sealed class SeatHeap<TWorth>(int capacity, bool greatestFirst)
    where TWorth : struct, IComparable<TWorth>
{
    private Entry[] _entries = new Entry[capacity];

    public int Count { get; private set; }

    public ref readonly Entry Top => ref _entries[0];

    /// <summary>Adds without ordering; <see cref="Order"/> follows once all are in.</summary>
    public void Append(int unit, long seats, TWorth worth)
    {
        if (Count == _entries.Length) Array.Resize(ref _entries, Math.Max(4, Count * 2));
        _entries[Count++] = new Entry(worth, seats, unit);
    }

    public void Order()
    {
        for (var at = (Count / 2) - 1; at >= 0; at--) Sink(at);
    }

    public void Add(int unit, long seats, TWorth worth)
    {
        Append(unit, seats, worth);
        var at = Count - 1;
        var entry = _entries[at];
        while (at > 0)
        {
            var parent = (at - 1) / 2;
            if (!Before(entry, _entries[parent])) break;
            _entries[at] = _entries[parent];
            at = parent;
        }

        _entries[at] = entry;
    }

    /// <summary>Adds every unit whose worth is that of the top, in ascending order. O(entries) only where there are equal ones.</summary>
    public void Collect(TWorth worth, List<int> units)
    {
        Collect(0);
        units.Sort();

        void Collect(int at)
        {
            if (at >= Count || _entries[at].Worth.CompareTo(worth) != 0) return;
            units.Add(_entries[at].Unit);
            Collect((2 * at) + 1);
            Collect((2 * at) + 2);
        }
    }

    public void RemoveTop()
    {
        _entries[0] = _entries[--Count];
        if (Count > 0) Sink(0);
    }

    private void Sink(int at)
    {
        var entry = _entries[at];
        while (true)
        {
            var child = (2 * at) + 1;
            if (child >= Count) break;
            if (child + 1 < Count && Before(_entries[child + 1], _entries[child])) child++;
            if (!Before(_entries[child], entry)) break;
            _entries[at] = _entries[child];
            at = child;
        }

        _entries[at] = entry;
    }

    private bool Before(in Entry one, in Entry other)
    {
        var order = one.Worth.CompareTo(other.Worth);
        return order == 0 ? one.Unit < other.Unit : greatestFirst == order > 0;
    }

    internal readonly record struct Entry(TWorth Worth, long Seats, int Unit);
}
