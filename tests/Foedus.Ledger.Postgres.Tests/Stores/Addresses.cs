namespace Foedus.Ledger.Postgres.Tests.Stores;

internal static class Addresses
{
    public static PostgresAddress Of(string text) => PostgresAddress.TryParse(text, out var address, out var problem) ? address : throw new ArgumentException(problem, nameof(text));
}
