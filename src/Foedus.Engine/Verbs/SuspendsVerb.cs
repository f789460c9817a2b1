using Foedus.Charter.Model;
using Foedus.Engine.Judging;
using Foedus.Engine.Membership;
using Foedus.Engine.Records;
using Foedus.Engine.Remedies;
using Foedus.Engine.Things;

namespace Foedus.Engine.Verbs;

/// <summary>A legal act is suspended, on the findings that the charter asks for; the duties that follow are open from then on.</summary>
internal sealed class SuspendsVerb : IVerb
{
    public void Judge(Judgement j)
    {
        if (j.Roll[j.Act.Object].Kind == ThingKind.Unit)
        {
            Changes.Make(j, new UnitChange(ChangeWords.Suspension, [j.Act.Object]) { Task = "suspend " + j.ObjectName, Says = j.Act.Day }, new ChangeWay.ByAct());
            return;
        }

        if (!j.View.TryValue(Relations.Sort, j.Act.Object, out _))
        {
            j.Refuse(null, GroundKind.UnknownThing, j.ObjectName);
            return;
        }

        var remedies = RemedyUse.Against(j, r => RemedyUse.CanHave(r, Charter.Model.EffectKind.Suspended) || MeanwhileBy(r));
        if (remedies.Count == 0)
            j.NoProvision("suspend " + j.ObjectName);
        else
            j.Try(remedies, remedy => Suspend(j, remedy));
    }

    /// <summary>"in force unless Court suspends it": whoever hears the remedy may suspend the act.</summary>
    private static bool MeanwhileBy(Remedy remedy) => remedy.Meanwhile is { IsSaid: true, Said.UnlessSuspendedBy: not null };

    private static void Suspend(Judgement j, Remedy remedy)
    {
        if (!RemedyUse.Lies(j, remedy))
            return;
        if (!j.View.Look(Relations.InForce, j.Act.Object).Holds)
            j.Refuse(remedy.By, GroundKind.NotInForce, j.ObjectName);
        if (MeanwhileBy(remedy))
        {
            j.MayAct(remedy.Meanwhile!.Said.UnlessSuspendedBy!, remedy.Meanwhile.By);
        }
        else
        {
            RemedyUse.UsedBy(j, remedy);
            RemedyUse.Conditions(j, remedy);
        }

        if (remedy.Effect is { } effect)
            j.Cite(effect.By, GroundKind.Effect, j.ObjectName, "suspended");
        var where = 0;
        if (remedy.InThatUnitOnly is { } scope)
        {
            if (!j.Ask(scope, out var only))
                return;
            where = only ? j.UnitOf(j.Actor) : 0;
        }

        j.Link(Relations.SuspendedIn, j.Act.Object, where);
        RemedyUse.Duties(j, remedy);
    }
}
