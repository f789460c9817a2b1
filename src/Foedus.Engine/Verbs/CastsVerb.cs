using Foedus.Charter.Model;
using Foedus.Counting;
using Foedus.Engine.Acts;
using Foedus.Engine.Deciding;
using Foedus.Engine.Judging;
using Foedus.Engine.Mandates;
using Foedus.Engine.Procedures;
using Foedus.Engine.Records;
using Foedus.Engine.Things;

namespace Foedus.Engine.Verbs;

/// <summary>
/// One voter casts its votes, whole or divided, for itself or for another who gave it its vote, and never more than it has. What is cast adds
/// up until the poll is closed; the last cast closes it.
/// </summary>
internal sealed class CastsVerb : IVerb
{
    public void Judge(Judgement j)
    {
        if (!Answering.IsPending(j, j.Act.Object))
            return;
        var voter = j.Act.Other >= 0 ? j.Act.Other : j.Actor;
        var polls = PollAt.Open(j, j.Act.Object, out var stage, out var hearing);
        if (stage is not null && !MayGoOn(j, stage))
            return;
        var (voting, refused) = (new List<(Poll Poll, int Voter)>(), (LaidVote?)null);
        var mark = j.Marked();
        foreach (var open in polls)
        {
            foreach (var chain in open.Rules().SelectMany(c => c).Take(1))
            {
                if (open.Lay(chain, withCasts: false) is not { } vote)
                    return;
                var one = j.Act.Other >= 0 ? voter : vote.Roll.NameOf(j.Act.By.AsSpan());
                if (vote.Roll.Find(one, out var reason).Count > 0 || (j.Act.By.Length == 1 && vote.Roll.Unrecorded(one, _ => true) >= 0))
                    voting.Add((open, one));
                else if (reason.Why != GroundKind.NotAVoter && voting.Count == 0)
                    refused ??= vote;
            }

            // At a stage it is said who votes; a motion beside all procedures is that of a body in which the voter can cast so.
            if (stage is not null && (voting.Count > 0 || refused is not null))
                break;
        }

        if (voting.Count == 0)
        {
            j.ForgetSince(mark);
            if (refused is not null)
                refused.LayCast(voter, j.Act.Tallies);
            else if (polls.Find(p => Substitution.IsOf(j, p.Bodies, voter)) is { } place)
                j.Refuse(place.Bodies[0].Body.By, GroundKind.SitsForNobody, j.Roll.NameOf(voter), place.Bodies[0].Name, new Need("`casts for` the member in whose place " + j.Roll.NameOf(voter) + " sits"));
            else
                j.Refuse(polls.Count > 0 && polls[0].Bodies.Count > 0 ? polls[0].Bodies[0].Body.By : null, GroundKind.NotAVoter, j.Roll.NameOf(voter), string.Join(", ", polls.SelectMany(p => p.By).Select(j.Roll.NameOf)));
            return;
        }

        var (poll, by) = voting.Count == 1 ? voting[0] : voting.Find(v => CanCast(j, v.Poll, v.Voter)) is { Poll: not null } able ? able : voting[0];
        Cast(j, poll, by, stage, hearing, isOnly: voting.Count == 1);
    }

    /// <summary>Whether what is cast would be in order in a poll; nothing is noted.</summary>
    private static bool CanCast(Judgement j, Poll poll, int voter)
    {
        var mark = j.Marked();
        var can = Proxies.MayCast(j, poll, voter);
        foreach (var chain in poll.Rules().SelectMany(c => c))
        {
            can = can && poll.Lay(chain, withCasts: false) is { } vote && LayBefore(j, poll, vote, voter) && Lays(vote)
                && !(vote.Weights.Rule is { IsUndivided: true } && Divides(j, poll, voter));
        }

        j.ForgetSince(mark);
        return can;

        bool Lays(LaidVote vote)
        {
            vote.LayCast(voter, j.Act.Tallies);
            return vote.IsSound;
        }
    }

    private static bool MayGoOn(Judgement j, Stage stage)
    {
        var met = Truth.Yes;
        foreach (var after in stage.OnlyAfter)
        {
            if (j.Ask(after, out var condition))
                met = met.And(j.Holds(condition, j.Act.Object, after.By));
        }

        return met != Truth.No;
    }

