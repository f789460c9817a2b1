namespace Foedus.Ledger.Postgres;

/// <summary>
/// Erases for good: deletes, and then has the table written anew, since a deleted row stays in its file until that is done. While it is written
/// (seconds for each gigabyte) the table is closed to others. Files of the write-ahead log and backups are the administrator's; docs/ledger-postgres.md
/// says what to do with them.
/// </summary>
internal static class PostgresErasing
{
    /// <param name="place">The database.</param>
    /// <param name="statement">Gives the name of the table from which it deleted; null if it deleted nothing.</param>
    /// <param name="ledger">The ledger.</param>
    /// <param name="what">What is erased.</param>
    public static bool Do(PostgresPlace place, string statement, int ledger, object what)
    {
        if (place.Once(c => (string?)c.Value(statement, ledger, what)) is not { } table)
            return false;
        place.Read(c => c.Value("SELECT foedus.sweep($1)", table));
        return true;
    }
}
