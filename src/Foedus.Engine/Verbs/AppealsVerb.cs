using Foedus.Charter.Model;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;
using Foedus.Engine.Remedies;
using Foedus.Engine.Things;

namespace Foedus.Engine.Verbs;

/// <summary>A remedy is brought before somebody; meanwhile the act stands or is suspended, as the charter says.</summary>
internal sealed class AppealsVerb : IVerb
{
    public void Judge(Judgement j)
    {
        if (!j.View.TryValue(Relations.Sort, j.Act.Object, out _))
        {
            j.Refuse(null, GroundKind.UnknownThing, j.ObjectName);
            return;
        }

        var remedies = RemedyUse.Against(j, r => r.To is not null);
        if (remedies.Count == 0)
            j.NoProvision("appeal against " + j.ObjectName);
        else
            j.Try(remedies, remedy => Bring(j, remedy));
    }

    private static void Bring(Judgement j, Remedy remedy)
    {
        if (!RemedyUse.Lies(j, remedy))
            return;
        RemedyUse.UsedBy(j, remedy);
        if (!j.Ask(remedy.To!, out var before))
            return;
        if (j.Act.Other >= 0 && j.IsOneOf(j.Act.Other, before) == Truth.No)
            j.Refuse(remedy.To!.By, GroundKind.RemedyNotBefore, remedy.Name, j.Roll.NameOf(j.Act.Other), new Need("to " + before.Words, before.Words));
        RemedyUse.Conditions(j, remedy);
        j.Link(Relations.Attacked, j.Act.Object, j.Roll.Add(ThingKind.Remedy, remedy.Name, j.Act.Object));
        if (remedy.Meanwhile is { } slot && j.Ask(slot, out var meanwhile))
        {
            j.Cite(slot.By, meanwhile.InForce ? GroundKind.Stands : GroundKind.SuspendedMeanwhile, j.ObjectName);
            if (!meanwhile.InForce)
                j.Link(Relations.SuspendedIn, j.Act.Object, 0);
        }

        RemedyUse.Duties(j, remedy);
    }
}
