using System.Collections.Immutable;
using Foedus.Charter.Model;
using Foedus.Engine.Judging;
using Foedus.Engine.Parties;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;
using Foedus.Engine.Rules;

namespace Foedus.Engine.Procedures;

/// <summary>
/// Somebody answers a matter that is before them. The answer is recorded if it is in order: before whom the matter is, whose turn it is, how
/// often, whether it was answered already. What all answers of this visit come to sends the matter on, by <see cref="Transition.Follow"/>.
/// </summary>
internal sealed partial class Answering
{
    private readonly Judgement _j;
    private readonly int _matter;
    private readonly StagePlace _at;
    private readonly Answers _answers;
    private readonly Support _support;

    private Answering(Judgement j, int matter, StagePlace at, Hearing hearing)
    {
        _j = j;
        _matter = matter;
        _at = at;
        Hearing = hearing;
        _answers = Answers.To(j, matter);
        _support = new Support(j, hearing.Before);
    }

    public Hearing Hearing { get; }

    public Stage Stage => _at.Stage!;

    public StagePlace Place => _at;

    public Answers Answers => _answers;

    /// <summary>The answer is that of everybody together: one vote of a joint sitting.</summary>
    public bool AsOne { get; set; }

    /// <summary>Whose answer it is, where somebody else's act completes it: the last cast of a vote, the lot or the chair of an equal one.</summary>
    public ImmutableArray<int> InNameOf { get; set; } = [];

    private bool SeveralAnswer => Hearing.Order is HearingOrder.Separately or HearingOrder.InTurn;

    /// <summary>The matter before the doer, with every bar noted: not pending, not before this body, conditions not yet met. Null if barred.</summary>
    public static Answering? Begin(Judgement j, int matter, bool answers = true)
    {
        if (!j.View.TryValue(Relations.Stage, matter, out var value))
        {
            j.Refuse(null, GroundKind.UnknownThing, j.Roll.NameOf(matter));
            return null;
        }

        var at = j.Book.InPlaceOf(value);
        if (!IsPending(j, matter) || at.Stage is not { } stage)
            return null;
        if (stage.Before is not { } slot)
        {
            // It only waits for its time, or for those whom its lines name.
            if (answers)
            {
                j.Refuse(stage.By, GroundKind.NotBefore, j.Roll.NameOf(matter), new object?[] { at.Name, "nobody" });
                return null;
            }

            return new Answering(j, matter, at, new Hearing(new Who(false, []), HearingOrder.One, null));
        }

        if (!j.Ask(slot, out var hearing))
            return null;
        var answering = new Answering(j, matter, at, hearing);
        if (!answers)
            return answering;
        Clock.Winding.AsksHour(j, matter, stage);
        return answering.IsBefore(j.Act.By, slot.By) && answering.MayGoOn() ? answering : null;
    }

    /// <summary>
    /// Whether a matter is still pending: not at its end, not fallen with a unit or with a term; noted if it is not. What stands in no
    /// procedure is as pending as it ever was.
    /// </summary>
    public static bool IsPending(Judgement j, int matter)
    {
        if (!j.View.TryValue(Relations.Stage, matter, out var value))
            return true;
        var at = j.Book.InPlaceOf(value);
        if (at.Stage is { } stage)
            return Membership.PendingMatters.GoesOn(j, matter) && TermOfMatters.GoesOn(j, matter, stage);
        j.Refuse(at.By, GroundKind.NotPending, j.Roll.NameOf(matter), at.Name);
        return false;
    }

    /// <summary>Whether the matter is before all of these, noted.</summary>
    public bool IsBefore(ImmutableArray<int> doers, Provision by)
    {
        var met = Truth.Yes;
        foreach (var doer in doers)
            met = met.And(_j.ActsAsOneOf(doer, Hearing.Before));
        if (met == Truth.No)
        {
            _j.Refuse(by, GroundKind.NotBefore, _j.Roll.NameOf(_matter), new object?[] { _at.Name, Hearing.Before.Words }, new Need("an answer of " + Hearing.Before.Words, Hearing.Before.Words));
            _j.NameSuspended();
            return false;
        }

        _j.Note(met, by, GroundKind.AtStage, _j.Roll.NameOf(_matter), _at.Name);
        return true;
    }

