using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using Foedus.Ledger.Stores;
using Npgsql;

namespace Foedus.Ledger.Postgres;

/// <summary>
/// The connections to one database. A reading that a broken connection cuts off is begun again, for as long as <see cref="Patience"/>; a writing is
/// not, since nobody knows whether it was done, but a connection for it is waited for. Whatever PostgreSQL says comes out as a
/// <see cref="LedgerStoreException"/>.
/// </summary>
internal sealed class PostgresPlace : IDisposable
{
    /// <summary>How long others are waited for who hold what is needed.</summary>
    private const int BusySeconds = 20;

    private readonly NpgsqlDataSource _source;
    private readonly PostgresAddress _address;

    public PostgresPlace(PostgresAddress address)
    {
        _address = address;
        _source = Source(address, pooling: true);
    }

    /// <summary>How long a server that went away is waited for.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>The place as anybody may see it.</summary>
    public string Display => _address.Display;

    /// <summary>Does something that may be done twice.</summary>
    public T Read<T>(Func<NpgsqlConnection, T> work) => Patiently(() =>
    {
        using var connection = _source.OpenConnection();
        return work(connection);
    });

    /// <summary>Does something once, in a transaction that is committed if it says so.</summary>
    public T Write<T>(Func<NpgsqlConnection, (T Result, bool Commit)> work)
    {
        using var connection = Patiently(_source.OpenConnection);
        return Guard(() =>
        {
            using var transaction = connection.BeginTransaction();
            var (result, commit) = work(connection);
            if (commit)
                transaction.Commit();
            else
                transaction.Rollback();
            return result;
        });
    }

    /// <summary>Does something once that is one statement.</summary>
    public T Once<T>(Func<NpgsqlConnection, T> work)
    {
        using var connection = Patiently(_source.OpenConnection);
        return Guard(() => work(connection));
    }

    /// <summary>A connection of one's own, outside the pool.</summary>
    public NpgsqlConnection Connect() => Guard(() =>
    {
        var source = Source(_address, pooling: false);
        try
        {
            return source.OpenConnection();
        }
        finally
        {
            // Without a pool the connection outlives it.
            source.Dispose();
        }
    });

    [SuppressMessage("Design", "CA1031", Justification = "What a changed table makes of a value is damage.")]
    public T Guard<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception failure) when (IsOfStorage(failure))
        {
            throw PostgresFailures.Named(failure, Display);
        }
    }

    public void Dispose() => _source.Dispose();

    private T Patiently<T>(Func<T> work)
    {
        var since = Stopwatch.GetTimestamp();
        for (var pause = TimeSpan.FromMilliseconds(20); ; pause = pause < TimeSpan.FromSeconds(1) ? pause * 2 : pause)
        {
            try
            {
                return work();
            }
            catch (Exception failure) when (PostgresFailures.IsPassing(failure) && Stopwatch.GetElapsedTime(since) + pause < Patience)
            {
                Thread.Sleep(pause);
            }
            catch (Exception failure) when (IsOfStorage(failure))
            {
                throw PostgresFailures.Named(failure, Display);
            }
        }
    }

    private static bool IsOfStorage(Exception failure) =>
        failure is NpgsqlException or IOException or System.Net.Sockets.SocketException or InvalidCastException or FormatException or OverflowException or ArgumentException;

    private static NpgsqlDataSource Source(PostgresAddress address, bool pooling)
    {
        var connection = new NpgsqlConnectionStringBuilder(address.Connection.ConnectionString)
        {
            ApplicationName = address.Connection.ApplicationName ?? "foedus",
            Pooling = pooling,
            // Nothing is left behind in a connection that would have to be undone.
            NoResetOnClose = true,
            MaxAutoPrepare = 20,
            AutoPrepareMinUsages = 2,
            KeepAlive = 30,
            IncludeErrorDetail = false,
            PersistSecurityInfo = false,
        };
        var builder = new NpgsqlDataSourceBuilder(connection.ConnectionString);
        builder.UsePhysicalConnectionInitializer(Prepare, async c =>
        {
            await Task.CompletedTask.ConfigureAwait(false);
            Prepare(c);
        });
        return builder.Build();
    }

    // Names mean what they say, which foedus.append asks for. An acknowledged append is on durable storage, whatever the default of the database says; what waits for standbys as well is left as it is.
    private static void Prepare(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand(
            $"""
            SELECT set_config('lock_timeout', '{BusySeconds}s', false), set_config('search_path', 'pg_catalog, pg_temp', false),
                   CASE WHEN current_setting('synchronous_commit') IN ('off', 'local') THEN set_config('synchronous_commit', 'on', false) END
            """,
            connection);
        command.ExecuteNonQuery();
    }
}
