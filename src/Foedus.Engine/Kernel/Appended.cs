namespace Foedus.Engine.Kernel;

/// <summary>
/// A list to which things are only added. A branch shares what was there, as far as it had come, and keeps what is added to it to itself. One
/// writer; readers of places that they were given need no lock.
/// </summary>
internal sealed class Appended<T>
{
    private const int Shift = 8;
    private const int Size = 1 << Shift;

    private readonly Appended<T>? _beneath;
    private readonly int _first;
    private T[][] _chunks = [];
    private int _count;

    public Appended()
    {
    }

    private Appended(Appended<T> beneath, int count)
    {
        while (beneath._beneath is { } lower && count <= beneath._first)
            beneath = lower;
        (_beneath, _first) = (beneath, count);
    }

    public int Count => _first + _count;

    public T this[int place]
    {
        get
        {
            var at = this;
            while (place < at._first)
                at = at._beneath!;
            return at._chunks[(place - at._first) >> Shift][(place - at._first) & (Size - 1)];
        }
    }

    /// <summary>A list of the same that goes its own way from here.</summary>
    public Appended<T> Branch() => new(this, Count);

    /// <summary>Adds one and gives its place.</summary>
    public int Add(T item)
    {
        var chunk = _count >> Shift;
        if (chunk == _chunks.Length)
        {
            var larger = new T[Math.Max(4, 2 * _chunks.Length)][];
            Array.Copy(_chunks, larger, _chunks.Length);
            Volatile.Write(ref _chunks, larger);
        }

        (_chunks[chunk] ??= new T[Size])[_count & (Size - 1)] = item;
        return _first + _count++;
    }
}
