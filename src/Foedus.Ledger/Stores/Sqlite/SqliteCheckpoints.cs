namespace Foedus.Ledger.Stores.Sqlite;

internal sealed class SqliteCheckpoints(SqliteFile file) : ICheckpointStore
{
    public void Put(long size, string note) => file.Write(connection =>
    {
        using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO checkpoint (size, note) VALUES ($size, $note) ON CONFLICT DO NOTHING";
        command.Parameters.AddWithValue("$size", size);
        command.Parameters.AddWithValue("$note", note);
        return (command.ExecuteNonQuery(), true);
    });

    public StoredCheckpoint? Latest() => Query("SELECT size, note FROM checkpoint ORDER BY size DESC, id DESC LIMIT 1") is [var latest] ? latest : null;

    public IEnumerable<StoredCheckpoint> All() => Query("SELECT size, note FROM checkpoint ORDER BY size, id");

    private List<StoredCheckpoint> Query(string query) => file.Read(connection =>
    {
        using var command = connection.CreateCommand();
        command.CommandText = query;
        using var reader = command.ExecuteReader();
        var all = new List<StoredCheckpoint>();
        while (reader.Read())
            all.Add(new StoredCheckpoint(reader.GetInt64(0), reader.GetString(1)));
        return all;
    });
}
