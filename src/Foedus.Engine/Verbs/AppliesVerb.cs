using Foedus.Engine.Judging;
using Foedus.Engine.Membership;
using Foedus.Engine.Procedures;
using Foedus.Engine.Records;
using Foedus.Charter.Model;

namespace Foedus.Engine.Verbs;

/// <summary>An applicant applies for admission; where a procedure is laid down, its case begins at the first stage under the applicant's name.</summary>
internal sealed class AppliesVerb : IVerb
{
    public void Judge(Judgement j)
    {
        var what = j.Act.Sort ?? "";
        var applicant = j.Actor;
        if (MembershipChange.Of(j, what, applicant, joining: true) is not { } change)
        {
            j.NoProvision("apply for " + what);
            return;
        }

        if (change.Of.Parties.Select(p => p.UnitKind).FirstOrDefault(k => k is not null) is { } kind)
        {
            if (j.View.Holds(Relations.OfKind, j.Roll.Word(kind.Name), applicant))
                j.Refuse(change.By, GroundKind.IsMember, j.ActorName);
            AdmitsVerb.Eligible(j, kind);
        }

        j.Cite(change.By, GroundKind.Recorded);
        j.Write(Relations.Change, applicant, j.Roll.Word(what));
        j.Write(Relations.Concerns, applicant, applicant);
        foreach (var slot in change.DoneBy)
        {
            if (slot is { IsSaid: true, Said.Procedure: { Stages.Count: > 0 } procedure })
            {
                j.Cite(slot.By, GroundKind.Opened, procedure.Name, j.ActorName);
                j.Write(Relations.Text, applicant, 1);
                Transition.To(j, applicant, j.Book, new Way(null, null, procedure.Stages[0], null));
                return;
            }
        }
    }
}
