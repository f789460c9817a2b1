namespace Foedus.Charter.Tests.Reference;

/// <summary>Files of the repository that are written by a test and kept: compared, or written anew where <c>FOEDUS_UPDATE_GALLERY=1</c>.</summary>
internal static class Kept
{
    public static string Root { get; } = FindRoot();

    public static bool Update { get; } = string.Equals(Environment.GetEnvironmentVariable("FOEDUS_UPDATE_GALLERY"), "1", StringComparison.Ordinal);

    /// <summary>Compares a file of the repository with what it should hold.</summary>
    public static void Same(string path, string expected)
    {
        var file = Path.Combine(Root, path);
        if (Update) File.WriteAllText(file, expected);
        Assert.True(File.Exists(file), $"{path} is missing; FOEDUS_UPDATE_GALLERY=1 writes it");
        var present = File.ReadAllText(file).ReplaceLineEndings("\n");
        if (string.Equals(present, expected, StringComparison.Ordinal)) return;
        var (a, b) = (present.Split('\n'), expected.Split('\n'));
        var at = Enumerable.Range(0, Math.Min(a.Length, b.Length)).FirstOrDefault(i => !string.Equals(a[i], b[i], StringComparison.Ordinal), Math.Min(a.Length, b.Length));
        Assert.Fail($"{path}, line {at + 1}, is not what it should be; FOEDUS_UPDATE_GALLERY=1 writes it anew\n  is:     {a.ElementAtOrDefault(at)}\n  should: {b.ElementAtOrDefault(at)}");
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Foedus.slnx"))) return folder.FullName;
        throw new InvalidOperationException("No Foedus.slnx above " + AppContext.BaseDirectory);
    }
}