    private static void Cast(Judgement j, Poll poll, int voter, Stage? stage, Hearing? hearing, bool isOnly)
    {
        if (!Proxies.MayCast(j, poll, voter))
            return;
        LaidVote? first = null;
        foreach (var chain in poll.Rules().SelectMany(c => c))
        {
            if (poll.Secret(chain) is { } secret && j.Act.Tallies.Any(t => t.Side is not (Side.Absent or Side.NotTakingPart)))
            {
                j.Refuse(secret, GroundKind.SecretBallot, j.Roll.NameOf(voter), null, new Need("the numbers without names"));
                return;
            }

            if (poll.Lay(chain, withCasts: false) is not { } vote)
                return;
            if (!LayBefore(j, poll, vote, voter))
                return;
            if (vote.Weights.Rule is { IsUndivided: true } && Divides(j, poll, voter))
            {
                j.Refuse(chain.First(r => r.Votes)!.By, GroundKind.Divided, j.Roll.NameOf(voter), null, new Need("all its votes on one side"));
                return;
            }

            vote.LayCast(voter, j.Act.Tallies);
            if (!vote.IsSound)
                return;
            first ??= vote;
            var weight = chain.First(r => r.Votes);
            j.Cite(weight?.By ?? chain.Leading.By, GroundKind.VotesOf, j.Roll.NameOf(voter), new object?[] { Cast(vote, voter), poll.Bodies.Count > 0 ? poll.Bodies[0].Name : j.Roll.NameOf(poll.Electors) });
        }

        if (first is null)
        {
            j.Note(Truth.Open, null, GroundKind.NoRule, string.Join(", ", poll.By.Select(j.Roll.NameOf)), null, new Need("a rule of decision"));
            return;
        }

        j.Link(Relations.Ballot, j.Act.Object, voter, j.State.Known + 1);

        // Whose motion it is, where it may be that of several bodies, shows when one of them closes the vote.
        if (isOnly || stage is not null)
            CloseIfComplete(j, poll, first, voter, stage, hearing);
    }

    /// <summary>Lays what was cast of these places before, under whatever name; false, with the reason, if nothing is left.</summary>
    private static bool LayBefore(Judgement j, Poll poll, LaidVote vote, int voter)
    {
        var places = vote.Roll.Find(voter, out _);
        var others = OtherNames.WhoCast(j, poll, vote.Roll, voter);
        foreach (var name in others.Append(voter))
        {
            foreach (var act in poll.Record.Of(name))
                vote.LayRecorded(name, act.Tallies, places);
        }

        if (others.Count == 0 || !vote.IsSound || (places.Count > 0 && !vote.Left(voter).IsZero))
            return vote.IsSound;
        vote.Refuse(
            poll.Bodies.Count > 0 ? poll.Bodies[0].Body.By : null, GroundKind.PlaceHasVoted, j.Roll.NameOf(voter),
            string.Join(", ", others.Select(j.Roll.NameOf)), new Need("a vote of " + j.Roll.NameOf(voter) + " that is not cast yet"));
        return false;
    }

    private static bool Divides(Judgement j, Poll poll, int voter)
    {
        var sides = j.Act.Tallies.Concat(poll.Record.Of(voter).SelectMany(a => a.Tallies)).Select(t => t.Side).Distinct();
        return sides.Skip(1).Any();
    }

    private static Ratio Cast(LaidVote vote, int voter)
    {
        var all = Ratio.Zero;
        foreach (var i in vote.Roll.Find(voter, out _))
            all += vote.Weights.AllVotes(vote.Roll.Places[i]).Low;
        return all.IsZero ? Ratio.One : all;
    }

    private static long PlacesOf(LaidVote vote, int voter) =>
        vote.Roll.Find(voter, out _) is { Count: > 0 } found ? found.Sum(i => vote.Roll.Places[i].Count.Least.TryToInt64(out var n) ? n : 1) : 1;

    /// <summary>The vote is over with the last cast.</summary>
    private static void CloseIfComplete(Judgement j, Poll poll, LaidVote vote, int voter, Stage? stage, Hearing? hearing)
    {
        if (vote.Roll.Size is not { IsExact: true, Least: var size } || !size.TryToInt64(out var places))
            return;
        if (!vote.Left(voter).IsZero)
            return;
        var own = PlacesOf(vote, voter);

        // With the last of its members a unit is through that had cast some of their votes.
        foreach (var unit in vote.Roll.Find(voter, out _).Select(i => vote.Roll.Places[i].Unit).Where(u => u >= 0 && u != voter && poll.Record.HasTold(u)).Distinct())
            own = vote.Left(unit).IsZero ? Math.Max(own, PlacesOf(vote, unit)) : own;
        var complete = poll.Record.Complete(poll.By[0]) + own;
        poll.Record.Keep(j, poll.By[0], complete);
        if (complete < places)
            return;
        poll.TellCast(voter, j.Act.Tallies);
        if (poll.Rules().SelectMany(c => c).All(c => poll.Lay(c) is { } all && all.IsComplete))
        {
            var answering = stage is null ? null : Answering.Begin(j, j.Act.Object, answers: false);
            PollEnd.Close(j, poll, answering);
        }

        _ = hearing;
    }
}
