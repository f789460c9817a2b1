using Foedus.Charter.Model;
using Foedus.Engine.Deciding;
using Foedus.Engine.Judging;
using Foedus.Engine.Mandates;
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
        {
            // What has come to its end in the meantime is no longer for anybody to decide.
            if (view.Look(Relations.Stage, j.Act.Object).Holds)
                return null;
            polls = [.. view.Objects(Relations.Tied, j.Act.Object).ToList().Select(t => j.BodyOf(t.Thing)).OfType<Bodies.BodyAt>().Select(b => new Poll(j, j.Act.Object, null, [b], -1))];
        }

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
        if (EqualElection.Of(j) is { } election && election.Tie() is { Rule.Lot: false } tie && IsDecider(j, election.Poll, tie.Rule))
        {
            j.Cite(tie.By, GroundKind.TieDecides, j.ActorName);
            j.Cite(tie.By, GroundKind.Power, j.ActorName);
            election.Settle(approves);
            return true;
        }

        if (Of(j) is not { Rule.Lot: false } equal || !IsDecider(j, equal._poll, equal.Rule))
            return false;
        j.Cite(equal._by, GroundKind.TieDecides, j.ActorName);
        j.Cite(equal._by, GroundKind.Power, j.ActorName);
        equal.Settle(approves);
        return true;
    }

    /// <summary>Notes that the vote on the matter of the act was equal and that those who act do not decide it; false if there is none to decide.</summary>
    public static bool IsForOthers(Judgement j)
    {
        if (Of(j) is not { Rule: { Lot: false } rule } equal)
            return false;
        var who = rule.Chair ? "its chair" : rule.DecidedBy?.Words ?? "";
        j.Refuse(equal._by, GroundKind.TieDecidesNot, j.ObjectName, j.ActorName, new Need("the decision", who));
        return true;
    }

    /// <summary>The lot is drawn on the matter or person of the act; false if no vote on it is equal that a lot decides.</summary>
    public static bool ByLot(Judgement j, bool inFavour)
    {
        if (EqualElection.Of(j) is { } election && election.Tie() is { Rule.Lot: true } tie)
        {
            Draw(j, election.Poll, tie.By, inFavour);
            election.Settle(inFavour);
            return true;
        }

        if (Of(j) is not { Rule.Lot: true } equal)
            return false;
        Draw(j, equal._poll, equal._by, inFavour);
        j.Result = inFavour ? Outcome.Carried : Outcome.Lost;
        equal.Settle(inFavour);
        return true;
    }

    private static void Draw(Judgement j, Poll poll, Provision by, bool inFavour)
    {
        if (j.Act.By.Any(d => !poll.By.Contains(d) && !poll.By.Contains(j.Roll[d].Of)))
        {
            var whose = string.Join(" and ", poll.By.Select(j.Roll.NameOf));
            j.Refuse(by, GroundKind.NoPower, whose, j.ActorName, new Need($"a lot drawn by {whose}", whose));
        }

        j.Cite(by, GroundKind.Power, j.ActorName);
        j.Cite(by, GroundKind.LotDrawn, inFavour ? "in favour" : "against");
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

    private static bool IsDecider(Judgement j, Poll poll, TieRule rule)
    {
        if (rule.Chair)
        {
            return j.Act.By.All(d => poll.By.Contains(j.Roll[d].Of) || poll.Bodies.Any(b => b.Body.Offices.Any(o => j.HoldsOffice(j.Book.ThingOf(o), d)))
                || string.Equals(j.Roll[d].Name, "Chair", StringComparison.OrdinalIgnoreCase));
        }

        return rule.DecidedBy is { } who && j.Act.By.All(d => j.IsOneOf(d, who) == Truth.Yes);
    }

    private void Settle(bool inFavour)
    {
        foreach (var by in _poll.By)
            _j.Unlink(Relations.Tied, _poll.Matter, by);
        var answering = _stage is null ? null : Answering.Begin(_j, _poll.Matter, answers: false);
        if (_stage is not null && answering is null)
            return;
        PollEnd.Give(_j, _poll, answering, inFavour ? Ends.Carried : Ends.Lost);
    }
}
