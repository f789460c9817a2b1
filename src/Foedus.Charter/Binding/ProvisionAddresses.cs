using System.Globalization;
using Foedus.Charter.Forms;
using Foedus.Charter.Model;
using Foedus.Charter.Syntax;

namespace Foedus.Charter.Binding;

/// <summary>Names provisions the way people cite them: the article, the keyword, and the fewest words that no neighbour has.</summary>
internal static class ProvisionAddresses
{
    private const int MostRivals = 300;

    private static readonly string[] Telling = ["name", "names", "kind", "units", "what", "rule", "category", "matter", "label"];

    /// <summary>Gives every provision of an edition that has none yet its address.</summary>
    public static void Assign(CharterEdition edition)
    {
        foreach (var group in edition.Provisions.Where(p => p.Clause.Form is not null).GroupBy(p => (p.Citation, p.Clause.Form!.Keyword)))
        {
            var rivals = group.Select(p => new Named(p)).ToList();
            var own = new Counts(rivals.Select(r => r.Own));
            var above = new Counts(rivals.Select(r => r.Above));
            foreach (var named in rivals.Where(n => ReferenceEquals(n.Provision.Address, n.Provision.Citation)))
                named.Provision.Address = Shortest(named, rivals, own, above);
        }
    }

    private static string Shortest(Named named, List<Named> rivals, Counts own, Counts above)
    {
        var (citation, keyword) = (named.Provision.Citation, named.Provision.Clause.Form!.Keyword);
        if (named.Provision.Clause.Parent is null) return Top(named, rivals, own);
        if (rivals.Count == 1) return $"{citation} {keyword}";
        if (named.Own.Find(own.IsOnly) is { } word) return $"{citation} {keyword} {word}";
        if (named.Above.Find(above.IsOnly) is { } upper) return $"{citation} {upper} {keyword}";
        if (rivals.Count <= MostRivals)
            foreach (var a in named.Above)
                foreach (var o in named.Own)
                    if (rivals.Count(r => r.Above.Contains(a) && r.Own.Contains(o)) == 1)
                        return $"{citation} {a} {keyword} {o}";
        return $"{citation} {keyword} {Number(named, rivals)}";
    }

    // An article is its own citation; kinds, measures and the like are told apart by what they name.
    private static string Top(Named named, List<Named> rivals, Counts own)
    {
        var citation = named.Provision.Citation;
        if (rivals.Count == 1 || ProvisionBook.Label(named.Provision.Clause) is not null) return citation;
        return $"{citation} {named.Own.Find(own.IsOnly) ?? Number(named, rivals)}";
    }

    private static string Number(Named named, List<Named> rivals) => (rivals.IndexOf(named) + 1).ToString(CultureInfo.InvariantCulture);

    private sealed class Counts
    {
        private readonly Dictionary<string, int> count = new(StringComparer.Ordinal);

        public Counts(IEnumerable<List<string>> words)
        {
            foreach (var word in words.SelectMany(w => w.Distinct(StringComparer.Ordinal)))
                count[word] = count.GetValueOrDefault(word) + 1;
        }

        public bool IsOnly(string word) => count[word] == 1;
    }

    private sealed class Named
    {
        public Named(Provision provision)
        {
            Provision = provision;
            Own = Words(provision.Clause);
            Above = [.. provision.Clause.Ancestors().Where(a => a.Parent is not null).SelectMany(Words)];
        }

        public Provision Provision { get; }

        /// <summary>The telling words of the clause itself.</summary>
        public List<string> Own { get; }

        /// <summary>The telling words of the clauses above, the nearest first.</summary>
        public List<string> Above { get; }

        private static List<string> Words(ClauseSyntax clause)
        {
            var words = new List<string>();
            foreach (var name in Telling.Prepend(clause.Form?.Id ?? ""))
            {
                if (clause.Match?.Find(name) is not { } capture) continue;
                if (capture.Items.IsEmpty) words.Add(capture.Text);
                else words.AddRange(capture.Items.Select(i => i.Text));
            }
            if (clause.Match is { } match && words.Count == 0)
                words.AddRange(AddressBook.Split(match.Text).Where(w => !SmallWords.Contains(w) && !char.IsAsciiDigit(w[0])));
            return words;
        }
    }
}
