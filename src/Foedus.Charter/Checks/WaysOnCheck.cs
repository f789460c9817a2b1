using Foedus.Charter.Binding;
using Foedus.Charter.Diagnostics;
using Foedus.Charter.Model;

namespace Foedus.Charter.Checks;

/// <summary>Outcomes of a stage for which nothing says what follows.</summary>
internal sealed class WaysOnCheck : ICheck
{
    public void Run(BoundEdition edition, DiagnosticBag problems)
    {
        foreach (var procedure in edition.Edition.Procedures)
            foreach (var stage in procedure.Stages)
                foreach (var outcome in Uncovered(stage))
                    problems.Add(Diagnostic.At(stage.By.Clause.Location, CheckDiagnostics.NoWayOn, stage.Name, procedure.Name, outcome.What).Helped(outcome.Line));
    }

    private static IEnumerable<(string What, string Line)> Uncovered(Stage stage)
    {
        if (stage.Exits.Count == 0 || Covered(stage, StageOutcome.Otherwise)) yield break;
        var turns = stage.Before?.Fillers.Any(h => h.Order == HearingOrder.InTurn) == true;
        var votes = Said(stage, StageOutcome.Approval) || (turns && Said(stage, StageOutcome.Agreement));
        if (votes && !Covered(stage, StageOutcome.Rejection) && !(turns && (Said(stage, StageOutcome.SecondRejection) || Said(stage, StageOutcome.NoAgreement)))) yield return ("that is rejected", "on rejection -> ...");
        var limited = stage.Before?.Fillers.Any(h => h.TimesEach is not null) == true;
        if (limited && !Covered(stage, StageOutcome.NoAgreement)) yield return ("when they still differ in the end", "on no agreement -> ...");
        if (!turns && Said(stage, StageOutcome.Agreement) && !votes && !Covered(stage, StageOutcome.NoAgreement) && !Covered(stage, StageOutcome.Rejection))
            yield return ("when there is no agreement", "on no agreement -> ...");
        if (Said(stage, StageOutcome.Approval) && !Covered(stage, StageOutcome.Approval)) yield return ("that is approved, when the condition does not hold", "on approval -> ...");
    }

    private static bool Said(Stage stage, StageOutcome outcome) => stage.Exits.Exists(e => e.On == outcome);

    // Said without a condition, or with conditions that several lines share among them.
    private static bool Covered(Stage stage, StageOutcome outcome)
    {
        var exits = stage.Exits.Where(e => e.On == outcome).ToList();
        return exits.Count > 1 || exits.Exists(e => e.Way.Fillers.IsEmpty || e.Way.Fillers.Any(w => w.When is null));
    }
}
