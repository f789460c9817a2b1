using Foedus.Ledger.Stores;
using Npgsql;

namespace Foedus.Ledger.Postgres;

/// <summary>
/// Reads entries a page at a time, each page a query of its own that goes on behind the last position. A long reading so holds no transaction open,
/// which would keep the server from cleaning up, and survives a restart of the server; entries never change, so the pages fit together.
/// </summary>
internal sealed class PostgresEntries(PostgresPlace place, int ledger)
{
    private const int FirstPage = 64;
    private const int LongestPage = 2048;

    // Pages that hold more than this are followed by shorter ones.
    private const long ManyBytes = 4 << 20;

    public IEnumerable<StoredEntry> Read(long from, long to)
    {
        for (var length = FirstPage; from < to;)
        {
            List<StoredEntry> page;
            try
            {
                page = Page(from, to, length);
            }
            catch (LedgerStoreException damage) when (damage.Trouble == StoreTrouble.Damaged)
            {
                // What can be read before the damaged entry is given before the damage is told.
                if (length == 1)
                    throw new LedgerStoreException(StoreTrouble.Damaged, FormattableString.Invariant($"{damage.Message}: entry {from} cannot be read"), damage);
                length = 1;
                continue;
            }

            foreach (var entry in page)
                yield return entry;
            if (page.Count < length)
                yield break;
            from = page[^1].Position + 1;
            var bytes = page.Sum(e => (long)e.Bytes.Length + (e.Seal?.Payload.Length ?? 0));
            length = Math.Clamp(bytes > ManyBytes ? length / 2 : 2 * length, 1, LongestPage);
        }
    }

    private List<StoredEntry> Page(long from, long to, int length) => place.Read(connection =>
    {
        using var command = new NpgsqlCommand(
            """
            SELECT e.position, e.bytes, e.leaf, s.salt, s.payload
            FROM foedus.entry e LEFT JOIN foedus.seal s ON s.ledger = e.ledger AND s.position = e.position AND s.recorded_at = e.recorded_at
            WHERE e.ledger = $1 AND e.position >= $2 AND e.position < $3 ORDER BY e.position LIMIT $4
            """,
            connection);
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = ledger });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = from });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = to });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = length });
        using var reader = command.ExecuteReader();
        var page = new List<StoredEntry>(length);
        while (reader.Read())
        {
            var seal = reader.IsDBNull(3) ? null : new Seal(reader.GetFieldValue<byte[]>(3), reader.GetFieldValue<byte[]>(4));
            page.Add(new StoredEntry(reader.GetInt64(0), reader.GetFieldValue<byte[]>(1), new Digest(reader.GetFieldValue<byte[]>(2)), seal));
        }

        return page;
    });
}
