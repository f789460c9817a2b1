using Foedus.Charter.Model;
using Foedus.Engine.Clock;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Procedures;
using Foedus.Engine.Records;

namespace Foedus.Engine.Verbs;

/// <summary>
/// The time for a matter is extended, by whom and by how much the charter allows: several extensions together never reach beyond the last day
/// that one of the whole length gives, whatever their units.
/// </summary>
internal sealed class ExtendsVerb : IVerb
{
    public void Judge(Judgement j)
    {
        if (Answering.Begin(j, j.Act.Object, answers: false) is not { } answering)
            return;
        if (answering.Stage.Extended is not { } slot)
        {
            j.NoProvision("extend the time at " + answering.Stage.Name);
            return;
        }

        if (!j.Ask(slot, out var extension))
            return;
        j.MayAct(extension.By, slot.By);
        if (!j.View.TryValue(Relations.Due, j.Act.Object, out var due))
        {
            j.Refuse(slot.By, GroundKind.NoTimeRuns, j.ObjectName, null, new Need("the event from which the time runs"));
            return;
        }

        if (due < j.Today.Number)
            j.Refuse(slot.By, GroundKind.TooLate, new Day((int)due));
        else
            Winding.AsksHour(j, j.Act.Object, answering.Stage);
        var first = j.View.TryValue(Relations.DueFirst, j.Act.Object, out var unextended) ? unextended : due;

        // What is granted is compared before the last day moves, since otherwise days of rest would add to it.
        var from = due != first && j.View.TryValue(Relations.DueUnmoved, j.Act.Object, out var unmoved) ? unmoved : due;
        var (until, most) = (Periods.Prolonged(j, new Day((int)from), j.Act.Span ?? extension.Span), Periods.Prolonged(j, new Day((int)first), extension.Span));
        if (Periods.Moved(j, until) is not { } last || Periods.Moved(j, most) is not { } longest)
            return;
        if (until > most)
            j.Refuse(slot.By, GroundKind.ExtendedTooFar, extension.Span.Words, longest, new Need("by at most " + extension.Span.Words + " in all"));
        Winding.Until(j, j.Act.Object, last, slot.By);
        j.Write(Relations.DueUnmoved, j.Act.Object, until.Number);
        if (j.View.TryValue(Relations.DueSurely, j.Act.Object, out var surely))
            j.Write(Relations.DueSurely, j.Act.Object, surely + last.Since(new Day((int)due)));
    }
}
