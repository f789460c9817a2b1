using Microsoft.Data.Sqlite;

namespace Foedus.Ledger.Stores.Sqlite;

/// <summary>
/// The tables of a ledger file, as steps: a file of an earlier version is taken through those that it lacks, each in its own transaction; a step
/// that was published is never changed.
/// </summary>
internal static class SqliteSchema
{
    /// <summary>"Foed": how a file is known as a ledger (https://sqlite.org/pragma.html#pragma_application_id).</summary>
    public const int ApplicationId = 0x466F6564;

    private static readonly string[] Steps =
    [
        """
        CREATE TABLE migration (version INTEGER PRIMARY KEY, applied TEXT NOT NULL);
        CREATE TABLE ledger (one INTEGER PRIMARY KEY CHECK (one = 1), federation TEXT NOT NULL, size INTEGER NOT NULL, root BLOB NOT NULL);
        CREATE TABLE entry (position INTEGER PRIMARY KEY, bytes BLOB NOT NULL, leaf BLOB NOT NULL);
        CREATE TRIGGER entry_is_not_changed BEFORE UPDATE ON entry BEGIN SELECT RAISE(ABORT, 'an entry is never changed'); END;
        CREATE TRIGGER entry_is_not_removed BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT, 'an entry is never removed'); END;
        CREATE TABLE seal (position INTEGER PRIMARY KEY, salt BLOB NOT NULL, payload BLOB NOT NULL);
        CREATE TABLE idempotency (key TEXT PRIMARY KEY, position INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE tile (place INTEGER PRIMARY KEY, hashes BLOB NOT NULL);
        CREATE TABLE attachment (id INTEGER PRIMARY KEY, digest BLOB NOT NULL UNIQUE, length INTEGER NOT NULL);
        CREATE TABLE attachment_part (attachment INTEGER NOT NULL, part INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (attachment, part));
        CREATE TABLE checkpoint (id INTEGER PRIMARY KEY, size INTEGER NOT NULL, note TEXT NOT NULL, UNIQUE (size, note));
        CREATE TABLE snapshot (name TEXT PRIMARY KEY, size INTEGER NOT NULL, digest BLOB NOT NULL, content BLOB NOT NULL);
        CREATE TABLE person (id TEXT PRIMARY KEY, digest BLOB NOT NULL, data BLOB NOT NULL);
        """,
    ];

    /// <summary>The version that this program writes.</summary>
    public static int Version => Steps.Length;

    /// <summary>Makes the tables of a new file.</summary>
    public static void Create(SqliteConnection connection, FederationId federation, Digest root, int pageBytes)
    {
        Execute(connection, $"PRAGMA page_size = {pageBytes}");
        Execute(connection, "PRAGMA journal_mode = WAL");
        Execute(connection, "BEGIN IMMEDIATE");
        Execute(connection, $"PRAGMA application_id = {ApplicationId}");
        Advance(connection, 0);
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO ledger (one, federation, size, root) VALUES (1, $federation, 0, $root)";
        insert.Parameters.AddWithValue("$federation", federation.Text);
        insert.Parameters.AddWithValue("$root", root.ToArray());
        insert.ExecuteNonQuery();
        Execute(connection, "COMMIT");
    }

    /// <summary>Takes a file of an earlier version to this one.</summary>
    public static void Migrate(SqliteConnection connection, int version)
    {
        Execute(connection, "BEGIN IMMEDIATE");
        Advance(connection, version);
        Execute(connection, "COMMIT");
    }

    public static long Number(SqliteConnection connection, string query)
    {
        using var command = connection.CreateCommand();
        command.CommandText = query;
        return command.ExecuteScalar() is long number ? number : 0;
    }

    public static void Execute(SqliteConnection connection, string statement)
    {
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }

    private static void Advance(SqliteConnection connection, int from)
    {
        for (var version = from; version < Steps.Length; version++)
        {
            Execute(connection, Steps[version]);
            using var note = connection.CreateCommand();
            note.CommandText = "INSERT INTO migration (version, applied) VALUES ($version, strftime('%Y-%m-%dT%H:%M:%SZ'))";
            note.Parameters.AddWithValue("$version", version + 1);
            note.ExecuteNonQuery();
        }

        Execute(connection, $"PRAGMA user_version = {Steps.Length}");
    }
}
