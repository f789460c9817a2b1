using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Foedus.Engine.Kernel;

/// <summary>Writes a snapshot: numbers in little-endian order, each section with its length before it. The same state gives the same bytes.</summary>
internal sealed class SnapshotWriter(Stream stream)
{
    public void Int(int value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        System.Buffers.Binary.BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        stream.Write(bytes);
    }

    public void Bytes(ReadOnlySpan<byte> bytes)
    {
        Int(bytes.Length);
        stream.Write(bytes);
    }

    public void Text(string text) => Bytes(Encoding.UTF8.GetBytes(text));

    /// <summary>Words in a run: the length of each in bytes, then all of them.</summary>
    public void Texts(IReadOnlyList<string> texts)
    {
        var lengths = new int[texts.Count];
        var all = 0L;
        for (var i = 0; i < lengths.Length; i++)
            all += lengths[i] = Encoding.UTF8.GetByteCount(texts[i]);
        Items<int>(lengths);
        var bytes = new byte[all];
        var at = 0;
        foreach (var text in texts)
            at += Encoding.UTF8.GetBytes(text, bytes.AsSpan(at));
        Bytes(bytes);
    }

    public void Number(BigInteger number) => Bytes(number.ToByteArray());

    public void Items<T>(ReadOnlySpan<T> items)
        where T : unmanaged
    {
        Int(items.Length);
        Raw(items);
    }

    /// <summary>Items without their count before them.</summary>
    public void Raw<T>(ReadOnlySpan<T> items)
        where T : unmanaged
    {
        // Every item is made of four-byte and eight-byte numbers and single bytes without gaps, and is written as it lies in memory.
        if (!BitConverter.IsLittleEndian)
            throw new PlatformNotSupportedException("Snapshots are written on little-endian machines only.");
        stream.Write(MemoryMarshal.AsBytes(items));
    }
}
