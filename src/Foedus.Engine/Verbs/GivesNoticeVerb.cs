using Foedus.Charter.Model;
using Foedus.Engine.Clock;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Membership;
using Foedus.Engine.Procedures;
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
            if (MembershipChange.OfOthers(j, what) is { } others)
                j.Refuse(others.By, GroundKind.NoPower, others.Of.Words, j.ActorName);
            else
                j.NoProvision("give notice of " + what);
            return;
        }

        if (change.DoneBy.Find(s => s is { IsSaid: true, Said.Procedure: not null }) is { } through)
        {
            ByProcedure(j, unit, what, through);
            return;
        }

        var lines = change.DoneBy;
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
            MembershipChange.Leave(j, unit, day, change);
        MembershipChange.Fates(j, change);
    }

    /// <summary>The notice opens a procedure, which then stands under the name of the unit.</summary>
    private static void ByProcedure(Judgement j, int unit, string what, Slot<ChangeBy> slot)
    {
        var procedure = slot.Said.Procedure!;
        if (procedure.Opened.Count > 0)
        {
            j.Try(procedure.Opened, opened =>
            {
                if (j.Ask(opened, out var opening))
                    j.MayAct(opening.By, opened.By);
            });
        }

        j.Cite(slot.By, GroundKind.Opened, procedure.Name, j.ActorName);
        j.Write(Relations.Change, unit, j.Roll.Word(what));
        j.Write(Relations.Concerns, unit, unit);
        j.Write(Relations.Text, unit, 1);
        if (procedure.Stages.Count > 0)
            Transition.To(j, unit, j.Book, new Charter.Model.Way(null, null, procedure.Stages[0], null));
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
        var day = time.AfterNotice is { } span ? Periods.After(j.Book.Edition.Time, j.Today, span) : time.AtOnce ? j.Today : j.Act.Day ?? j.Today;
        j.Cite(slot.By, GroundKind.TakesEffect, time.AtOnce ? "at once" : "on " + day);
        return day;
    }
}
