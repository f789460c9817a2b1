using System.Globalization;
using Foedus.Charter.Forms;
using Foedus.Charter.Model;
using Foedus.Charter.Syntax;

namespace Foedus.Charter.Binding;

/// <summary>Names provisions the way people cite them: the article, the keyword, and the fewest words that no neighbour has.</summary>
internal static class ProvisionAddresses
{
    private static readonly string[] Telling = ["name", "names", "kind", "units", "what", "rule", "category", "matter", "label"];

    /// <summary>Gives every provision of an edition that has none yet its address.</summary>
    public static void Assign(CharterEdition edition)
    {
        foreach (var group in edition.Provisions.Where(p => p.Clause.Form is not null).GroupBy(p => (p.Citation, p.Clause.Form!.Keyword)))
        {
            var rivals = group.Select(p => new Named(p)).ToList();
            foreach (var named in rivals.Where(n => ReferenceEquals(n.Provision.Address, n.Provision.Citation)))
                named.Provision.Address = Shortest(named, rivals);
        }
    }

    private static string Shortest(Named named, List<Named> rivals)
    {
        var (citation, keyword) = (named.Provision.Citation, named.Provision.Clause.Form!.Keyword);
        if (named.Provision.Clause is { Parent: null }) return Top(named, rivals);
        if (rivals.Count == 1) return $"{citation} {keyword}";
        foreach (var word in named.Own)
            if (rivals.Count(r => r.Own.Contains(word)) == 1)
                return $"{citation} {keyword} {word}";
        foreach (var word in named.Above)
            if (rivals.Count(r => r.Above.Contains(word)) == 1)
                return $"{citation} {word} {keyword}";
        foreach (var word in named.Above)
            foreach (var own in named.Own)
                if (rivals.Count(r => r.Above.Contains(word) && r.Own.Contains(own)) == 1)
                    return $"{citation} {word} {keyword} {own}";
        var number = (rivals.IndexOf(named) + 1).ToString(CultureInfo.InvariantCulture);
        return $"{citation} {keyword} {number}";
    }

    // An article is its own citation; kinds, measures and the like are told apart by what they name.
    private static string Top(Named named, List<Named> rivals)
    {
        var citation = named.Provision.Citation;
        if (rivals.Count == 1 || ProvisionBook.Label(named.Provision.Clause) is not null) return citation;
        foreach (var word in named.Own)
            if (rivals.Count(r => r.Own.Contains(word)) == 1)
                return $"{citation} {word}";
        return $"{citation} {(rivals.IndexOf(named) + 1).ToString(CultureInfo.InvariantCulture)}";
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
