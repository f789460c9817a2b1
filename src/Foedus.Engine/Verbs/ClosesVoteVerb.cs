using Foedus.Engine.Deciding;
using Foedus.Engine.Judging;
using Foedus.Engine.Procedures;

namespace Foedus.Engine.Verbs;

/// <summary>A vote that was cast one by one is over: who has not voted was absent. The body closes it, or an office of it.</summary>
internal sealed class ClosesVoteVerb : IVerb
{
    public void Judge(Judgement j)
    {
        if (!Answering.IsPending(j, j.Act.Object))
            return;
        var polls = PollAt.Open(j, j.Act.Object, out var stage, out _);
        var told = polls.FindAll(p => p.Record.Tellers().Count > 0);
        if (told.Count == 0 || (!told.Exists(p => Presides(j, p)) && polls.Exists(p => Presides(j, p))))
        {
            j.Refuse(null, GroundKind.NoPoll, j.ObjectName, null, new Need("votes on " + j.ObjectName));
            return;
        }

        var poll = told.Find(p => Presides(j, p));
        if (poll is null)
        {
            var whose = string.Join(" and ", told[0].By.Select(j.Roll.NameOf));
            j.Refuse(told[0].Bodies.Count > 0 ? told[0].Bodies[0].Body.By : null, GroundKind.ClosedBy, j.ObjectName, new object?[] { whose, j.ActorName }, new Need("the closing of the vote by " + whose, whose));
            return;
        }

        if (poll.Bodies.Count > 0)
            j.Cite(poll.Bodies[0].Body.By, GroundKind.Power, j.ActorName);
        var answering = stage is null ? null : Answering.Begin(j, j.Act.Object, answers: false);
        PollEnd.Close(j, poll, answering);
    }

    /// <summary>Whether the doer is the body, holds an office of it, or is a person who does.</summary>
    private static bool Presides(Judgement j, Poll poll)
    {
        foreach (var doer in j.Act.By)
        {
            var own = poll.By.Contains(doer) || poll.By.Contains(j.Roll[doer].Of)
                || poll.Bodies.Any(b => b.Body.Offices.Concat(b.Body.ChamberOf?.Offices ?? []).Any(o => j.HoldsOffice(j.Book.ThingOf(o), doer)));
            if (!own)
                return false;
        }

        return true;
    }
}
