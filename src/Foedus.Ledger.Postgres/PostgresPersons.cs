using Foedus.Ledger.Stores;

namespace Foedus.Ledger.Postgres;

internal sealed class PostgresPersons(PostgresPlace place, int ledger) : IPersonStore
{
    public void Put(string id, ReadOnlySpan<byte> data)
    {
        var copy = data.ToArray();
        place.Read(c => c.Execute(
            """
            INSERT INTO foedus.person (ledger, id, digest, data) VALUES ($1, $2, $3, $4)
            ON CONFLICT (ledger, id) DO UPDATE SET digest = excluded.digest, data = excluded.data
            """,
            ledger,
            id,
            Digest.Of(copy).ToArray(),
            copy));
    }

    public byte[]? Find(string id) => place.Read(c => c.Rows(
        r =>
        {
            var data = r.GetFieldValue<byte[]>(1);
            return Digest.Of(data) == new Digest(r.GetFieldValue<byte[]>(0)) ? data : throw new FormatException("a person's data are not as they were kept");
        },
        "SELECT digest, data FROM foedus.person WHERE ledger = $1 AND id = $2",
        ledger,
        id)).SingleOrDefault();

    public bool Erase(string id) => place.Once(c => (bool)c.Value("SELECT foedus.erase_person($1, $2)", ledger, id)!);

    public IEnumerable<string> All() => place.Read(c => c.Rows(r => r.GetString(0), "SELECT id FROM foedus.person WHERE ledger = $1 ORDER BY id", ledger));
}
