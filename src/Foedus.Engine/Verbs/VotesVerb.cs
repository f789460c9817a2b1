using Foedus.Charter.Model;
using Foedus.Engine.Acts;
using Foedus.Engine.Bodies;
using Foedus.Engine.Deciding;
using Foedus.Engine.Judging;
using Foedus.Engine.Procedures;
using Foedus.Engine.Records;
using Foedus.Engine.Things;

namespace Foedus.Engine.Verbs;

/// <summary>A body votes: the count is decided by its rule, and the matter goes where the outcome sends it.</summary>
internal sealed class VotesVerb : IVerb
{
    public void Judge(Judgement j)
    {
        if (NobodyWithoutVote(j) | NobodyTwice(j))
            return;
        if (!j.View.Look(Relations.Stage, j.Act.Object).Holds)
        {
            Motion(j);
            return;
        }

        if (Answering.Begin(j, j.Act.Object) is not { } answering)
            return;
        if (Pooled(j, answering) is not { } votes)
            return;
        var result = VoteCount.Decide(j, votes, answering.Stage, j.Act.Object);
        Give(j, answering, votes, result);
    }

    /// <summary>A motion outside any procedure is decided by the body's own rule.</summary>
    private static void Motion(Judgement j)
    {
        if (j.BodyOf(j.Actor) is not { } body)
        {
            var electors = j.Actor >= 0 && j.Roll[j.Actor].Kind == ThingKind.Electors;
            j.Refuse(null, electors ? GroundKind.UnknownThing : GroundKind.NotAVoter, electors ? j.ObjectName : j.ActorName, j.ObjectName);
            return;
        }

        var result = VoteCount.Decide(j, [(body, j.Act.Tallies)], null, j.Act.Object);
        j.Result = OutcomeOf(result);
        if (result == VoteResult.Open)
            return;
        Answers.Outside(j, result == VoteResult.Carried ? StageOutcome.Approval : StageOutcome.Rejection);
    }

    /// <summary>The votes of one body; at a joint sitting those of every body, which may be reported one by one. Null while some are missing.</summary>
    private static List<(BodyAt? Body, IReadOnlyList<Tally> Tallies)>? Pooled(Judgement j, Answering answering)
    {
        var parties = answering.Hearing.Before.Parties;
        if (answering.Hearing.Order != HearingOrder.Together || j.Act.By.Length > 1 || parties.Length < 2)
            return [(Combined(j), j.Act.Tallies)];
        var votes = new List<(BodyAt? Body, IReadOnlyList<Tally> Tallies)> { (j.BodyOf(j.Actor), j.Act.Tallies) };
        var waiting = new List<string>();
        foreach (var party in parties.Where(p => p.Body is not null && j.Book.ThingOf(p.Body) != j.Actor))
        {
            if (j.View.TryValue(Relations.Ballot, j.Act.Object, j.Book.ThingOf(party.Body!), out var packed))
                votes.Add((new BodyAt(party.Body!), PackedTally.Unpack(packed)));
            else
                waiting.Add(party.Words);
        }

        if (waiting.Count == 0)
            return votes;
        j.Link(Relations.Ballot, j.Act.Object, j.Actor, PackedTally.Pack(j.Act.Tallies));
        j.Cite(answering.Stage.By, GroundKind.Waits, j.ActorName, string.Join(", ", waiting));
        return null;
    }

    /// <summary>Several bodies named together vote as one: their members are counted together.</summary>
    private static BodyAt? Combined(Judgement j) => j.BodyOf(j.Actor);

    private static void Give(Judgement j, Answering answering, List<(BodyAt? Body, IReadOnlyList<Tally> Tallies)> votes, VoteResult result)
    {
        j.Result = OutcomeOf(result);
        answering.AsOne = answering.Hearing.Order == HearingOrder.Together;
        switch (result)
        {
            case VoteResult.Carried:
                answering.Give(StageOutcome.Approval, ByRule);
                break;
            case VoteResult.Lost:
                answering.Give(StageOutcome.Rejection, ByRule);
                break;
            case VoteResult.Tied:
                answering.Give(StageOutcome.Tie, ByRule);
                break;
            case VoteResult.NoQuorum:
                j.Cite(answering.Stage.By, GroundKind.AtStage, j.ObjectName, answering.Stage.Name);
                break;
        }

        // Some texts ask a majority of its own for rejecting: the noes are then counted as those in favour of it.
        bool ByRule(DecisionRule rule, StageOutcome outcome) =>
            VoteCount.Decide(j, outcome == StageOutcome.Rejection ? Swapped(votes) : votes, answering.Stage, j.Act.Object, rule) == VoteResult.Carried;
    }

    private static List<(BodyAt? Body, IReadOnlyList<Tally> Tallies)> Swapped(List<(BodyAt? Body, IReadOnlyList<Tally> Tallies)> votes) =>
        [.. votes.Select(v => (v.Body, (IReadOnlyList<Tally>)[.. v.Tallies.Select(t => t with
        {
            Side = t.Side switch
            {
                Side.For => Side.Against,
                Side.Against => Side.For,
                _ => t.Side,
            },
        })]))];

    internal static Outcome OutcomeOf(VoteResult result) => result switch
    {
        VoteResult.Carried => Outcome.Carried,
        VoteResult.Lost => Outcome.Lost,
        VoteResult.Tied => Outcome.Tied,
        VoteResult.NoQuorum => Outcome.NoQuorum,
        _ => Outcome.None,
    };

    /// <summary>Notes everybody named in the count who has a voice only, or no vote for the time being.</summary>
    private static bool NobodyWithoutVote(Judgement j)
    {
        var barred = false;
        foreach (var doer in j.Act.By)
        {
            if (j.Book.BodyOf(doer) is not { } body)
                continue;
            foreach (var voter in j.Act.Tallies.Where(t => t.Side is Side.For or Side.Against or Side.Abstaining).SelectMany(t => t.Units))
                barred |= Voting.Barred(j, body, voter);
        }

        return barred;
    }

    /// <summary>Notes everybody named more than once in the count; the same vote cannot be on two sides.</summary>
    private static bool NobodyTwice(Judgement j)
    {
        var seen = new Dictionary<int, int>();
        foreach (var voter in j.Act.Tallies.SelectMany(t => t.Units))
        {
            seen.TryGetValue(voter, out var times);
            seen[voter] = times + 1;
            if (times == 1)
                j.Refuse(null, GroundKind.TooManyVotes, j.Roll.NameOf(voter), new object?[] { 1, 2 });
        }

        return seen.Values.Any(times => times > 1);
    }
}
