using System.Collections.Frozen;
using Foedus.Ledger.Stores;
using NodaTime;
using Npgsql;
using NpgsqlTypes;

namespace Foedus.Ledger.Postgres;

/// <summary>The one call that writes entries: the function <c>foedus.append</c>, which checks, writes and tells followers in one transaction.</summary>
internal sealed class PostgresAppend(PostgresPlace place, int ledger)
{
    private const int MostInOneCall = 8192;
    private const long MostBytesInOneCall = 32 << 20;

    // The years that a part of a table can be made for; nothing else hangs on the time that the table notes.
    private static readonly Instant Earliest = Instant.FromUtc(1, 1, 1, 0, 0);
    private static readonly Instant Latest = Instant.FromUtc(9998, 12, 31, 0, 0);

    // The years that have their parts for certain, so that the server need not look.
    private volatile FrozenSet<int> _years = [];

    public AppendOutcome Do(AppendBatch batch)
    {
        var years = batch.Entries.Select(e => Time(e.RecordedAt).Year).Distinct().Where(y => !_years.Contains(y)).ToArray();
        try
        {
            var outcome = Do(batch, years);
            if (years.Length > 0 && outcome is AppendOutcome.Appended)
                _years = [.. _years, .. years];
            return outcome;
        }
        catch (LedgerStoreException)
        {
            // Should somebody have taken a part away, the next append finds it out.
            _years = [];
            throw;
        }
    }

    private AppendOutcome Do(AppendBatch batch, int[] years)
    {
        var cuts = Cuts(batch);
        if (cuts is [_])
            return place.Once(connection => Call(connection, batch, years, 0, batch.Entries.Count));
        // More than fits into one message: several calls in one transaction, which nobody sees in part.
        return place.Write<AppendOutcome>(connection =>
        {
            var from = 0;
            foreach (var to in cuts)
            {
                if (Call(connection, batch, years, from, to) is var outcome and not AppendOutcome.Appended)
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

    private AppendOutcome Call(NpgsqlConnection connection, AppendBatch batch, int[] years, int from, int to)
    {
        var entries = batch.Entries.Skip(from).Take(to - from).ToList();
        var first = batch.Expected + from;
        var keyed = With(entries, first, e => e.Key is not null);
        var closed = With(entries, first, e => e.Seal is not null);
        var tiles = to == batch.Entries.Count ? batch.Tiles : [];
        if (Twin(keyed) is { } twin)
            return twin;

        using var command = new NpgsqlCommand(Statement(years.Length > 0, keyed.Count > 0, closed.Count > 0, tiles.Count > 0), connection);
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = ledger });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = first });
        command.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = batch.Root.ToArray() });
        Add(command, NpgsqlDbType.TimestampTz, entries, e => Time(e.RecordedAt));
        Add(command, NpgsqlDbType.Bytea, entries, e => e.Leaf.ToArray());
        Add(command, NpgsqlDbType.Bytea, entries, e => e.Bytes);
        if (years.Length > 0)
            Add(command, NpgsqlDbType.Integer, years, y => y);
        if (keyed.Count > 0)
        {
            Add(command, NpgsqlDbType.Text, keyed, e => e.Entry.Key!);
            Add(command, NpgsqlDbType.Bigint, keyed, e => e.Position);
        }

        if (closed.Count > 0)
        {
            Add(command, NpgsqlDbType.Bigint, closed, e => e.Position);
            Add(command, NpgsqlDbType.Bytea, closed, e => e.Entry.Seal!.Salt);
            Add(command, NpgsqlDbType.Bytea, closed, e => e.Entry.Seal!.Payload);
        }

        if (tiles.Count > 0)
        {
            Add(command, NpgsqlDbType.Smallint, tiles, t => (short)t.Level);
            Add(command, NpgsqlDbType.Bigint, tiles, t => t.Index);
            Add(command, NpgsqlDbType.Bytea, tiles, t => t.Hashes);
        }

        if (command.ExecuteScalar() is not long told)
            throw new FormatException("the ledger is gone");
        return told < 0 ? new AppendOutcome.Conflict(-1 - told)
            : told == first ? Taken(connection, keyed)
            : new AppendOutcome.Appended(told);
    }

    // What is not sent need not be read by the server: one text for each set of what there is, prepared once for a connection.
    private static string Statement(bool years, bool keys, bool seals, bool tiles)
    {
        var text = "SELECT foedus.append($1, $2, $3, $4, $5, $6";
        var next = 7;
        if (years)
            text += FormattableString.Invariant($", p_years => ${next++}");
        if (keys)
            text += FormattableString.Invariant($", p_keys => ${next++}, p_key_positions => ${next++}");
        if (seals)
            text += FormattableString.Invariant($", p_sealed => ${next++}, p_salts => ${next++}, p_payloads => ${next++}");
        if (tiles)
            text += FormattableString.Invariant($", p_levels => ${next++}, p_indexes => ${next++}, p_tiles => ${next}");
        return text + ")";
    }

    private static List<(NewEntry Entry, long Position)> With(List<NewEntry> entries, long first, Predicate<NewEntry> which)
    {
        var found = new List<(NewEntry, long)>();
        for (var i = 0; i < entries.Count; i++)
        {
            if (which(entries[i]))
                found.Add((entries[i], first + i));
        }

        return found;
    }

    private static AppendOutcome.KeyTaken? Twin(List<(NewEntry Entry, long Position)> keyed)
    {
        if (keyed.Count < 2)
            return null;
        var seen = new Dictionary<string, long>(keyed.Count, StringComparer.Ordinal);
        foreach (var (entry, position) in keyed)
        {
            if (!seen.TryAdd(entry.Key!, position))
                return new AppendOutcome.KeyTaken(entry.Key!, seen[entry.Key!]);
        }

        return null;
    }

    // Keys are never removed, so what the server found is there to be found again.
    private AppendOutcome.KeyTaken Taken(NpgsqlConnection connection, List<(NewEntry Entry, long Position)> keyed)
    {
        var known = connection.Rows(
            r => (Key: r.GetString(0), Position: r.GetInt64(1)),
            "SELECT key, position FROM foedus.idempotency WHERE ledger = $1 AND key = ANY ($2)",
            ledger,
            keyed.ConvertAll(e => e.Entry.Key!).ToArray()).ToDictionary(k => k.Key, k => k.Position, StringComparer.Ordinal);
        foreach (var (entry, _) in keyed)
        {
            if (known.TryGetValue(entry.Key!, out var position))
                return new AppendOutcome.KeyTaken(entry.Key!, position);
        }

        throw new FormatException("a key that was known is no more");
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
