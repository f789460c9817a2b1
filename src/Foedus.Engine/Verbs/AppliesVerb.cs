using Foedus.Charter.Model;
using Foedus.Engine.Judging;
using Foedus.Engine.Membership;
using Foedus.Engine.Procedures;
using Foedus.Engine.Records;

namespace Foedus.Engine.Verbs;

/// <summary>An applicant applies for admission; where a procedure is laid down, its case begins at the first stage under the applicant's name.</summary>
internal sealed class AppliesVerb : IVerb
{
    public void Judge(Judgement j)
    {
        var what = j.Act.Sort ?? "";
        var applicant = j.Actor;
        if (applicant < 0)
            return;
        var change = new UnitChange(what, [applicant]) { Task = "apply for " + what, As = j.Book.Kind(j.Act.Text) };
        var all = ChangeRules.For(j.Book, change);
        var rule = all.Find(r => ChangeRules.Concerns(j, r, change) != Truth.No);
        if (rule is null)
        {
            if (all.Count == 0)
                j.NoProvision(change.Task);
            foreach (var other in all)
                j.Refuse(other.By, GroundKind.ChangeOfOthers, what, new object?[] { other.Of.Words, j.ActorName });
            return;
        }

        if (what == ChangeWords.Admission)
        {
            if (j.View.Look(Relations.Kind, applicant).Holds)
                j.Refuse(rule.By, GroundKind.IsMember, j.ActorName);
            if (ChangeRules.KindOf(j, rule, change) is { } kind)
                j.Write(Relations.AppliesAs, applicant, j.Roll.Word(kind.Name));
            else
                j.Refuse(rule.By, GroundKind.KindUnsaid, j.ActorName, null, new Need("as what " + j.ActorName + " applies"));
        }

        else if (j.Act.Text is { } standing)
        {
            j.Write(Relations.AppliesAs, applicant, j.Roll.Word(standing));
        }

        j.OwnRight(rule.By, "it applies for itself");
        j.Write(Relations.Change, applicant, j.Roll.Word(what));
        j.Write(Relations.Concerns, applicant, applicant);
        foreach (var slot in rule.DoneBy)
        {
            if (slot is { IsSaid: true, Said.Procedure: { Stages.Count: > 0 } procedure })
            {
                j.Cite(slot.By, GroundKind.Opened, procedure.Name, j.ActorName);
                Openings.Open(j, applicant, [procedure]);
                return;
            }
        }
    }
}
