using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace Foedus.Ledger.Stores.Sqlite;

/// <summary>
/// The connections to one file: one that writes, used by one thread at a time, and as many that read as there are readers. Whatever SQLite says
/// comes out as a <see cref="LedgerStoreException"/>.
/// </summary>
internal sealed class SqliteFile : IDisposable
{
    private const int BusySeconds = 20;

    /// <summary>How many bytes SQLite takes at once for what readers of a log share.</summary>
    private const int LogBytes = 32 * 1024;

    private readonly ConcurrentBag<SqliteConnection> _readers = [];
    private readonly Lock _writing = new();
    private readonly string _source;
    private readonly bool _readOnly;
    private readonly bool _closed;
    private readonly string _tolerance;
    private SqliteConnection? _writer;
    private SqliteAppend? _append;
    private volatile bool _disposed;

    static SqliteFile() => SQLitePCL.Batteries_V2.Init();

    /// <param name="path">The file.</param>
    /// <param name="readOnly">Whether nothing may be written.</param>
    /// <param name="isCut">Whether the file ends too early and is to be read as far as it goes; then nothing may be written.</param>
    /// <param name="isStill">Whether nobody writes it, so that it can be read without the log beside it.</param>
    public SqliteFile(string path, bool readOnly, bool isCut = false, bool isStill = false)
    {
        Path = path;
        IsCut = isCut;
        _readOnly = readOnly;
        _closed = readOnly && (isCut || isStill || IsClosed(path));
        // SQLite refuses a file that is shorter than its first page says, unless the schema may be mended by hand.
        _tolerance = isCut ? "PRAGMA writable_schema = ON; " : "";
        _source = Source(path, _closed);
    }

    public string Path { get; }

    public bool IsReadOnly => _readOnly;

    /// <summary>Whether the file ends too early and is read as far as it goes.</summary>
    public bool IsCut { get; }

    /// <summary>Uses a connection that reads; others may read and one may write meanwhile.</summary>
    public T Read<T>(Func<SqliteConnection, T> work) => Guard(() =>
    {
        if (!_readers.TryTake(out var connection))
            connection = Connect();
        try
        {
            return work(connection);
        }
        finally
        {
            if (_disposed)
                connection.Dispose();
            else
                _readers.Add(connection);
        }
    });

    /// <summary>Uses the connection that writes, alone, in one transaction that waits for other processes.</summary>
    /// <param name="work">Says whether to commit.</param>
    public T Write<T>(Func<SqliteConnection, (T Result, bool Commit)> work)
    {
        if (_readOnly)
            throw new LedgerStoreException(StoreTrouble.ReadOnly, $"{Path} is open for reading alone");
        lock (_writing)
        {
            return Guard(() =>
            {
                var connection = _writer ??= Connect(SqliteOpenMode.ReadWrite);
                SqliteSchema.Execute(connection, "BEGIN IMMEDIATE");
                var open = true;
                try
                {
                    var (result, commit) = work(connection);
                    SqliteSchema.Execute(connection, commit ? "COMMIT" : "ROLLBACK");
                    open = false;
                    return result;
                }
                finally
                {
                    if (open)
                        GiveUp();
                }
            });
        }
    }

    /// <summary>Appends entries in one transaction, by the connection that writes.</summary>
    public AppendOutcome Append(AppendBatch batch)
    {
        if (_readOnly)
            throw new LedgerStoreException(StoreTrouble.ReadOnly, $"{Path} is open for reading alone");
        lock (_writing)
        {
            return Guard(() =>
            {
                _append ??= new SqliteAppend(_writer ??= Connect(SqliteOpenMode.ReadWrite));
                var done = false;
                try
                {
                    var outcome = _append.Do(batch);
                    done = true;
                    return outcome;
                }
                finally
                {
                    if (!done)
                        GiveUp();
                }
            });
        }
    }

    /// <summary>Moves what is in the write-ahead log into the file and empties the log, so that nothing erased stays behind in it.</summary>
    public void EmptyLog()
    {
        lock (_writing)
        {
            Guard(() =>
            {
                SqliteSchema.Execute(_writer ??= Connect(SqliteOpenMode.ReadWrite), "PRAGMA wal_checkpoint(TRUNCATE)");
                return true;
            });
        }
    }

    /// <summary>Keeps a connection for the next reader.</summary>
    public void Keep(SqliteConnection connection) => _readers.Add(connection);

