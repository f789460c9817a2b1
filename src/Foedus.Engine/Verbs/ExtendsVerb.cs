using Foedus.Charter.Model;
using Foedus.Engine.Clock;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Procedures;
using Foedus.Engine.Records;

namespace Foedus.Engine.Verbs;

/// <summary>The time for a matter is extended, by whom and by how much the charter allows.</summary>
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
        var span = j.Act.Span ?? extension.Span;
        if (span.Unit == extension.Span.Unit && span.Count > extension.Span.Count)
            j.Refuse(slot.By, GroundKind.TooLate, "by " + extension.Span.Words, null, new Need("by at most " + extension.Span.Words));
        if (!j.View.TryValue(Relations.Due, j.Act.Object, out var due))
            return;
        if (Periods.Prolonged(j, new Day((int)due), span) is { } last)
            Winding.Until(j, j.Act.Object, last, slot.By);
    }
}
