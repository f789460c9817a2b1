using Foedus.Ledger.Postgres.Tests.Server;
using Foedus.Ledger.Postgres.Tests.Stores;
using Foedus.Ledger.Stores;
using Foedus.Secretariat.Tests.Recording;

namespace Foedus.Ledger.Postgres.Tests.Recording;

/// <summary>The recorder over a ledger in PostgreSQL: the same tests as in memory and in SQLite.</summary>
public sealed class RecorderInPostgresTests(PostgresServer server) : RecorderTests
{
    private readonly string _database = server.Lend();
    private bool _made;

    protected override ILedgerStore Store()
    {
        var address = Addresses.Of(server.Address(_database));
        if (_made)
            return PostgresLedgerStore.Open(address);
        _made = true;
        return PostgresLedgerStore.Create(address);
    }

    protected override void CleanUp() => server.GiveBack(_database);
}
