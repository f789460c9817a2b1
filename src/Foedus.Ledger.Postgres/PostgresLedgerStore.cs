using Foedus.Ledger.Following;
using Foedus.Ledger.Stores;
using Foedus.Ledger.Trees;
using Npgsql;

namespace Foedus.Ledger.Postgres;

/// <summary>
/// A ledger in PostgreSQL 15 or later, where many nodes write. Entries are parted by federation and year. An append is one call of a function of the
/// database, in one transaction that holds the row of the ledger; readers are never kept waiting. Docs: docs/ledger-postgres.md.
/// </summary>
public sealed class PostgresLedgerStore : ILedgerStore, ISignallingStore
{
    private readonly PostgresPlace _place;
    private readonly int _ledger;
    private readonly PostgresAppend _append;

    private PostgresLedgerStore(PostgresPlace place, FederationId federation, int ledger)
    {
        (_place, Federation, _ledger) = (place, federation, ledger);
        _append = new PostgresAppend(place, ledger);
        Attachments = new PostgresAttachments(place, ledger);
        Checkpoints = new PostgresCheckpoints(place, ledger);
        Snapshots = new PostgresSnapshots(place, ledger);
        Persons = new PostgresPersons(place, ledger);
    }

    /// <summary>Where it is, as anybody may see it.</summary>
    public string Place => _place.Display;

    public FederationId Federation { get; }

    public IAttachmentStore Attachments { get; }

    public ICheckpointStore Checkpoints { get; }

    public ISnapshotStore Snapshots { get; }

    public IPersonStore Persons { get; }

    /// <summary>Makes a new, empty ledger, with the tables if the database has none yet. Needs the owner of the tables.</summary>
    /// <exception cref="LedgerStoreException">The federation has a ledger there already, or the database cannot be used.</exception>
    /// <exception cref="ArgumentException">The address names no federation.</exception>
    public static PostgresLedgerStore Create(PostgresAddress address)
    {
        var federation = address.Federation ?? throw new ArgumentException("The address names no federation.", nameof(address));
        Migrate(address);
        var place = new PostgresPlace(address);
        try
        {
            if (!place.Once(c => (bool)c.Value("SELECT foedus.register($1, $2)", federation.Text, MerkleHash.Empty.ToArray())!))
                throw new LedgerStoreException(StoreTrouble.NotThisLedger, $"{place.Display} has a ledger of {federation} already");
            return new PostgresLedgerStore(place, federation, Find(place, federation)!.Value);
        }
        catch
        {
            place.Dispose();
            throw;
        }
    }

    /// <summary>Opens a ledger; tables of an earlier version are brought up to this one if the user owns them.</summary>
    /// <param name="address">Where; without a federation, the one ledger of the database.</param>
    /// <exception cref="LedgerStoreException">There is none, the server cannot be reached, or the tables are of another version.</exception>
    public static PostgresLedgerStore Open(PostgresAddress address)
    {
        using (var check = new PostgresPlace(address) { Patience = TimeSpan.Zero })
        {
            if (!check.Read(c => HasTables(c, check.Display)))
                BringUp(address);
        }

        var place = new PostgresPlace(address);
        try
        {
            var federation = address.Federation ?? Only(place);
            return Find(place, federation) is { } ledger
                ? new PostgresLedgerStore(place, federation, ledger)
                : throw new LedgerStoreException(StoreTrouble.Missing, $"{place.Display} has no ledger of {federation}");
        }
        catch
        {
            place.Dispose();
            throw;
        }
    }

    /// <summary>Makes the tables in a database, or brings those of an earlier version up to this one. Needs the owner of the tables.</summary>
    /// <exception cref="LedgerStoreException">It cannot be done, or the tables are not those of Foedus.</exception>
    public static void Migrate(PostgresAddress address) => Migrate(address, int.MaxValue);

    /// <summary>The same up to a step.</summary>
    internal static void Migrate(PostgresAddress address, int most)
    {
        using var place = new PostgresPlace(address) { Patience = TimeSpan.Zero };
        using var connection = place.Connect();
        place.Guard(() =>
        {
            if (PostgresMigrations.Applied(connection, place.Display) < Math.Min(most, PostgresMigrations.Steps.Count))
                PostgresMigrations.Advance(connection, place.Display, most);
            return true;
        });
    }

