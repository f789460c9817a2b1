using Foedus.Charter.Model;
using Foedus.Charter.Syntax;

namespace Foedus.Charter.Binding;

/// <summary>
/// The provisions of all editions. A clause has one provision in whatever editions it stands, so an article that no edition
/// touched keeps its provisions.
/// </summary>
internal sealed class ProvisionBook
{
    private readonly Dictionary<ClauseSyntax, Provision> byClause = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<SyntaxTree, string> manuals = new(ReferenceEqualityComparer.Instance);
    private readonly List<Provision> all = [];

    public IReadOnlyList<Provision> All => all;

    /// <summary>Says that the clauses of a file come from an adopted manual of this title.</summary>
    public void Adopt(SyntaxTree manual, string title) => manuals[manual] = title;

    /// <summary>The provision of a clause; made on first use.</summary>
    public Provision Of(ClauseSyntax clause)
    {
        if (byClause.TryGetValue(clause, out var known)) return known;
        var (article, citation) = Cite(clause);
        var adopted = manuals.TryGetValue(clause.Tree, out var title);
        if (adopted) citation = $"{title}, {citation}";
        return Add(clause, article, citation, adopted ? Hand.Adopted : Hand.Charter);
    }

    /// <summary>The provision of a clause that stands outside the charter, under a citation of its own.</summary>
    public Provision Outside(ClauseSyntax clause, string citation) =>
        byClause.TryGetValue(clause, out var known) ? known : Add(clause, "", citation, Hand.Charter);

    /// <summary>Whether a clause is law: not a note, a source or a title.</summary>
    public static bool IsLaw(ClauseSyntax clause) =>
        clause.Form is { } form && form.Id is not ("note" or "source" or "title" or "foedus" or "charter" or "edition" or "manual" or "register" or "despite");

    /// <summary>The article under which a clause stands: its label and its clause; null where none does.</summary>
    public static ClauseSyntax? Top(ClauseSyntax clause)
    {
        var top = clause;
        while (top.Parent is { } parent) top = parent;
        return top;
    }

    /// <summary>The label of an article clause; null for any other clause.</summary>
    public static string? Label(ClauseSyntax clause) =>
        clause.Form?.Id is "art" or "replace-art" or "insert-art" or "repeal-art" && clause.Match is { } match ? match.TextOrNull("label") : null;

    private Provision Add(ClauseSyntax clause, string article, string citation, Hand hand)
    {
        var provision = new Provision(all.Count, article, citation, citation, clause, hand);
        all.Add(provision);
        byClause[clause] = provision;
        return provision;
    }

    private static (string Article, string Citation) Cite(ClauseSyntax clause)
    {
        var top = Top(clause)!;
        if (Label(top) is { } label) return (label, "art " + label);
        return ("", top.Is("charter") ? "unsaid" : top.Form?.Keyword ?? top.Keyword);
    }
}
