using Foedus.Charter.Model;
using Foedus.Charter.Syntax;

namespace Foedus.Charter.Binding;

/// <summary>
/// Names silences the way people cite them: the article, the fewest words of the path to the clause that no other silence of the article has,
/// and the keyword. Words that a user gives match a path in which they occur in the same order.
/// </summary>
internal sealed class AddressBook
{
    private readonly List<SilenceAddress> addresses;
    private readonly ILookup<string, SilenceAddress> byCitation;

    public AddressBook(SilenceBook silences)
    {
        addresses = [.. silences.All.Select(e => new SilenceAddress(e))];
        byCitation = addresses.ToLookup(a => a.Citation, StringComparer.Ordinal);
    }

    /// <summary>Gives every silence its address.</summary>
    public void Assign()
    {
        foreach (var address in addresses)
        {
            if (address.Entry.HasOwnAddress) continue;
            var rivals = byCitation[address.Citation].Where(a => a.Entry.Editions.Overlaps(address.Entry.Editions)).ToList();
            address.Entry.Silence.Address = string.Join(' ', Shortest(address, rivals).Prepend(address.Citation));
        }
    }

    /// <summary>
    /// The silences that a citation ("art 6", "unsaid", "time") and some words name in an edition. One is the answer; several are
    /// candidates among which the words do not choose; none means that nothing there is open under these words.
    /// </summary>
    public IReadOnlyList<SilenceEntry> Find(int edition, string citation, string words)
    {
        var wanted = Split(words);
        var here = byCitation[citation].Where(a => a.Entry.Editions.Contains(edition)).ToList();
        if (here.Count == 0) here = [.. addresses.Where(a => a.Entry.Editions.Contains(edition) && a.Citation.EndsWith(", " + citation, StringComparison.Ordinal))];
        return [.. Choose(here, wanted).Select(a => a.Entry)];
    }

    /// <summary>All that is open under a citation in an edition.</summary>
    public IReadOnlyList<SilenceEntry> Under(int edition, string citation) =>
        [.. byCitation[citation].Where(a => a.Entry.Editions.Contains(edition)).Select(a => a.Entry)];

    /// <summary>The words of an address: letters, digits and hyphens between spaces, quotes and commas left out.</summary>
    public static string[] Split(string words) =>
        [.. words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(w => w.Trim('"', ',', ':', ';')).Where(w => w.Length > 0)];

    private static List<SilenceAddress> Choose(List<SilenceAddress> candidates, string[] wanted)
    {
        var ordinal = 0;
        var matching = candidates.Where(a => a.Matches(wanted)).ToList();
        if (matching.Count == 0 && wanted.Length > 1 && int.TryParse(wanted[^1], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out ordinal) && ordinal > 0)
            matching = candidates.Where(a => a.Matches(wanted[..^1])).ToList();
        if (matching.Count > 1)
        {
            // The keyword said in full prevails over a keyword that merely ends in the same word.
            var said = ordinal > 0 ? wanted[..^1] : wanted;
            var full = matching.Where(a => a.EndsWithKeyword(said)).ToList();
            if (full.Count > 0) matching = full;
            var longest = matching.Max(a => a.Keyword.Length);
            if (full.Count > 0) matching = [.. matching.Where(a => a.Keyword.Length == longest)];
            // A word of the clause right above prevails over the same word further up.
            var near = full.Count > 0 ? matching.Where(a => a.Near(said)).ToList() : [];
            if (near.Count > 0) matching = near;
        }
        return ordinal > 0 && ordinal <= matching.Count ? [matching[ordinal - 1]] : matching;
    }

    private static List<string> Shortest(SilenceAddress address, List<SilenceAddress> rivals)
    {
        var must = address.Head is { } head ? new List<int> { head } : [];
        var pool = address.Pool.Where(i => !must.Contains(i)).Take(14).ToList();
        if (Unique(must) is { } bare) return bare;
        foreach (var one in pool)
            if (Unique([.. must, one]) is { } found)
                return found;
        for (var i = 0; i < pool.Count; i++)
            for (var j = i + 1; j < pool.Count; j++)
                if (Unique([.. must, pool[i], pool[j]]) is { } found)
                    return found;
        var all = address.Words(Enumerable.Range(0, address.Path.Length));
        var same = rivals.Where(r => r.Matches([.. all])).ToList();
        if (same.Count > 1) all.Add((same.IndexOf(address) + 1).ToString(System.Globalization.CultureInfo.InvariantCulture));
        return all;

        List<string>? Unique(List<int> chosen)
        {
            var words = address.Words(chosen);
            return Choose(rivals, [.. words]) is [var only] && ReferenceEquals(only, address) ? words : null;
        }
    }
}

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