    /// <summary>Whether what must have happened before anything is decided here has happened; what is missing is noted as a reason.</summary>
    public bool MayGoOn()
    {
        if (MovedLater())
            return false;
        var met = Truth.Yes;
        foreach (var after in Stage.OnlyAfter)
        {
            if (_j.Ask(after, out var condition))
                met = met.And(_j.Holds(condition, _matter, after.By));
        }

        return met != Truth.No;
    }

    /// <summary>
    /// The doers' answer is given: recorded, if it is in order, and where it completes the stage, followed.
    /// </summary>
    /// <param name="outcome">How they answer: an approval, a rejection, a tie...</param>
    /// <param name="byRule">
    /// Whether the vote that is the answer is carried by another rule as well, for or against the text; null where no vote was told.
    /// </param>
    public void Give(StageOutcome outcome, Func<DecisionRule, StageOutcome, bool>? byRule = null)
    {
        var doers = Doers();
        _j.Answered = doers.ConvertAll(d => d.Doer);
        if (!InOrder(doers, outcome))
            return;
        var rules = RulesMet(byRule);
        var answers = _answers.Decisions();
        var second = false;
        foreach (var (doer, _) in doers)
        {
            second |= outcome == StageOutcome.Rejection && _answers.HasRejected(doer, Stage);
            var answer = new MatterAnswer(second ? StageOutcome.SecondRejection : outcome, _answers.Visit, _answers.Text, (_answers.Last(doer)?.Turn ?? 0) + 1, rules);
            _answers.Record(_j, doer, answer, Stage);
            answers.RemoveAll(a => a.By == doer);
            answers.Add((doer, answer));
        }

        if (second)
            outcome = StageOutcome.SecondRejection;
        if (Hearing.Order == HearingOrder.InTurn)
            InTurn(answers, outcome, byRule is not null);
        else
            DayByDay(_answers.DaysAfter(_j.Today), day => AtOnce(day is null ? answers : With(answers, day.Value), day is null ? outcome : null, byRule is not null));
    }

    /// <summary>Whether the stage says where an outcome leads, if only by its line for everything else.</summary>
    public bool HasWay(StageOutcome outcome) => Transition.Candidates(Stage, outcome, SeveralAnswer).Any();

    /// <summary>What the doers answered in this visit is taken back; false if one of them has answered nothing.</summary>
    public bool TakeBack()
    {
        var all = true;
        foreach (var (doer, _) in Doers())
            all &= _answers.TakeBack(_j, doer, Stage);
        return all;
    }

    /// <summary>The parties of a stage that have answered nothing in this visit.</summary>
    public static ImmutableArray<Party> WaitsFor(Inquiry inquiry, int matter, Hearing hearing)
    {
        var (answers, support) = (Answers.To(inquiry, matter), new Support(inquiry, hearing.Before));
        var given = answers.Decisions().ConvertAll(a => new Supporter(a.By));
        foreach (var outcome in OutcomeTable.Gathered)
            given.AddRange(answers.Of(outcome).Select(s => s.Supporter));
        return [.. hearing.Before.Parties.Where(p => support.Meets(p, given).Met != Truth.Yes)];
    }

    /// <summary>Answers of one, of several separately or together: what they come to by now.</summary>
    private void AtOnce(List<(int By, MatterAnswer Answer)> answers, StageOutcome? said, bool counted)
    {
        var outcome = said ?? answers[^1].Answer.Outcome;
        if (FollowedByRule(answers))
            return;
        var now = answers.FindAll(a => a.Answer.Text == _answers.Text);
        var favour = Supporters(now, a => a.Favours);
        var missing = Missing(favour);
        if (AsOne || (now[^1].Answer.Favours && missing.Count == 0))
        {
            Follow(now[^1].Answer.Favours ? Agreed(outcome) : outcome, counted);
            return;
        }

        if (now[^1].Answer.Favours)
        {
            Waits(missing);
            return;
        }

        if (now[^1].Answer.Rejects)
        {
            Rejected(now, outcome, counted);
            return;
        }

        // A return or an objection, like a rejection, comes once the others can no longer approve.
        var alike = Supporters(now, a => a.Outcome == outcome);
        if (Hearing.Before.Parties.Any(p => _support.CanStillBeMet(p, alike) == Truth.No))
            Follow(outcome, counted);
        else
            Waits([.. Hearing.Before.Parties.Select(p => _support.Meets(p, alike).Missing)]);
    }

