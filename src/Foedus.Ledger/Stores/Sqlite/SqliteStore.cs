using Foedus.Ledger.Following;
using Foedus.Ledger.Trees;
using Microsoft.Data.Sqlite;

namespace Foedus.Ledger.Stores.Sqlite;

/// <summary>
/// A ledger in a single SQLite file: the default. The file has a write-ahead log beside it while it is open. An append is one transaction and one
/// flush of the log to the disk; readers are never kept waiting; further processes may read and write the same file.
/// </summary>
public sealed class SqliteStore : ILedgerStore, ISignallingStore
{
    private readonly SqliteFile _file;

    private SqliteStore(SqliteFile file, FederationId federation)
    {
        _file = file;
        Federation = federation;
        Attachments = new SqliteAttachments(file);
        Checkpoints = new SqliteCheckpoints(file);
        Snapshots = new SqliteSnapshots(file);
        Persons = new SqlitePersons(file);
    }

    /// <summary>The file.</summary>
    public string Path => _file.Path;

    public FederationId Federation { get; }

    public IAttachmentStore Attachments { get; }

    public ICheckpointStore Checkpoints { get; }

    public ISnapshotStore Snapshots { get; }

    public IPersonStore Persons { get; }

    /// <summary>Makes a new, empty ledger.</summary>
    /// <exception cref="LedgerStoreException">There is something at the path already, or it cannot be written.</exception>
    public static SqliteStore Create(string path, FederationId federation) => Create(path, federation, 4096);

    /// <summary>The same with pages of another size.</summary>
    internal static SqliteStore Create(string path, FederationId federation, int pageBytes)
    {
        if (File.Exists(path))
            throw new LedgerStoreException(StoreTrouble.NotThisLedger, $"{path} is there already");
        var file = new SqliteFile(path, readOnly: false);
        try
        {
            file.Guard(() =>
            {
                using var connection = file.Connect(SqliteOpenMode.ReadWriteCreate);
                SqliteSchema.Create(connection, federation, MerkleHash.Empty, pageBytes);
                return true;
            });
            return new SqliteStore(file, federation);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Opens a ledger; a file of an earlier version is brought up to this one unless it is only read.</summary>
    /// <param name="path">The file.</param>
    /// <param name="readOnly">Whether nothing may be written.</param>
    /// <exception cref="LedgerStoreException">There is no ledger, it is damaged at its root, or a later version wrote it.</exception>
    public static SqliteStore Open(string path, bool readOnly = false)
    {
        if (!File.Exists(path))
            throw new LedgerStoreException(StoreTrouble.Missing, $"there is no ledger at {path}");
        try
        {
            return Open(new SqliteFile(path, readOnly));
        }
        catch (LedgerStoreException failure) when (readOnly && failure.Trouble == StoreTrouble.Full && SqliteFile.HasNoLog(path))
        {
            // There is no room for the log that readers share. Without a log the file is all there is, and it is read as it is.
            return Open(new SqliteFile(path, readOnly, isStill: true));
        }
    }

    /// <summary>
    /// Opens a ledger to be verified or saved, and never written, though its file may end too early: what is still there can then be read, and
    /// <see cref="StructureProblems"/> says that the rest is missing.
    /// </summary>
    /// <exception cref="LedgerStoreException">There is no ledger, too little of it is left, or a later version wrote it.</exception>
    public static SqliteStore OpenDamaged(string path)
    {
        try
        {
            return Open(path, readOnly: true);
        }
        catch (LedgerStoreException failure) when (failure.Trouble == StoreTrouble.Damaged)
        {
            try
            {
                return Open(new SqliteFile(path, readOnly: true, isCut: true));
            }
            catch (LedgerStoreException)
            {
                // Nothing is left of it; what was wrong first is what is told.
                throw failure;
            }
        }
    }

    private static SqliteStore Open(SqliteFile file)
    {
        try
        {
            return new SqliteStore(file, file.Guard(() => Identify(file)));
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public StoreHead Head() => _file.Read(ReadHead);

    public AppendOutcome Append(AppendBatch batch) => _file.Append(batch);

    public IEnumerable<StoredEntry> Read(long from, long to = long.MaxValue)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        return new SqliteEntries(_file).Read(from, to);
    }

    public long? PositionOf(string key) => _file.Read<long?>(connection =>
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT position FROM idempotency WHERE key = $key";
        command.Parameters.AddWithValue("$key", key);
        return command.ExecuteScalar() is long position ? position : null;
    });

    public IEnumerable<(string Key, long Position)> Keys() => _file.Read(connection =>
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT key, position FROM idempotency ORDER BY position";
        using var reader = command.ExecuteReader();
        var keys = new List<(string, long)>();
        while (reader.Read())
            keys.Add((reader.GetString(0), reader.GetInt64(1)));
        return keys;
    });

    public byte[]? Tile(int level, long index) => _file.Read(connection =>
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT hashes FROM tile WHERE place = $place";
        command.Parameters.AddWithValue("$place", SqliteAppend.TilePlace(level, index));
        return command.ExecuteScalar() as byte[];
    });

