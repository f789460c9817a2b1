using System.Net.Sockets;
using Foedus.Ledger.Stores;
using Npgsql;

namespace Foedus.Ledger.Postgres;

/// <summary>
/// The failures of PostgreSQL and of the way to it, by name. The codes are those of PostgreSQL 15, appendix A. No message holds more of a connection
/// than its place.
/// </summary>
internal static class PostgresFailures
{
    /// <summary>Whether it may be over in a moment, and a reading may be tried again.</summary>
    public static bool IsPassing(Exception failure) => failure switch
    {
        PostgresException told => told.SqlState is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow
                or PostgresErrorCodes.TooManyConnections or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected
            || told.SqlState.StartsWith("08", StringComparison.Ordinal),
        NpgsqlException { InnerException: TimeoutException } => false,
        NpgsqlException or IOException or SocketException => true,
        _ => false,
    };

    public static LedgerStoreException Named(Exception failure, string place) => failure switch
    {
        PostgresException told => Told(told, place),
        NpgsqlException { InnerException: TimeoutException } late => new LedgerStoreException(StoreTrouble.Busy, $"{place} does not answer in time", late),
        NpgsqlException or IOException or SocketException => new LedgerStoreException(StoreTrouble.Unavailable, $"{place} cannot be reached: {Root(failure)}", failure),
        _ => new LedgerStoreException(StoreTrouble.Damaged, $"{place} holds something that no ledger holds", failure),
    };

    private static LedgerStoreException Told(PostgresException told, string place)
    {
        var (trouble, words) = told.SqlState switch
        {
            PostgresErrorCodes.InvalidCatalogName => (StoreTrouble.Missing, "is not there: the server has no such database"),
            PostgresErrorCodes.InvalidSchemaName or PostgresErrorCodes.UndefinedTable => (StoreTrouble.Missing, "has no ledger: the tables are not made"),
            PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification => (StoreTrouble.Denied, "does not let this user in: wrong name or password"),
            PostgresErrorCodes.InsufficientPrivilege => (StoreTrouble.Denied, "does not allow it to this user: " + told.MessageText),
            PostgresErrorCodes.ReadOnlySqlTransaction => (StoreTrouble.ReadOnly, "may be read and not written"),
            PostgresErrorCodes.DiskFull or PostgresErrorCodes.OutOfMemory or PostgresErrorCodes.ConfigurationLimitExceeded => (StoreTrouble.Full, "cannot grow: " + told.MessageText),
            PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.QueryCanceled or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure
                => (StoreTrouble.Busy, "is held by somebody else"),
            PostgresErrorCodes.TooManyConnections => (StoreTrouble.Busy, "has too many connections"),
            PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted => (StoreTrouble.Damaged, "is damaged: " + told.MessageText),
            PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow => (StoreTrouble.Unavailable, "is shutting down or starting up"),
            _ when told.SqlState.StartsWith("08", StringComparison.Ordinal) => (StoreTrouble.Unavailable, "cannot be reached"),
            _ when told.SqlState.StartsWith("58", StringComparison.Ordinal) => (StoreTrouble.Damaged, "cannot read its files: " + told.MessageText),
            _ => (StoreTrouble.Damaged, $"does not answer as a ledger does ({told.SqlState}: {told.MessageText})"),
        };
        return new LedgerStoreException(trouble, $"{place} {words}".ReplaceLineEndings(" "), told);
    }

    private static string Root(Exception failure)
    {
        while (failure.InnerException is { } inner)
            failure = inner;
        return failure.Message.ReplaceLineEndings(" ").TrimEnd('.');
    }
}
