using System.Text.RegularExpressions;

namespace Foedus.Ledger.Postgres.Tests.Server;

/// <summary>The page for administrators: its scripts are run as they stand there.</summary>
internal static partial class Document
{
    /// <summary>The folder of the repository.</summary>
    public static string Root { get; } = Find();

    public static string Path { get; } = System.IO.Path.Combine(Root, "docs", "ledger-postgres.md");

    /// <summary>The script with a name.</summary>
    public static string Script(string name) =>
        Scripts().Matches(File.ReadAllText(Path)).Single(m => m.Groups["name"].Value == name).Groups["script"].Value;

    [GeneratedRegex("^```sql (?<name>[a-z]+)\n(?<script>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Scripts();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Foedus.slnx")))
                return folder.FullName;
        }

        throw new InvalidOperationException("the repository was not found");
    }
}
