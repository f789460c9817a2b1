using Foedus.Charter.Binding;
using Foedus.Charter.Diagnostics;

namespace Foedus.Charter.Checks;

/// <summary>What has to be said and is not: one message a clause, with text to paste.</summary>
internal sealed class NothingSaysCheck : ICheck
{
    public void Run(BoundEdition edition, DiagnosticBag problems)
    {
        foreach (var construct in edition.Missing.GroupBy(m => m.Construct, ReferenceEqualityComparer.Instance))
        {
            var clause = construct.First().Construct;
            var about = construct.Select(m => m.About).Distinct(StringComparer.Ordinal).ToList();
            var forms = construct.Select(m => m.Form).Distinct().ToList();
            var words = forms.Select(f => MissingWords.Of(f, clause.Form)).ToList();
            var list = words.Count == 1 ? words[0] : string.Join(", ", words.Take(words.Count - 1)) + " or " + words[^1];
            var problem = Diagnostic.At(clause.Location, CheckDiagnostics.NothingSays, string.Join(", ", about), list);
            foreach (var body in construct.SelectMany(m => m.Bodies).Distinct())
                problem = problem.Also(body.By.Clause.Location, $"{body} decides, and has no rule of its own");
            foreach (var form in forms) problem = problem.Helped(SuggestedReadings.Line(form));
            problems.Add(problem);
        }
    }
}
