using System.Security.Cryptography;
using Microsoft.Data.Sqlite;

namespace Foedus.Ledger.Stores.Sqlite;

internal sealed class SqliteSnapshots(SqliteFile file) : ISnapshotStore
{
    private const int PieceBytes = 1 << 22;

    public void Put(Snapshot snapshot) => file.Write(connection =>
    {
        using var command = connection.CreateCommand();
        command.CommandText = "INSERT OR REPLACE INTO snapshot (name, size, digest, content) VALUES ($name, $size, $digest, $content)";
        command.Parameters.AddWithValue("$name", snapshot.Name);
        command.Parameters.AddWithValue("$size", snapshot.Size);
        command.Parameters.AddWithValue("$digest", Digest.Of(snapshot.Content).ToArray());
        command.Parameters.AddWithValue("$content", snapshot.Content);
        return (command.ExecuteNonQuery(), true);
    });

    public Snapshot? Find(string name) => file.Read(connection =>
    {
        // One look at the ledger, though it is read in two steps.
        using var transaction = connection.BeginTransaction(deferred: true);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT rowid, size, digest FROM snapshot WHERE name = $name";
        command.Parameters.AddWithValue("$name", name);
        using var reader = command.ExecuteReader();
        return reader.Read() ? new Snapshot(name, reader.GetInt64(1), Content(connection, reader.GetInt64(0), new Digest(reader.GetFieldValue<byte[]>(2)))) : null;
    });

    public IEnumerable<Snapshot> All() => file.Read(connection =>
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT rowid, name, size, digest FROM snapshot ORDER BY name";
        using var reader = command.ExecuteReader();
        var all = new List<Snapshot>();
        while (reader.Read())
            all.Add(new Snapshot(reader.GetString(1), reader.GetInt64(2), Content(connection, reader.GetInt64(0), new Digest(reader.GetFieldValue<byte[]>(3)))));
        return all;
    });

    public bool Drop(string name) => file.Write(connection =>
    {
        using var command = connection.CreateCommand();
        command.CommandText = "DELETE FROM snapshot WHERE name = $name";
        command.Parameters.AddWithValue("$name", name);
        return (command.ExecuteNonQuery() > 0, true);
    });

    // Straight into its place: SQLite would put together a copy of its own first, and a snapshot may have hundreds of megabytes.
    private static byte[] Content(SqliteConnection connection, long row, Digest digest)
    {
        using var blob = new SqliteBlob(connection, "snapshot", "content", row, readOnly: true);
        var content = GC.AllocateUninitializedArray<byte>(checked((int)blob.Length));
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var hashing = Task.CompletedTask;
        for (var start = 0; start < content.Length; start += PieceBytes)
        {
            // One piece is hashed while the next is read.
            var piece = content.AsMemory(start, Math.Min(PieceBytes, content.Length - start));
            blob.ReadExactly(piece.Span);
            hashing.GetAwaiter().GetResult();
            hashing = Task.Run(() => hash.AppendData(piece.Span));
        }

        hashing.GetAwaiter().GetResult();
        return new Digest(hash.GetHashAndReset()) == digest ? content : throw new FormatException("a snapshot is not as it was kept");
    }
}
