using Foedus.Engine.Judging;
using Foedus.Engine.Records;
using Foedus.Engine.Things;

namespace Foedus.Engine.Verbs;

/// <summary>Whoever a remedy was brought before upholds the act: the remedy ends, and a suspension that it caused with it.</summary>
internal sealed class UpholdsVerb : IVerb
{
    public void Judge(Judgement j)
    {
        var open = j.Book.Edition.Remedies.Where(r => r.To is not null
            && j.View.Holds(Relations.Attacked, j.Act.Object, j.Roll.Add(ThingKind.Remedy, r.Name, j.Act.Object))).ToList();
        if (open.Count == 0)
        {
            j.Refuse(null, GroundKind.NoRemedyOpen, j.ActorName, j.ObjectName);
            return;
        }

        j.Try(open, remedy =>
        {
            j.MayAct(remedy.To!);
            j.Unlink(Relations.Attacked, j.Act.Object, j.Roll.Add(ThingKind.Remedy, remedy.Name, j.Act.Object));
            if (remedy.Meanwhile is { } slot && j.Ask(slot, out var meanwhile) && !meanwhile.InForce)
                j.Unlink(Relations.SuspendedIn, j.Act.Object, 0);
        });
    }
}
