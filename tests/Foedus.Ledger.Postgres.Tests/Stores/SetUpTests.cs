using Foedus.Ledger.Postgres.Tests.Server;
using Foedus.Ledger.Stores;
using Foedus.Ledger.Stores.Memory;
using Foedus.Ledger.Trees;
using NodaTime;
using Npgsql;

namespace Foedus.Ledger.Postgres.Tests.Stores;

/// <summary>Making, updating and finding the tables; what the address leads to.</summary>
public sealed class SetUpTests(PostgresServer server) : IDisposable
{
    private readonly Lazy<string> _database = new(server.Lend);

    private string Database => _database.Value;

    public void Dispose()
    {
        if (_database.IsValueCreated)
            server.GiveBack(_database.Value);
    }

    [Fact]
    public void Many_processes_may_set_up_one_database_at_once()
    {
        Parallel.For(0, 6, i => PostgresLedgerStore.Create(Addresses.Of(server.Address(Database, "federation-" + (char)('a' + i)))).Dispose());
        Assert.Equal(6L, server.Value(Database, "SELECT count(*) FROM foedus.ledger"));
        Assert.Equal(StoreTrouble.NotThisLedger, Refusal(server.Address(Database, "federation-a"), create: true));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_database_of_an_earlier_version_is_brought_up_when_its_owner_opens_it(int earlier)
    {
        var address = Addresses.Of(server.Address(Database));
        PostgresLedgerStore.Migrate(address, earlier);
        Assert.Equal(earlier, server.Value(Database, "SELECT max(version) FROM foedus.migration"));
        Assert.Equal(StoreTrouble.Missing, Refusal(server.Address(Database)));
        Assert.Equal(PostgresMigrations.Steps.Count, server.Value(Database, "SELECT max(version) FROM foedus.migration"));
        using var store = PostgresLedgerStore.Create(address);
        Assert.IsType<AppendOutcome.Appended>(store.Append(Batch(0, Entry("first", Instant.FromUtc(2026, 1, 1, 0, 0), "key"))));
    }

    [Fact]
    public void A_ledger_of_an_earlier_version_goes_on_with_its_entries_its_keys_and_its_rights()
    {
        var address = Addresses.Of(server.Address(Database));
        PostgresLedgerStore.Migrate(address, 4);
        // As the version of that step wrote it, for a role that may append.
        var role = "appender_of_" + Database;
        server.Execute(Database,
            $$"""
            CREATE ROLE {{role}};
            GRANT EXECUTE ON FUNCTION foedus.append TO {{role}};
            SELECT foedus.register('league-of-choirs', sha256(''));
            SET search_path TO pg_catalog, pg_temp;
            SELECT foedus.append(1, 0, sha256('root'), ARRAY['2025-12-31 23:59:00+00', '2026-01-01 00:00:00+00']::timestamptz[], ARRAY[sha256('a'), sha256('b')], ARRAY['a', 'b']::bytea[],
                ARRAY['key'], ARRAY[1], ARRAY[0], ARRAY['salt']::bytea[], ARRAY['payload']::bytea[], '{}', '{}', '{}');
            """);
        using var store = PostgresLedgerStore.Open(address);
        Assert.Equal(PostgresMigrations.Steps.Count, server.Value(Database, "SELECT max(version) FROM foedus.migration"));
        Assert.Equal(true, server.Value(Database, $"SELECT has_function_privilege('{role}', (SELECT oid FROM pg_proc WHERE oid = to_regproc('foedus.append')), 'EXECUTE')"));
        Assert.Equal(false, server.Value(Database, "SELECT EXISTS (SELECT FROM pg_proc, aclexplode(proacl) a WHERE oid = to_regproc('foedus.append') AND a.grantee = 0)"));
        server.Execute(Database, $"DROP OWNED BY {role}; DROP ROLE {role}");
        var later = Instant.FromUtc(2027, 1, 1, 0, 0);
        Assert.Equal(new AppendOutcome.Conflict(2), store.Append(Batch(1, Entry("c", later, null))));
        Assert.Equal(new AppendOutcome.KeyTaken("key", 1), store.Append(Batch(2, Entry("c", later, "new"), Entry("d", later, "key"))));
        Assert.Equal(new AppendOutcome.Appended(4), store.Append(Batch(2, Entry("c", later, "new"), Entry("d", later, null))));
        Assert.Equal(["a", "b", "c", "d"], store.Read(0).Select(e => System.Text.Encoding.UTF8.GetString(e.Bytes)));
        Assert.Equal("payload", System.Text.Encoding.UTF8.GetString(store.Read(0).First().Seal!.Payload));
        Assert.Equal([("key", 1L), ("new", 2L)], store.Keys());
    }

    [Theory]
    [InlineData("1, 0, sha256(''), '{}', '{}', '{}', '{}'", PostgresErrorCodes.InvalidParameterValue)]
    [InlineData("1, 0, 'short', '{2026-01-01}', '{a}', '{a}', '{2026}'", PostgresErrorCodes.InvalidParameterValue)]
    [InlineData("1, 0, sha256(''), '{2026-01-01}', '{}', '{a}', '{2026}'", PostgresErrorCodes.NotNullViolation)]
    [InlineData("1, 0, sha256(''), '{2026-01-01,2026-01-01}', '{a}', '{a,b}', '{2026}'", PostgresErrorCodes.NotNullViolation)]
    [InlineData("1, 0, sha256(''), '{2026-01-01}', '{a,b}', '{a,b}', '{2026}'", PostgresErrorCodes.CheckViolation)]
    [InlineData("1, 0, sha256(''), '{2026-06-01}', '{a}', '{a}', '{2025}'", PostgresErrorCodes.CheckViolation)]
    [InlineData("1, 0, sha256(''), '{2026-01-01,2026-01-01}', '{a,b}', '{a,b}', '{2026}', p_keys => '{k,k}', p_key_positions => '{0,1}'", PostgresErrorCodes.UniqueViolation)]
    public void An_append_that_makes_no_sense_leaves_nothing_behind(string values, string refusal)
    {
        using var store = PostgresLedgerStore.Create(Addresses.Of(server.Address(Database)));
        var told = Assert.Throws<PostgresException>(() => server.Execute(Database, $"SET search_path TO pg_catalog, pg_temp; SELECT foedus.append({values})"));
        Assert.Equal(refusal, told.SqlState);
        Assert.Equal(0, store.Head().Size);
        Assert.Empty(store.Read(0));
        Assert.Empty(store.Keys());
    }

    [Theory]
    [InlineData("INSERT INTO foedus.migration (version, name, digest) VALUES (99, 'later', '')", StoreTrouble.NotThisLedger)]
    [InlineData("INSERT INTO foedus.migration (version, name, digest) SELECT max(version) + 1, 'later', '' FROM foedus.migration", StoreTrouble.TooNew)]
    [InlineData("UPDATE foedus.migration SET digest = sha256('') WHERE version = 2", StoreTrouble.NotThisLedger)]
    [InlineData("DROP SCHEMA foedus CASCADE", StoreTrouble.Missing)]
    [InlineData("DELETE FROM foedus.ledger", StoreTrouble.Missing)]
    public void A_database_that_is_not_ours_is_refused_by_name(string statement, StoreTrouble trouble)
    {
        PostgresLedgerStore.Create(Addresses.Of(server.Address(Database))).Dispose();
        server.Execute(Database, statement);
        Assert.Equal(trouble, Refusal(server.Address(Database)));
    }

    [Fact]
    public void What_cannot_be_reached_is_named_and_no_password_is_told()
    {
        Assert.Equal(StoreTrouble.Missing, Refusal(server.Address("nowhere")));
        Assert.Equal(StoreTrouble.Missing, Refusal(server.Address(Database)));
        Assert.Equal(StoreTrouble.Denied, Refusal($"postgres://{PostgresServer.Superuser}:wrong-s3cret@/{Database}?host={server.Socket}"));
        Assert.Equal(StoreTrouble.Unavailable, Refusal("postgres://u:wrong-s3cret@127.0.0.1:1/d?connect_timeout=2"));
    }

    [Fact]
    public void The_one_ledger_of_a_database_needs_no_name()
    {
        PostgresLedgerStore.Create(Addresses.Of(server.Address(Database, "only-one"))).Dispose();
        var nameless = server.Address(Database).Split("&federation", 2)[0];
        using (var store = PostgresLedgerStore.Open(Addresses.Of(nameless)))
            Assert.Equal("only-one", store.Federation.Text);
        PostgresLedgerStore.Create(Addresses.Of(server.Address(Database, "another"))).Dispose();
        Assert.Equal(StoreTrouble.NotThisLedger, Refusal(nameless));
    }

    [Fact]
    public void Ledgers_of_one_database_do_not_see_each_other_and_years_stand_apart()
    {
        using var a = PostgresLedgerStore.Create(Addresses.Of(server.Address(Database, "a")));
        using var b = PostgresLedgerStore.Create(Addresses.Of(server.Address(Database, "b")));
        var years = new[] { 1918, 1999, 2000, 2026, 2026, 2076 };
        for (var i = 0; i < years.Length; i++)
            Assert.IsType<AppendOutcome.Appended>(a.Append(Batch(i, Entry("a" + i, Instant.FromUtc(years[i], 1, 1, 0, 0), "key-" + i))));
        Assert.IsType<AppendOutcome.Appended>(b.Append(Batch(0, Entry("b0", Instant.FromUtc(1999, 12, 31, 23, 59), "key-1"))));
        Assert.IsType<AppendOutcome.KeyTaken>(a.Append(Batch(6, Entry("late", Instant.FromUtc(2077, 1, 1, 0, 0), "key-0"))));
        Assert.Equal(Enumerable.Range(0, 6).Select(i => (long)i), a.Read(0).Select(e => e.Position));
        Assert.Single(b.Read(0));
        Assert.Equal(5L, server.Value(Database, "SELECT count(*) FROM pg_partition_tree('foedus.entry_1') WHERE isleaf"));
        Assert.Equal(1L, server.Value(Database, "SELECT count(*) FROM foedus.entry_2_1999"));
        Assert.Equal(2L, server.Value(Database, "SELECT count(*) FROM foedus.entry_1_2026"));
    }

    [Fact]
    public void What_is_too_much_for_one_message_is_still_appended_whole_or_not_at_all()
    {
        using var store = PostgresLedgerStore.Create(Addresses.Of(server.Address(Database)));
        using var memory = new MemoryStore(store.Federation);
        var entries = Enumerable.Range(0, 9000).Select(i => Entry("e" + i, Instant.FromUtc(2026, 1, 1, 0, 0), i == 8500 ? "late" : null)).ToArray();
        Assert.Equal(new AppendOutcome.Appended(9000), store.Append(Batch(0, entries)));
        Assert.Equal(9000, store.Read(0).Count());
        Assert.Equal(new AppendOutcome.KeyTaken("late", 8500), store.Append(Batch(9000, entries)));
        Assert.Equal(9000, store.Head().Size);
        Assert.Equal(9000, store.Read(0).Count());
    }

    private static StoreTrouble Refusal(string address, bool create = false)
    {
        var refusal = Assert.Throws<LedgerStoreException>(() => create ? PostgresLedgerStore.Create(Addresses.Of(address)) : PostgresLedgerStore.Open(Addresses.Of(address)));
        Assert.DoesNotContain("s3cret", refusal.ToString(), StringComparison.Ordinal);
        return refusal.Trouble;
    }

    private static AppendBatch Batch(long expected, params NewEntry[] entries) => new(expected, entries, [], MerkleHash.Empty);

    private static NewEntry Entry(string text, Instant recorded, string? key)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(text);
        return new NewEntry(bytes, MerkleHash.Leaf(bytes), recorded, Key: key);
    }
}
