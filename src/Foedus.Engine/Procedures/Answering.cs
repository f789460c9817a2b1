using Foedus.Charter.Model;
using Foedus.Engine.Judging;
using Foedus.Engine.Records;
using Foedus.Engine.Rules;

namespace Foedus.Engine.Procedures;

/// <summary>
/// A body answers a matter that is before it. Bodies that answer separately wait for one another; bodies in turn pass the text to and fro
/// until they have approved the same one; one body, or several sitting together, decide by their one answer.
/// </summary>
internal sealed class Answering
{
    private readonly Judgement _j;
    private readonly int _matter;
    private readonly StagePlace _at;
    private readonly int _visit;
    private readonly int _text;

    private Answering(Judgement j, int matter, StagePlace at, Hearing hearing)
    {
        _j = j;
        _matter = matter;
        _at = at;
        Hearing = hearing;
        _visit = j.View.TryValue(Relations.Visit, matter, out var visit) ? (int)visit : 0;
        _text = j.View.TryValue(Relations.Text, matter, out var text) ? (int)text : 0;
    }

    public Hearing Hearing { get; }

    public Stage Stage => _at.Stage!;

    public StagePlace Place => _at;

    /// <summary>The matter before the doer, with every bar noted: not pending, not before this body, conditions not yet met. Null if barred.</summary>
    public static Answering? Begin(Judgement j, int matter, bool answers = true)
    {
        if (!j.View.TryValue(Relations.Stage, matter, out var value))
        {
            j.Refuse(null, GroundKind.UnknownThing, j.Roll.NameOf(matter));
            return null;
        }

        var at = j.Book.All.PlaceOf(value);
        if (at.Stage is not { } stage)
        {
            j.Refuse(at.By, GroundKind.NotPending, j.Roll.NameOf(matter), at.Name);
            return null;
        }

        if (!Membership.PendingMatters.GoesOn(j, matter))
            return null;
        if (stage.Before is not { } slot)
        {
            j.Note(Truth.Open, stage.By, GroundKind.NoWayOn, stage.Name, "");
            return null;
        }

        if (!j.Ask(slot, out var hearing))
            return null;
        if (answers)
        {
            var met = Truth.Yes;
            foreach (var doer in j.Act.By)
                met = met.And(j.IsOneOf(doer, hearing.Before));
            if (met == Truth.No)
            {
                j.Refuse(slot.By, GroundKind.NotBefore, j.Roll.NameOf(matter), new object?[] { at.Name, hearing.Before.Words }, new Need("an answer of " + hearing.Before.Words, hearing.Before.Words));
                return null;
            }

            j.Note(met, slot.By, GroundKind.AtStage, j.Roll.NameOf(matter), at.Name);
            foreach (var after in stage.OnlyAfter)
            {
                if (j.Ask(after, out var condition))
                    j.Holds(condition, matter, after.By);
            }
        }

        return new Answering(j, matter, at, hearing);
    }

    /// <summary>True if the text was changed since the matter came to this stage, and nobody has approved it as it now is.</summary>
    public bool TextChanged => Recorded(Relations.Text) > Recorded(Relations.Stage) && _text > LastApprovedText();

    /// <summary>The doers' answer is given: noted, and where it completes the stage, followed.</summary>
    public void Give(StageOutcome outcome, Func<Exit, bool>? only = null)
    {
        if (outcome is StageOutcome.Approval && TextChanged && Stage.Exits.Exists(e => e.On == StageOutcome.Amendment))
            outcome = StageOutcome.Amendment;
        switch (Hearing.Order)
        {
            case HearingOrder.Separately:
                Separately(outcome, only);
                break;
            case HearingOrder.InTurn:
                InTurn(outcome, only);
                break;
            default:
                Follow(outcome, only);
                break;
        }
    }