    public StoreHead Head() => _place.Read(c => c.Rows(r => new StoreHead(r.GetInt64(0), new Digest(r.GetFieldValue<byte[]>(1))), "SELECT size, root FROM foedus.ledger WHERE id = $1", _ledger)) is [var head]
        ? head
        : throw new LedgerStoreException(StoreTrouble.Damaged, $"{Place} has lost the ledger of {Federation}");

    public AppendOutcome Append(AppendBatch batch) => _append.Do(batch);

    public IEnumerable<StoredEntry> Read(long from, long to = long.MaxValue)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        return new PostgresEntries(_place, _ledger).Read(from, to);
    }

    public long? PositionOf(string key) => _place.Read(c => (long?)c.Value("SELECT position FROM foedus.idempotency WHERE ledger = $1 AND key = $2", _ledger, key));

    public IEnumerable<(string Key, long Position)> Keys() => _place.Read(c => c.Rows(
        r => (r.GetString(0), r.GetInt64(1)), "SELECT key, position FROM foedus.idempotency WHERE ledger = $1 ORDER BY position", _ledger));

    public byte[]? Tile(int level, long index) => _place.Read(c => (byte[]?)c.Value(
        "SELECT hashes FROM foedus.tile WHERE ledger = $1 AND level = $2 AND index = $3", _ledger, (short)level, index));

    /// <summary>
    /// Erases the sealed part of an entry: the table of its ledger and year is written anew without it, and is closed to others meanwhile (seconds for
    /// each gigabyte). Files of the write-ahead log and backups are the administrator's.
    /// </summary>
    public bool EraseSeal(long position) => _place.Once(c => (bool)c.Value("SELECT foedus.erase_seal($1, $2)", _ledger, position)!);

    public long SealCount() => _place.Read(c => (long)c.Value("SELECT count(*) FROM foedus.seal WHERE ledger = $1", _ledger)!);

    /// <summary>Empty: PostgreSQL checks its pages when it reads them, and <c>pg_amcheck</c> checks the rest.</summary>
    public IReadOnlyList<string> StructureProblems() => [];

    /// <summary>Tells when somebody has appended, by <c>LISTEN</c> on a connection of its own.</summary>
    public IGrowthSignal Watch() => new PostgresSignal(_place, Federation);

    public void Dispose() => _place.Dispose();

    // False if they are of an earlier version.
    private static bool HasTables(NpgsqlConnection connection, string place)
    {
        if (connection.PostgreSqlVersion.Major < 15)
            throw new LedgerStoreException(StoreTrouble.Unavailable, $"{place} is PostgreSQL {connection.PostgreSqlVersion.Major}; a ledger needs 15 or later");
        var applied = PostgresMigrations.Applied(connection, place);
        return applied > 0
            ? applied == PostgresMigrations.Steps.Count
            : throw new LedgerStoreException(StoreTrouble.Missing, $"{place} has no ledger: the tables are not made");
    }

    private static void BringUp(PostgresAddress address)
    {
        try
        {
            Migrate(address);
        }
        catch (LedgerStoreException refusal) when (refusal.Trouble == StoreTrouble.Denied)
        {
            throw new LedgerStoreException(StoreTrouble.Denied, $"the tables of {address.Display} are of an earlier version, and are brought up to this one when their owner opens the ledger", refusal);
        }
    }

    private static int? Find(PostgresPlace place, FederationId federation) =>
        place.Read(c => (int?)c.Value("SELECT id FROM foedus.ledger WHERE federation = $1", federation.Text));

    private static FederationId Only(PostgresPlace place)
    {
        var all = place.Read(c => c.Rows(r => r.GetString(0), "SELECT federation FROM foedus.ledger ORDER BY federation"));
        if (all.Count == 1 && FederationId.TryParse(all[0], out var federation))
            return federation;
        throw new LedgerStoreException(
            all.Count == 0 ? StoreTrouble.Missing : StoreTrouble.NotThisLedger,
            all.Count == 0 ? $"{place.Display} has no ledger yet" : $"{place.Display} has ledgers of {string.Join(", ", all)}: say which with ?federation=");
    }
}
