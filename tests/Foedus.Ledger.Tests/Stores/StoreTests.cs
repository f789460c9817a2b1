namespace Foedus.Ledger.Tests.Stores;

public class MemoryStoreTests() : LedgerStoreContract(new MemoryStoreFactory());

public class SqliteStoreTests() : LedgerStoreContract(new SqliteStoreFactory());
