using System.Diagnostics;
using System.Globalization;
using Foedus.Ledger;
using Foedus.Ledger.Exporting;
using Foedus.Ledger.Records;
using Foedus.Ledger.Stores.Sqlite;
using NodaTime;

namespace Foedus.Bench.Ledgers;

/// <summary>
/// How long the commands of a user take on a long ledger: fifty votes a day of the choirs' board, each on a matter of its own, over as many years as it
/// takes. Every command is a process, from its start to its end; the first act rules on everything before it and keeps the state, the others go on from there.
/// </summary>
internal static class OpeningTimes
{
    private const int ADay = 50;

    private static readonly LocalDate First = new(2024, 10, 1);

    public static int Run(int acts, TextWriter output)
    {
        var root = Root();
        var folder = Directory.CreateTempSubdirectory("foedus-bench-").FullName;
        try
        {
            foreach (var file in Directory.GetFiles(Path.Combine(root, "examples", "choirs")).Where(f => !f.EndsWith(".journal", StringComparison.Ordinal)))
                File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
            var ledger = Path.Combine(folder, "long.foedus");
            Fill(ledger, acts);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{acts} acts, {new FileInfo(ledger).Length / 1048576.0:N0} MiB"));
            string[] vote = ["act", ledger, Vote(acts, "More")];
            var fine = Time(root, output, "act, the first: rules on all acts, keeps the state", vote);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"with its state {new FileInfo(ledger).Length / 1048576.0:N0} MiB"));
            for (var run = 0; run < 3; run++)
                fine &= Time(root, output, "act, from the state", vote);
            fine &= Time(root, output, "seats, from the state", ["seats", ledger, "Assembly"]);
            fine &= Time(root, output, "explain, an act nobody has done, from the state", ["explain", ledger, Vote(acts, "Other")]);
            fine &= Time(root, output, "verify: hashes, and rules on all acts again", ["verify", ledger]);
            return fine ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Fill(string path, int acts)
    {
        using var log = new ActLog(SqliteStore.Create(path, FederationId.Of("league-of-choirs")), SystemClock.Instance);
        log.Record(new ActDraft(new ActRecord(First, JournalExport.OpeningKind, "journal \"Long\" of \"League of Choirs\"")));
        var batch = new List<ActDraft>();
        for (var i = 1; i <= acts; i++)
        {
            batch.Add(new ActDraft(new ActRecord(Day(i), "votes", string.Create(CultureInfo.InvariantCulture, $"act {i} {Vote(i, "Fund")}"))));
            if (batch.Count < 1000 && i < acts)
                continue;
            log.Record(batch);
            batch.Clear();
        }
    }

    private static LocalDate Day(int act) => First.PlusDays(act / ADay);

    private static string Vote(int act, string about) =>
        string.Create(CultureInfo.InvariantCulture, $"{Day(act):uuuu'-'MM'-'dd} Board votes on {about}-{act}, for 6, against 3");

    private static bool Time(string root, TextWriter output, string what, string[] words)
    {
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(Path.Combine(root, "foedus"), words) { RedirectStandardOutput = true })!;
        var answer = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {watch.Elapsed.TotalSeconds,7:0.00} s  {what}"));
        if (process.ExitCode != 0)
            output.WriteLine(answer);
        return process.ExitCode == 0;
    }

    private static string Root()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "Foedus.slnx")))
            at = at.Parent;
        return at?.FullName ?? throw new DirectoryNotFoundException("Run it from within the repository.");
    }
}
