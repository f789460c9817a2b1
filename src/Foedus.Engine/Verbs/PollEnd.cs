using Foedus.Charter.Model;
using Foedus.Engine.Deciding;
using Foedus.Engine.Judging;
using Foedus.Engine.Procedures;
using Foedus.Engine.Records;

namespace Foedus.Engine.Verbs;

/// <summary>A poll is over: what it came to is the answer of those whose poll it was.</summary>
internal static class PollEnd
{
    /// <summary>Closes a poll with all that has been told of it, and sends the matter where its result leads.</summary>
    public static void Close(Judgement j, Poll poll, Answering? answering)
    {
        var ends = poll.Result();
        j.Result = ends switch
        {
            Ends.Carried => Outcome.Carried,
            Ends.Lost => Outcome.Lost,
            Ends.Tied => Outcome.Tied,
            Ends.NoQuorum => Outcome.NoQuorum,
            _ => Outcome.None,
        };
        if (j.Result == Outcome.None)
        {
            // An open result may still have but one place to go.
            return;
        }

        poll.Close(ends);
        if (ends == Ends.Tied && poll.Tie() is not null)
        {
            foreach (var by in poll.By)
                j.Link(Relations.Tied, poll.Matter, by);
            if (answering is not null)
                j.Cite(answering.Stage.By, GroundKind.AtStage, j.Roll.NameOf(poll.Matter), answering.Stage.Name);
            return;
        }

        Give(j, poll, answering, ends);
    }

    /// <summary>
    /// The time of a stage has run out while votes were being cast: what was cast is the vote, and who had not voted was absent. False if
    /// nothing was cast, or if what was cast decides nothing.
    /// </summary>
    public static bool AtLapse(Judgement j, int matter)
    {
        foreach (var poll in PollAt.Open(j, matter, out var stage, out _))
        {
            var mark = j.Marked();
            if (stage is null || poll.Record.Tellers().Count == 0 || Answering.Begin(j, matter, answers: false) is not { } answering || !answering.MayGoOn())
            {
                j.ForgetSince(mark);
                continue;
            }

            var before = j.Destination;
            Close(j, poll, answering);
            if (j.Destination != before || j.Standing == Truth.Open)
                return true;
        }

        return false;
    }

    /// <summary>The answer that a result is.</summary>
    public static void Give(Judgement j, Poll poll, Answering? answering, Ends ends)
    {
        if (answering is null)
        {
            // A vote on a person confirms a choice that waits for it, or gives leave.
            if (ends != Ends.NoQuorum && !Mandates.Choices.Answer(j, ends == Ends.Carried))
                Answers.Outside(j, poll.Matter, poll.By, ends == Ends.Carried ? StageOutcome.Approval : StageOutcome.Rejection);
            return;
        }

        answering.AsOne = answering.Hearing.Order == HearingOrder.Together;
        answering.InNameOf = poll.By;
        switch (ends)
        {
            case Ends.Carried:
                answering.Give(StageOutcome.Approval, ByRule);
                break;
            case Ends.Lost:
                answering.Give(StageOutcome.Rejection, ByRule);
                break;
            case Ends.Tied:
                answering.Give(StageOutcome.Tie, ByRule);
                break;
            default:
                j.Cite(answering.Stage.By, GroundKind.AtStage, j.Roll.NameOf(poll.Matter), answering.Stage.Name);
                break;
        }

        // Some texts ask a majority of its own for rejecting: the noes are then counted as those in favour of it.
        bool ByRule(DecisionRule rule, StageOutcome outcome)
        {
            var mark = j.Marked();
            var by = poll.Result(rule, swapped: outcome == StageOutcome.Rejection);
            if (by != Ends.Carried && (outcome == StageOutcome.Rejection) == (ends == Ends.Carried))
                j.ForgetSince(mark);
            return by == Ends.Carried;
        }
    }
}
