using Microsoft.Data.Sqlite;

namespace Foedus.Ledger.Stores.Sqlite;

/// <summary>
/// Reads entries a page at a time, each page a query of its own, so that a long reading holds nothing back; entries never change, so the pages
/// fit together. What can be read before a damaged entry is given before the damage is told.
/// </summary>
internal sealed class SqliteEntries(SqliteFile file)
{
    private const int PageLength = 256;

    public IEnumerable<StoredEntry> Read(long from, long to)
    {
        var page = new List<StoredEntry>(PageLength);
        while (from < to)
        {
            page.Clear();
            var failure = Fill(page, from, to);
            foreach (var entry in page)
                yield return entry;
            if (failure is not null)
                throw failure;
            if (page.Count < PageLength)
                yield break;
            from = page[^1].Position + 1;
        }
    }

    private LedgerStoreException? Fill(List<StoredEntry> page, long from, long to)
    {
        try
        {
            return file.Read<LedgerStoreException?>(connection =>
            {
                using var command = connection.CreateCommand();
                command.CommandText =
                    """
                    SELECT e.position, e.bytes, e.leaf, s.salt, s.payload FROM entry e LEFT JOIN seal s ON s.position = e.position
                    WHERE e.position >= $from AND e.position < $to ORDER BY e.position LIMIT $most
                    """;
                command.Parameters.AddWithValue("$from", from);
                command.Parameters.AddWithValue("$to", to);
                command.Parameters.AddWithValue("$most", PageLength);
                using var reader = command.ExecuteReader();
                while (reader.Read())
                    page.Add(Entry(reader));
                return null;
            });
        }
        catch (LedgerStoreException damage) when (damage.Trouble == StoreTrouble.Damaged)
        {
            var next = page.Count == 0 ? from : page[^1].Position + 1;
            return new LedgerStoreException(StoreTrouble.Damaged, $"{damage.Message}: entry {next} cannot be read", damage);
        }
    }

    private static StoredEntry Entry(SqliteDataReader reader)
    {
        var seal = reader.IsDBNull(3) ? null : new Seal(reader.GetFieldValue<byte[]>(3), reader.GetFieldValue<byte[]>(4));
        return new StoredEntry(reader.GetInt64(0), reader.GetFieldValue<byte[]>(1), new Digest(reader.GetFieldValue<byte[]>(2)), seal);
    }
}
