using Foedus.Charter.Model;
using Foedus.Engine.Deciding;
using Foedus.Engine.Judging;
using Foedus.Engine.Procedures;
using Foedus.Engine.Records;

namespace Foedus.Engine.Verbs;

/// <summary>A vote that was equal and waits for whom the rule lets decide: then an approval or a rejection by them, or the lot, is its result.</summary>
internal sealed class EqualVote
{
    private readonly Judgement _j;
    private readonly Poll _poll;
    private readonly Stage? _stage;
    private readonly Provision _by;

    private EqualVote(Judgement j, Poll poll, Stage? stage, TieRule rule, Provision by)
    {
        _j = j;
        _poll = poll;
        _stage = stage;
        Rule = rule;
        _by = by;
    }

    public TieRule Rule { get; }

    /// <summary>The equal vote on the matter of the act; null if there is none.</summary>
    public static EqualVote? Of(Judgement j)
    {
        if (j.Act.Object < 0)
            return null;
        var view = j.View;
        if (view.Objects(Relations.Tied, j.Act.Object).Count() == 0)
            return null;
        var polls = PollAt.Open(j, j.Act.Object, out var stage, out _);
        if (stage is null)
            polls = [.. view.Objects(Relations.Tied, j.Act.Object).ToList().Select(t => j.BodyOf(t.Thing)).OfType<Bodies.BodyAt>().Select(b => new Poll(j, j.Act.Object, null, [b], -1))];
        foreach (var poll in polls)
        {
            if (IsTied(j, poll) && poll.Tie() is { } tie)
                return new EqualVote(j, poll, stage, tie.Rule, tie.By);
        }

        return null;
    }

    /// <summary>
    /// An approval or a rejection by somebody to whom an equal vote gives the decision: judged here, true; otherwise it is an answer like any
    /// other, false.
    /// </summary>
    public static bool Decides(Judgement j, bool approves)
    {
        if (Of(j) is not { Rule.Lot: false } equal || !equal.IsDecider())
            return false;
        j.Cite(equal._by, GroundKind.TieDecides, j.ActorName);
        j.Cite(equal._by, GroundKind.Power, j.ActorName);
        equal.Settle(approves);
        return true;
    }

    public void ByLot(bool inFavour)
    {
        if (_j.Act.By.Any(d => !_poll.By.Contains(d) && !_poll.By.Contains(_j.Roll[d].Of)))
        {
            var whose = string.Join(" and ", _poll.By.Select(_j.Roll.NameOf));
            _j.Refuse(_by, GroundKind.NoPower, whose, _j.ActorName, new Need("a lot drawn by " + whose, whose));
        }

        _j.Cite(_by, GroundKind.Power, _j.ActorName);
        _j.Cite(_by, GroundKind.LotDrawn, inFavour ? "in favour" : "against");
        _j.Result = inFavour ? Outcome.Carried : Outcome.Lost;
        Settle(inFavour);
    }

    private static bool IsTied(Judgement j, Poll poll)
    {
        foreach (var by in poll.By)
        {
            // A later vote that was not equal, or another visit of the stage, leaves nothing to decide.
            var tied = j.View.Look(Relations.Tied, poll.Matter, by);
            if (!tied.Holds || !j.View.TryValue(Relations.PollClosed, poll.Matter, by, out var closed))
                return false;
            if (j.State.Store[tied.Version].Recorded != closed)
                return false;
            var stage = j.View.Look(Relations.Stage, poll.Matter);
            if (stage.Version >= 0 && j.State.Store[stage.Version].Recorded > closed)
                return false;
        }

        return true;
    }

    private bool IsDecider()
    {
        if (Rule.Chair)
            return _j.Act.By.All(d => _poll.By.Contains(_j.Roll[d].Of) || _poll.Bodies.Any(b => b.Body.Offices.Any(o => _j.HoldsOffice(_j.Book.ThingOf(o), d)))
                || string.Equals(_j.Roll[d].Name, "Chair", StringComparison.OrdinalIgnoreCase));
        return Rule.DecidedBy is { } who && _j.Act.By.All(d => _j.IsOneOf(d, who) == Truth.Yes);
    }

    private void Settle(bool inFavour)
    {
        foreach (var by in _poll.By)
            _j.Unlink(Relations.Tied, _poll.Matter, by);
        var answering = _stage is null ? null : Answering.Begin(_j, _poll.Matter, answers: false);
        PollEnd.Give(_j, _poll, answering, inFavour ? Ends.Carried : Ends.Lost);
    }
}
