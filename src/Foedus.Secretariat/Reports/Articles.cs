using Foedus.Charter.Model;
using Foedus.Charter.Reading;
using Foedus.Charter.Syntax;
using Foedus.Secretariat.Texts;

namespace Foedus.Secretariat.Reports;

/// <summary>The articles of an edition: their own words, where the file has them, and what the clauses say, a plain sentence each.</summary>
internal static class Articles
{
    /// <summary>The clauses at the top of an edition's text, in its order, each with the citation of its provisions.</summary>
    public static IReadOnlyList<(string Citation, ClauseSyntax Clause)> Of(CharterEdition edition)
    {
        var seen = new HashSet<ClauseSyntax>(ReferenceEqualityComparer.Instance);
        var articles = new List<(string, ClauseSyntax)>();
        foreach (var provision in edition.Provisions)
        {
            var top = Top(provision.Clause);
            if (seen.Add(top))
                articles.Add((provision.Citation, top));
        }

        return articles;
    }

    /// <summary>The clause at the top of the file under which a clause stands.</summary>
    public static ClauseSyntax Top(ClauseSyntax clause)
    {
        while (clause.Parent is { } parent)
            clause = parent;
        return clause;
    }

    /// <summary>Whether a citation is the one that somebody means by "5", "art 5" or "unsaid".</summary>
    public static bool IsMeant(string citation, string words) =>
        string.Equals(citation, words, StringComparison.Ordinal)
        || string.Equals(citation, "art " + words, StringComparison.Ordinal)
        || citation.EndsWith(", " + words, StringComparison.Ordinal)
        || citation.EndsWith(", art " + words, StringComparison.Ordinal);

    /// <summary>The words of an article as the charter's makers wrote them, line by line; those of the nearest clause that has any.</summary>
    public static IReadOnlyList<string> Words(ClauseSyntax clause)
    {
        for (var at = clause; at is not null; at = at.Parent)
        {
            if (at.Frame.Quotations.Count > 0)
                return [.. at.Frame.Quotations.Select(Marked)];
        }

        return [];
    }

    /// <summary>The sentences of an article, without remarks.</summary>
    public static IEnumerable<(int Level, string Sentence)> Sentences(ClauseSyntax article) =>
        Clauses(article).Where(c => !ReferenceEquals(c.Clause, article) || IsHead(article)).Select(c => (c.Level, SentencePrinter.Plain.Print(c.Clause)));

    /// <summary>The title of an article; empty if it has none.</summary>
    public static string Title(ClauseSyntax article) => article.Match?.TextOrNull("title") ?? "";

    /// <summary>Whether a clause at the top of the file says something itself, and does not merely hold others.</summary>
    internal static bool IsHead(ClauseSyntax clause) => clause.Form is { Carries: false } && clause.Match is not null;

    /// <summary>The clauses of an article that are no remarks, each with its depth.</summary>
    internal static IEnumerable<(int Level, ClauseSyntax Clause)> Clauses(ClauseSyntax article)
    {
        foreach (var clause in article.SelfAndDescendants())
        {
            if (clause.Form is { Remark: true } || clause.Ancestors().Any(a => a.Form is { Remark: true }))
                continue;
            yield return (clause.Ancestors().TakeWhile(a => !ReferenceEquals(a, article.Parent)).Count(), clause);
        }
    }

    /// <summary>A quotation with its language.</summary>
    internal static string Marked(Quotation quotation) => quotation.Language is { } language ? $"[{language}] {quotation.Text}" : quotation.Text;
}