    private void Rejected(List<(int By, MatterAnswer Answer)> now, StageOutcome outcome, bool counted)
    {
        var against = Supporters(now, a => a.Rejects);
        if (Hearing.Order == HearingOrder.Together)
        {
            // One sitting: what one part of it thinks alone is not yet its answer.
            var waiting = Hearing.Before.Parties.Where(p => _support.Meets(p, Supporters(now, _ => true)).Met != Truth.Yes).Select(p => p.Words).ToList();
            if (waiting.Count > 0)
                Waits(waiting);
            else if (now.TrueForAll(a => a.Answer.Rejects))
                Follow(outcome, counted);
            else
                Undecided();
            return;
        }

        var lost = Truth.No;
        foreach (var party in Hearing.Before.Parties)
            lost = lost.Or(_support.CanStillBeMet(party, against).Not());
        if (lost == Truth.Yes)
            Follow(outcome, counted);
        else
            Waits([.. Hearing.Before.Parties.Select(p => _support.Meets(p, Supporters(now, a => a.Favours)).Missing)]);
    }

    /// <summary>Parts of one sitting were reported with different answers; only their votes together decide.</summary>
    private void Undecided() =>
        _j.Note(Truth.Open, Stage.By, GroundKind.OnlyTogether, Hearing.Before.Words, null, new Need("how " + Hearing.Before.Words + " voted together", Hearing.Before.Words));

    /// <summary>What an approval by all comes to: of a changed text, of several, or plainly.</summary>
    private StageOutcome Agreed(StageOutcome outcome) =>
        _answers.TextChanged ? StageOutcome.Amendment
        : SeveralAnswer || outcome == StageOutcome.Agreement ? StageOutcome.Agreement
        : StageOutcome.Approval;

    /// <summary>The parties of the stage that have not yet answered so; none where the stage asks for any of several and one has.</summary>
    private List<string> Missing(IReadOnlyList<Supporter> favour)
    {
        var missing = new List<string>();
        var any = Hearing.Order == HearingOrder.One && !Hearing.Before.Jointly;
        foreach (var party in Hearing.Before.Parties)
        {
            var weighed = _support.Meets(party, favour, Hearing.Before.Alone);
            if (weighed.Met == Truth.Open)
                _j.Inform(Truth.Yes, Stage.By, GroundKind.UnitsOpen, party.Words, null, new Need(weighed.Missing));
            if (weighed.Met == Truth.Yes && any)
                return [];
            if (weighed.Met != Truth.Yes)
                missing.Add(weighed.Missing);
        }

        return missing;
    }

    private static List<Supporter> Supporters(List<(int By, MatterAnswer Answer)> answers, Predicate<MatterAnswer> which)
    {
        var found = new List<Supporter>(answers.Count);
        foreach (var (by, answer) in answers)
        {
            if (which(answer))
                found.Add(new Supporter(by));
        }

        return found;
    }

    private void Waits(List<string> missing) =>
        _j.Cite(Stage.By, GroundKind.Waits, _j.ActorName, string.Join(", ", missing));

    /// <summary>Who acts, each with the party for which it answers, under the name of that for which it acts.</summary>
    private List<(int Doer, Party? Party)> Doers()
    {
        var doers = new List<(int, Party?)>();
        foreach (var doer in InNameOf.IsEmpty ? _j.Act.By : InNameOf)
        {
            var party = _support.PartyOf(doer, Hearing.Before);
            doers.Add((party is null ? doer : _support.Principal(doer, party), party));
        }

        return doers;
    }

    /// <summary>Sends the matter where an outcome leads, or says why it stays.</summary>
    private void Follow(StageOutcome outcome, bool counted, bool stays = false)
    {
        var mark = _j.Grounds.Count;
        if (Transition.Follow(_j, _matter, _at, outcome, SeveralAnswer, exit => ByPlainRule(exit, outcome, counted)))
            return;
        if (_j.Grounds.Skip(mark).Any(g => g.Met == Truth.Open))
            return;
        if (stays || HasRuleFor(outcome) || (outcome == StageOutcome.Rejection && Stage.Exits.Exists(e => e.On == StageOutcome.SecondRejection)))
            _j.Cite(Stage.By, GroundKind.AtStage, _j.Roll.NameOf(_matter), _at.Name);
        else
            _j.Inform(Truth.No, Stage.By, GroundKind.NoWayOn, OutcomeTable.Words(outcome), _at.Name, new Need("what follows at " + _at.Name));
    }
}
