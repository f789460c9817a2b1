using Foedus.Ledger.Postgres.Tests.Server;
using Foedus.Ledger.Postgres.Tests.Stores;
using Foedus.Ledger.Tests.Following;

namespace Foedus.Ledger.Postgres.Tests.Following;

public class PostgresFollowerTests(PostgresServer server) : FollowerContract(new PostgresStoreFactory(server));
