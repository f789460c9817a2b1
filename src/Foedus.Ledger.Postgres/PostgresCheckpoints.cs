using Foedus.Ledger.Stores;

namespace Foedus.Ledger.Postgres;

internal sealed class PostgresCheckpoints(PostgresPlace place, int ledger) : ICheckpointStore
{
    public void Put(long size, string note) => place.Read(c => c.Execute(
        "INSERT INTO foedus.checkpoint (ledger, size, digest, note) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
        ledger,
        size,
        Digest.Of(System.Text.Encoding.UTF8.GetBytes(note)).ToArray(),
        note));

    public StoredCheckpoint? Latest() => Query("SELECT size, note FROM foedus.checkpoint WHERE ledger = $1 ORDER BY size DESC, id DESC LIMIT 1") is [var latest] ? latest : null;

    public IEnumerable<StoredCheckpoint> All() => Query("SELECT size, note FROM foedus.checkpoint WHERE ledger = $1 ORDER BY size, id");

    private List<StoredCheckpoint> Query(string query) => place.Read(c => c.Rows(r => new StoredCheckpoint(r.GetInt64(0), r.GetString(1)), query, ledger));
}
