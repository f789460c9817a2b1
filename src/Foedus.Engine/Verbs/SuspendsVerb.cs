using Foedus.Charter.Model;
using Foedus.Engine.Judging;
using Foedus.Engine.Law;
using Foedus.Engine.Membership;
using Foedus.Engine.Records;
using Foedus.Engine.Remedies;
using Foedus.Engine.Things;
using EffectKind = Foedus.Charter.Model.EffectKind;

namespace Foedus.Engine.Verbs;

/// <summary>
/// A legal act is suspended, as the effect of a remedy or while one is pending; or a unit is suspended from membership.
/// </summary>
internal sealed class SuspendsVerb : IVerb
{
    public void Judge(Judgement j)
    {
        var it = j.Act.Object;
        if (it >= 0 && j.Roll[it].Kind == ThingKind.Unit && !Attacks(j, it))
        {
            Changes.Make(j, new UnitChange(ChangeWords.Suspension, [it]) { Task = "suspend " + j.ObjectName, Says = j.Act.Day }, new ChangeWay.ByAct());
            return;
        }

        if (!LegalActs.TrySource(j, it, out _))
        {
            j.Refuse(null, GroundKind.UnknownThing, j.ObjectName);
            return;
        }

        var remedies = Attack.Open(j, it, r => Attack.CanHave(r, EffectKind.Suspended, EffectKind.Decided) || CanMeanwhile(r));
        if (remedies.Count == 0)
            j.NoProvision("suspend " + j.ObjectName);
        else
            j.Try(remedies, remedy => Suspend(j, remedy));
    }

    /// <summary>Whether a unit's name stands for a change of it that a remedy can suspend, rather than for the unit.</summary>
    private static bool Attacks(Judgement j, int unit)
    {
        foreach (var remedy in j.Book.Remedies)
        {
            if ((Attack.CanHave(remedy, EffectKind.Suspended) || CanMeanwhile(remedy)) && LegalActs.TrySource(j, unit, out _) && Attack.LiesAgainst(j, remedy, unit))
                return true;
        }

        return false;
    }

    /// <summary>"in force unless Court suspends it": whoever hears the remedy may suspend the act while it is pending.</summary>
    private static bool CanMeanwhile(Remedy remedy) => remedy.Meanwhile is { } slot && slot.Fillers.Any(m => m.UnlessSuspendedBy is not null);

    private static void Suspend(Judgement j, Remedy remedy)
    {
        var it = j.Act.Object;
        if (!Attack.Lies(j, remedy, it))
            return;
        var force = j.View.Look(Relations.InForce, it);
        if (!force.Holds && !force.IsOpen)
            j.Refuse(remedy.By, GroundKind.NotInForce, j.ObjectName);
        if (CanMeanwhile(remedy) && j.Ask(remedy.Meanwhile!, out var meanwhile) && meanwhile.UnlessSuspendedBy is { } who)
        {
            if (!Attack.IsPending(j, remedy, it))
                j.Refuse(remedy.Meanwhile!.By, GroundKind.NoRemedyOpen, j.ActorName, j.ObjectName, new Need(remedy.Name + " brought against " + j.ObjectName));
            j.MayAct(who, remedy.Meanwhile!.By);
            j.Cite(remedy.Meanwhile!.By, GroundKind.SuspendedMeanwhile, j.ObjectName);
            j.Link(Relations.SuspendedPending, it, Attack.Case(j, remedy, it));
            return;
        }

        if (remedy.Effect is not { } slot)
            return;
        var said = j.Ask(slot, out var effect);
        Attack.Decides(j, remedy, said ? effect : null, it);
        if (!said)
            return;
        if (effect.Kind is not (EffectKind.Suspended or EffectKind.Decided))
        {
            j.Refuse(slot.By, GroundKind.EffectIsOther, remedy.Name, Falls.Words(effect));
            return;
        }

        Attack.Over(j, remedy, it);
        Falls.Suspend(j, remedy, it);
        RemedyUse.Duties(j, remedy);
    }
}
