using Foedus.Charter.Model;
using Foedus.Engine.Judging;
using Foedus.Engine.Procedures;
using Foedus.Engine.Records;
using Foedus.Engine.Things;
using Foedus.Engine.Verbs;

namespace Foedus.Engine.Clock;

/// <summary>A time has run out: a matter goes where its stage sends it then, a duty is missed. Of the calendar only; nobody does it.</summary>
internal sealed class LapsesVerb : IVerb
{
    public void Judge(Judgement j)
    {
        if (j.Roll[j.Act.Object].Kind == ThingKind.Duty)
            Duties.Miss(j, j.Act.Object);
        else if (j.Roll[j.Act.Object].Kind == ThingKind.Term)
            Terms.End(j, j.Act.Object);
        else
            Lapse(j, j.Act.Object);
    }

    private static void Lapse(Judgement j, int matter)
    {
        if (!j.View.TryValue(Relations.Stage, matter, out var value) || j.Book.InPlaceOf(value) is not { Stage: { } stage } place)
            return;

        if (!TermOfMatters.GoesOn(j, matter, stage))
            return;

        // Nothing goes on before what has to come first; the time that has run out changes nothing of that.
        if (stage.OnlyAfter.Count > 0 && Answering.Begin(j, matter, answers: false)?.MayGoOn() != true)
            return;

        // What was cast until the end is the vote.
        if (PollEnd.AtLapse(j, matter))
            return;
        if (!Transition.Follow(j, matter, place, StageOutcome.NoDecision) && j.Standing == Truth.Yes)
            j.Note(Truth.Open, stage.By, GroundKind.NoWayOn, "no decision in time", stage.Name, new Need("what follows at " + stage.Name));
    }
}
