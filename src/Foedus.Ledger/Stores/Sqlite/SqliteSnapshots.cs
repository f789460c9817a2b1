using Microsoft.Data.Sqlite;

namespace Foedus.Ledger.Stores.Sqlite;

internal sealed class SqliteSnapshots(SqliteFile file) : ISnapshotStore
{
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
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name, size, digest, content FROM snapshot WHERE name = $name";
        command.Parameters.AddWithValue("$name", name);
        using var reader = command.ExecuteReader();
        return reader.Read() ? Of(reader) : null;
    });

    public IEnumerable<Snapshot> All() => file.Read(connection =>
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name, size, digest, content FROM snapshot ORDER BY name";
        using var reader = command.ExecuteReader();
        var all = new List<Snapshot>();
        while (reader.Read())
            all.Add(Of(reader));
        return all;
    });

    public bool Drop(string name) => file.Write(connection =>
    {
        using var command = connection.CreateCommand();
        command.CommandText = "DELETE FROM snapshot WHERE name = $name";
        command.Parameters.AddWithValue("$name", name);
        return (command.ExecuteNonQuery() > 0, true);
    });

    private static Snapshot Of(SqliteDataReader reader)
    {
        var content = reader.GetFieldValue<byte[]>(3);
        return Digest.Of(content) == new Digest(reader.GetFieldValue<byte[]>(2))
            ? new Snapshot(reader.GetString(0), reader.GetInt64(1), content)
            : throw new FormatException("a snapshot is not as it was kept");
    }
}
