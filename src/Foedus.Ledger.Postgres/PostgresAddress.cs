using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Npgsql;

namespace Foedus.Ledger.Postgres;

/// <summary>
/// Where a ledger in PostgreSQL is: <c>postgres://USER:PASSWORD@HOST:PORT/DATABASE?federation=NAME</c>, after the URLs of libpq (PostgreSQL 15,
/// 34.1.1.2). What the URL leaves out is taken from <c>PGUSER</c>, <c>PGPASSWORD</c> and the file <c>.pgpass</c>, so a password need not stand in it.
/// </summary>
public sealed class PostgresAddress
{
    private static readonly string[] Schemes = ["postgres://", "postgresql://"];

    private PostgresAddress(NpgsqlConnectionStringBuilder connection, FederationId? federation) => (Connection, Federation) = (connection, federation);

    /// <summary>Whose ledger; null if the address does not say, which is enough where the database has one.</summary>
    public FederationId? Federation { get; }

    /// <summary>The place as it may be shown to anybody: without the user's password.</summary>
    public string Display
    {
        get
        {
            var host = Connection.Host is { Length: > 0 } given && given[0] != '/' ? given : "";
            var port = host.Length == 0 || Connection.Port == NpgsqlConnection.DefaultPort ? "" : string.Create(CultureInfo.InvariantCulture, $":{Connection.Port}");
            return $"postgres://{host}{port}/{Connection.Database}{(Federation is null ? "" : "?federation=" + Federation)}";
        }
    }

    internal NpgsqlConnectionStringBuilder Connection { get; }

    /// <summary>Whether a word is meant as such an address, well formed or not.</summary>
    public static bool IsMeant(string word) => Array.Exists(Schemes, s => word.StartsWith(s, StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads an address. The problem never repeats what stands in the address, since that may be a password.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out PostgresAddress? address, [NotNullWhen(false)] out string? problem)
    {
        address = null;
        problem = null;
        if (Array.Find(Schemes, s => text.StartsWith(s, StringComparison.OrdinalIgnoreCase)) is not { } scheme)
        {
            problem = "the address does not begin with postgres://";
            return false;
        }

        var connection = new NpgsqlConnectionStringBuilder();
        var rest = text[scheme.Length..];
        var (place, query) = Cut(rest, '?', last: false);
        var (authority, database) = Cut(place, '/', last: false);
        var (user, host) = authority.Contains('@', StringComparison.Ordinal) ? Cut(authority, '@', last: true) : ("", authority);
        if (database.Length == 0)
            problem = "the address names no database: postgres://HOST/DATABASE";
        else if (database.Contains('/', StringComparison.Ordinal))
            problem = "the name of the database holds a slash: write it as %2F";
        else if (!TakeHost(connection, host))
            problem = "the port of the address is no number from 1 to 65535";
        if (problem is not null)
            return false;
        connection.Database = Uri.UnescapeDataString(database);
        var (name, password) = Cut(user, ':', last: false);
        if (name.Length > 0)
            connection.Username = Uri.UnescapeDataString(name);
        if (password.Length > 0)
            connection.Password = Uri.UnescapeDataString(password);
        FederationId? federation = null;
        foreach (var part in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (key, value) = Cut(part, '=', last: false);
            value = Uri.UnescapeDataString(value);
            problem = key == "federation"
                ? FederationId.TryParse(value, out federation) ? null : "what stands after federation= is no name of a federation's ledger"
                : Take(connection, key, value);
            if (problem is not null)
                return false;
        }

        address = new PostgresAddress(connection, federation);
        return true;
    }

    /// <summary>The same place for a federation.</summary>
    public PostgresAddress For(FederationId federation) => new(Connection, federation);

    /// <summary>Any text with what may be a password in an address made unreadable: for messages and reports.</summary>
    public static string WithoutSecrets(string text)
    {
        foreach (var scheme in Schemes)
        {
            for (var at = text.IndexOf(scheme, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(scheme, at + scheme.Length, StringComparison.OrdinalIgnoreCase))
            {
                var start = at + scheme.Length;
                var end = text.AsSpan(start).IndexOfAny([' ', '\'', '"', '\n']) is var length && length < 0 ? text.Length : start + length;
                var url = text[start..end];
                var hidden = Hidden(url);
                text = text[..start] + hidden + text[end..];
            }
        }

        return text;
    }

    public override string ToString() => Display;

    private static string Hidden(string url)
    {
        var query = url.IndexOf('?', StringComparison.Ordinal);
        var before = query < 0 ? url : url[..query];
        var at = before.LastIndexOf('@');
        if (at >= 0)
            before = "***" + before[at..];
        if (query < 0)
            return before;
        var parts = url[(query + 1)..].Split('&').Select(p => p.StartsWith("password=", StringComparison.OrdinalIgnoreCase) ? "password=***" : p);
        return before + "?" + string.Join('&', parts);
    }

    private static bool TakeHost(NpgsqlConnectionStringBuilder connection, string host)
    {
        var colon = host.EndsWith(']') ? -1 : host.LastIndexOf(':');
        if (colon >= 0)
        {
            if (!int.TryParse(host.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port is < 1 or > 65_535)
                return false;
            connection.Port = port;
            host = host[..colon];
        }

        connection.Host = host.Length == 0 ? "localhost" : Uri.UnescapeDataString(host.Trim('[', ']'));
        return true;
    }

    private static string? Take(NpgsqlConnectionStringBuilder connection, string key, string value)
    {
        switch (key)
        {
            case "host":
                connection.Host = value;
                return null;
            case "user":
                connection.Username = value;
                return null;
            case "password":
                connection.Password = value;
                return null;
            case "passfile":
                connection.Passfile = value;
                return null;
            case "application_name":
                connection.ApplicationName = value;
                return null;
            case "sslrootcert":
                connection.RootCertificate = value;
                return null;
            case "port" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= 65_535:
                connection.Port = port;
                return null;
            case "connect_timeout" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and <= 1024:
                connection.Timeout = seconds;
                return null;
            case "sslmode" when Enum.TryParse<SslMode>(value.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var mode) && Enum.IsDefined(mode):
                connection.SslMode = mode;
                return null;
            case "port" or "connect_timeout" or "sslmode":
                return $"the address says something of {key} that cannot be";
            default:
                return "the address may say federation, host, port, user, password, passfile, sslmode, sslrootcert, connect_timeout and application_name, and nothing else";
        }
    }

    private static (string Before, string After) Cut(string text, char at, bool last)
    {
        var place = last ? text.LastIndexOf(at) : text.IndexOf(at, StringComparison.Ordinal);
        return place < 0 ? (text, "") : (text[..place], text[(place + 1)..]);
    }
}
