using Foedus.Charter.Model;
using Foedus.Engine.Judging;
using Foedus.Engine.Procedures;
using Foedus.Engine.Records;

namespace Foedus.Engine.Verbs;

/// <summary>A text is ratified: one of many ratifications that add up, the approval of a body before which it stands, or a founding act.</summary>
internal sealed class RatifiesVerb : IVerb
{
    private readonly GatheredVerb _gathered = new(StageOutcome.Ratification);
    private readonly AdoptsVerb _adopted = new();

    public void Judge(Judgement j)
    {
        var gathers = j.View.TryValue(Relations.Stage, j.Act.Object, out var value)
            && j.Book.InPlaceOf(value).Stage is { } stage && stage.Exits.Exists(e => e.On == StageOutcome.Ratification);
        if (gathers)
            _gathered.Judge(j);
        else if (j.View.Look(Relations.Stage, j.Act.Object).Holds || !ByProcedure(j))
            _adopted.Judge(j);
    }

    /// <summary>
    /// A text that no procedure has brought this far: it is in order only from the body before which amendments of the charter are decided.
    /// </summary>
    private static bool ByProcedure(Judgement j)
    {
        if (!j.IsPut(j.Act.Object))
            return false;
        foreach (var procedure in j.Book.Edition.Procedures.Where(p => p.Ends.Exists(e => e.Becomes is "amendment")))
        {
            if (procedure.Stages.LastOrDefault()?.Before is not { } slot || !j.Ask(slot, out var hearing))
                continue;
            j.MayAct(hearing.Before, slot.By);
            Answers.Outside(j, StageOutcome.Approval);
            return true;
        }

        return false;
    }
}
