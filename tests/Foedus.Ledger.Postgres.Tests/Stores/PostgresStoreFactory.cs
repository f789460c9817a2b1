using Foedus.Ledger.Postgres.Tests.Server;
using Foedus.Ledger.Stores;
using Foedus.Ledger.Tests.Stores;

namespace Foedus.Ledger.Postgres.Tests.Stores;

/// <summary>A ledger in a database of its own.</summary>
public sealed class PostgresStoreFactory(PostgresServer server) : StoreFactory
{
    private PostgresAddress? _address;

    protected override ILedgerStore OpenStore()
    {
        if (_address is not null)
            return PostgresLedgerStore.Open(_address);
        _address = Addresses.Of(server.Address(server.NewDatabase()));
        return PostgresLedgerStore.Create(_address);
    }
}
