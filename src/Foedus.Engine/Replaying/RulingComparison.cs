using System.Collections.Immutable;
using System.Globalization;
using Foedus.Charter.Diagnostics;
using Foedus.Engine.Acts;
using Foedus.Engine.Judging;

namespace Foedus.Engine.Replaying;

/// <summary>Compares the rulings that a journal records with those that a replay gives.</summary>
public static class RulingComparison
{
    /// <summary>
    /// A message for each act that is now ruled otherwise (FD0530), or for other reasons than the journal gives (FD0531). Acts without a
    /// recorded ruling are passed over. No assumption is used.
    /// </summary>
    /// <param name="entries">Acts of a journal.</param>
    /// <param name="rulings">The ruling of each, in the same order.</param>
    public static ImmutableArray<Diagnostic> Compare(IReadOnlyList<JournalEntry> entries, IReadOnlyList<Ruling> rulings)
    {
        var problems = new DiagnosticBag();
        for (var i = 0; i < entries.Count && i < rulings.Count; i++)
        {
            if (entries[i].Expected is { } expected && Compare(expected, rulings[i]) is { } problem)
                problems.Add(problem);
        }

        return problems.ToSorted();
    }

    private static Diagnostic? Compare(ExpectedRuling expected, Ruling ruling)
    {
        var judgment = ruling.Under(AssumptionSet.None);
        var verdict = RulingWords.Of(judgment);
        var reasons = Reasons.Of(judgment);
        var number = ruling.Act.Number.ToString(CultureInfo.InvariantCulture);
        Diagnostic? problem = null;
        if (!RulingWords.Fits(expected.Verdict, judgment))
        {
            problem = Diagnostic.At(
                expected.Clause.Location, JournalDiagnostics.RuledOtherwise, number, expected.Verdict, verdict);
        }
        else if (RulingWords.Missing(expected.Why, reasons) is { Count: > 0 } missing)
        {
            problem = Diagnostic.At(
                expected.Clause.Location, JournalDiagnostics.OtherGrounds, number, verdict, string.Join("; ", missing));
        }

        foreach (var line in problem is null ? [] : reasons.Lines())
            problem = problem!.Helped(line);
        return problem;
    }
}
