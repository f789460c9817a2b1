using Foedus.Charter.Binding;
using Foedus.Charter.Diagnostics;
using Foedus.Charter.Model;

namespace Foedus.Charter.Checks;

/// <summary>Stages at which a matter waits for somebody's good will, and times that run out into nothing.</summary>
internal sealed class WaitingCheck : ICheck
{
    // A matter waits where others have sent it, unless a body that meets at regular times takes it up.
    private static bool Waits(Procedure procedure, Stage stage)
    {
        var sent = procedure.Stages.Exists(s => !ReferenceEquals(s, stage) && s.Exits.Exists(e => e.Way.Fillers.Any(w => ReferenceEquals(w.ToStage, stage))));
        if (!sent || stage.Before is not { IsSaid: true } before) return false;
        return before.Said.Before.Parties.Any(p => p.Body is not { } body || !MeetsRegularly(body));
    }

    private static bool MeetsRegularly(Body body)
    {
        for (var at = body; at is not null; at = at.ChamberOf)
            if (at.Sessions.Exists(s => s.Every is not null || s.TimesAYear is not null))
                return true;
        return false;
    }

    public void Run(BoundEdition edition, DiagnosticBag problems)
    {
        foreach (var procedure in edition.Edition.Procedures)
        {
            var waiting = procedure.Stages.Where(s => s.Within is null && Waits(procedure, s)).Select(s => s.Name).ToList();
            if (waiting.Count > 0) problems.Add(Diagnostic.At(procedure.By.Clause.Location, CheckDiagnostics.MayWaitForEver, procedure.Name, string.Join(", ", waiting)));
            foreach (var stage in procedure.Stages)
            {
                if (stage.Within is not { IsSaid: true } within) continue;
                if (stage.Exits.Exists(e => e.On is StageOutcome.NoDecision or StageOutcome.Otherwise)) continue;
                problems.Add(Diagnostic.At(within.By.Clause.Location, CheckDiagnostics.TimeRunsOut, stage.Name, procedure.Name)
                    .Helped("on no decision -> ..."));
            }
        }
    }
}
