using Foedus.Charter.Model;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Law;
using Foedus.Engine.Membership;
using Foedus.Engine.Procedures;
using Foedus.Engine.Records;
using Foedus.Engine.Things;

namespace Foedus.Engine.Verbs;

/// <summary>
/// Whoever gave notice of a change takes it back before it takes effect, where the charter lets it: the procedure that the notice opened is over,
/// and what the notice made falls before it begins.
/// </summary>
internal sealed class WithdrawsNoticeVerb : IVerb
{
    public void Judge(Judgement j)
    {
        var what = j.Act.Sort ?? "";
        var unit = j.Act.Object >= 0 ? j.Act.Object : j.UnitOf(j.Actor);
        var given = unit < 0 ? default : j.View.Look(Relations.NoticeDay, unit);
        if (!given.Holds || !j.View.TryValue(Relations.Change, unit, out var word) || !string.Equals(j.Roll.WordOf(word), what, StringComparison.Ordinal))
        {
            j.Refuse(null, GroundKind.NoNotice, unit < 0 ? j.ActorName : j.Roll.NameOf(unit), what);
            return;
        }

        var made = Made(j, unit, j.State.Store[given.Version].Recorded, out var source);
        if (made && j.View.Look(Relations.InForce, unit) is { Holds: true, Version: >= 0 and var force } && j.State.Store[force].Source == source)
        {
            j.Refuse(null, GroundKind.NoticeInEffect, j.Roll.NameOf(unit), what);
            return;
        }

        Power(j, unit, what);
        if (j.View.Look(Relations.Stage, unit).Holds)
        {
            Transition.Stop(j, unit);
            j.End(Relations.Stage, unit);
        }

        if (made)
            j.Challenge(source, SourceStanding.Void, Day.Min, Day.Max);
        foreach (var relation in (ReadOnlySpan<int>)[Relations.Change, Relations.NoticeDay, Relations.NoticeBy, Relations.SaysDay])
        {
            if (j.View.Look(relation, unit).Holds)
                j.End(relation, unit);
        }
    }

    /// <summary>Only who gave it, and only where it may be taken back.</summary>
    private static void Power(Judgement j, int unit, string what)
    {
        var change = new UnitChange(what, [unit]) { Task = "withdraw a notice of " + what };
        var rule = ChangeRules.For(j.Book, change).Find(r => ChangeRules.Concerns(j, r, change) != Truth.No);
        if (rule is null)
        {
            j.NoProvision(change.Task);
            return;
        }

        var giver = j.View.TryValue(Relations.NoticeBy, unit, out var by) ? (int)by : unit;
        if (j.Act.By.All(d => IsGiver(j, d, giver)))
            j.OwnRight(rule.By, "it gave the notice");
        else
            j.Refuse(rule.By, GroundKind.NoPower, j.Roll.NameOf(giver), j.ActorName, new Need(j.Roll.NameOf(giver), j.Roll.NameOf(giver)));
        if (rule.Withdrawn is not { } slot || !j.Ask(slot, out var may))
            return;
        if (may)
            j.Cite(slot.By, GroundKind.NoticeWithdrawn, what);
        else
            j.Refuse(slot.By, GroundKind.NoticeStands, what);
    }

    private static bool IsGiver(Judgement j, int doer, int giver) =>
        Repeals.IsOrSucceeds(j, doer, giver) == Truth.Yes || (j.Roll[doer].Kind == ThingKind.Unit && j.UnitOf(giver) == doer);

    /// <summary>Whether the notice, or the procedure that it opened, has made a change, and the source of that.</summary>
    private static bool Made(Judgement j, int unit, int since, out int source)
    {
        source = 0;
        var written = Standing.Versions.Written(j, FactKey.Of(Relations.MadeBy, unit));
        if (written < 0 || j.State.Store[written].Recorded < since)
            return false;
        source = j.State.Store[written].Source;
        return true;
    }
}
