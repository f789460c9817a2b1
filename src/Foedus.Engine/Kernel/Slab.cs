using System.Runtime.CompilerServices;

namespace Foedus.Engine.Kernel;

/// <summary>
/// An append-only list in chunks. Growing adds a chunk and copies nothing, so no append ever pauses; an item keeps its place, and a reader
/// that knows an index may read it while one writer appends.
/// </summary>
internal sealed class Slab<T>
    where T : unmanaged
{
    private const int Shift = 10;
    private const int Size = 1 << Shift;
    private const int Mask = Size - 1;

    private T[][] _chunks = [new T[64]];
    private int _count;

    public int Count => _count;

    public ref T this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref _chunks[index >> Shift][index & Mask];
    }

    /// <summary>Adds an item and returns its index.</summary>
    public int Add(in T item)
    {
        var index = _count;
        var chunk = index >> Shift;
        if (chunk == _chunks.Length || _chunks[chunk] is null || (index & Mask) >= _chunks[chunk].Length)
            Grow(chunk, index & Mask);
        _chunks[chunk][index & Mask] = item;
        _count = index + 1;
        return index;
    }

    /// <summary>Forgets every item from this count on. The room is kept.</summary>
    public void Truncate(int count)
    {
        if (count < _count)
            _count = count;
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
