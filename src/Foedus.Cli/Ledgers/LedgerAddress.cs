using Foedus.Cli.Hosting;
using Foedus.Cli.Texts;
using Foedus.Ledger;
using Foedus.Ledger.Postgres;
using Foedus.Ledger.Stores;
using Foedus.Secretariat.Ledgers;

namespace Foedus.Cli.Ledgers;

/// <summary>
/// Ledgers in PostgreSQL. One is named by <c>postgres://HOST/DATABASE?federation=NAME</c>, by <c>env:NAME</c> for an environment variable that holds
/// this, or by a file of a ledger's name that holds this in place of a ledger, which may stand beside the charter.
/// </summary>
internal sealed class LedgerAddress : ILedgerServer
{
    private const string Variable = "env:";
    private const string Scheme = "postgres";
    private const int LongestLink = 4096;

    /// <summary>Whether a word can be no file.</summary>
    public static bool IsMeant(string word) =>
        word.StartsWith("postgres://", StringComparison.OrdinalIgnoreCase) || word.StartsWith("postgresql://", StringComparison.OrdinalIgnoreCase) || word.StartsWith(Variable, StringComparison.Ordinal);

    /// <summary>The address to which a word leads; null if it is a file with a ledger in it, or none.</summary>
    /// <exception cref="UsageProblem">It is no address.</exception>
    public static PostgresAddress? Find(string word)
    {
        if (!IsMeant(word))
            return LinkIn(word) is { } link ? Read(word, link) : null;
        if (!word.StartsWith(Variable, StringComparison.Ordinal))
            return Read(Text.Of("TheAddress"), word);
        return Environment.GetEnvironmentVariable(word[Variable.Length..]) is { Length: > 0 } held
            ? Read(word, held)
            : throw new UsageProblem(Text.Of("NoSuchVariable", word[Variable.Length..]), Text.Of("AddressHint"));
    }

    bool ILedgerServer.IsMeant(string word) => IsMeant(word);

    /// <inheritdoc/>
    public ILedgerStore? Open(string word) => Find(word) is { } address ? PostgresLedgerStore.Open(address) : null;

    /// <inheritdoc/>
    public ILedgerStore? OpenOrCreate(string word, FederationId federation)
    {
        if (Find(word) is not { } address)
            return null;
        var whole = address.Federation is null ? address.For(federation) : address;
        try
        {
            return PostgresLedgerStore.Open(whole);
        }
        catch (LedgerStoreException missing) when (missing.Trouble == StoreTrouble.Missing)
        {
            return PostgresLedgerStore.Create(whole);
        }
    }

    string ILedgerServer.WithoutSecrets(string text) => WithoutSecrets(text);

    /// <summary>A text in which no password of an address can be read.</summary>
    public static string WithoutSecrets(string text) => text.Contains(Scheme, StringComparison.OrdinalIgnoreCase) ? PostgresAddress.WithoutSecrets(text) : text;

    private static PostgresAddress Read(string where, string text) =>
        PostgresAddress.TryParse(text, out var address, out var problem) ? address : throw new UsageProblem(Text.Of("BadAddress", where, problem), Text.Of("AddressHint"));

    private static string? LinkIn(string path)
    {
        try
        {
            if (new FileInfo(path) is not { Exists: true, Length: > 0 and <= LongestLink })
                return null;
            var held = File.ReadAllText(path).Trim();
            return held.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && !held.Contains('\n', StringComparison.Ordinal) ? held : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
