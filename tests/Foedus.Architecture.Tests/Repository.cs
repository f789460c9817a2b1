namespace Foedus.Architecture.Tests;

/// <summary>The files of this repository, found from the folder that the tests run in.</summary>
internal static class Repository
{
    private static readonly string[] Made = ["bin", "obj", "artifacts", ".git", "node_modules", "BenchmarkDotNet.Artifacts", "TestResults"];

    public static string Root { get; } = FindRoot();

    /// <summary>Every file below a folder whose name ends as asked, as a path from the root with forward slashes, in ordinal order.</summary>
    public static IReadOnlyList<string> Files(string folder, string ending)
    {
        var start = Path.Combine(Root, folder);
        if (!Directory.Exists(start)) return [];
        var found = new List<string>();
        Collect(new DirectoryInfo(start), ending, found);
        found.Sort(StringComparer.Ordinal);
        return found;
    }

    /// <summary>Every C# file of one project.</summary>
    public static IReadOnlyList<string> Sources(string project) => Files($"src/{project}", ".cs");

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static void Collect(DirectoryInfo folder, string ending, List<string> found)
    {
        foreach (var file in folder.EnumerateFiles())
        {
            if (file.Name.EndsWith(ending, StringComparison.Ordinal))
                found.Add(Path.GetRelativePath(Root, file.FullName).Replace('\\', '/'));
        }

        foreach (var inner in folder.EnumerateDirectories())
        {
            if (!Made.Contains(inner.Name, StringComparer.Ordinal)) Collect(inner, ending, found);
        }
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Foedus.slnx"))) return folder.FullName;
        }

        throw new InvalidOperationException("No Foedus.slnx above " + AppContext.BaseDirectory);
    }
}
