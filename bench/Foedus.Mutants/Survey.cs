using System.Globalization;

namespace Foedus.Mutants;

/// <summary>Chooses mutants, runs them past the tests and says which survive.</summary>
internal static class Survey
{
    /// <returns>1 if one survives for which no reason is given.</returns>
    public static int Run(IReadOnlyList<string> folders, int most, int seed, string? again, TextWriter output)
    {
        var root = Root();
        var built = Path.Combine(AppContext.BaseDirectory, "tree");
        Gather(root, built);
        var engine = MutatedEngine.Build(root, folders, most, seed, again is null ? new HashSet<string>() : Keys(again), built);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{engine.Found:N0} places, {engine.Mutants.Count:N0} mutants taken with seed {seed}, {engine.Unbuilt:N0} that do not compile"));
        var killers = new Driver(built, engine.Mutants, output).Run();
        var argued = Keys(Path.Combine(root, "bench", "Foedus.Mutants", "argued.txt"));
        var (survived, reasoned) = (0, 0);
        foreach (var mutant in engine.Mutants.Where(m => string.IsNullOrEmpty(killers[m.Id])))
        {
            if (argued.Contains(mutant.Key))
            {
                reasoned++;
                continue;
            }

            survived++;
            output.WriteLine((killers[mutant.Id] is null ? "makes no difference in any test: " : "no test notices: ") + mutant);
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{engine.Mutants.Count:N0} mutants: {engine.Mutants.Count - survived - reasoned:N0} killed, {survived:N0} survived, {reasoned:N0} argued"));
        return survived == 0 ? 0 : 1;
    }

    /// <summary>The built tests and all that they need in one folder, so that the mutated engine can stand beside them.</summary>
    private static void Gather(string root, string built)
    {
        if (Directory.Exists(built))
            Directory.Delete(built, recursive: true);
        foreach (var tests in (string[])["Foedus.Engine.Tests", "Foedus.Cli.Tests"])
        {
            var from = Path.Combine(root, "tests", tests, "bin", "Debug", "net10.0");
            foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
            {
                var to = Path.Combine(built, Path.GetRelativePath(from, file));
                Directory.CreateDirectory(Path.GetDirectoryName(to)!);
                File.Copy(file, to, overwrite: true);
            }
        }
    }

    /// <summary>The keys of mutants that a file names, with whatever else is said of them: those that are argued, or what an earlier survey printed.</summary>
    private static HashSet<string> Keys(string path) =>
        [.. File.ReadLines(path).Where(l => l.Contains("src/", StringComparison.Ordinal)).Select(l => l[l.IndexOf("src/", StringComparison.Ordinal)..].Split("   (line ")[0])];

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Foedus.slnx")))
                return folder.FullName;
        }

        throw new InvalidOperationException("No Foedus.slnx above " + AppContext.BaseDirectory);
    }
}
