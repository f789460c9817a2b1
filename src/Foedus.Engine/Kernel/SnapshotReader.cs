using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Foedus.Engine.Kernel;

/// <summary>
/// Reads what <see cref="SnapshotWriter"/> wrote. Every member throws <see cref="InvalidDataException"/> where the bytes end too early or a
/// length in them is not one.
/// </summary>
internal sealed class SnapshotReader(ReadOnlyMemory<byte> bytes)
{
    private int _at;

    public bool IsAtEnd => _at == bytes.Length;

    public int Int() => BinaryPrimitives.ReadInt32LittleEndian(Take(sizeof(int)));

    /// <summary>A count: not below zero.</summary>
    public int Count()
    {
        var count = Int();
        return count >= 0 ? count : throw new InvalidDataException("A count is below zero.");
    }

    public ReadOnlySpan<byte> Bytes() => Take(Count());

    /// <summary>Bytes that stay where they are.</summary>
    public ReadOnlyMemory<byte> Kept()
    {
        var count = Count();
        Take(count);
        return bytes.Slice(_at - count, count);
    }

    public string Text() => Encoding.UTF8.GetString(Bytes());

    public string[] Texts() => KeptTexts().Read();

    /// <summary>Words that are made of their bytes later, on any thread.</summary>
    public KeptTexts KeptTexts() => new(Items<int>(), Kept());

    public BigInteger Number() => new(Bytes());

    public T[] Items<T>()
        where T : unmanaged
    {
        var count = Count();
        Room<T>(count);
        var items = new T[count];
        Raw<T>(items);
        return items;
    }

    public void Raw<T>(Span<T> items)
        where T : unmanaged
    {
        if (!BitConverter.IsLittleEndian)
            throw new InvalidDataException("Snapshots are read on little-endian machines only.");
        Take(checked(items.Length * Unsafe.SizeOf<T>())).CopyTo(MemoryMarshal.AsBytes(items));
    }

    /// <summary>Refuses a count of items that the bytes left cannot hold, before room is made for them.</summary>
    public void Room<T>(int count)
        where T : unmanaged
    {
        if ((long)count * Unsafe.SizeOf<T>() > bytes.Length - _at)
            throw new InvalidDataException("The bytes end too early.");
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > bytes.Length - _at)
            throw new InvalidDataException("The bytes end too early.");
        var taken = bytes.Span.Slice(_at, count);
        _at += count;
        return taken;
    }
}
