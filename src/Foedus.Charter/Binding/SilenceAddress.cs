using Foedus.Charter.Syntax;

namespace Foedus.Charter.Binding;

/// <summary>The words on the way to a silence.</summary>
internal sealed class SilenceAddress
{
    private static readonly string[] Telling = ["name", "names", "kind", "units", "what", "rule", "category"];

    private readonly string[] whole;
    private readonly string[] nearest;

    public SilenceAddress(SilenceEntry entry)
    {
        Entry = entry;
        Keyword = [.. entry.Form.KeywordWords];
        var clauses = new List<ClauseSyntax>();
        var declared = entry.Silence.Acknowledged && entry.Clause.Silence is not null || ReferenceEquals(entry.Clause.Form, entry.Form);
        if (!declared) clauses.Add(entry.Clause);
        clauses.AddRange(entry.Clause.Ancestors());
        clauses.RemoveAll(c => c.Parent is null && c.Form?.Id is "art" or "unsaid" or "replace-art" or "insert-art" or "time" or "charter");
        if (clauses.Count == 0 && entry.About is { } about)
        {
            Path = AddressBook.Split(about);
            whole = [.. Path, .. Keyword];
            Head = Path.Length > 0 && !string.Equals(Path[0], Citation, StringComparison.Ordinal) ? 0 : null;
            Pool = [.. Enumerable.Range(0, Path.Length)];
            nearest = Path;
            return;
        }
        var path = new List<string>();
        var starts = new List<int>();
        for (var i = clauses.Count - 1; i >= 0; i--)
        {
            starts.Add(path.Count);
            path.AddRange(Words(clauses[i]));
        }
        Path = [.. path];
        whole = [.. path, .. Keyword];
        Head = Citation is "unsaid" && path.Count > 0 ? HeadOf(clauses[^1], path) : null;
        nearest = clauses.Count > 0 ? [.. Words(clauses[0])] : [];
        Pool = [.. Order(clauses, starts)];
    }

    public SilenceEntry Entry { get; }

    public string Citation => Entry.Silence.By.Citation;

    /// <summary>The words of the clauses above, outermost first.</summary>
    public string[] Path { get; }

    public string[] Keyword { get; }

    /// <summary>The word that always stands in the address of what no article states; null where the article says enough.</summary>
    public int? Head { get; }

    /// <summary>The telling words of the path, the most telling first: those of the nearest clause, from its end.</summary>
    public IReadOnlyList<int> Pool { get; }

    /// <summary>Some words of the path in their order, and the keyword.</summary>
    public List<string> Words(IEnumerable<int> chosen) => [.. chosen.Distinct().Order().Select(i => Path[i]), .. Keyword];

    /// <summary>Whether words occur in the path in their order and end with the end of the keyword.</summary>
    public bool Matches(string[] wanted)
    {
        if (wanted.Length == 0 || !string.Equals(wanted[^1], whole[^1], StringComparison.Ordinal)) return false;
        var at = 0;
        foreach (var word in whole)
            if (at < wanted.Length && string.Equals(word, wanted[at], StringComparison.Ordinal))
                at++;
        return at == wanted.Length;
    }

    public bool EndsWithKeyword(string[] wanted) =>
        wanted.Length >= Keyword.Length && wanted.AsSpan(wanted.Length - Keyword.Length).SequenceEqual(Keyword);

    /// <summary>Whether the last word before the keyword stands in the clause right above.</summary>
    public bool Near(string[] wanted) =>
        wanted.Length > Keyword.Length && Array.IndexOf(nearest, wanted[^(Keyword.Length + 1)]) >= 0;

    private static int HeadOf(ClauseSyntax top, List<string> path)
    {
        if (!top.Is("about")) return 0;
        return path.Count > 1 ? 1 : 0;
    }

    // Of each clause, from the nearest outwards: what it names, then its other words from its end; small words and numbers last of all.
    private IEnumerable<int> Order(List<ClauseSyntax> clauses, List<int> starts)
    {
        var end = Path.Length;
        var weak = new List<int>();
        for (var s = starts.Count - 1; s >= 0; s--)
        {
            var given = new HashSet<int>();
            foreach (var word in Named(clauses[starts.Count - 1 - s]))
            {
                var i = Array.IndexOf(Path, word, starts[s], end - starts[s]);
                if (i >= 0 && given.Add(i)) yield return i;
            }
            for (var i = end - 1; i >= starts[s]; i--)
            {
                if (given.Contains(i)) continue;
                if (SmallWord(Path[i])) weak.Add(i);
                else yield return i;
            }
            end = starts[s];
        }
        foreach (var i in weak) yield return i;
    }

    private static IEnumerable<string> Named(ClauseSyntax clause)
    {
        foreach (var name in Telling)
        {
            if (clause.Match?.Find(name) is not { } capture) continue;
            if (capture.Items.IsEmpty) yield return capture.Text;
            foreach (var item in capture.Items) yield return item.Text;
        }
    }

    private static bool SmallWord(string word) => Foedus.Charter.Forms.SmallWords.Contains(word) || char.IsAsciiDigit(word[0]);

    private static IEnumerable<string> Words(ClauseSyntax clause)
    {
        var source = clause.Tree.Source;
        var words = clause.Tree.Frame.WordArray;
        var last = Math.Min(words.Length, clause.FirstWord + clause.WordCount);
        for (var i = clause.FirstWord; i < last; i++)
        {
            if (words[i].Kind is TokenKind.Word or TokenKind.Name or TokenKind.Number or TokenKind.Fraction or TokenKind.Percent or TokenKind.Label or TokenKind.Date)
                yield return source.Slice(words[i].Span);
        }
    }
}
