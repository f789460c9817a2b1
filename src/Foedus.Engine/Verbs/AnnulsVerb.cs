using Foedus.Charter.Model;
using Foedus.Engine.Judging;
using Foedus.Engine.Records;
using Foedus.Engine.Remedies;
using Foedus.Engine.Things;

namespace Foedus.Engine.Verbs;

/// <summary>A legal act is annulled: by whom the charter gives that power, or by whoever a remedy against it was brought before.</summary>
internal sealed class AnnulsVerb : IVerb
{
    public void Judge(Judgement j)
    {
        if (!j.View.TryValue(Relations.Sort, j.Act.Object, out _))
        {
            j.Refuse(null, GroundKind.UnknownThing, j.ObjectName);
            return;
        }

        var remedies = RemedyUse.Against(j, r => Open(j, r) || (r.To is null && RemedyUse.CanHave(
            r, Charter.Model.EffectKind.VoidFromStart, Charter.Model.EffectKind.VoidFromDay)));
        if (remedies.Count == 0)
            j.NoProvision("annul " + j.ObjectName);
        else
            j.Try(remedies, remedy => Annul(j, remedy));
    }

    private static bool Open(Judgement j, Remedy remedy) =>
        remedy.To is not null && j.View.Holds(Relations.Attacked, j.Act.Object, j.Roll.Add(ThingKind.Remedy, remedy.Name, j.Act.Object));

    private static void Annul(Judgement j, Remedy remedy)
    {
        if (!RemedyUse.Lies(j, remedy))
            return;
        if (remedy.To is { } to)
        {
            j.MayAct(to);
            j.Unlink(Relations.Attacked, j.Act.Object, j.Roll.Add(ThingKind.Remedy, remedy.Name, j.Act.Object));
        }
        else
        {
            RemedyUse.UsedBy(j, remedy);
            RemedyUse.Conditions(j, remedy);
        }

        Invalidation.Write(j, remedy);
        RemedyUse.Duties(j, remedy);
    }
}
