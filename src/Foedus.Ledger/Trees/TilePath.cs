using System.Globalization;
using System.Text;

namespace Foedus.Ledger.Trees;

/// <summary>
/// Where tiles are found, as C2SP tlog-tiles says: <c>tile/LEVEL/INDEX</c> and <c>tile/entries/INDEX</c>, the index in groups of three digits, all
/// but the last with an x (<c>x001/x234/067</c>), and <c>.p/WIDTH</c> after a tile that is not complete.
/// </summary>
public static class TilePath
{
    /// <summary>Levels of the tree in a tile.</summary>
    public const int Height = 8;

    /// <summary>Hashes in a complete tile.</summary>
    public const int Width = 1 << Height;

    /// <summary>The path of a tile of hashes.</summary>
    /// <param name="level">The level of tiles, from 0.</param>
    /// <param name="index">Its place in the level, from 0.</param>
    /// <param name="width">Its hashes; 256 if complete.</param>
    public static string Of(int level, long index, int width = Width) =>
        string.Create(CultureInfo.InvariantCulture, $"tile/{level}/") + Place(index, width);

    /// <summary>The path of a bundle of entries.</summary>
    public static string OfEntries(long index, int width = Width) => "tile/entries/" + Place(index, width);

    private static string Place(long index, int width)
    {
        var path = new StringBuilder((index % 1000).ToString("000", CultureInfo.InvariantCulture));
        for (index /= 1000; index > 0; index /= 1000)
            path.Insert(0, 'x' + (index % 1000).ToString("000", CultureInfo.InvariantCulture) + "/");
        if (width < Width)
            path.Append(CultureInfo.InvariantCulture, $".p/{width}");
        return path.ToString();
    }
}
