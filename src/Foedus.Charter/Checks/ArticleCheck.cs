using Foedus.Charter.Binding;
using Foedus.Charter.Diagnostics;
using Foedus.Charter.Syntax;

namespace Foedus.Charter.Checks;

/// <summary>Articles that a clause protects or prevails over, and that are not there.</summary>
internal sealed class ArticleCheck : ICheck
{
    public void Run(BoundEdition edition, DiagnosticBag problems)
    {
        var labels = edition.Clauses.Select(ProvisionBook.Label).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var clause in edition.Clauses.Where(c => c.Form?.Id is "protects" or "despite"))
        {
            if (clause.Match?.TextOrNull("label") is not { } label || labels.Contains(label)) continue;
            var problem = Diagnostic.At(clause.Location, CheckDiagnostics.ProtectsNothing, label);
            var near = Spelling.Nearest(label, labels.Order(StringComparer.Ordinal));
            problems.Add(near is null ? problem : problem.Helped($"did you mean article {near}?"));
        }
    }
}