    public bool EraseSeal(long position)
    {
        var erased = _file.Write(connection =>
        {
            using var command = connection.CreateCommand();
            command.CommandText = "DELETE FROM seal WHERE position = $position";
            command.Parameters.AddWithValue("$position", position);
            if (command.ExecuteNonQuery() == 0)
                return (false, false);
            command.CommandText = "DELETE FROM snapshot";
            command.ExecuteNonQuery();
            return (true, true);
        });
        if (erased)
            _file.EmptyLog();
        return erased;
    }

    /// <summary>Copies the ledger as it stands into a new file, while others go on reading and writing.</summary>
    /// <exception cref="LedgerStoreException">There is something at the path already, or it cannot be written.</exception>
    public void CopyTo(string path)
    {
        if (File.Exists(path))
            throw new LedgerStoreException(StoreTrouble.NotThisLedger, $"{path} is there already");
        var target = new SqliteFile(path, readOnly: false);
        using (target)
        {
            _file.Read(source => target.Guard(() =>
            {
                using var copy = target.Connect(SqliteOpenMode.ReadWriteCreate);
                source.BackupDatabase(copy);
                return true;
            }));
        }
    }

    public long SealCount() => _file.Read(connection => SqliteSchema.Number(connection, "SELECT count(*) FROM seal"));

    public IReadOnlyList<string> StructureProblems() => _file.IsCut ? ["the file ends before its last page"] : _file.Read(connection =>
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        using var reader = command.ExecuteReader();
        var problems = new List<string>();
        while (reader.Read())
        {
            if (reader.GetString(0) is var line && line != "ok")
                problems.Add(line.ReplaceLineEndings(" "));
        }

        return problems;
    });

    /// <summary>Tells when somebody has appended, in this process or another, by looking at the file twenty times a second.</summary>
    public IGrowthSignal Watch() => new SqliteSignal(_file);

    public void Dispose() => _file.Dispose();

    /// <summary>Lets the present connection that writes add so many pages and no more, as a full disk would.</summary>
    internal void LimitPages(int further) => _file.Write(connection =>
    {
        SqliteSchema.Execute(connection, $"PRAGMA max_page_count = {SqliteSchema.Number(connection, "PRAGMA page_count") + further}");
        return (true, false);
    });

    private static StoreHead ReadHead(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT size, root FROM ledger";
        using var reader = command.ExecuteReader();
        return reader.Read() ? new StoreHead(reader.GetInt64(0), new Digest(reader.GetFieldValue<byte[]>(1))) : throw new FormatException("no head");
    }

    private static FederationId Identify(SqliteFile file)
    {
        var connection = file.Connect();
        file.Keep(connection);
        if (SqliteSchema.Number(connection, "PRAGMA application_id") != SqliteSchema.ApplicationId)
            throw new LedgerStoreException(StoreTrouble.NotThisLedger, new FileInfo(file.Path).Length == 0 ? $"{file.Path} is empty" : $"{file.Path} is a database, but not a ledger of Foedus");
        var version = SqliteSchema.Number(connection, "PRAGMA user_version");
        if (version > SqliteSchema.Version)
            throw new LedgerStoreException(StoreTrouble.TooNew, $"{file.Path} was written by a later version of Foedus (format {version}; this one knows {SqliteSchema.Version})");
        if (version < SqliteSchema.Version && !file.IsReadOnly)
            SqliteSchema.Migrate(connection, (int)version);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT federation FROM ledger";
        return FederationId.TryParse(command.ExecuteScalar() as string, out var federation)
            ? federation
            : throw new LedgerStoreException(StoreTrouble.Damaged, $"{file.Path} does not say whose ledger it is");
    }
}
