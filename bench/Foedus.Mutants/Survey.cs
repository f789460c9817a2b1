using System.Globalization;

namespace Foedus.Mutants;

/// <summary>Chooses mutants, runs them past the tests and says which survive.</summary>
internal static class Survey
{
    /// <returns>1 if one survives for which no reason is given.</returns>
    public static int Run(IReadOnlyList<string> folders, int most, int seed, TextWriter output)
    {
        var root = Root();
        var built = Path.Combine(AppContext.BaseDirectory, "tree");
        Gather(root, built);
        var engine = MutatedEngine.Build(root, folders, most, seed, built);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{engine.Found:N0} places, {engine.Mutants.Count:N0} mutants taken with seed {seed}, {engine.Unbuilt:N0} that do not compile"));
        var killers = new Driver(built, engine.Mutants, output).Run();
        var argued = Argued(root);
        var (survived, reasoned) = (0, 0);
        foreach (var mutant in engine.Mutants.Where(m => string.IsNullOrEmpty(killers[m.Id])))
        {
            if (argued.Contains(mutant.Key))
            {
                reasoned++;
                continue;
            }

            survived++;
            output.WriteLine((killers[mutant.Id] is null ? "no test reaches " : "no test notices ") + mutant);
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

    /// <summary>The mutants of which it is said why they change nothing.</summary>
    private static HashSet<string> Argued(string root)
    {
        var path = Path.Combine(root, "bench", "Foedus.Mutants", "argued.txt");
        return File.Exists(path) ? [.. File.ReadLines(path).Where(l => l.StartsWith("src/", StringComparison.Ordinal))] : [];
    }

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
