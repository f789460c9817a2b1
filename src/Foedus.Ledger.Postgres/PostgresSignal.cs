using Foedus.Ledger.Following;
using Foedus.Ledger.Stores;
using Npgsql;

namespace Foedus.Ledger.Postgres;

/// <summary>
/// Tells when a ledger has grown, by <c>LISTEN foedus</c>. A connection that broke is made anew, and then there may be something new: what was
/// told while nobody listened is not told again.
/// </summary>
internal sealed class PostgresSignal(PostgresPlace place, FederationId federation) : IGrowthSignal
{
    private readonly string _prefix = federation.Text + " ";
    private NpgsqlConnection? _connection;
    private volatile bool _heard;

    public bool Wait(TimeSpan atMost)
    {
        if (_connection is null)
        {
            Listen();
            return true;
        }

        try
        {
            var until = DateTime.UtcNow + atMost;
            while (!_heard && until - DateTime.UtcNow is var left && left > TimeSpan.Zero)
            {
                if (!_connection.Wait((int)Math.Clamp(left.TotalMilliseconds, 1, int.MaxValue)))
                    break;
            }
        }
        catch (Exception failure) when (failure is NpgsqlException or IOException or System.Net.Sockets.SocketException or InvalidOperationException)
        {
            Drop();
            throw new LedgerStoreException(StoreTrouble.Unavailable, $"{place.Display} has gone away", failure);
        }

        var heard = _heard;
        _heard = false;
        return heard;
    }

    public void Dispose() => Drop();

    private void Listen()
    {
        var connection = place.Connect();
        try
        {
            connection.Notification += (_, told) => _heard |= told.Payload.StartsWith(_prefix, StringComparison.Ordinal);
            place.Guard(() => connection.Execute("LISTEN foedus"));
            _connection = connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private void Drop()
    {
        _connection?.Dispose();
        _connection = null;
    }
}
