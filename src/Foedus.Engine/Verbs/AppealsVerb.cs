using Foedus.Charter.Model;
using Foedus.Engine.Judging;
using Foedus.Engine.Records;
using Foedus.Engine.Remedies;

namespace Foedus.Engine.Verbs;

/// <summary>A remedy is brought before somebody; meanwhile the act stands or is suspended, as the charter says.</summary>
internal sealed class AppealsVerb : IVerb
{
    public void Judge(Judgement j)
    {
        if (!Attack.IsThere(j, j.Act.Object))
            return;

        var remedies = Attack.Lying(j, j.Act.Object, Attack.IsBrought);
        if (remedies.Count == 0)
            j.NoProvision("appeal against " + j.ObjectName);
        else
            j.Try(remedies, remedy => Bring(j, remedy));
    }

    private static void Bring(Judgement j, Remedy remedy)
    {
        if (!Attack.Lies(j, remedy, j.Act.Object))
            return;
        if (Attack.IsPending(j, remedy, j.Act.Object)
            && j.Act.By.All(d => j.View.Holds(Relations.BroughtBy, Attack.Case(j, remedy, j.Act.Object), d)))
        {
            j.Refuse(remedy.By, GroundKind.BroughtAlready, remedy.Name, j.ObjectName, new Need("a decision on it"));
            return;
        }

        Attack.UsedBy(j, remedy);
        if (Before(j, remedy) is not { } before)
            return;
        if (j.Act.Other >= 0 && j.IsOneOf(j.Act.Other, before.Who) == Truth.No)
            j.Refuse(before.By, GroundKind.RemedyNotBefore, remedy.Name, j.Roll.NameOf(j.Act.Other), new Need("to " + before.Who.Words, before.Who.Words));
        Attack.Conditions(j, remedy, j.Act.Object);
        Bringing.Write(j, remedy, j.Act.Object);
        RemedyUse.Duties(j, remedy);
    }

    private static (Who Who, Provision By)? Before(Judgement j, Remedy remedy)
    {
        if (remedy.To is { } to)
            return j.Ask(to, out var who) ? (who, to.By) : null;
        return j.Ask(remedy.Effect!, out var effect) ? (effect.DecidedBy!, remedy.Effect!.By) : null;
    }
}
