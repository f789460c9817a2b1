using Foedus.Charter.Model;
using Foedus.Engine.Judging;
using Foedus.Engine.Law;
using Foedus.Engine.Records;
using Foedus.Engine.Remedies;
using EffectKind = Foedus.Charter.Model.EffectKind;

namespace Foedus.Engine.Verbs;

/// <summary>A legal act, a change or an omission is annulled: by whom the charter gives that power, or by whoever a remedy against it was brought before.</summary>
internal sealed class AnnulsVerb : IVerb
{
    public void Judge(Judgement j)
    {
        if (!Attack.IsThere(j, j.Act.Object))
            return;

        // Those that are open first; failing them one that is not, or whose effect is another, says why not.
        var remedies = Attack.Open(j, j.Act.Object, r => Attack.CanHave(r, EffectKind.VoidFromStart, EffectKind.VoidFromDay, EffectKind.Decided, EffectKind.MustAct));
        if (remedies.Count == 0)
            remedies = Attack.Lying(j, j.Act.Object, r => Attack.LiesAgainst(j, r, j.Act.Object));
        if (remedies.Count == 0)
            j.NoProvision("annul " + j.ObjectName);
        else
            j.Try(remedies, remedy => Annul(j, remedy));
    }

    private static void Annul(Judgement j, Remedy remedy)
    {
        if (!Attack.Lies(j, remedy, j.Act.Object) || remedy.Effect is not { } slot)
            return;
        var said = j.Ask(slot, out var effect);
        Attack.Decides(j, remedy, said ? effect : null, j.Act.Object);
        if (!said)
            return;
        var omission = Omissions.Is(j, j.Act.Object);
        if (effect.Kind == EffectKind.Suspended || (omission && effect.Kind is EffectKind.VoidFromStart or EffectKind.VoidFromDay))
        {
            j.Refuse(slot.By, GroundKind.EffectIsOther, remedy.Name, Falls.Words(effect));
            return;
        }

        if (omission || effect.Kind == EffectKind.MustAct)
        {
            Attack.Over(j, remedy, j.Act.Object);
            Omissions.Grant(j, remedy, j.Act.Object);
            RemedyUse.Duties(j, remedy);
            return;
        }

        if (j.View.Look(Relations.MadeBy, j.Act.Object) is { Holds: false, IsOpen: false })
            j.Refuse(slot.By, GroundKind.NotInForce, j.ObjectName);
        Attack.Over(j, remedy, j.Act.Object);
        Falls.Annul(j, remedy, effect, j.Act.Object);
        RemedyUse.Duties(j, remedy);
    }
}