    private void Separately(StageOutcome outcome, Func<Exit, bool>? only)
    {
        if (outcome is not (StageOutcome.Approval or StageOutcome.Amendment or StageOutcome.Agreement))
        {
            Follow(outcome, only);
            return;
        }

        var waiting = new List<string>();
        var amended = outcome == StageOutcome.Amendment;
        foreach (var party in Hearing.Before.Parties)
        {
            if (_j.Act.By.Any(d => _j.Is(d, party) == Truth.Yes))
                continue;
            var answer = party.Body is { } body && _j.View.TryValue(Relations.Answer, _matter, _j.Book.ThingOf(body), out var value)
                ? AnswerFact.Of(value)
                : default;
            if (answer == default || answer.Visit != _visit || answer.Text != _text)
                waiting.Add(party.Words);
            else
                amended |= answer.Outcome == (int)StageOutcome.Amendment;
        }

        Remember(outcome);
        if (waiting.Count == 0)
            Follow(amended ? StageOutcome.Amendment : StageOutcome.Agreement, only);
        else
            _j.Cite(Stage.By, GroundKind.Waits, _j.ActorName, string.Join(", ", waiting));
    }

    private void InTurn(StageOutcome outcome, Func<Exit, bool>? only)
    {
        var body = _j.Actor;
        var turns = Count(Relations.Turns, body) + 1;
        if (outcome is StageOutcome.Rejection)
        {
            var rejections = Count(Relations.Rejections, body) + 1;
            _j.Link(Relations.Rejections, _matter, body, rejections);
            Remember(outcome);
            _j.Link(Relations.Turns, _matter, body, turns);
            Follow(rejections > 1 ? StageOutcome.SecondRejection : StageOutcome.Rejection, only, stay: true);
            return;
        }

        var others = Hearing.Before.Parties.Where(p => p.Body is not null && !_j.Act.By.Any(d => _j.Is(d, p) == Truth.Yes)).ToList();
        var agreed = others.Count > 0 && others.TrueForAll(p => ApprovedThis(p.Body!));
        Remember(outcome);
        _j.Link(Relations.Turns, _matter, body, turns);
        if (agreed)
            Follow(StageOutcome.Agreement, only);
        else if (Hearing.TimesEach is { } times && turns >= times && others.TrueForAll(p => Count(Relations.Turns, _j.Book.ThingOf(p.Body!)) >= times))
            Follow(StageOutcome.NoAgreement, only);
        else
            _j.Cite(Stage.By, GroundKind.Waits, _j.ActorName, string.Join(", ", others.Select(p => p.Words)));
    }

    private void Follow(StageOutcome outcome, Func<Exit, bool>? only, bool stay = false)
    {
        var mark = _j.Grounds.Count;
        if (Transition.Follow(_j, _matter, _at, outcome, only) || _j.Grounds.Skip(mark).Any(g => g.Met == Truth.Open))
            return;
        if (stay)
            _j.Cite(Stage.By, GroundKind.AtStage, _j.Roll.NameOf(_matter), _at.Name);
        else
            _j.Inform(Truth.No, Stage.By, GroundKind.NoWayOn, outcome.ToString().ToLowerInvariant(), _at.Name, new Need("what follows at " + _at.Name));
    }

    private void Remember(StageOutcome outcome)
    {
        foreach (var doer in _j.Act.By)
            _j.Link(Relations.Answer, _matter, doer, new AnswerFact(_visit, (int)outcome, _text).Value);
    }

    private bool ApprovedThis(Body body)
    {
        if (!_j.View.TryValue(Relations.Answer, _matter, _j.Book.ThingOf(body), out var value))
            return false;
        var answer = AnswerFact.Of(value);
        return answer.Visit == _visit && answer.Text == _text
            && (StageOutcome)answer.Outcome is StageOutcome.Approval or StageOutcome.Amendment or StageOutcome.Agreement;
    }

    private int Recorded(int relation)
    {
        var sight = _j.View.Look(relation, _matter);
        return sight.Version < 0 ? -1 : _j.State.Store[sight.Version].Recorded;
    }

    private int LastApprovedText()
    {
        var last = 0;
        foreach (var link in _j.View.Objects(Relations.Answer, _matter))
            last = Math.Max(last, AnswerFact.Of(link.Value).Text);
        return last;
    }

    private int Count(int relation, int body) => _j.View.TryValue(relation, _matter, body, out var value) ? (int)value : 0;
}
