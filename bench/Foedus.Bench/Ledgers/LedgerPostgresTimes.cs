using System.Globalization;
using Foedus.Ledger;
using Foedus.Ledger.Postgres;
using Foedus.Ledger.Records;
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
    private const int Rounds = 3;
    private const string Database = "foedus_bench";

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
        Execute(connection, "CREATE TABLE plain (position bigint PRIMARY KEY, bytes bytea NOT NULL)");
        return Appends(connection, output) ? 0 : 1;
    }

    private static bool Appends(NpgsqlConnectionStringBuilder connection, TextWriter output)
    {
        var fine = true;
        var ledgers = 0;
        Bare(connection, 100, 50);
        Ours(connection, ledgers++, 100, 50);
        output.WriteLine("appends, each batch flushed to the disk: milliseconds a batch (processor of the client in brackets), least of the rounds");
        foreach (var (batch, count) in ((int, int)[])[(1, 200), (10, 100), (100, 60), (1000, 20)])
        {
            var (bare, ours) = (Best.None, Best.None);
            for (var round = 0; round < Rounds; round++)
            {
                bare = bare.Or(Bare(connection, batch, count));
                ours = ours.Or(Ours(connection, ledgers++, batch, count));
            }

            var ratio = ours.Wall / bare.Wall;
            fine &= ratio <= MostCost;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"  {batch,5} a batch: plain {bare.Wall:0.000} ({bare.Processor:0.000}), ledger {ours.Wall:0.000} ({ours.Processor:0.000}): {ratio:0.00} times"));
        }

        return fine;
    }

    // One statement a batch, which is the fastest that plain inserts can be.
    private static Best Bare(NpgsqlConnectionStringBuilder to, int batch, int count)
    {
        Execute(to, "TRUNCATE plain");
        using var connection = new NpgsqlConnection(to.ConnectionString);
        connection.Open();
        var bytes = EntryEncoder.Open(FederationId.Of("bench"), 0, default, EntryEncoder.Payload(Act(0)));
        var position = 0L;
        return Best.Of(count, () =>
        {
            using var insert = new NpgsqlCommand("INSERT INTO plain (position, bytes) SELECT * FROM unnest($1, $2)", connection);
            insert.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = [.. Enumerable.Range(0, batch).Select(_ => position++)], NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint });
            insert.Parameters.Add(new NpgsqlParameter<byte[][]> { TypedValue = [.. Enumerable.Repeat(bytes, batch)], NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bytea });
            insert.ExecuteNonQuery();
        });
    }

    private static Best Ours(NpgsqlConnectionStringBuilder to, int number, int batch, int count)
    {
        var text = $"postgres://{Uri.EscapeDataString(to.Username ?? "")}:{Uri.EscapeDataString(to.Password ?? "")}@/{Database}?host={Uri.EscapeDataString(to.Host ?? "")}&port={to.Port}&federation=bench-{number}";
        if (!PostgresAddress.TryParse(text, out var address, out var problem))
            throw new InvalidOperationException(problem);
        using var log = new ActLog(PostgresLedgerStore.Create(address), SystemClock.Instance);
        var drafts = Enumerable.Range(0, batch * (count + 1)).Select(i => new ActDraft(Act(i))).ToArray();
        var next = 0;
        return Best.Of(count, () =>
        {
            if (log.Record(new ArraySegment<ActDraft>(drafts, batch * next++, batch)) is not RecordOutcome.Recorded)
                throw new InvalidOperationException("not recorded");
        });
    }

    private static ActRecord Act(int number) =>
        new(new LocalDate(2026, 1, 1), "votes", string.Create(CultureInfo.InvariantCulture, $"Board votes on Matter-{number}, for 6, against 3, abstaining 1, absent 2"));

    private static void Execute(NpgsqlConnectionStringBuilder to, string statement)
    {
        using var connection = new NpgsqlConnection(to.ConnectionString);
        connection.Open();
        using var command = new NpgsqlCommand(statement, connection);
        command.ExecuteNonQuery();
    }
}
