using System.Runtime.CompilerServices;

namespace Foedus.Engine.Kernel;

/// <summary>
/// An append-only list in chunks. Growing adds a chunk and copies nothing, so no append ever pauses; an item keeps its place, and a reader
/// that knows an index may read it while one writer appends. A branch shares the chunks; whoever writes to a chunk that is shared copies it
/// first, so that neither sees what the other writes.
/// </summary>
internal sealed class Slab<T>
    where T : unmanaged
{
    private const int Shift = 10;
    private const int Size = 1 << Shift;
    private const int Mask = Size - 1;

    private T[][] _chunks;
    private int _count;

    // Chunks below this number may be somebody else's as well, but for those that are marked as copied since.
    private int _shared;
    private bool[]? _copied;

    // Whether room that is left in a shared last chunk may be filled: by one of those who share it.
    private bool _fills = true;

    public Slab() => _chunks = [new T[64]];

    private Slab(Slab<T> of)
    {
        _chunks = of._chunks.AsSpan(0, Used(of._count)).ToArray();
        _count = of._count;
        _shared = Used(_count);
        _fills = false;
    }

    public int Count => _count;

    public ref readonly T this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref _chunks[index >> Shift][index & Mask];
    }

    /// <summary>A list with the same items that goes its own way from here. Cost: in the number of chunks.</summary>
    public Slab<T> Branch()
    {
        // What is shared already, and by nobody written to since, is only read: so any number may branch off at once.
        if (_shared != Used(_count) || _copied is not null)
            (_shared, _copied) = (Used(_count), null);
        return new Slab<T>(this);
    }

    /// <summary>An item to be written in its place.</summary>
    public ref T Own(int index)
    {
        var chunk = index >> Shift;
        if (chunk < _shared && _copied?[chunk] != true)
            Copy(chunk);
        return ref _chunks[chunk][index & Mask];
    }

    /// <summary>Adds an item and returns its index.</summary>
    public int Add(in T item)
    {
        var index = _count;
        var chunk = index >> Shift;
        if (!_fills)
        {
            if (chunk < _shared && _copied?[chunk] != true)
                Copy(chunk);
            _fills = true;
        }

        if (chunk == _chunks.Length || _chunks[chunk] is null || (index & Mask) >= _chunks[chunk].Length)
            Grow(chunk, index & Mask);
        _chunks[chunk][index & Mask] = item;
        _count = index + 1;
        return index;
    }

    /// <summary>Forgets every item. The room is kept, unless it is shared.</summary>
    public void Clear()
    {
        if (_shared > 0 || !_fills)
            (_chunks, _shared, _copied, _fills) = ([new T[64]], 0, null, true);
        _count = 0;
    }

    /// <summary>Writes every item.</summary>
    public void Save(SnapshotWriter writer)
    {
        writer.Int(_count);
        for (var start = 0; start < _count; start += Size)
            writer.Raw<T>(_chunks[start >> Shift].AsSpan(0, Math.Min(Size, _count - start)));
    }

    /// <summary>Takes the items that were written, in the place of its own.</summary>
    public void Load(SnapshotReader reader)
    {
        var count = reader.Count();
        reader.Room<T>(count);
        var chunks = new T[Math.Max(64, (count >> Shift) + 1)][];
        for (var start = 0; start < count; start += Size)
        {
            // Arrays that stay where they are: what is read once and kept need not be moved about.
            var chunk = GC.AllocateUninitializedArray<T>(Size, pinned: true);
            reader.Raw(chunk.AsSpan(0, Math.Min(Size, count - start)));
            chunk.AsSpan(Math.Min(Size, count - start)).Clear();
            chunks[start >> Shift] = chunk;
        }

        _chunks = chunks;
        _count = count;
        _shared = 0;
    }

    private static int Used(int count) => (count + Mask) >> Shift;

    private void Copy(int chunk)
    {
        var copy = new T[_chunks[chunk].Length];
        Array.Copy(_chunks[chunk], copy, Math.Min(copy.Length, _count - (chunk << Shift)));
        Volatile.Write(ref _chunks[chunk], copy);
        (_copied ??= new bool[_shared])[chunk] = true;
    }

    private void Grow(int chunk, int used)
    {
        if (chunk == _chunks.Length)
        {
            var larger = new T[Math.Max(8, 2 * _chunks.Length)][];
            Array.Copy(_chunks, larger, _chunks.Length);
            Volatile.Write(ref _chunks, larger);
        }

        // Only the first chunk starts small, so that an empty store costs little.
        if (chunk > 0 || used == 0)
        {
            _chunks[chunk] ??= new T[Size];
            return;
        }

        var first = new T[Math.Min(Size, 4 * used)];
        Array.Copy(_chunks[0], first, used);
        Volatile.Write(ref _chunks[0], first);
    }
}
