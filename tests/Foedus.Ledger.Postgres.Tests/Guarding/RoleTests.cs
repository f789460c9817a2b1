using Foedus.Ledger.Postgres.Tests.Server;
using Foedus.Ledger.Postgres.Tests.Stores;
using Foedus.Ledger.Records;
using Foedus.Ledger.Stores;
using Foedus.Ledger.Verifying;
using NodaTime;
using Npgsql;

namespace Foedus.Ledger.Postgres.Tests.Guarding;

/// <summary>The roles of the administrator's page: what each may do, and that the server refuses the rest.</summary>
public sealed class RoleTests(PostgresServer server)
{
    private static readonly string[] Logins = ["secretary", "archivist", "registrar"];
    private static readonly Lock Preparing = new();

    [Fact]
    public void A_writer_appends_and_keeps_attachments_checkpoints_and_persons()
    {
        using var small = Prepared();
        using var log = new ActLog(Open(small, "secretary"), SystemClock.Instance);
        Assert.IsType<RecordOutcome.Recorded>(log.Record(new ActDraft(new ActRecord(new LocalDate(2026, 1, 1), "records", "by the secretary") { Key = "mine" }, Visibility.Internal)));
        var digest = log.Store.Attachments.Put(new MemoryStream([1, 2, 3]));
        log.Store.Checkpoints.Put(1, "a note");
        log.Store.Snapshots.Put(new Snapshot("s", 1, [1]));
        log.Store.Persons.Put("p", [2]);
        log.Store.Persons.Put("p", [3]);
        Assert.NotNull(log.Store.Attachments.Open(digest));
        Assert.Equal([3], log.Store.Persons.Find("p")!);
        Assert.Equal(SmallPostgresLedger.Size + 1, log.Head.Size);
    }

    [Theory]
    [InlineData("UPDATE foedus.entry SET bytes = leaf WHERE position = 1")]
    [InlineData("DELETE FROM foedus.entry WHERE position = 5")]
    [InlineData("TRUNCATE foedus.entry")]
    [InlineData("INSERT INTO foedus.entry SELECT ledger, 99, recorded_at, leaf, bytes FROM foedus.entry LIMIT 1")]
    [InlineData("UPDATE foedus.ledger SET size = 1")]
    [InlineData("DELETE FROM foedus.ledger")]
    [InlineData("DELETE FROM foedus.seal")]
    [InlineData("UPDATE foedus.seal SET payload = salt")]
    [InlineData("DELETE FROM foedus.idempotency")]
    [InlineData("UPDATE foedus.tile SET level = 9")]
    [InlineData("DELETE FROM foedus.checkpoint")]
    [InlineData("DELETE FROM foedus.person")]
    [InlineData("DELETE FROM foedus.attachment")]
    [InlineData("UPDATE foedus.attachment_part SET bytes = ''")]
    [InlineData("DELETE FROM foedus.migration")]
    [InlineData("ALTER TABLE foedus.entry DISABLE TRIGGER ALL")]
    [InlineData("DROP TABLE foedus.entry CASCADE")]
    [InlineData("SET session_replication_role = replica")]
    [InlineData("SELECT foedus.erase_seal(1, 3)")]
    [InlineData("SELECT foedus.append(1, 6, '', '{}', '{}', '{}')")]
    [InlineData("SELECT foedus.make_room(1, 1900)")]
    [InlineData("SELECT foedus.register('another', '\\x00')")]
    [InlineData("SELECT * FROM foedus.entry_1_2026")]
    [InlineData("CREATE TABLE foedus.mine (a integer)")]
    public void A_writer_is_refused_by_the_server(string statement)
    {
        using var small = Prepared();
        using var connection = server.Connect(small.Database, "secretary");
        using var command = new NpgsqlCommand(statement, connection);
        var refusal = Assert.Throws<PostgresException>(() => command.ExecuteNonQuery());
        Assert.True(refusal.SqlState is PostgresErrorCodes.InsufficientPrivilege or PostgresErrorCodes.UndefinedTable, refusal.Message);
        Assert.True(small.Verify().Holds);
    }

