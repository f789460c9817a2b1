using Microsoft.Data.Sqlite;

namespace Foedus.Ledger.Stores.Sqlite;

/// <summary>The one transaction that writes entries.</summary>
internal static class SqliteAppend
{
    /// <summary>Levels of tiles share one table; the level stands above 2^48 places.</summary>
    public static long TilePlace(int level, long index) => ((long)level << 48) | index;

    public static (AppendOutcome Outcome, bool Commit) Do(SqliteConnection connection, AppendBatch batch)
    {
        var size = SqliteSchema.Number(connection, "SELECT size FROM ledger");
        if (size != batch.Expected)
            return (new AppendOutcome.Conflict(size), false);
        if (WriteKeys(connection, batch) is { } taken)
            return (taken, false);
        WriteEntries(connection, batch);
        WriteSeals(connection, batch);
        WriteTiles(connection, batch);
        using var head = connection.CreateCommand();
        head.CommandText = "UPDATE ledger SET size = $size, root = $root";
        head.Parameters.AddWithValue("$size", batch.Size);
        head.Parameters.AddWithValue("$root", batch.Root.ToArray());
        head.ExecuteNonQuery();
        return (new AppendOutcome.Appended(batch.Size), true);
    }

    private static void WriteEntries(SqliteConnection connection, AppendBatch batch)
    {
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO entry (position, bytes, leaf) VALUES ($position, $bytes, $leaf)";
        var position = insert.Parameters.Add("$position", SqliteType.Integer);
        var bytes = insert.Parameters.Add("$bytes", SqliteType.Blob);
        var leaf = insert.Parameters.Add("$leaf", SqliteType.Blob);
        for (var i = 0; i < batch.Entries.Count; i++)
        {
            position.Value = batch.Expected + i;
            bytes.Value = batch.Entries[i].Bytes;
            leaf.Value = batch.Entries[i].Leaf.ToArray();
            insert.ExecuteNonQuery();
        }
    }

    private static AppendOutcome.KeyTaken? WriteKeys(SqliteConnection connection, AppendBatch batch)
    {
        if (batch.Entries.All(e => e.Key is null))
            return null;
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO idempotency (key, position) VALUES ($key, $position) ON CONFLICT DO NOTHING";
        var key = insert.Parameters.Add("$key", SqliteType.Text);
        var position = insert.Parameters.Add("$position", SqliteType.Integer);
        for (var i = 0; i < batch.Entries.Count; i++)
        {
            if (batch.Entries[i].Key is not { } wanted)
                continue;
            key.Value = wanted;
            position.Value = batch.Expected + i;
            if (insert.ExecuteNonQuery() > 0)
                continue;
            using var find = connection.CreateCommand();
            find.CommandText = "SELECT position FROM idempotency WHERE key = $key";
            find.Parameters.AddWithValue("$key", wanted);
            return new AppendOutcome.KeyTaken(wanted, (long)find.ExecuteScalar()!);
        }

        return null;
    }

    private static void WriteSeals(SqliteConnection connection, AppendBatch batch)
    {
        for (var i = 0; i < batch.Entries.Count; i++)
        {
            if (batch.Entries[i].Seal is not { } seal)
                continue;
            using var insert = connection.CreateCommand();
            insert.CommandText = "INSERT INTO seal (position, salt, payload) VALUES ($position, $salt, $payload)";
            insert.Parameters.AddWithValue("$position", batch.Expected + i);
            insert.Parameters.AddWithValue("$salt", seal.Salt);
            insert.Parameters.AddWithValue("$payload", seal.Payload);
            insert.ExecuteNonQuery();
        }
    }

    private static void WriteTiles(SqliteConnection connection, AppendBatch batch)
    {
        foreach (var tile in batch.Tiles)
        {
            using var insert = connection.CreateCommand();
            insert.CommandText = "INSERT INTO tile (place, hashes) VALUES ($place, $hashes)";
            insert.Parameters.AddWithValue("$place", TilePlace(tile.Level, tile.Index));
            insert.Parameters.AddWithValue("$hashes", tile.Hashes);
            insert.ExecuteNonQuery();
        }
    }
}