    /// <summary>A connection that reads; one to a file that may not be changed can do nothing else.</summary>
    // A file that could be written is opened so also by who only reads: its log is then tidied up behind the last reader.
    public SqliteConnection Connect() => Connect(_closed ? SqliteOpenMode.ReadOnly : SqliteOpenMode.ReadWrite);

    /// <summary>A connection of one's own.</summary>
    public SqliteConnection Connect(SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = _source, Mode = mode, Pooling = false, DefaultTimeout = BusySeconds }.ToString());
        try
        {
            connection.Open();
            var writing = mode == SqliteOpenMode.ReadOnly ? "" : "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; ";
            var reading = _readOnly ? "; PRAGMA query_only = ON" : "";
            SqliteSchema.Execute(connection, $"{_tolerance}PRAGMA busy_timeout = {BusySeconds * 1000}; {writing}PRAGMA cell_size_check = ON; PRAGMA trusted_schema = OFF{reading}");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Does something with SQLite and gives its failures their names.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "What a damaged file makes of a value is damage.")]
    public T Guard<T>(Func<T> work)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        try
        {
            return work();
        }
        catch (SqliteException failure)
        {
            throw Named(failure);
        }
        catch (Exception failure) when (failure is InvalidCastException or InvalidOperationException or FormatException or OverflowException or ArgumentException)
        {
            throw new LedgerStoreException(StoreTrouble.Damaged, $"{Path} holds something that no ledger holds", failure);
        }
    }

    public void Dispose()
    {
        _disposed = true;
        lock (_writing)
        {
            while (_readers.TryTake(out var reader))
                reader.Dispose();
            GiveUp();
        }
    }

    private void GiveUp()
    {
        // After a failure the connection is made anew: closing it takes back what was begun.
        _append?.Dispose();
        _append = null;
        _writer?.Dispose();
        _writer = null;
    }

    private LedgerStoreException Named(SqliteException failure)
    {
        var (trouble, words) = failure.SqliteErrorCode switch
        {
            SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED => (StoreTrouble.Busy, "is held by another program"),
            SQLitePCL.raw.SQLITE_READONLY => (StoreTrouble.ReadOnly, "may be read and not written"),
            SQLitePCL.raw.SQLITE_FULL => (StoreTrouble.Full, "cannot grow: there is no room"),
            SQLitePCL.raw.SQLITE_CORRUPT => (StoreTrouble.Damaged, "is damaged"),
            SQLitePCL.raw.SQLITE_NOTADB => (StoreTrouble.Damaged, "is not a ledger, or its beginning is damaged"),
            SQLitePCL.raw.SQLITE_IOERR when failure.SqliteExtendedErrorCode == SQLitePCL.raw.SQLITE_IOERR_SHORT_READ => (StoreTrouble.Damaged, "is damaged: it ends too early"),
            SQLitePCL.raw.SQLITE_IOERR or SQLitePCL.raw.SQLITE_CANTOPEN when HasNoRoom() => (StoreTrouble.Full, "cannot grow: there is no room"),
            SQLitePCL.raw.SQLITE_CANTOPEN => (File.Exists(Path) ? StoreTrouble.Unavailable : StoreTrouble.Missing, "cannot be opened"),
            SQLitePCL.raw.SQLITE_IOERR => (StoreTrouble.Unavailable, "cannot be read or written"),
            _ => (StoreTrouble.Damaged, "does not answer as a ledger does"),
        };
        return new LedgerStoreException(trouble, $"{Path} {words}", failure);
    }

    // A file in a folder where no log can be made beside it is read as it is; that is safe as long as nobody writes it, and nobody can.
    private static string Source(string path, bool closed)
    {
        if (!closed || !HasNoLog(path))
            return path;
        return "file:" + Uri.EscapeDataString(System.IO.Path.GetFullPath(path)).Replace("%2F", "/", StringComparison.Ordinal) + "?immutable=1";
    }

    /// <summary>Whether nothing stands in a log beside a file: whatever was written is in the file itself.</summary>
    public static bool HasNoLog(string path) => new FileInfo(path + "-wal") is not { Exists: true, Length: > 0 };

    // Without room for the log that readers share, SQLite speaks of reading and writing and not of room.
    private bool HasNoRoom()
    {
        try
        {
            return File.Exists(Path) && new DriveInfo(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path))!).AvailableFreeSpace < LogBytes;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return false;
        }
    }

    private static bool IsClosed(string path)
    {
        try
        {
            if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & (UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite)) == 0)
                return true;
            return (File.GetAttributes(path) & FileAttributes.ReadOnly) != 0;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
