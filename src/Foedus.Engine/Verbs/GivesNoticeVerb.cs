using Foedus.Charter.Model;
using Foedus.Engine.Judging;
using Foedus.Engine.Membership;
using Foedus.Engine.Procedures;
using Foedus.Engine.Records;

namespace Foedus.Engine.Verbs;

/// <summary>
/// Notice is given of a change: by a unit of its own secession, or by somebody of what is to happen to a unit. It makes the change where the
/// charter lets a notice make it, and opens the procedure where one is laid down.
/// </summary>
internal sealed class GivesNoticeVerb : IVerb
{
    public void Judge(Judgement j)
    {
        var what = j.Act.Sort ?? "";
        var unit = j.Act.Object >= 0 ? j.Act.Object : j.UnitOf(j.Actor);
        if (unit < 0 || !j.View.Look(Relations.Kind, unit).Holds)
        {
            j.Refuse(null, GroundKind.NotAMember, unit < 0 ? j.ActorName : j.Roll.NameOf(unit), j.Today);
            return;
        }

        var change = MatterChange.Of(j.Book.Kind(j.Act.Standing), what, [unit, .. j.Act.Things], j.Act.Into, j.Act.Standing)
            with { Task = "give notice of " + what, Says = j.Act.Day };
        if (!ChangeWords.Changes.Contains(what) || what == ChangeWords.Admission)
        {
            j.NoProvision(change.Task);
            return;
        }

        MatterChange.SaysNoMore(j, change, !j.Act.Into.IsEmpty, j.Act.Standing is not null, ChangeRules.For(j.Book, change) is [var first, ..] ? first.By : null);
        var concerning = ChangeRules.For(j.Book, change).Find(r => ChangeRules.Concerns(j, r, change) != Truth.No);
        if (concerning?.DoneBy.Find(s => s is { IsSaid: true, Said.Procedure: not null }) is { } opens)
        {
            j.Concern([.. change.Units.Distinct()]);
            ChangeDay.IsTooEarly(j, concerning, change);
            ByProcedure(j, unit, what, opens);
            return;
        }

        if (!MatterChange.IsWhole(j, change, unit, ChangeRules.For(j.Book, change) is [var rule, ..] ? rule.By : null))
            return;
        Changes.Make(j, change, new ChangeWay.ByNotice());
        Given(j, unit, what);
    }

    private static void Given(Judgement j, int unit, string what)
    {
        j.Write(Relations.Change, unit, j.Roll.Word(what));
        if (j.Actor >= 0)
            j.Write(Relations.NoticeBy, unit, j.Actor);
        j.Write(Relations.NoticeDay, unit, j.Today.Number);
        if (j.Act.Day is { } day)
            j.Write(Relations.SaysDay, unit, day.Number);
        else if (j.View.Look(Relations.SaysDay, unit).Holds)
            j.End(Relations.SaysDay, unit);
    }

    /// <summary>The notice opens a procedure, which then stands under the name of the unit.</summary>
    private static void ByProcedure(Judgement j, int unit, string what, Slot<ChangeBy> slot)
    {
        var procedure = slot.Said.Procedure!;
        j.Cite(slot.By, GroundKind.Opened, procedure.Name, j.ActorName);
        Given(j, unit, what);
        j.Write(Relations.Concerns, unit, unit);
        Openings.Concerns(j, unit);
        Openings.Open(j, unit, [procedure]);
    }
}