    [Fact]
    public void A_reader_reads_and_verifies_and_is_told_that_he_may_not_write()
    {
        using var small = Prepared();
        using var log = new ActLog(Open(small, "archivist"), SystemClock.Instance);
        Assert.True(LedgerVerifier.Verify(log.Store).Holds);
        var refusal = Assert.Throws<LedgerStoreException>(() => log.Record(new ActDraft(new ActRecord(new LocalDate(2026, 1, 1), "records", "by the archivist"))));
        Assert.Equal(StoreTrouble.Denied, refusal.Trouble);
        Assert.Contains("does not allow it to this user", refusal.Message, StringComparison.Ordinal);
        Assert.Throws<LedgerStoreException>(() => log.Store.EraseSeal(3));
    }

    [Fact]
    public void Who_erases_sees_nothing_and_what_is_erased_is_in_no_table_file()
    {
        using var small = Prepared();
        small.Log.Store.Persons.Put("p-7", "planted-name-of-a-person"u8);
        var attachment = small.Log.Store.Attachments.Put(new MemoryStream("planted-attachment"u8.ToArray()));
        Assert.NotEmpty(Holding(small, "planted-secret-words"));
        using var store = Open(small, "registrar");
        Assert.Throws<LedgerStoreException>(() => store.Read(0).First());
        Assert.Throws<LedgerStoreException>(() => store.Persons.Find("p-7"));
        Assert.True(store.EraseSeal(3));
        Assert.False(store.EraseSeal(3));
        Assert.False(store.EraseSeal(0));
        Assert.True(store.Persons.Erase("p-7"));
        Assert.True(store.Attachments.Erase(attachment));
        Assert.Empty(Holding(small, "planted-secret-words").Concat(Holding(small, "planted-name-of-a-person")).Concat(Holding(small, "planted-attachment")));
        var report = small.Verify();
        Assert.True(report.Holds);
        Assert.Equal(1, report.Withheld);
        using var connection = server.Connect(small.Database, "registrar");
        using var command = new NpgsqlCommand("SELECT foedus.write_anew('foedus.entry_1_2026')", connection);
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, Assert.Throws<PostgresException>(() => command.ExecuteNonQuery()).SqlState);
    }

    [Theory]
    [InlineData("UPDATE foedus.entry SET bytes = leaf WHERE position = 1")]
    [InlineData("DELETE FROM foedus.entry WHERE position = 1")]
    [InlineData("TRUNCATE foedus.entry")]
    [InlineData("TRUNCATE foedus.entry_1")]
    public void The_owner_is_kept_from_changing_entries_by_mistake(string statement)
    {
        using var small = new SmallPostgresLedger(server);
        Assert.Contains("never changed", Assert.Throws<PostgresException>(() => server.Execute(small.Database, statement)).Message, StringComparison.Ordinal);
        Assert.True(small.Verify().Holds);
    }

    private SmallPostgresLedger Prepared()
    {
        var small = new SmallPostgresLedger(server);
        // Roles are of the whole server: the tests that need them make them one after another.
        lock (Preparing)
        {
            server.Execute(small.Database, Document.Script("roles"));
            if (server.Value("postgres", "SELECT 1 FROM pg_roles WHERE rolname = 'secretary'") is null)
            {
                server.Execute("postgres", Document.Script("login"));
                foreach (var login in Logins)
                    server.Execute("postgres", $"ALTER ROLE {login} PASSWORD '{server.Password}'");
            }
        }

        return small;
    }

    private PostgresLedgerStore Open(SmallPostgresLedger small, string user) => PostgresLedgerStore.Open(Addresses.Of(server.Address(small.Database, user: user)));

    private List<string> Holding(SmallPostgresLedger small, string words) =>
        [.. server.FilesOf(small.Database).Where(f => File.ReadAllBytes(f).AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(words)) >= 0)];
}
