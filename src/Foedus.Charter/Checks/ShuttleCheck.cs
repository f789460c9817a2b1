using Foedus.Charter.Binding;
using Foedus.Charter.Diagnostics;
using Foedus.Charter.Model;

namespace Foedus.Charter.Checks;

/// <summary>Stages that send a matter to one another without a count and without a clock.</summary>
internal sealed class ShuttleCheck : ICheck
{
    public void Run(BoundEdition edition, DiagnosticBag problems)
    {
        foreach (var procedure in edition.Edition.Procedures)
        {
            foreach (var circle in new StageGraph(procedure).Circles())
            {
                if (circle.Exists(s => Ends(s, circle))) continue;
                var names = string.Join(", ", circle.Select(s => s.Name));
                problems.Add(Diagnostic.At(circle[0].By.Clause.Location, CheckDiagnostics.EndlessShuttle, procedure.Name, names));
            }
        }
    }

    private static bool Ends(Stage stage, List<Stage> circle) =>
        stage.Before?.Fillers.Any(h => h.TimesEach is not null) == true
        || stage.Exits.Exists(e => e.On == StageOutcome.SecondRejection && Leaves(e, circle))
        || (stage.Within is not null && stage.Exits.Exists(e => e.On is StageOutcome.NoDecision or StageOutcome.Otherwise && Leaves(e, circle)));

    private static bool Leaves(Exit exit, List<Stage> circle) => exit.Way.Fillers.Any(w => w.ToStage is null || !circle.Contains(w.ToStage));
}
