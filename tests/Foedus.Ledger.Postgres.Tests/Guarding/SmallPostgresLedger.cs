using Foedus.Ledger.Postgres.Tests.Server;
using Foedus.Ledger.Postgres.Tests.Stores;
using Foedus.Ledger.Records;
using Foedus.Ledger.Verifying;
using NodaTime;

namespace Foedus.Ledger.Postgres.Tests.Guarding;

/// <summary>A ledger of six acts, one of them sealed, in a database of its own.</summary>
internal sealed class SmallPostgresLedger : IDisposable
{
    public const int Size = 6;

    private readonly PostgresServer _server;

    public SmallPostgresLedger(PostgresServer server)
    {
        _server = server;
        Database = server.Lend();
        Log = new ActLog(PostgresLedgerStore.Create(Addresses.Of(server.Address(Database))), SystemClock.Instance);
        for (var i = 0; i < Size; i++)
        {
            var act = new ActRecord(new LocalDate(2026, 1, 1), "records", i == 3 ? "planted-secret-words" : $"act {i}") { Key = i == 2 ? "key-2" : null };
            Assert.IsType<RecordOutcome.Recorded>(Log.Record(new ActDraft(act, i == 3 ? Visibility.Internal : Visibility.Public)));
        }
    }

    public string Database { get; }

    public ActLog Log { get; }

    /// <summary>Runs statements as somebody whom nothing stops.</summary>
    public void BehindOurBack(string statements) => _server.Execute(Database, "SET session_replication_role = replica; " + statements);

    public VerificationReport Verify() => LedgerVerifier.Verify(Log.Store);

    public void Dispose()
    {
        Log.Dispose();
        _server.GiveBack(Database);
    }
}
