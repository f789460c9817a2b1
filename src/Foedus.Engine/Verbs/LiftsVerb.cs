using Foedus.Charter.Model;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Law;
using Foedus.Engine.Records;
using Foedus.Engine.Remedies;
using Foedus.Engine.Things;

namespace Foedus.Engine.Verbs;

/// <summary>A suspension is lifted: by whoever decides on it, else by whoever suspended; of a legal act, or of the membership of a unit.</summary>
internal sealed class LiftsVerb : IVerb
{
    public void Judge(Judgement j)
    {
        var it = j.Act.Object;
        if (it >= 0 && j.View.Look(Relations.MembershipSuspended, it).Holds)
        {
            Unit(j, it);
            return;
        }

        var suspended = j.View.Objects(Relations.SuspendedIn, it).ToList().FindAll(l => !Falls.IsOver(j, l));
        var pending = j.View.Objects(Relations.SuspendedPending, it).ToList();
        if (suspended.Count == 0 && pending.Count == 0)
        {
            j.Refuse(null, GroundKind.NotInForce, "a suspension of " + j.ObjectName);
            return;
        }

        foreach (var link in pending)
            Pending(j, it, link.Thing);
        if (suspended.Count == 0)
            return;
        var names = suspended.Select(l => l.Value > 1 ? j.Roll[(int)l.Value - 1].Name : "").ToList();
        var remedies = new List<Remedy>();
        foreach (var remedy in j.Book.Remedies)
        {
            if (names.Contains(remedy.Name, StringComparer.Ordinal))
                remedies.Add(remedy);
        }

        if (remedies.Count == 0)
            j.NoProvision("lift the suspension of " + j.ObjectName);
        else
            j.Try(remedies, remedy => Decided(j, remedy, it));
        foreach (var link in suspended)
            j.Unlink(Relations.SuspendedIn, it, link.Thing);
        if (LegalActs.TrySource(j, it, out var source) && j.View.StandingOf(source) == SourceStanding.Suspended)
            Falls.Revive(j, it, source);
    }

    private static void Decided(Judgement j, Remedy remedy, int it)
    {
        if (remedy.Until is { } until)
        {
            if (!j.Ask(until, out var end))
                return;
            if (end.Decides is { } who)
            {
                j.MayAct(who, until.By);
                return;
            }
        }

        BySuspender(j, it, Relations.SuspendedBy, remedy.By);
    }

    /// <summary>A suspension for as long as a remedy is pending is lifted by whoever may suspend, or before whom it is.</summary>
    private static void Pending(Judgement j, int it, int brought)
    {
        var name = j.Roll[brought].Name;
        foreach (var remedy in j.Book.Remedies)
        {
            if (!string.Equals(remedy.Name, name, StringComparison.Ordinal))
                continue;
            if (remedy.Meanwhile is { } slot && j.Ask(slot, out var meanwhile) && meanwhile.UnlessSuspendedBy is { } who)
                j.MayAct(who, slot.By);
            else if (remedy.To is { } to)
                j.MayAct(to);
            else
                j.NoProvision("lift the suspension of " + j.ObjectName);
            j.Unlink(Relations.SuspendedPending, it, brought);
            return;
        }
    }

    /// <summary>Whoever suspended a unit lets it back; nothing revives, since nothing had ended.</summary>
    private static void Unit(Judgement j, int unit)
    {
        var rule = Membership.ChangeRules.Unpack(j.State.Books, j.View.Look(Relations.MembershipSuspended, unit).Value);
        BySuspender(j, unit, Relations.Maker, rule.By);
        j.End(Relations.MembershipSuspended, unit);
        j.End(Relations.InForce, unit);
    }

    private static void BySuspender(Judgement j, int it, int relation, Provision by)
    {
        if (!j.View.TryValue(relation, it, out var suspender))
        {
            j.NoProvision("lift the suspension of " + j.ObjectName);
            return;
        }

        var all = Truth.Yes;
        foreach (var doer in j.Act.By)
            all = all.And(Repeals.IsOrSucceeds(j, doer, (int)suspender));
        if (all == Truth.Yes)
            j.Cite(by, GroundKind.Power, j.ActorName);
        else
            j.Note(all, by, GroundKind.NoPower, j.Roll.NameOf((int)suspender), j.ActorName, new Need(j.Roll.NameOf((int)suspender), j.Roll.NameOf((int)suspender)));
    }
}
