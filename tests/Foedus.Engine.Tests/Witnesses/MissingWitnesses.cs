using Foedus.Charter.Forms;

namespace Foedus.Engine.Tests.Witnesses;

/// <summary>The places of the table that nobody has witnessed yet, one a line, a file for each file of the table.</summary>
internal static class MissingWitnesses
{
    /// <summary>Whether the lists are written anew: <c>FOEDUS_UPDATE_WITNESSES=1</c>.</summary>
    public static bool Update { get; } = string.Equals(Environment.GetEnvironmentVariable("FOEDUS_UPDATE_WITNESSES"), "1", StringComparison.Ordinal);

    private static string Folder => Path.Combine(Witness.Folder, "missing");

    /// <summary>The places listed, each with the file of the table.</summary>
    public static HashSet<(string File, string Slot)> Read() =>
        !Directory.Exists(Folder) ? [] : [.. Directory.EnumerateFiles(Folder).SelectMany(f => File.ReadLines(f).Where(l => l.Length > 0).Select(l => (Path.GetFileName(f), l)))];

    /// <summary>Writes the lists anew.</summary>
    public static void Write(IEnumerable<FormSlot> missing)
    {
        if (Directory.Exists(Folder))
            Directory.Delete(Folder, recursive: true);
        foreach (var file in missing.GroupBy(s => s.File, StringComparer.Ordinal))
        {
            Directory.CreateDirectory(Folder);
            File.WriteAllText(Path.Combine(Folder, file.Key), string.Concat(file.Select(s => s.Id).Order(StringComparer.Ordinal).Select(id => id + "\n")));
        }
    }
}
