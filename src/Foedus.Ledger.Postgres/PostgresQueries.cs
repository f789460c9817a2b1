using Npgsql;

namespace Foedus.Ledger.Postgres;

/// <summary>Statements with values in their places: $1 and on.</summary>
internal static class PostgresQueries
{
    public static NpgsqlCommand Statement(this NpgsqlConnection connection, string text, params ReadOnlySpan<object> values)
    {
        var command = new NpgsqlCommand(text, connection);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }

    /// <summary>All rows.</summary>
    public static List<T> Rows<T>(this NpgsqlConnection connection, Func<NpgsqlDataReader, T> row, string text, params ReadOnlySpan<object> values)
    {
        using var command = connection.Statement(text, values);
        using var reader = command.ExecuteReader();
        var all = new List<T>();
        while (reader.Read())
            all.Add(row(reader));
        return all;
    }

    /// <summary>The first value of the first row; null if there is none.</summary>
    public static object? Value(this NpgsqlConnection connection, string text, params ReadOnlySpan<object> values)
    {
        using var command = connection.Statement(text, values);
        return command.ExecuteScalar() is { } value and not DBNull ? value : null;
    }

    /// <summary>How many rows were written.</summary>
    public static int Execute(this NpgsqlConnection connection, string text, params ReadOnlySpan<object> values)
    {
        using var command = connection.Statement(text, values);
        return command.ExecuteNonQuery();
    }
}
