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
            problems.Add(Diagnostic.At(kind.First().Location, CheckDiagnostics.KeptInWords, kind.Key).Also(kind.Skip(1).Select(other => other.Location), "and this"));
        }
    }

    // A title, a source and a remark are no law, and nobody expects them to rule.
    private static bool IsLawInWords(ClauseSyntax clause) => clause is { Match.Case.IsWords: true, Form.Remark: false } && !clause.Is("title");
}
