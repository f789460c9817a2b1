using Foedus.Ledger.Stores;
using Npgsql;

namespace Foedus.Ledger.Postgres;

internal sealed class PostgresSnapshots(PostgresPlace place, int ledger) : ISnapshotStore
{
    // To put the same twice is to put it once, so it may be tried again.
    public void Put(Snapshot snapshot) => place.Read(c => c.Execute(
        """
        INSERT INTO foedus.snapshot (ledger, name, size, digest, content) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (ledger, name) DO UPDATE SET size = excluded.size, digest = excluded.digest, content = excluded.content
        """,
        ledger,
        snapshot.Name,
        snapshot.Size,
        Digest.Of(snapshot.Content).ToArray(),
        snapshot.Content));

    public Snapshot? Find(string name) => place.Read(c => c.Rows(Of, "SELECT name, size, digest, content FROM foedus.snapshot WHERE ledger = $1 AND name = $2", ledger, name)).SingleOrDefault();

    public IEnumerable<Snapshot> All() => place.Read(c => c.Rows(Of, "SELECT name, size, digest, content FROM foedus.snapshot WHERE ledger = $1 ORDER BY name", ledger));

    public bool Drop(string name) => place.Once(c => c.Execute("DELETE FROM foedus.snapshot WHERE ledger = $1 AND name = $2", ledger, name)) > 0;

    private static Snapshot Of(NpgsqlDataReader reader)
    {
        var content = reader.GetFieldValue<byte[]>(3);
        return Digest.Of(content) == new Digest(reader.GetFieldValue<byte[]>(2))
            ? new Snapshot(reader.GetString(0), reader.GetInt64(1), content)
            : throw new FormatException("a snapshot is not as it was kept");
    }
}
