using Foedus.Ledger.Stores;
using NodaTime;
using Npgsql;
using NpgsqlTypes;

namespace Foedus.Ledger.Postgres;

/// <summary>The one call that writes entries: the function <c>foedus.append</c>, which checks, writes and tells followers in one transaction.</summary>
internal static class PostgresAppend
{
    private const int MostInOneCall = 8192;
    private const long MostBytesInOneCall = 32 << 20;

    // The years that a part of a table can be made for; nothing else hangs on the time that the table notes.
    private static readonly Instant Earliest = Instant.FromUtc(1, 1, 1, 0, 0);
    private static readonly Instant Latest = Instant.FromUtc(9998, 12, 31, 0, 0);

    public static AppendOutcome Do(PostgresPlace place, int ledger, AppendBatch batch)
    {
        var cuts = Cuts(batch);
        if (cuts is [_])
            return place.Once(connection => Call(connection, ledger, batch, 0, batch.Entries.Count));
        // More than fits into one message: several calls in one transaction, which nobody sees in part.
        return place.Write<AppendOutcome>(connection =>
        {
            var from = 0;
            foreach (var to in cuts)
            {
                if (Call(connection, ledger, batch, from, to) is var outcome and not AppendOutcome.Appended)
                    return (outcome is AppendOutcome.Conflict && from > 0 ? throw new FormatException("the ledger moved under its own lock") : outcome, false);
                from = to;
            }

            return (new AppendOutcome.Appended(batch.Size), true);
        });
    }

    private static List<int> Cuts(AppendBatch batch)
    {
        var cuts = new List<int>();
        var (bytes, count) = (0L, 0);
        for (var i = 0; i < batch.Entries.Count; i++)
        {
            var weight = batch.Entries[i].Bytes.Length + (batch.Entries[i].Seal?.Payload.Length ?? 0);
            if (count > 0 && (count == MostInOneCall || bytes + weight > MostBytesInOneCall))
            {
                cuts.Add(i);
                (bytes, count) = (0, 0);
            }

            bytes += weight;
            count++;
        }

        cuts.Add(batch.Entries.Count);
        return cuts;
    }

    private static AppendOutcome Call(NpgsqlConnection connection, int ledger, AppendBatch batch, int from, int to)
    {
        var entries = batch.Entries.Skip(from).Take(to - from).Select((e, i) => (Entry: e, Position: batch.Expected + from + i)).ToList();
        var keyed = entries.Where(e => e.Entry.Key is not null).ToList();
        var closed = entries.Where(e => e.Entry.Seal is not null).ToList();
        var tiles = to == batch.Entries.Count ? batch.Tiles : [];
        using var command = new NpgsqlCommand("SELECT outcome, size, key FROM foedus.append($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)", connection);
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = ledger });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = batch.Expected + from });
        command.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = batch.Root.ToArray() });
        Add(command, NpgsqlDbType.TimestampTz, entries, e => Time(e.Entry.RecordedAt));
        Add(command, NpgsqlDbType.Bytea, entries, e => e.Entry.Leaf.ToArray());
        Add(command, NpgsqlDbType.Bytea, entries, e => e.Entry.Bytes);
        Add(command, NpgsqlDbType.Text, keyed, e => e.Entry.Key!);
        Add(command, NpgsqlDbType.Bigint, keyed, e => e.Position);
        Add(command, NpgsqlDbType.Bigint, closed, e => e.Position);
        Add(command, NpgsqlDbType.Bytea, closed, e => e.Entry.Seal!.Salt);
        Add(command, NpgsqlDbType.Bytea, closed, e => e.Entry.Seal!.Payload);
        Add(command, NpgsqlDbType.Smallint, tiles, t => (short)t.Level);
        Add(command, NpgsqlDbType.Bigint, tiles, t => t.Index);
        Add(command, NpgsqlDbType.Bytea, tiles, t => t.Hashes);
        using var reader = command.ExecuteReader();
        reader.Read();
        return reader.GetString(0) switch
        {
            "appended" => new AppendOutcome.Appended(reader.GetInt64(1)),
            "conflict" => new AppendOutcome.Conflict(reader.GetInt64(1)),
            "key" => new AppendOutcome.KeyTaken(reader.GetString(2), reader.GetInt64(1)),
            _ => throw new FormatException("the ledger is gone"),
        };
    }

    private static void Add<TItem, TValue>(NpgsqlCommand command, NpgsqlDbType type, IReadOnlyList<TItem> items, Func<TItem, TValue> value)
    {
        var values = new TValue[items.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = value(items[i]);
        command.Parameters.Add(new NpgsqlParameter<TValue[]> { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | type });
    }

    private static DateTime Time(Instant recorded) => Instant.Max(Earliest, Instant.Min(Latest, recorded)).ToDateTimeUtc();
}
