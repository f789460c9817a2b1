using Foedus.Charter.Model;
using Foedus.Charter.Text;

namespace Foedus.Charter.Binding;

/// <summary>Reads the files of a federation from a folder, or from the folder of one of its files.</summary>
public static class FederationFolder
{
    private static readonly string[] Extensions = [".charter", ".assumptions", ".journal", ".cases", ".csv"];

    /// <summary>
    /// The federation in a folder: all its charters, manuals, assumptions, journals, cases and tables, not those of folders within it.
    /// A file may be given instead of a folder; then it is read with the files beside it.
    /// </summary>
    /// <exception cref="IOException">A file could not be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read.</exception>
    public static Federation Read(string path) => FederationReader.Read(Texts(path));

    /// <summary>The texts in a folder, in the order of their names.</summary>
    /// <exception cref="IOException">A file could not be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read.</exception>
    public static IReadOnlyList<SourceText> Texts(string path)
    {
        var folder = Directory.Exists(path) ? path : Path.GetDirectoryName(path) is { Length: > 0 } parent ? parent : ".";
        var files = Directory.EnumerateFiles(folder)
            .Where(f => Extensions.Contains(Path.GetExtension(f), StringComparer.OrdinalIgnoreCase))
            .ToList();
        if (File.Exists(path) && !files.Exists(f => string.Equals(Path.GetFullPath(f), Path.GetFullPath(path), StringComparison.Ordinal))) files.Add(path);
        files.Sort(StringComparer.Ordinal);
        return [.. files.Select(f => SourceText.FromBytes(f.Replace('\\', '/'), File.ReadAllBytes(f)))];
    }
}
