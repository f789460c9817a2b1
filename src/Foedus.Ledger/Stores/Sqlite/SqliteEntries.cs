namespace Foedus.Ledger.Stores.Sqlite;

/// <summary>
/// Reads entries a page at a time, each page a query of its own, so that a long reading holds nothing back; entries never change, so the pages
/// fit together. What can be read before a damaged entry is given before the damage is told.
/// </summary>
internal sealed class SqliteEntries(SqliteFile file)
{
    private const int PageLength = 256;

    private const string Query =
        """
        SELECT e.position, e.bytes, e.leaf, s.salt, s.payload FROM entry e LEFT JOIN seal s ON s.position = e.position
        WHERE e.position >= ?1 AND e.position < ?2 ORDER BY e.position LIMIT ?3
        """;

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
                using var select = new SqliteStatement(connection, Query);
                select.Bind(1, from).Bind(2, to).Bind(3, PageLength);
                while (select.Step())
                    page.Add(Entry(select));
                return null;
            });
        }
        catch (LedgerStoreException damage) when (damage.Trouble == StoreTrouble.Damaged)
        {
            var next = page.Count == 0 ? from : page[^1].Position + 1;
            return new LedgerStoreException(StoreTrouble.Damaged, $"{damage.Message}: entry {next} cannot be read", damage);
        }
    }

    private static StoredEntry Entry(SqliteStatement row)
    {
        var seal = row.IsNull(3) ? null : new Seal(row.Bytes(3).ToArray(), row.Bytes(4).ToArray());
        return new StoredEntry(row.Number(0), row.Bytes(1).ToArray(), new Digest(row.Bytes(2)), seal);
    }
}
