using Foedus.Ledger.Tests.Stores;

namespace Foedus.Ledger.Tests.Following;

public class MemoryFollowerTests() : FollowerContract(new MemoryStoreFactory());

public class SqliteFollowerTests() : FollowerContract(new SqliteStoreFactory());
