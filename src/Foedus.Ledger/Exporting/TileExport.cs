using System.Buffers.Binary;
using Foedus.Ledger.Stores;
using Foedus.Ledger.Trees;

namespace Foedus.Ledger.Exporting;

/// <summary>
/// Writes a ledger as C2SP tlog-tiles: a folder that any web server can give out and any mirror or witness can follow. It holds the entries as they
/// are in the log, so nothing of a sealed act but its commitment. What is there and complete stays; what grows is written beside it.
/// </summary>
public static class TileExport
{
    /// <summary>Writes tiles, bundles of entries and the checkpoint.</summary>
    /// <param name="log">The ledger.</param>
    /// <param name="checkpoint">The signed checkpoint of the size to be written.</param>
    /// <param name="size">That size.</param>
    /// <param name="folder">Where to.</param>
    /// <returns>How many files were written.</returns>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static int Write(ActLog log, string checkpoint, long size, string folder)
    {
        var written = Bundles(log.Store, size, folder);
        var reader = log.Tiles();
        var width = size;
        for (var level = 0; width > 0; level++, width /= TilePath.Width)
        {
            for (var index = 0L; index * TilePath.Width < width; index++)
            {
                var hashes = (int)Math.Min(TilePath.Width, width - (index * TilePath.Width));
                var path = Place(folder, TilePath.Of(level, index, hashes));
                if (File.Exists(path))
                    continue;
                Put(path, Tile(reader, level, index, hashes));
                written++;
            }
        }

        // Last, so that what it speaks of is there already.
        Put(Place(folder, "checkpoint"), System.Text.Encoding.UTF8.GetBytes(checkpoint));
        return written + 1;
    }

    private static byte[] Tile(TileReader reader, int level, long index, int hashes)
    {
        var tile = new byte[hashes * Digest.Length];
        for (var i = 0; i < hashes; i++)
            reader.Node(level * TilePath.Height, (index * TilePath.Width) + i).CopyTo(tile.AsSpan(i * Digest.Length));
        return tile;
    }

    private static int Bundles(ILedgerStore store, long size, string folder)
    {
        var written = 0;
        Span<byte> length = stackalloc byte[2];
        for (var index = 0L; index * TilePath.Width < size; index++)
        {
            var from = index * TilePath.Width;
            var to = Math.Min(size, from + TilePath.Width);
            var path = Place(folder, TilePath.OfEntries(index, (int)(to - from)));
            if (File.Exists(path))
                continue;
            using var bundle = new MemoryStream();
            foreach (var entry in store.Read(from, to))
            {
                BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)entry.Bytes.Length);
                bundle.Write(length);
                bundle.Write(entry.Bytes);
            }

            Put(path, bundle.ToArray());
            written++;
        }

        return written;
    }

    private static string Place(string folder, string path) => Path.Combine(folder, path.Replace('/', Path.DirectorySeparatorChar));

    // Under another name first, so that nobody reads half a file.
    private static void Put(string path, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path + ".new", content);
        File.Move(path + ".new", path, overwrite: true);
    }
}
