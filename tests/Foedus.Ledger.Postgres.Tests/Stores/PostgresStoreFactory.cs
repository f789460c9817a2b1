using Foedus.Ledger.Postgres.Tests.Server;
using Foedus.Ledger.Stores;
using Foedus.Ledger.Tests.Stores;

namespace Foedus.Ledger.Postgres.Tests.Stores;

/// <summary>A ledger in a database of its own.</summary>
public sealed class PostgresStoreFactory(PostgresServer server) : StoreFactory
{
    private string? _database;
    private PostgresAddress? _address;

    public override void Dispose()
    {
        base.Dispose();
        if (_database is not null)
            server.GiveBack(_database);
    }

    protected override ILedgerStore OpenStore()
    {
        if (_address is not null)
            return PostgresLedgerStore.Open(_address);
        _database = server.Lend();
        _address = Addresses.Of(server.Address(_database));
        return PostgresLedgerStore.Create(_address);
    }
}
