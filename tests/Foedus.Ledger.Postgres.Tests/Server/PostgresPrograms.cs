using System.Globalization;

namespace Foedus.Ledger.Postgres.Tests.Server;

/// <summary>The programs of PostgreSQL on this machine.</summary>
internal static class PostgresPrograms
{
    private const int LeastVersion = 15;

    /// <summary>The folder with initdb and the others: <c>FOEDUS_POSTGRES_BIN</c>, or the latest of Debian's; null if there is none.</summary>
    public static string? Folder { get; } = Find();

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("FOEDUS_POSTGRES_BIN") is { Length: > 0 } given)
            return given;
        const string debian = "/usr/lib/postgresql";
        if (!Directory.Exists(debian))
            return null;
        return Directory.GetDirectories(debian)
            .Where(d => int.TryParse(Path.GetFileName(d), CultureInfo.InvariantCulture, out var version) && version >= LeastVersion && File.Exists(Path.Combine(d, "bin", "initdb")))
            .OrderByDescending(d => int.Parse(Path.GetFileName(d), CultureInfo.InvariantCulture))
            .Select(d => Path.Combine(d, "bin"))
            .FirstOrDefault();
    }
}
