using Foedus.Engine.Clock;
using Foedus.Engine.Judging;

namespace Foedus.Engine.Procedures;

/// <summary>The event happens from which the time of a stage runs: presentation, publication, convening.</summary>
internal static class Rewind
{
    public static void From(Judgement j, Answering answering)
    {
        if (answering.Stage.Within is not { } slot || !j.AskLimit(slot, out var time) || Periods.LastDay(j, new Start(j.Today), time.Span) is not { } last)
            return;
        Transition.Stop(j, j.Act.Object);
        Transition.WindUntil(j, j.Act.Object, j.Book, answering.Stage, last + 1, -1, 0, slot.By);
    }
}
