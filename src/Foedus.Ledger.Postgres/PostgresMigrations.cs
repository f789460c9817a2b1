using System.Globalization;
using Foedus.Ledger.Stores;
using Npgsql;

namespace Foedus.Ledger.Postgres;

/// <summary>
/// The steps of the schema. A database of an earlier version is taken through those that it lacks, all in one transaction, one process at a time; a
/// step that was published is never changed, and a database whose steps were others is refused.
/// </summary>
internal static class PostgresMigrations
{
    // "Foedus" in ASCII: the advisory lock that whoever makes or changes the tables holds.
    private const long LockNumber = 0x466F65647573;

    /// <summary>The steps that this program knows, in order.</summary>
    public static IReadOnlyList<(string Name, string Statements)> Steps { get; } = Load();

    /// <summary>How many steps the database has been taken through; 0 if it has no tables of ours.</summary>
    /// <exception cref="LedgerStoreException">The steps are not ours, or a later version took them.</exception>
    public static int Applied(NpgsqlConnection connection, string place)
    {
        using var exists = new NpgsqlCommand("SELECT to_regclass('foedus.migration') IS NOT NULL", connection);
        if (exists.ExecuteScalar() is not true)
            return 0;
        using var command = new NpgsqlCommand("SELECT version, digest FROM foedus.migration ORDER BY version", connection);
        using var reader = command.ExecuteReader();
        var applied = 0;
        while (reader.Read())
        {
            if (reader.GetInt32(0) != ++applied)
                throw new LedgerStoreException(StoreTrouble.NotThisLedger, $"{place} lacks step {applied} of its tables");
            if (applied > Steps.Count)
                throw new LedgerStoreException(StoreTrouble.TooNew, string.Create(CultureInfo.InvariantCulture, $"{place} was set up by a later version of Foedus; this one knows {Steps.Count} steps of its tables"));
            if (new Digest(reader.GetFieldValue<byte[]>(1)) != DigestOf(Steps[applied - 1].Statements))
                throw new LedgerStoreException(StoreTrouble.NotThisLedger, $"step {applied} of the tables of {place} is not the one of Foedus");
        }

        return applied;
    }

    /// <summary>Takes the database through what it lacks.</summary>
    public static void Advance(NpgsqlConnection connection, string place, int most = int.MaxValue)
    {
        using var transaction = connection.BeginTransaction();
        using (var hold = new NpgsqlCommand("SELECT pg_advisory_xact_lock($1)", connection, transaction) { Parameters = { new() { Value = LockNumber } } })
            hold.ExecuteNonQuery();
        Execute(connection, "SET LOCAL client_min_messages = warning; CREATE SCHEMA IF NOT EXISTS foedus");
        Execute(connection, "CREATE TABLE IF NOT EXISTS foedus.migration (version integer PRIMARY KEY, name text NOT NULL, digest bytea NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())");
        for (var step = Applied(connection, place); step < Math.Min(most, Steps.Count); step++)
        {
            Execute(connection, Steps[step].Statements);
            using var note = new NpgsqlCommand("INSERT INTO foedus.migration (version, name, digest) VALUES ($1, $2, $3)", connection, transaction);
            note.Parameters.Add(new() { Value = step + 1 });
            note.Parameters.Add(new() { Value = Steps[step].Name });
            note.Parameters.Add(new() { Value = DigestOf(Steps[step].Statements).ToArray() });
            note.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    private static Digest DigestOf(string statements) => Digest.Of(System.Text.Encoding.UTF8.GetBytes(statements.ReplaceLineEndings("\n")));

    private static void Execute(NpgsqlConnection connection, string statements)
    {
        using var command = new NpgsqlCommand(statements, connection);
        command.ExecuteNonQuery();
    }

    private static List<(string Name, string Statements)> Load()
    {
        var assembly = typeof(PostgresMigrations).Assembly;
        return
        [
            .. assembly.GetManifestResourceNames().Where(n => char.IsAsciiDigit(n[0])).Order(StringComparer.Ordinal).Select(name =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                return (name, reader.ReadToEnd());
            }),
        ];
    }
}
