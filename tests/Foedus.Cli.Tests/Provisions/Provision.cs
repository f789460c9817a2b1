using System.Text.Json;
using Foedus.Cli.Hosting;
using Foedus.Cli.Tests.Hosting;
using Foedus.Cli.Tests.Transcripts;

namespace Foedus.Cli.Tests.Provisions;

/// <summary>One question about one provision, as its folder under tests/provisions asks it and says the right answer.</summary>
internal sealed class Provision
{
    private readonly string _folder;

    public Provision(string name) => _folder = Path.Combine(Root, name);

    /// <summary>The folder of all provisions.</summary>
    public static string Root { get; } = Path.Combine(CommandRun.Root, "tests", "provisions");

    /// <summary>The names of all folders that hold a charter.</summary>
    public static IEnumerable<string> Names =>
        Directory.EnumerateDirectories(Root).Where(d => File.Exists(Path.Combine(d, "x.charter"))).Select(d => Path.GetFileName(d)).Order(StringComparer.Ordinal);

    /// <summary>Whether the folder says that it does not pass yet.</summary>
    public bool Pending => File.Exists(Path.Combine(_folder, "pending"));

    /// <summary>What differs from what the folder expects; empty if nothing does.</summary>
    public IReadOnlyList<string> Wrong() => [.. WrongInCheck(), .. WrongInTest()];

    private IEnumerable<string> WrongInCheck()
    {
        var given = Given.Command("check", _folder, "--json");
        if (given.Code > ExitCode.Findings)
        {
            yield return "check ended with " + given.Code + "\n" + given.All;
            yield break;
        }

        var expected = Expected();
        var met = new HashSet<int>();
        using var result = JsonDocument.Parse(given.Output);
        foreach (var diagnostic in result.RootElement.GetProperty("diagnostics").EnumerateArray())
        {
            var severity = diagnostic.GetProperty("severity").GetString()!;
            var (file, line) = Place(diagnostic);
            var hits = Enumerable.Range(0, expected.Count).Where(i =>
                string.Equals(expected[i].File, file, StringComparison.Ordinal) && (expected[i].Line is "*" || string.Equals(expected[i].Line, line, StringComparison.Ordinal))
                && (severity is "error" || string.Equals(expected[i].Severity, severity, StringComparison.Ordinal))).ToList();
            met.UnionWith(hits);
            if (severity is "error" && hits.Count == 0)
                yield return $"an error that is not expected: {file}:{line} {diagnostic}";
        }

        for (var i = 0; i < expected.Count; i++)
        {
            if (!met.Contains(i))
                yield return $"nothing said of {expected[i].File} line {expected[i].Line}";
        }
    }

    private static (string File, string Line) Place(JsonElement diagnostic)
    {
        var text = diagnostic.GetRawText();
        string Field(string name)
        {
            var at = text.IndexOf("\"" + name + "\":", StringComparison.Ordinal);
            return at < 0 ? "" : text[(at + name.Length + 3)..].TrimStart().Split([',', '\n', '}'])[0].Trim(' ', '"', '\r');
        }

        return (Path.GetFileName(Field("file").Replace('\\', '/')), Field("line"));
    }

    private IEnumerable<string> WrongInTest()
    {
        if (!Directory.EnumerateFiles(_folder, "*.cases").Any())
            yield break;
        var given = Given.Command("test", _folder);
        var toFail = File.Exists(Path.Combine(_folder, "expected-test"));
        if (given.Code > ExitCode.Usage)
            yield return "test ended with " + given.Code + "\n" + given.All;
        else if (toFail && given.Code == ExitCode.Fine)
            yield return "its cases pass, and a line of them cannot be read";
        else if (!toFail && given.Code != ExitCode.Fine)
            yield return given.All;
    }

    private List<(string Severity, string File, string Line)> Expected()
    {
        var path = Path.Combine(_folder, "expected-check");
        return File.Exists(path)
            ? [.. File.ReadAllLines(path).Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(w => w.Length == 3).Select(w => (w[0], w[1], w[2]))]
            : [];
    }
}
