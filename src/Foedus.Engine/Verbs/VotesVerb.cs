using Foedus.Charter.Model;
using Foedus.Engine.Bodies;
using Foedus.Engine.Deciding;
using Foedus.Engine.Judging;
using Foedus.Engine.Procedures;
using Foedus.Engine.Records;
using Foedus.Engine.Things;

namespace Foedus.Engine.Verbs;

/// <summary>A body votes, or the electors: the report of a vote is decided by its rule, and the matter goes where the result sends it.</summary>
internal sealed class VotesVerb : IVerb
{
    public void Judge(Judgement j)
    {
        if (!j.View.Look(Relations.Stage, j.Act.Object).Holds)
        {
            j.NotTakenBack(j.Act.Object);
            Motion(j);
            return;
        }

        if (Answering.Begin(j, j.Act.Object) is not { } answering)
            return;
        var poll = PollAt.Of(j, j.Act.Object, answering.Stage, answering.Hearing, j.Act.By);
        poll.Tell(j.Act.By.Length > 1 && poll.Bodies.Count == j.Act.By.Length ? -1 : j.Actor, j.Act.Tallies);
        if (j.Act.By.Length == 1 && Waits(j, poll, answering.Stage))
            return;
        PollEnd.Close(j, poll, answering);
    }

    /// <summary>A motion outside any procedure is decided by the body's own rule.</summary>
    private static void Motion(Judgement j)
    {
        var bodies = new List<BodyAt>();
        foreach (var doer in j.Act.By)
        {
            if (j.BodyOf(doer) is { } body)
            {
                bodies.Add(body);
                continue;
            }

            var electors = doer >= 0 && j.Roll[doer].Kind == ThingKind.Electors;
            j.Refuse(null, electors ? GroundKind.UnknownThing : GroundKind.NotAVoter, electors ? j.ObjectName : j.Roll.NameOf(doer), j.ObjectName);
            return;
        }

        var poll = new Poll(j, j.Act.Object, null, bodies, -1);
        poll.Tell(-1, j.Act.Tallies);
        PollEnd.Close(j, poll, null);
    }

    /// <summary>Where several parts report each for itself, the vote is over once all have.</summary>
    private static bool Waits(Judgement j, Poll poll, Stage stage)
    {
        var waiting = poll.Waiting();
        if (waiting.Count == 0)
            return false;
        poll.Check();
        j.Link(Relations.Ballot, j.Act.Object, j.Actor, j.State.Known + 1);
        j.Cite(stage.By, GroundKind.Waits, j.ActorName, string.Join(", ", waiting.Select(w => w >= 0 ? j.Roll.NameOf(w) : "electors of " + j.Roll.NameOf(-1 - w))));
        return true;
    }
}
