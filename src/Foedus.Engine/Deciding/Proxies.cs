using Foedus.Charter.Model;
using Foedus.Engine.Judging;
using Foedus.Engine.Mandates;
using Foedus.Engine.Records;
using Foedus.Engine.Things;

namespace Foedus.Engine.Deciding;

/// <summary>Votes that members give to others: only where the rule lets them, no more to one than it lets, and never passed on.</summary>
internal static class Proxies
{
    /// <summary>Whether the doer may cast for a voter: for itself, holding its vote, or as a substitute in its place. What bars it is noted.</summary>
    public static bool MayCast(Judgement j, Poll poll, int voter)
    {
        if (voter == j.Actor || j.Act.Other < 0)
            return true;
        if (HolderOf(j, voter, poll.Matter) == j.Actor)
        {
            // A vote that was given is given for the bodies whose rule lets it be.
            var name = poll.Bodies.Count > 0 ? poll.Bodies[0].Name : j.Roll.NameOf(poll.Electors);
            if (Rule(poll) is not { } rule)
            {
                j.NoProvision("cast the vote of another in " + name);
                return false;
            }

            if (!j.Ask(rule, out var most))
                return false;
            if (most == 0)
                j.Refuse(rule.By, GroundKind.NoProxies, name);
            else
                j.Cite(rule.By, GroundKind.HoldsVote, j.ActorName, j.Roll.NameOf(voter));
            return most != 0;
        }

        if (Substitution.Of(j, poll.Bodies, j.Actor, voter) is { } substitutes)
        {
            foreach (var other in poll.Record.Tellers())
            {
                if (other == voter || !poll.Record.Of(other).Exists(a => a.Other == other && a.By.Contains(j.Actor)) || HolderOf(j, other, poll.Matter) == j.Actor)
                    continue;
                j.Refuse(substitutes.By, GroundKind.SatForAnother, j.ActorName, j.Roll.NameOf(other));
                return false;
            }

            j.Cite(substitutes.By, GroundKind.SitsForMember, j.ActorName, j.Roll.NameOf(voter));
            return true;
        }

        j.Refuse(Rule(poll)?.By, GroundKind.NotItsProxy, j.ActorName, j.Roll.NameOf(voter), new Need(j.Roll.NameOf(voter) + " gives its vote to " + j.ActorName, j.Roll.NameOf(voter)));
        return false;
    }

    /// <summary>To whom a voter has given its vote for a matter, or for all; -1: to nobody.</summary>
    public static int HolderOf(Inquiry inquiry, int voter, int matter)
    {
        var holder = -1;
        foreach (var link in inquiry.View.Objects(Relations.Proxy, voter))
        {
            if (link.Value == matter || (link.Value == Roll.Federation && holder < 0))
                holder = link.Thing;
        }

        return holder;
    }

    /// <summary>A member gives its vote to another, for a matter or until it takes it back.</summary>
    public static void Give(Judgement j, Poll poll, LaidVote vote)
    {
        var (giver, holder) = (j.Actor, j.Act.Other);
        if (Rule(poll) is not { } slot)
        {
            j.NoProvision("give its vote to another in " + vote.Roll.Name);
            return;
        }

        if (!j.Ask(slot, out var most))
            return;
        if (most == 0)
            j.Refuse(slot.By, GroundKind.NoProxies, vote.Roll.Name);
        foreach (var one in new[] { giver, holder })
        {
            if (vote.Roll.Find(one, out var reason).Count > 0)
                continue;
            if (vote.Roll.Unrecorded(one, _ => true) >= 0)
                vote.Roll.Doubt(one);
            else
                j.Refuse(reason.By, reason.Why, j.Roll.NameOf(one), reason.What);
        }

        if (giver == holder)
            j.Refuse(slot.By, GroundKind.NotItsProxy, j.ActorName, j.ActorName);
        var matter = j.Act.Object >= 0 ? j.Act.Object : Roll.Federation;
        if (HolderOf(j, holder, matter) >= 0)
            j.Refuse(slot.By, GroundKind.GaveItsVote, j.Roll.NameOf(holder), j.Roll.NameOf(HolderOf(j, holder, matter)));
        var held = 0;
        foreach (var member in vote.Roll.Places.Select(p => p.Holder >= 0 ? p.Holder : p.Unit).Where(m => m >= 0 && m != giver).Distinct())
        {
            if (HolderOf(j, member, matter) == holder)
                held++;
            if (HolderOf(j, member, matter) == giver)
                j.Refuse(slot.By, GroundKind.PassesOn, j.ActorName, j.Roll.NameOf(member));
        }

        if (most > 0 && held >= most)
            j.Refuse(slot.By, GroundKind.HoldsEnough, j.Roll.NameOf(holder), new object?[] { held, most });
        if (j.Act.Object >= 0 && poll.Record.HasTold(giver))
            j.Refuse(slot.By, GroundKind.AnsweredAlready, j.ActorName);
        else if (j.Act.Object >= 0 && OtherNames.WhoCast(j, poll, vote.Roll, giver) is { Count: > 0 } others && poll.Rules().SelectMany(c => c).Any(c => poll.Lay(c, spare: giver) is { } laid && laid.Left(giver).IsZero))
            j.Refuse(slot.By, GroundKind.PlaceHasVoted, j.ActorName, string.Join(", ", others.Select(j.Roll.NameOf)));
        j.Cite(slot.By, GroundKind.Power, j.ActorName);
        j.Link(Relations.Proxy, giver, holder, matter);
    }

    /// <summary>Whether the rule of a poll lets a vote be given to another, or may let it.</summary>
    public static bool MayBeGiven(Poll poll) => Rule(poll) is { } slot && (!slot.IsSaid || slot.Said > 0);

    private static Slot<int>? Rule(Poll poll) =>
        poll.Rules().SelectMany(c => c).Select(c => c.First(r => r.ProxyAtMost)).FirstOrDefault(s => s is not null);
}
