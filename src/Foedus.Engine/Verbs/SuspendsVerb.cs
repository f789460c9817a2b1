using Foedus.Charter.Model;
using Foedus.Engine.Judging;
using Foedus.Engine.Membership;
using Foedus.Engine.Records;
using Foedus.Engine.Remedies;

namespace Foedus.Engine.Verbs;

/// <summary>A legal act is suspended, on the findings that the charter asks for; the duties that follow are open from then on.</summary>
internal sealed class SuspendsVerb : IVerb
{
    public void Judge(Judgement j)
    {
        if (j.View.Look(Relations.Kind, j.Act.Object).Holds && MembershipChange.Of(j, "suspension", j.Act.Object) is { } change)
        {
            Unit(j, change);
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

    /// <summary>A unit is suspended from membership: the act stands under the unit's name, and remedies lie against it.</summary>
    private static void Unit(Judgement j, Change change)
    {
        j.Try(change.DoneBy, slot =>
        {
            if (!j.Ask(slot, out var by))
                return;
            if ((by.Who ?? by.Notice) is { } who)
                j.MayAct(who, slot.By);
            else
                j.Refuse(slot.By, GroundKind.NoPower, "the procedure " + by.Procedure?.Name, j.ActorName);
        });
        foreach (var only in change.OnlyIf)
        {
            if (j.Ask(only, out var condition))
                j.Holds(condition, j.Act.Object, only.By);
        }

        j.Write(Relations.Sort, j.Act.Object, j.Roll.Word("suspension"));
        j.Write(Relations.MadeBy, j.Act.Object, j.State.Known + 1);
        j.Write(Relations.InForce, j.Act.Object, 1);
        j.Write(Relations.Maker, j.Act.Object, j.Actor);
        MembershipChange.Fates(j, change);
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
