using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Foedus.Ledger.Stores.Sqlite;

/// <summary>
/// A statement that is prepared once and run often, on SQLite's own functions: for the two loops that every act goes through, where the cost of a
/// command object a row would be half of all. Values are bound, never written into the text.
/// </summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    public SqliteStatement(SqliteConnection connection, string text)
    {
        _database = connection.Handle!;
        Check(raw.sqlite3_prepare_v2(_database, text, out _statement));
    }

    public SqliteStatement Bind(int index, long value)
    {
        Check(raw.sqlite3_bind_int64(_statement, index, value));
        return this;
    }

    public SqliteStatement Bind(int index, ReadOnlySpan<byte> value)
    {
        Check(value.IsEmpty ? raw.sqlite3_bind_zeroblob(_statement, index, 0) : raw.sqlite3_bind_blob(_statement, index, value));
        return this;
    }

    public SqliteStatement Bind(int index, string value)
    {
        Check(raw.sqlite3_bind_text(_statement, index, value));
        return this;
    }

    /// <summary>Goes to the next row; false if there is none, and the statement is then ready to be run again.</summary>
    public bool Step()
    {
        var code = raw.sqlite3_step(_statement);
        if (code == raw.SQLITE_ROW)
            return true;
        Reset();
        if (code != raw.SQLITE_DONE)
            Check(code);
        return false;
    }

    /// <summary>Runs a statement that gives no rows.</summary>
    public void Run()
    {
        while (Step())
        {
            // A pragma may say something; nobody asks.
        }
    }

    public bool IsNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;

    /// <summary>A whole number.</summary>
    /// <exception cref="FormatException">It is something else.</exception>
    public long Number(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_INTEGER ? raw.sqlite3_column_int64(_statement, column) : throw new FormatException("no number");

    /// <summary>Bytes, good until the next step.</summary>
    /// <exception cref="FormatException">It is something else.</exception>
    public ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_BLOB ? raw.sqlite3_column_blob(_statement, column) : throw new FormatException("no bytes");

    /// <summary>Ready to be run again.</summary>
    public void Reset() => raw.sqlite3_reset(_statement);

    public void Dispose() => _statement.Dispose();

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK)
            SqliteException.ThrowExceptionForRC(code, _database);
    }
}
