using Foedus.Charter.Model;
using Foedus.Charter.Reading;
using Foedus.Charter.Syntax;

namespace Foedus.Secretariat.Reports;

/// <summary>Gathers what an edition says of something, wherever it stands.</summary>
internal static class Mentions
{
    /// <summary>The clauses that name something, as sentences, by article in the order of the text.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="name">The name: of a body, an office, a unit, a kind of unit, a sort of act.</param>
    public static IReadOnlyList<(string Citation, IReadOnlyList<string> Sentences)> Of(CharterEdition edition, string name)
    {
        var found = new List<(string, IReadOnlyList<string>)>();
        foreach (var (citation, article) in Articles.Of(edition))
        {
            var sentences = new List<string>();
            var whole = new HashSet<ClauseSyntax>(ReferenceEqualityComparer.Instance);
            foreach (var clause in article.SelfAndDescendants())
            {
                if (clause.Form is null or { Remark: true } || clause.Ancestors().Any(a => a.Form is { Remark: true }))
                    continue;
                var inside = clause.Parent is { } parent && whole.Contains(parent);
                if (!inside && !Names(clause, name))
                    continue;
                if (inside || Declares(clause))
                    whole.Add(clause);
                if (clause.Parent is not null || clause.Form.Id is not "art")
                    sentences.Add(SentencePrinter.Plain.PrintAlone(clause));
            }

            if (sentences.Count > 0)
                found.Add((citation, [.. sentences.Distinct(StringComparer.Ordinal)]));
        }

        return found;
    }

    /// <summary>Whether a clause is about what it names, so that all under it is as well.</summary>
    private static bool Declares(ClauseSyntax clause) =>
        clause.Form?.Id is "body" or "about" or "chamber" or "office" or "deciding" or "unit" or "instrument" or "procedure" or "stage" or "remedy";

    private static bool Names(ClauseSyntax clause, string name)
    {
        var source = clause.Tree.Source;
        var words = clause.Tree.Frame.Words;
        for (var i = clause.FirstWord; i < clause.FirstWord + clause.WordCount && i < words.Length; i++)
        {
            if (words[i].Kind is TokenKind.Name or TokenKind.Word && source.Span(words[i].Span).SequenceEqual(name))
                return true;
        }

        return false;
    }
}
