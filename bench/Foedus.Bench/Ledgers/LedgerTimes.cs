using System.Diagnostics;
using System.Globalization;
using Foedus.Ledger;
using Foedus.Ledger.Exporting;
using Foedus.Ledger.Records;
using Foedus.Ledger.Stores.Sqlite;
using Foedus.Ledger.Trees;
using Foedus.Ledger.Verifying;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace Foedus.Bench.Ledgers;

/// <summary>
/// How much a ledger costs beside plain inserts of as many bytes into the same SQLite, equally durable: single, in groups, and in bulk; then proofs,
/// verification and export over what was written.
/// </summary>
internal static class LedgerTimes
{
    private const double MostCost = 1.5;
    private const int Rounds = 5;

    public static int Run(int acts, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("foedus-bench-").FullName;
        try
        {
            var fine = Appends(folder, output);
            fine &= Long(Path.Combine(folder, "long.foedus"), acts, output);
            return fine ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static bool Appends(string folder, TextWriter output)
    {
        var fine = true;
        // The compiler is done with what is measured before it is.
        Bare(Path.Combine(folder, "warm"), 100, 200);
        Ours(Path.Combine(folder, "warm.foedus"), 100, 200);
        output.WriteLine("appends, each batch flushed to the disk: milliseconds a batch (processor in brackets), least of the rounds");
        foreach (var (batch, count) in ((int, int)[])[(1, 300), (10, 200), (100, 100), (1000, 30)])
        {
            var (bare, ours) = (Best.None, Best.None);
            for (var round = 0; round < Rounds; round++)
            {
                bare = bare.Or(Bare(Path.Combine(folder, $"bare-{batch}-{round}"), batch, count));
                ours = ours.Or(Ours(Path.Combine(folder, $"ours-{batch}-{round}.foedus"), batch, count));
            }

            var ratio = ours.Wall / bare.Wall;
            fine &= ratio <= MostCost;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"  {batch,5} a batch: plain {bare.Wall:0.000} ({bare.Processor:0.000}), ledger {ours.Wall:0.000} ({ours.Processor:0.000}): {ratio:0.00} times"));
        }

        return fine;
    }

    private static Best Bare(string path, int batch, int count)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        Execute(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE entry (position INTEGER PRIMARY KEY, bytes BLOB NOT NULL)");
        var bytes = EntryEncoder.Open(FederationId.Of("bench"), 0, default, EntryEncoder.Payload(Act(0)));
        var position = 0L;
        return Best.Of(count, () =>
        {
            Execute(connection, "BEGIN IMMEDIATE");
            using var insert = connection.CreateCommand();
            insert.CommandText = "INSERT INTO entry (position, bytes) VALUES ($position, $bytes)";
            var at = insert.Parameters.Add("$position", SqliteType.Integer);
            var value = insert.Parameters.Add("$bytes", SqliteType.Blob);
            for (var i = 0; i < batch; i++)
            {
                at.Value = position++;
                value.Value = bytes;
                insert.ExecuteNonQuery();
            }

            Execute(connection, "COMMIT");
        });
    }

    private static Best Ours(string path, int batch, int count)
    {
        using var log = new ActLog(SqliteStore.Create(path, FederationId.Of("bench")), SystemClock.Instance);
        // Made before: what is measured is the recording.
        var drafts = Enumerable.Range(0, batch * (count + 1)).Select(i => new ActDraft(Act(i))).ToArray();
        var next = 0;
        return Best.Of(count, () =>
        {
            if (log.Record(new ArraySegment<ActDraft>(drafts, batch * next++, batch)) is not RecordOutcome.Recorded)
                throw new InvalidOperationException("not recorded");
        });
    }

    private static bool Long(string path, int acts, TextWriter output)
    {
        using (var log = new ActLog(SqliteStore.Create(path, FederationId.Of("bench")), SystemClock.Instance))
        {
            for (var done = 0; done < acts; done += 10_000)
                log.Record([.. Enumerable.Range(done, Math.Min(10_000, acts - done)).Select(i => new ActDraft(Act(i)))]);
        }

        var watch = Stopwatch.StartNew();
        using var opened = new ActLog(SqliteStore.Open(path), SystemClock.Instance);
        var opening = watch.Elapsed;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{acts} acts in a file of {new FileInfo(path).Length / 1048576.0:0.0} MiB; opened in {opening.TotalMilliseconds:0} ms"));
        var inclusion = Proofs(opened, acts, output);
        var verified = Verify(opened, acts, output);
        Export(opened, output);
        return inclusion < 1 && verified > 200_000;
    }

    private static double Proofs(ActLog log, int acts, TextWriter output)
    {
        var chance = new Random(1);
        var times = new List<double>();
        var root = log.Head.Root;
        for (var i = 0; i < 500; i++)
        {
            var position = chance.Next(acts);
            var watch = Stopwatch.StartNew();
            var proof = log.Inclusion(position, acts);
            times.Add(watch.Elapsed.TotalMilliseconds);
            if (!MerkleProof.Includes(log.Store.Read(position, position + 1).First().Leaf, position, acts, proof, root))
                throw new InvalidOperationException("the proof does not hold");
        }

        times.Sort();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"inclusion proof: median {times[250]:0.000} ms, 99% under {times[495]:0.000} ms"));
        return times[250];
    }

    private static double Verify(ActLog log, int acts, TextWriter output)
    {
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        if (!LedgerVerifier.Verify(log.Store).Holds)
            throw new InvalidOperationException("it does not hold");
        var wall = watch.Elapsed.TotalSeconds;
        var processor = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"verified: {acts / wall:0} acts/s by the wall, {acts / processor:0} acts a second of the processor"));
        return acts / processor;
    }

    private static void Export(ActLog log, TextWriter output)
    {
        GC.Collect();
        var start = GC.GetTotalMemory(forceFullCollection: true);
        var watched = new WatchedStream();
        JsonLinesExport.Write(log.Store, publicOnly: false, watched);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"export: {watched.Written / 1048576.0:0.0} MiB; memory in use beyond the start at a quarter {(watched.At(0.25) - start) / 1048576.0:0.0}, at the end {(watched.At(1) - start) / 1048576.0:0.0} MiB"));
    }

    private static ActRecord Act(int number) =>
        new(new LocalDate(2026, 1, 1).PlusDays(number / 1000), "votes", string.Create(CultureInfo.InvariantCulture, $"act {number} 2026-01-01 Assembly votes on Motion-{number}, for {number % 97}, against {number % 89}, abstaining {number % 7}"))
        {
            Ruling = RecordedRuling.Carried,
        };

    private static void Execute(SqliteConnection connection, string statement)
    {
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }
}
