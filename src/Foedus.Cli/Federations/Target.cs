namespace Foedus.Cli.Federations;

/// <summary>What a verb is asked about, and in which federation: <c>examples/union-1922 art 6</c>, or <c>art 6</c> in the current folder.</summary>
/// <param name="Path">The folder or file; null for the current folder.</param>
/// <param name="Words">The other words.</param>
internal sealed record Target(string? Path, IReadOnlyList<string> Words)
{
    /// <summary>The words as one.</summary>
    public string Name => string.Join(' ', Words);

    /// <summary>
    /// Parts the words of the command line: the first is the federation if it is a folder, or a file of a federation; failing that the last, if
    /// it is a folder that is there.
    /// </summary>
    public static Target Of(string[]? words)
    {
        if (words is not [var first, .. var rest])
            return new Target(null, []);
        if (IsPath(first))
            return new Target(first, rest);
        return rest is [.., var last] && Directory.Exists(last) ? new Target(last, words[..^1]) : new Target(null, words);
    }

    private static bool IsPath(string word)
    {
        if (word.Length == 0 || word.Contains(' ', StringComparison.Ordinal) && !System.IO.Path.Exists(word))
            return false;
        return Directory.Exists(word) || word is "." or ".." || word.Contains('/', StringComparison.Ordinal) || word.Contains('\\', StringComparison.Ordinal)
            || Ledgers.LedgerFiles.IsLedger(word)
            || Charter.Binding.FederationFolder.Extensions.Contains(System.IO.Path.GetExtension(word), StringComparer.OrdinalIgnoreCase);
    }
}
