using Microsoft.Data.Sqlite;

namespace Foedus.Ledger.Stores.Sqlite;

/// <summary>The one transaction that writes entries, with its statements, for one connection.</summary>
internal sealed class SqliteAppend : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteStatement _begin;
    private readonly SqliteStatement _commit;
    private readonly SqliteStatement _rollback;
    private readonly SqliteStatement _size;
    private readonly SqliteStatement _entry;
    private readonly SqliteStatement _head;
    private readonly SqliteStatement _tile;

    public SqliteAppend(SqliteConnection connection)
    {
        _connection = connection;
        _begin = new SqliteStatement(connection, "BEGIN IMMEDIATE");
        _commit = new SqliteStatement(connection, "COMMIT");
        _rollback = new SqliteStatement(connection, "ROLLBACK");
        _size = new SqliteStatement(connection, "SELECT size FROM ledger");
        _entry = new SqliteStatement(connection, "INSERT INTO entry (position, bytes, leaf) VALUES (?1, ?2, ?3)");
        _head = new SqliteStatement(connection, "UPDATE ledger SET size = ?1, root = ?2");
        _tile = new SqliteStatement(connection, "INSERT INTO tile (place, hashes) VALUES (?1, ?2)");
    }

    /// <summary>Levels of tiles share one table; the level stands above 2^48 places.</summary>
    public static long TilePlace(int level, long index) => ((long)level << 48) | index;

    /// <summary>Appends, or says why not. If it throws, the connection has to be closed, which takes back what was begun.</summary>
    public AppendOutcome Do(AppendBatch batch)
    {
        _begin.Run();
        var outcome = Write(batch);
        (outcome is AppendOutcome.Appended ? _commit : _rollback).Run();
        return outcome;
    }

    public void Dispose()
    {
        foreach (var statement in (SqliteStatement[])[_begin, _commit, _rollback, _size, _entry, _head, _tile])
            statement.Dispose();
    }

    private AppendOutcome Write(AppendBatch batch)
    {
        var size = _size.Step() ? _size.Number(0) : throw new FormatException("no head");
        _size.Reset();
        if (size != batch.Expected)
            return new AppendOutcome.Conflict(size);
        if (WriteKeys(batch) is { } taken)
            return taken;
        Span<byte> hash = stackalloc byte[Digest.Length];
        for (var i = 0; i < batch.Entries.Count; i++)
        {
            batch.Entries[i].Leaf.CopyTo(hash);
            _entry.Bind(1, batch.Expected + i).Bind(2, batch.Entries[i].Bytes).Bind(3, hash).Run();
        }

        WriteSeals(batch);
        foreach (var tile in batch.Tiles)
            _tile.Bind(1, TilePlace(tile.Level, tile.Index)).Bind(2, tile.Hashes).Run();
        batch.Root.CopyTo(hash);
        _head.Bind(1, batch.Size).Bind(2, hash).Run();
        return new AppendOutcome.Appended(batch.Size);
    }

    private AppendOutcome.KeyTaken? WriteKeys(AppendBatch batch)
    {
        SqliteStatement? insert = null;
        try
        {
            for (var i = 0; i < batch.Entries.Count; i++)
            {
                if (batch.Entries[i].Key is not { } wanted)
                    continue;
                insert ??= new SqliteStatement(_connection, "INSERT INTO idempotency (key, position) VALUES (?1, ?2) ON CONFLICT DO NOTHING RETURNING position");
                var isNew = insert.Bind(1, wanted).Bind(2, batch.Expected + i).Step();
                insert.Reset();
                if (isNew)
                    continue;
                using var find = new SqliteStatement(_connection, "SELECT position FROM idempotency WHERE key = ?1");
                return find.Bind(1, wanted).Step() ? new AppendOutcome.KeyTaken(wanted, find.Number(0)) : throw new FormatException("no key");
            }

            return null;
        }
        finally
        {
            insert?.Dispose();
        }
    }

    private void WriteSeals(AppendBatch batch)
    {
        SqliteStatement? insert = null;
        try
        {
            for (var i = 0; i < batch.Entries.Count; i++)
            {
                if (batch.Entries[i].Seal is not { } seal)
                    continue;
                insert ??= new SqliteStatement(_connection, "INSERT INTO seal (position, salt, payload) VALUES (?1, ?2, ?3)");
                insert.Bind(1, batch.Expected + i).Bind(2, seal.Salt).Bind(3, seal.Payload).Run();
            }
        }
        finally
        {
            insert?.Dispose();
        }
    }
}
