using Foedus.Ledger.Postgres.Tests.Server;
using Foedus.Ledger.Tests.Log;
using Foedus.Ledger.Tests.Stores;

namespace Foedus.Ledger.Postgres.Tests.Stores;

public class PostgresStoreTests(PostgresServer server) : LedgerStoreContract(new PostgresStoreFactory(server));

public class PostgresActLogTests(PostgresServer server) : ActLogContract(new PostgresStoreFactory(server));
