using Foedus.Charter.Model;
using Foedus.Engine.Judging;
using Foedus.Engine.Parties;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;

namespace Foedus.Engine.Procedures;

/// <content>The order of answers: who goes first, whose turn it is, how often, and a second answer.</content>
internal sealed partial class Answering
{
    /// <summary>Whether those who act are next, where several answer in turn; what bars them is noted.</summary>
    public bool IsItsTurn() => Hearing.Order != HearingOrder.InTurn || InTurnNow(Doers());

    /// <summary>Whether these may answer now; what bars them is noted.</summary>
    private bool InOrder(List<(int Doer, Party? Party)> doers, StageOutcome outcome)
    {
        if (Hearing.Order == HearingOrder.InTurn)
            return InTurnNow(doers);
        return WhoGoesFirst(doers) && NotAnswered(doers, outcome);
    }

    /// <summary>Whether the clause "first ..." lets these answer: where it names somebody, nobody answers before it has.</summary>
    private bool WhoGoesFirst(List<(int Doer, Party? Party)> doers)
    {
        if (Stage.First is not { } slot || First(slot) is not { } first)
            return true;
        var answered = _answers.Decisions().Exists(a => _support.PartyOf(a.By, Hearing.Before) == first) || doers.Exists(d => d.Party == first);
        if (!answered)
            _j.Refuse(slot.By, GroundKind.NotItsTurn, _j.ActorName, first.Words, new Need("an answer of " + first.Words, first.Words));
        return answered;
    }

    /// <summary>The party that goes first, by name or because it, or one of its members, opened the matter; null if none does.</summary>
    private Party? First(Slot<FirstMover> slot)
    {
        if (!_j.Ask(slot, out var first))
            return null;
        if (first.Who is { } who)
            return Hearing.Before.Parties.FirstOrDefault(p => who.Parties.Any(w => Same(w, p)));
        if (!_j.View.TryValue(Relations.Maker, _matter, out var maker))
            return null;
        for (var thing = (int)maker; thing >= 0; thing = _j.Roll[thing].Of)
        {
            if (_support.PartyOf(thing, Hearing.Before) is { } party)
                return party;
        }

        return null;
    }

    private static bool Same(Party named, Party party) =>
        named.Kind == party.Kind && string.Equals(named.Name, party.Name, StringComparison.Ordinal)
        && (named.Of is null || party.Of is null || string.Equals(named.Of.Words, party.Of.Words, StringComparison.Ordinal));

    /// <summary>Whether these have not answered yet, or may answer again: by the clause on it, by that on taking an answer back, or as the place is read.</summary>
    private bool NotAnswered(List<(int Doer, Party? Party)> doers, StageOutcome outcome)
    {
        foreach (var (doer, party) in doers)
        {
            if (_answers.Last(doer) is not { } last || last.Text != _answers.Text || MayAnswerAgain(last, outcome, party))
                continue;
            if (_j.Standing == Truth.Yes)
                _j.Refuse(_j.Grounds[^1].By ?? Stage.By, GroundKind.AnsweredAlready, _j.Roll.NameOf(doer));
            return false;
        }

        return true;
    }

    private bool MayAnswerAgain(MatterAnswer last, StageOutcome outcome, Party? party)
    {
        if (last.Rejects && Stage.Exits.Exists(e => e.On == StageOutcome.SecondRejection))
            return true;
        if (Stage.AnsweringAgain is { Silence: not { WhenMet: true } } said)
            return Again(said, last);
        if (Stage.RescindingAllowed is { Silence: not { WhenMet: true } } rescinding)
        {
            if (!_j.Ask(rescinding, out var allowed))
                return false;
            if (!allowed)
                _j.Cite(rescinding.By, GroundKind.AnswersStand);
            return allowed;
        }

        // One who answers alone, and whose answer led nowhere, takes the matter up again; what is said twice counts once.
        var alone = Hearing.Order == HearingOrder.One && (party is null || _support.Meets(party, [new Supporter(_j.Actor)]).Met == Truth.Yes);
        return alone || last.Outcome == outcome || Stage.AnsweringAgain is not { } slot || Again(slot, last);
    }

    private bool Again(Slot<AnsweringAgain> slot, MatterAnswer last)
    {
        if (!_j.Ask(slot, out var again))
            return false;
        if (again == AnsweringAgain.Always || (again == AnsweringAgain.AfterRejection && last.Rejects))
            return true;
        _j.Cite(slot.By, GroundKind.AnswersStand);
        return false;
    }

    /// <summary>In turn: the next in the order in which they are named, beginning with whoever goes first; nobody more often than is said.</summary>
    private bool InTurnNow(List<(int Doer, Party? Party)> doers)
    {
        var parties = Hearing.Before.Parties;
        var decisions = _answers.Decisions();
        var last = decisions.Count == 0 ? null : _support.PartyOf(decisions[^1].By, Hearing.Before);
        var next = last is null ? Stage.First is { } slot ? First(slot) : null : After(last);
        foreach (var (doer, party) in doers)
        {
            if (next is not null && party != next)
            {
                _j.Refuse(Stage.First?.By ?? Stage.Before!.By, GroundKind.NotItsTurn, _j.Roll.NameOf(doer), next.Words, new Need("an answer of " + next.Words, next.Words));
                return false;
            }

            if (Hearing.TimesEach is { } times && (_answers.Last(doer)?.Turn ?? 0) >= times)
            {
                _j.Refuse(Stage.Before!.By, GroundKind.TurnsUsed, _j.Roll.NameOf(doer), times);
                return false;
            }

            if (party is not null)
                next = After(party);
        }

        return true;

        Party After(Party party) => parties[(parties.IndexOf(party) + 1) % parties.Length];
    }

    private void InTurn(List<(int By, MatterAnswer Answer)> answers, StageOutcome outcome, bool counted)
    {
        if (FollowedByRule(answers))
            return;
        var now = answers.FindAll(a => a.Answer.Text == _answers.Text);
        var favour = Supporters(now, a => a.Favours);
        var waiting = Hearing.Before.Parties.Where(p => _support.Meets(p, favour).Met != Truth.Yes).Select(p => p.Words).ToList();
        if (waiting.Count == 0)
        {
            Follow(Agreed(outcome), counted);
            return;
        }

        var over = Hearing.TimesEach is { } times
            && Hearing.Before.Parties.All(p => answers.Exists(a => a.Answer.Turn >= times && _support.PartyOf(a.By, Hearing.Before) == p));
        var favours = answers[^1].Answer.Favours;
        // A line for the very answer goes before that for no agreement, and before the one for everything else.
        if (!favours && HasLine(outcome))
            Follow(outcome, counted, stays: true);
        else if (over)
            Follow(StageOutcome.NoAgreement, counted);
        else if (favours)
            Waits(waiting);
        else
            Follow(outcome, counted, stays: true);
    }

    private bool HasLine(StageOutcome outcome) =>
        Stage.Exits.Exists(e => e.On == outcome || (outcome == StageOutcome.SecondRejection && e.On == StageOutcome.Rejection));
}
