using Foedus.Engine.Judging;

namespace Foedus.Engine.Procedures;

/// <summary>The event happens from which the time of a stage runs: presentation, publication, convening.</summary>
internal static class Rewind
{
    public static void From(Judgement j, Answering answering)
    {
        if (answering.Stage.Within is not { } slot || !j.AskLimit(slot, out var time) || Deadlines.After(j, j.Today, time.Span) is not { } tooLate)
            return;
        Transition.Stop(j, j.Act.Object);
        Transition.WindUntil(j, j.Act.Object, j.Book, answering.Stage, tooLate, -1, 0, slot.By);
    }
}
