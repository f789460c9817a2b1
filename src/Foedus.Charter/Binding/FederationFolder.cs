using System.Collections.Immutable;
using Foedus.Charter.Model;
using Foedus.Charter.Text;

namespace Foedus.Charter.Binding;

/// <summary>Which files belong to a federation: those of a folder, or one file with what belongs to it beside it.</summary>
public static class FederationFolder
{
    private const int HeadLines = 200;

    private static readonly string[] AboutACharter = ["assumptions ", "cases ", "journal ", "rehearsal "];

    /// <summary>What the files of a federation are called.</summary>
    public static ImmutableArray<string> Extensions { get; } = [".charter", ".assumptions", ".journal", ".cases", ".csv"];

    /// <summary>The federation in a folder, or of a file and what belongs to it.</summary>
    /// <exception cref="IOException">A file could not be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read.</exception>
    public static Federation Read(string path) => FederationReader.Read(Texts(path, p => SourceText.FromBytes(p, File.ReadAllBytes(p))));

    /// <summary>
    /// The texts of a federation, in the order of their names. Of a folder, all its charters, manuals, assumptions, journals, cases and
    /// tables, not those of folders within it. A file is read with the tables and manuals beside it, and with the other files that name the
    /// same charter.
    /// </summary>
    /// <param name="path">A folder or a file.</param>
    /// <param name="read">Reads a file.</param>
    public static IReadOnlyList<SourceText> Texts(string path, Func<string, SourceText> read)
    {
        if (Directory.Exists(path))
            return [.. Files(path).Select(read)];
        var file = read(path);
        var about = CharterOf(file);
        var texts = new List<SourceText> { file };
        foreach (var other in Files(FolderOf(path)).Where(p => !string.Equals(p, path, StringComparison.Ordinal)))
        {
            var text = read(other);
            if (IsTable(other) || about is null || CharterOf(text) is not { } named || string.Equals(named, about, StringComparison.Ordinal))
                texts.Add(text);
        }
        return texts;
    }

    /// <summary>The files of a folder that may belong to a federation, in the order of their names.</summary>
    public static IReadOnlyList<string> Files(string folder)
    {
        var names = Directory.EnumerateFiles(folder)
            .Where(f => Extensions.Contains(Path.GetExtension(f), StringComparer.OrdinalIgnoreCase))
            .Select(f => string.Equals(folder, ".", StringComparison.Ordinal) ? Path.GetFileName(f) : f.Replace('\\', '/'))
            .ToList();
        names.Sort(StringComparer.Ordinal);
        return names;
    }

    /// <summary>The folder of a file; "." where its path names none.</summary>
    public static string FolderOf(string path) => Path.GetDirectoryName(path) is { Length: > 0 } folder ? folder : ".";

    /// <summary>The title of the charter that a file is, or is about; null if its head names none.</summary>
    public static string? CharterOf(SourceText text)
    {
        for (var i = 0; i < Math.Min(text.LineCount, HeadLines); i++)
        {
            var line = text.Span(text.LineSpan(i));
            if (line.StartsWith("charter ", StringComparison.Ordinal))
                return Quoted(line);
            foreach (var head in AboutACharter)
            {
                if (!line.StartsWith(head, StringComparison.Ordinal)) continue;
                var of = line.IndexOf("\" of \"", StringComparison.Ordinal);
                return of < 0 ? null : Quoted(line[(of + 4)..]);
            }
        }
        return null;
    }

    private static bool IsTable(string path) => path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase);

    private static string? Quoted(ReadOnlySpan<char> line)
    {
        var start = line.IndexOf('"');
        var end = start < 0 ? -1 : line[(start + 1)..].IndexOf('"');
        return end < 0 ? null : line.Slice(start + 1, end).ToString();
    }
}
