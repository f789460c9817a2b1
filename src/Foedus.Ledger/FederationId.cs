using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Foedus.Ledger;

/// <summary>
/// The name under which a federation's ledger is known: its origin in checkpoints and the name of its keys. 1 to 200 characters of a to z, 0 to
/// 9, <c>-</c>, <c>.</c> and <c>/</c>, beginning and ending with a letter or a digit: <c>league-of-choirs</c>, <c>example.org/choirs</c>.
/// </summary>
public sealed record FederationId
{
    /// <summary>The most characters.</summary>
    public const int MostCharacters = 200;

    private static readonly SearchValues<char> Characters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-./");

    private FederationId(string text) => Text = text;

    public string Text { get; }

    /// <exception cref="ArgumentException">It is no such name.</exception>
    public static FederationId Of(string text) => TryParse(text, out var id) ? id : throw new ArgumentException($"'{text}' is no name of a federation's ledger.", nameof(text));

    public static bool TryParse(string? text, [NotNullWhen(true)] out FederationId? id)
    {
        id = null;
        if (text is null or { Length: 0 or > MostCharacters } || text.AsSpan().ContainsAnyExcept(Characters))
            return false;
        if (!char.IsAsciiLetterOrDigit(text[0]) || !char.IsAsciiLetterOrDigit(text[^1]))
            return false;
        id = new FederationId(text);
        return true;
    }

    /// <summary>A name made of a title: <c>League of Choirs</c> gives <c>league-of-choirs</c>. What has no letter of a to z gives <c>federation</c>.</summary>
    public static FederationId FromTitle(string title)
    {
        var name = new StringBuilder();
        foreach (var character in title)
        {
            if (name.Length == MostCharacters)
                break;
            if (char.IsAsciiLetterOrDigit(character))
                name.Append(char.ToLowerInvariant(character));
            else if (name.Length > 0 && name[^1] != '-' && character != '\'')
                name.Append('-');
        }

        var text = name.ToString().Trim('-');
        return new FederationId(text.Length == 0 ? "federation" : text);
    }

    public override string ToString() => Text;
}
