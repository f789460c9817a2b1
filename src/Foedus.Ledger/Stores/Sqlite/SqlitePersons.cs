namespace Foedus.Ledger.Stores.Sqlite;

internal sealed class SqlitePersons(SqliteFile file) : IPersonStore
{
    public void Put(string id, ReadOnlySpan<byte> data)
    {
        var copy = data.ToArray();
        file.Write(connection =>
        {
            using var command = connection.CreateCommand();
            command.CommandText = "INSERT OR REPLACE INTO person (id, digest, data) VALUES ($id, $digest, $data)";
            command.Parameters.AddWithValue("$id", id);
            command.Parameters.AddWithValue("$digest", Digest.Of(copy).ToArray());
            command.Parameters.AddWithValue("$data", copy);
            return (command.ExecuteNonQuery(), true);
        });
    }

    public byte[]? Find(string id) => file.Read(connection =>
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT digest, data FROM person WHERE id = $id";
        command.Parameters.AddWithValue("$id", id);
        using var reader = command.ExecuteReader();
        if (!reader.Read())
            return null;
        var data = reader.GetFieldValue<byte[]>(1);
        return Digest.Of(data) == new Digest(reader.GetFieldValue<byte[]>(0)) ? data : throw new FormatException("a person's data are not as they were kept");
    });

    public bool Erase(string id)
    {
        var erased = file.Write(connection =>
        {
            using var command = connection.CreateCommand();
            command.CommandText = "DELETE FROM person WHERE id = $id";
            command.Parameters.AddWithValue("$id", id);
            return (command.ExecuteNonQuery() > 0, true);
        });
        if (erased)
            file.EmptyLog();
        return erased;
    }

    public IEnumerable<string> All() => file.Read(connection =>
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT id FROM person ORDER BY id";
        using var reader = command.ExecuteReader();
        var all = new List<string>();
        while (reader.Read())
            all.Add(reader.GetString(0));
        return all;
    });
}
