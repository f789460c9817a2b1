using System.Runtime.InteropServices;

namespace Foedus.Engine.Kernel;

/// <summary>
/// What each ruling rested on: the timelines and sets that were read, and as at which day, act by act. From it follows which rulings to
/// look at again when a timeline changes over a span. What was read and found empty counts too.
/// </summary>
public sealed class ReadLog
{
    private readonly Slab<Read> _reads = new();
    private readonly Slab<Entry> _entries = new();
    private int[]? _byKey;

    /// <summary>How many reads are noted.</summary>
    public int Count => _reads.Count;

    /// <summary>A read by its number, in the order of reading.</summary>
    public (FactKey Key, Day Day) this[int read] => (new FactKey(_reads[read].Key), _reads[read].Day);

    /// <summary>Begins the reads of an act, which follow those of the act before it.</summary>
    public void Begin(int act)
    {
        if (_entries.Count > 0 && _entries[_entries.Count - 1].Act == act)
            return;
        _entries.Add(new Entry(act, _reads.Count));
    }

    /// <summary>Notes a read by the act begun last; before the first, nothing is noted.</summary>
    public void Note(FactKey key, Day day)
    {
        if (_entries.Count == 0)
            return;
        var entry = _entries.Count - 1;
        for (var i = _reads.Count - 1; i >= _entries[entry].First && i >= _reads.Count - 8; i--)
        {
            if (_reads[i].Key == key.Bits && _reads[i].Day == day)
                return;
        }

        _reads.Add(new Read(key.Bits, day, entry));
        _byKey = null;
    }

    /// <summary>The acts whose rulings read this timeline or set as at a day of the span, each once, in the order of their reading.</summary>
    public IReadOnlyList<int> Readers(FactKey key, Day from, Day until)
    {
        var index = _byKey ??= BuildIndex();
        var acts = new List<int>();
        var last = -1;
        for (var i = FirstOf(index, key.Bits); i < index.Length && _reads[index[i]].Key == key.Bits; i++)
        {
            ref readonly var read = ref _reads[index[i]];
            if (read.Day < from || read.Day >= until || read.Entry == last)
                continue;
            last = read.Entry;
            acts.Add(_entries[last].Act);
        }

        return acts;
    }

    /// <summary>What the ruling on an act read, in order.</summary>
    public IReadOnlyList<(FactKey Key, Day Day)> ReadsOf(int act)
    {
        var reads = new List<(FactKey, Day)>();
        for (var entry = 0; entry < _entries.Count; entry++)
        {
            if (_entries[entry].Act != act)
                continue;
            var end = entry + 1 < _entries.Count ? _entries[entry + 1].First : _reads.Count;
            for (var i = _entries[entry].First; i < end; i++)
                reads.Add((new FactKey(_reads[i].Key), _reads[i].Day));
        }

        return reads;
    }

    /// <summary>Forgets every read.</summary>
    public void Clear()
    {
        _reads.Clear();
        _entries.Clear();
        _byKey = null;
    }

    private int[] BuildIndex()
    {
        var keys = new ulong[_reads.Count];
        var index = new int[_reads.Count];
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = _reads[i].Key;
            index[i] = i;
        }

        // The sort need not be stable, so each run of equal keys is put in order after it.
        Array.Sort(keys, index);
        for (var start = 0; start < keys.Length;)
        {
            var end = start + 1;
            while (end < keys.Length && keys[end] == keys[start])
                end++;
            index.AsSpan(start, end - start).Sort();
            start = end;
        }

        return index;
    }

    private int FirstOf(int[] index, ulong key)
    {
        int low = 0, high = index.Length;
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (_reads[index[middle]].Key < key)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    [StructLayout(LayoutKind.Sequential, Pack = 4)]
    private readonly record struct Read(ulong Key, Day Day, int Entry);

    private readonly record struct Entry(int Act, int First);
}
