using Foedus.Charter.Binding;
using Foedus.Charter.Diagnostics;
using Foedus.Charter.Syntax;

namespace Foedus.Charter.Checks;

/// <summary>Law that is kept in words and rules nothing: whoever writes it should know.</summary>
internal sealed class WordsCheck : ICheck
{
    public void Run(BoundEdition edition, DiagnosticBag problems)
    {
        foreach (var kind in edition.Clauses.Where(IsLawInWords).GroupBy(c => c.Form!.Keyword, StringComparer.Ordinal))
        {
            var problem = Diagnostic.At(kind.First().Location, CheckDiagnostics.KeptInWords, kind.Key);
            foreach (var other in kind.Skip(1)) problem = problem.Also(other.Location, "and this");
            problems.Add(problem);
        }
    }

    // A title, a source and a remark are no law, and nobody expects them to rule.
    private static bool IsLawInWords(ClauseSyntax clause) => clause is { Match.Case.IsWords: true, Form.Remark: false } && !clause.Is("title");
}
