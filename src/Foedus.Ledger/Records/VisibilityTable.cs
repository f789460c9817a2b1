using System.Collections.Immutable;
using Foedus.Ledger.Exporting;

namespace Foedus.Ledger.Records;

/// <summary>
/// Who may see which kind of act. It stands in the ledger itself, as a record of kind <c>ledger.visibility</c> with a line <c>KIND VISIBILITY</c> for
/// each kind that is not public, so that it is known who could see what at any time. A later record takes the place of an earlier one.
/// </summary>
public sealed class VisibilityTable
{
    /// <summary>The kind of the record that holds the table.</summary>
    public const string Kind = "ledger.visibility";

    private readonly ImmutableSortedDictionary<string, Visibility> _kinds;

    private VisibilityTable(ImmutableSortedDictionary<string, Visibility> kinds) => _kinds = kinds;

    /// <summary>Every kind is public.</summary>
    public static VisibilityTable AllPublic { get; } = new(ImmutableSortedDictionary.Create<string, Visibility>(StringComparer.Ordinal));

    /// <summary>Reads a table; null with the line that is none.</summary>
    public static VisibilityTable? Read(string text, out string? problem)
    {
        problem = null;
        var kinds = AllPublic._kinds.ToBuilder();
        foreach (var line in text.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0 && l != "all public"))
        {
            if (line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [var kind, var word] || !Words.TryRead(word, out Visibility visibility))
            {
                problem = line;
                return null;
            }

            kinds[kind] = visibility;
        }

        return new VisibilityTable(kinds.ToImmutable());
    }

    /// <summary>The kinds that the table names.</summary>
    public IEnumerable<string> Kinds => _kinds.Keys;

    /// <summary>Who may see acts of a kind. What is said of <c>elects</c> holds of <c>elects-office</c> as well, unless that has a line of its own.</summary>
    public Visibility Of(string kind)
    {
        for (var end = kind.Length; end > 0; end = kind.LastIndexOf('-', end - 1))
        {
            if (_kinds.TryGetValue(kind[..end], out var visibility))
                return visibility;
        }

        return Visibility.Public;
    }

    /// <summary>The table as it is recorded.</summary>
    public string Text => _kinds.IsEmpty ? "all public" : string.Join('\n', _kinds.Select(k => $"{k.Key} {Words.Of(k.Value)}"));
}
