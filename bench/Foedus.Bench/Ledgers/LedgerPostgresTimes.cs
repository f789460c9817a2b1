using System.Diagnostics;
using System.Globalization;
using Foedus.Ledger;
using Foedus.Ledger.Postgres;
using Foedus.Ledger.Records;
using Foedus.Ledger.Stores.Memory;
using NodaTime;
using Npgsql;
using NpgsqlTypes;

namespace Foedus.Bench.Ledgers;

/// <summary>
/// How much a ledger in PostgreSQL costs beside plain inserts of as many bytes into a table of the same server, equally durable. The server is that
/// of the connection string in <c>FOEDUS_BENCH_POSTGRES</c>; the tables are made in its database <c>foedus_bench</c>, which is made anew.
/// </summary>
internal static class LedgerPostgresTimes
{
    private const double MostCost = 1.5;
    private const string Database = "foedus_bench";

    private const int Rounds = 7;

    private static readonly (int Batch, int Count)[] Sizes = [(1, 400), (10, 300), (100, 150), (1000, 40)];

    public static int Run(TextWriter output)
    {
        if (Environment.GetEnvironmentVariable("FOEDUS_BENCH_POSTGRES") is not { Length: > 0 } server)
        {
            output.WriteLine("FOEDUS_BENCH_POSTGRES is not set: Host=...;Username=...;Password=...");
            return 2;
        }

        var connection = new NpgsqlConnectionStringBuilder(server) { MaxAutoPrepare = 20, AutoPrepareMinUsages = 2, Pooling = false };
        connection.Database = "postgres";
        Execute(connection, $"DROP DATABASE IF EXISTS {Database} WITH (FORCE)");
        Execute(connection, $"CREATE DATABASE {Database}");
        connection.Database = Database;
        var fine = true;
        var ledgers = 0;
        output.WriteLine("appends, each batch flushed to the disk, a plain one and one of the ledger in turn: medians in milliseconds a batch, least of the rounds; of the lowest tenth; the ratio in each round");
        foreach (var keyed in (bool[])[false, true])
        {
            output.WriteLine(keyed ? "with an idempotency key each:" : "without keys:");
            // The compiler is done with what is measured before it is.
            foreach (var (batch, count) in ((int, int)[])[(1, 2000), (1000, 20), (10, 1000), (1, 1000)])
            {
                Measure(connection, ledgers++, batch, count, keyed);
                Thread.Sleep(500);
            }

            foreach (var (batch, count) in Sizes)
            {
                var rounds = Enumerable.Range(0, Rounds).Select(_ => Measure(connection, ledgers++, batch, count, keyed)).ToList();
                var ratios = rounds.Select(r => r.Ours / r.Bare).Order().ToList();
                var (bare, ours) = (rounds.Min(r => r.Bare), rounds.Min(r => r.Ours));
                var (bareLow, oursLow) = (rounds.Min(r => r.BareLow), rounds.Min(r => r.OursLow));
                fine &= ratios[Rounds / 2] <= MostCost;
                output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"  {batch,5} a batch: plain {bare:0.000}, ledger {ours:0.000}: {ours / bare:0.00} times; lowest tenth {bareLow:0.000}, {oursLow:0.000}: {oursLow / bareLow:0.00}; rounds {ratios[0]:0.00} to {ratios[^1]:0.00}, middle {ratios[Rounds / 2]:0.00}; without a database {InMemory(batch, count, keyed):0.000}"));
            }
        }

        return fine ? 0 : 1;
    }

    // A plain batch and one of ours in turn, so that what else the machine does falls on both: the medians, and the lowest tenth.
    private static (double Bare, double Ours, double BareLow, double OursLow) Measure(NpgsqlConnectionStringBuilder to, int number, int batch, int count, bool keyed)
    {
        Execute(to, "DROP TABLE IF EXISTS plain");
        Execute(to, "CREATE TABLE plain (position bigint PRIMARY KEY, bytes bytea NOT NULL" + (keyed ? ", key text COLLATE \"C\" UNIQUE)" : ")"));
        using var connection = new NpgsqlConnection(to.ConnectionString);
        connection.Open();
        var bytes = EntryEncoder.Open(FederationId.Of("bench"), 0, default, EntryEncoder.Payload(Act(0, keyed)));
        var text = $"postgres://{Uri.EscapeDataString(to.Username ?? "")}:{Uri.EscapeDataString(to.Password ?? "")}@/{Database}?host={Uri.EscapeDataString(to.Host ?? "")}&port={to.Port}&federation=bench-{number}";
        if (!PostgresAddress.TryParse(text, out var address, out var problem))
            throw new InvalidOperationException(problem);
        using var log = new ActLog(PostgresLedgerStore.Create(address), SystemClock.Instance);
        var drafts = Enumerable.Range(0, batch * (count + 4)).Select(i => new ActDraft(Act(i, keyed))).ToArray();
        var (position, next) = (0L, 0);
        var (bare, ours) = (new List<double>(count), new List<double>(count));
        for (var i = 0; i < count + 4; i++)
        {
            var watch = Stopwatch.StartNew();
            Insert(connection, bytes, position, batch, keyed);
            var between = watch.Elapsed;
            position += batch;
            if (log.Record(new ArraySegment<ActDraft>(drafts, batch * next++, batch)) is not RecordOutcome.Recorded)
                throw new InvalidOperationException("not recorded");
            if (i < 4)
                continue;
            ours.Add((watch.Elapsed - between).TotalMilliseconds);
            bare.Add(between.TotalMilliseconds);
        }

        bare.Sort();
        ours.Sort();
        return (bare[count / 2], ours[count / 2], bare[count / 10], ours[count / 10]);
    }

    // What the ledger does before it asks a database: encoding and hashing.
    private static double InMemory(int batch, int count, bool keyed)
    {
        using var log = new ActLog(new MemoryStore(FederationId.Of("bench")), SystemClock.Instance);
        var drafts = Enumerable.Range(0, batch * (count + 1)).Select(i => new ActDraft(Act(i, keyed))).ToArray();
        var next = 0;
        return Best.Of(count, () => log.Record(new ArraySegment<ActDraft>(drafts, batch * next++, batch))).Wall;
    }

    // One statement a batch, which is the fastest that plain inserts can be. What is not there is no hash, no sealed part, no head and nobody who is told.
    private static void Insert(NpgsqlConnection connection, byte[] bytes, long position, int batch, bool keyed)
    {
        using var insert = new NpgsqlCommand(keyed ? "INSERT INTO plain (position, bytes, key) SELECT * FROM unnest($1, $2, $3)" : "INSERT INTO plain (position, bytes) SELECT * FROM unnest($1, $2)", connection);
        insert.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = [.. Enumerable.Range(0, batch).Select(i => position + i)], NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint });
        insert.Parameters.Add(new NpgsqlParameter<byte[][]> { TypedValue = [.. Enumerable.Repeat(bytes, batch)], NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bytea });
        if (keyed)
            insert.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. Enumerable.Range(0, batch).Select(i => Key(position + i))], NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        insert.ExecuteNonQuery();
    }

    private static ActRecord Act(int number, bool keyed) =>
        new(new LocalDate(2026, 1, 1), "votes", string.Create(CultureInfo.InvariantCulture, $"Board votes on Matter-{number}, for 6, against 3, abstaining 1, absent 2")) { Key = keyed ? Key(number) : null };

    private static string Key(long number) => string.Create(CultureInfo.InvariantCulture, $"secretary-2026-{number:00000000}");

    private static void Execute(NpgsqlConnectionStringBuilder to, string statement)
    {
        using var connection = new NpgsqlConnection(to.ConnectionString);
        connection.Open();
        using var command = new NpgsqlCommand(statement, connection);
        command.ExecuteNonQuery();
    }
}
