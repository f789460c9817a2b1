using Foedus.Charter.Model;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Membership;
using Foedus.Engine.Records;

namespace Foedus.Engine.Verbs;

/// <summary>A unit gives notice of a change, such as secession; it takes effect when the charter says, and what follows is told or unsaid.</summary>
internal sealed class GivesNoticeVerb : IVerb
{
    public void Judge(Judgement j)
    {
        var what = j.Act.Sort ?? "";
        var unit = j.UnitConcerned;
        if (unit < 0 || !j.View.Look(Relations.Kind, unit).Holds)
        {
            j.Refuse(null, GroundKind.NotAMember, j.ActorName, j.Today);
            return;
        }

        if (MembershipChange.Of(j, what, unit) is not { } change)
        {
            j.NoProvision("give notice of " + what);
            return;
        }

        var lines = change.DoneBy.FindAll(s => s.Fillers.IsEmpty || s.Fillers.Any(f => f.Notice is not null || f.Who is not null));
        if (lines.Count == 0)
        {
            j.NoProvision("give notice of " + what);
            return;
        }

        j.Try(lines, slot =>
        {
            if (!j.Ask(slot, out var by))
                return;
            if ((by.Notice ?? by.Who) is { } who)
                j.MayAct(who, slot.By);
            else
                j.Refuse(slot.By, GroundKind.NoPower, "the procedure " + by.Procedure?.Name, j.ActorName);
        });
        foreach (var only in change.OnlyIf)
        {
            if (j.Ask(only, out var condition))
                j.Holds(condition, unit, only.By);
        }

        j.Write(Relations.Change, unit, j.Roll.Word(what));
        if (Day(j, change) is not { } day)
            return;
        if (what is "secession" or "dissolution")
            MembershipChange.Leave(j, unit, day);
        MembershipChange.Fates(j, change);
    }

    /// <summary>The day on which a change takes effect. Where that is not said the change is made all the same, and its day is reported as unsaid.</summary>
    internal static Day? Day(Judgement j, Change change)
    {
        if (change.TakesEffect is not { } slot)
            return j.Today;
        if (!slot.IsSaid && slot.Fillers.IsEmpty)
        {
            j.Inform(Truth.No, slot.By, GroundKind.FateUnsaid, "the day", null, new Need(slot.Silence!.Address, "", slot.Silence));
            return j.Today;
        }

        if (!j.Ask(slot, out var time))
            return null;
        var day = time.AfterNotice is { } span ? Deadlines.After(j, j.Today, span) : time.AtOnce ? j.Today : j.Act.Day ?? j.Today;
        if (day is { } known)
            j.Cite(slot.By, GroundKind.TakesEffect, time.AtOnce ? "at once" : "on " + known);
        return day;
    }
}
