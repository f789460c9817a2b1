using System.Diagnostics;
using Foedus.Ledger.Following;
using Microsoft.Data.Sqlite;

namespace Foedus.Ledger.Stores.Sqlite;

/// <summary>
/// Tells when another connection, in this process or another, has written the file: by the number that SQLite keeps for this
/// (https://sqlite.org/pragma.html#pragma_data_version), looked at twenty times a second. It reads a word of shared memory each time.
/// </summary>
internal sealed class SqliteSignal(SqliteFile file) : IGrowthSignal
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private SqliteConnection? _connection;
    private long _seen;

    public bool Wait(TimeSpan atMost)
    {
        if (_connection is null)
        {
            _connection = file.Guard(() => file.Connect(file.IsReadOnly ? SqliteOpenMode.ReadOnly : SqliteOpenMode.ReadWrite));
            _seen = Look();
            return true;
        }

        var since = Stopwatch.GetTimestamp();
        while (true)
        {
            var version = Look();
            if (version != _seen)
            {
                _seen = version;
                return true;
            }

            if (Stopwatch.GetElapsedTime(since) >= atMost)
                return false;
            Thread.Sleep(Pause);
        }
    }

    public void Dispose() => _connection?.Dispose();

    private long Look() => file.Guard(() => SqliteSchema.Number(_connection!, "PRAGMA data_version"));
}
