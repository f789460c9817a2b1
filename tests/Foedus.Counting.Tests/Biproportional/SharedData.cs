using System.Globalization;

namespace Foedus.Counting.Tests.Biproportional;

/// <summary>Large sets that lie beside the repository where somebody has them. Tests that use them say nothing where they are missing.</summary>
internal static class SharedData
{
    public static IEnumerable<string> Matrices()
    {
        if (Folder("biproportional/synthetic") is not { } folder) return [];
        return Directory.EnumerateFiles(folder, "*.csv").Where(path => !path.EndsWith("_rows.csv", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
    }

    public static BiproportionalDivision Read(string path)
    {
        var votes = Numbers(path);
        var rows = Numbers(path.Replace(".csv", "_rows.csv", StringComparison.Ordinal));
        // The columns have equal seats: 6, 8, 10 or 20 by the size of the table.
        var seats = rows.Sum(row => row[0]) / votes[0].Length;
        return new BiproportionalDivision(
            DivisorRule.Webster,
            [.. votes.Select(row => row.Select(v => (Ratio)v).ToArray()).Select(row => System.Collections.Immutable.ImmutableArray.Create(row))],
            [.. rows.Select(row => row[0])],
            [.. votes[0].Select(_ => seats)]);
    }

    public static long[][] Numbers(string path) =>
        [.. File.ReadLines(path).Where(line => line.Length > 0).Select(line => line.Split(',').Select(cell => long.Parse(cell, CultureInfo.InvariantCulture)).ToArray())];

    public static string? Folder(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "shared", "data", name);
            if (Directory.Exists(candidate)) return candidate;
        }

        return null;
    }
}
