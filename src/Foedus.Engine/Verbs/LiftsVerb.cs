using Foedus.Engine.Judging;
using Foedus.Engine.Records;
using Foedus.Engine.Remedies;

namespace Foedus.Engine.Verbs;

/// <summary>A suspension is lifted: by whoever decides on it, or by whoever suspended.</summary>
internal sealed class LiftsVerb : IVerb
{
    public void Judge(Judgement j)
    {
        var suspended = j.View.Objects(Relations.SuspendedIn, j.Act.Object).ToList();
        if (suspended.Count == 0)
        {
            j.Refuse(null, GroundKind.NotInForce, "a suspension of " + j.ObjectName);
            return;
        }

        var remedies = RemedyUse.Against(j, r => RemedyUse.CanHave(r, Charter.Model.EffectKind.Suspended));
        if (remedies.Count == 0)
            j.NoProvision("lift the suspension of " + j.ObjectName);
        else
            j.Try(remedies, remedy =>
            {
                if (remedy.Until is { } until)
                {
                    if (!j.Ask(until, out var end))
                        return;
                    if (end.Decides is { } who)
                        j.MayAct(who, until.By);
                    else
                        RemedyUse.UsedBy(j, remedy);
                }
                else
                {
                    RemedyUse.UsedBy(j, remedy);
                }
            });
        foreach (var link in suspended)
            j.Unlink(Relations.SuspendedIn, j.Act.Object, link.Thing);
    }
}
