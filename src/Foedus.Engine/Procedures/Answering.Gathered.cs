using Foedus.Charter.Model;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Parties;
using Foedus.Engine.Records;

namespace Foedus.Engine.Procedures;

/// <content>Answers that add up over days and acts: ratifications, objections, demands, signatures, notices.</content>
internal sealed partial class Answering
{
    private const int MostNames = 6;

    /// <summary>
    /// A ratification, objection or demand is recorded where one of the lines for it admits its doer; the first line follows of which enough
    /// has come together in this visit.
    /// </summary>
    public void Gather(StageOutcome outcome, List<Exit> lines)
    {
        if (!MayGoOn())
            return;
        foreach (var doer in _j.Act.By)
        {
            if (!Admit(doer, outcome, lines))
                return;
        }

        DayByDay(_answers.DaysAfter(_j.Today, outcome), day =>
        {
            if (day is { } later)
                WithLater(outcome, later);
            Weigh(outcome, lines);
        });
    }

    /// <summary>The first line follows of which enough has come together.</summary>
    private void Weigh(StageOutcome outcome, List<Exit> lines)
    {
        foreach (var line in lines)
        {
            var supporters = _all!.FindAll(s => IsAbout(s.Words, line)).ConvertAll(s => s.Supporter);
            if (Weighed(line, supporters) is not { } gathering)
                return;
            var weighed = line.By is null ? null : gathering;
            if (weighed is null || weighed.Met == Truth.Yes)
            {
                if (line.By is { } met)
                    _j.Cite(line.Provision, GroundKind.GatheredEnough, OutcomeTable.Words(outcome), new object?[] { Names(supporters), met.Words });
                if (Transition.Follow(_j, _matter, _at, outcome, SeveralAnswer, e => e == line) || _j.Standing != Truth.Yes)
                    return;
            }
            else if (weighed.Met == Truth.Open)
            {
                _j.Note(Truth.Open, line.Provision, GroundKind.UnitsOpen, line.By!.Words, null, new Need(weighed.Missing));
                return;
            }
            else
            {
                _j.Inform(Truth.Yes, line.Provision, GroundKind.GatheredSoFar, OutcomeTable.Words(outcome), new object?[] { Names(supporters), line.By!.Words, weighed.Missing }, new Need(weighed.Missing, line.By!.Words));
            }
        }
    }

    /// <summary>
    /// How far support has come together for a line. Of whom a part or every one is asked, those are counted on the day that the charter says;
    /// that is asked only where it makes a difference. Null, with the place noted, where it is open.
    /// </summary>
    private Gathering? Weighed(Exit line, List<Supporter> supporters)
    {
        if (line.By is not { } by)
            return Nothing;
        var now = _support.Meets(by, supporters);
        if (Stage.CountedWhenPut is not { } slot || !by.Parties.Any(IsPart) || PutOn() is not { } put || put == _j.Today)
            return now;
        var then = _support.On(put).Meets(by, supporters);
        if (then.Met == now.Met)
            return now;
        return _j.Ask(slot, out var whenPut) ? whenPut ? then : now : null;
    }

    private static readonly Gathering Nothing = new(Truth.Yes, new Party(PartyKind.Person, "", Which.Any), Many.None, Many.None, [], "");

    private static bool IsPart(Party party) =>
        party.Quantity is { IsShare: true } || party.Holding is not null || party.Which is Which.Every or Which.All or Which.Each || (party.Of is { } of && IsPart(of));

    /// <summary>The day on which the matter came to the stage.</summary>
    private Day? PutOn()
    {
        var sight = _j.View.Look(Relations.Stage, _matter);
        return sight.Version < 0 ? null : _j.State.Store[sight.Version].From;
    }

    /// <summary>
    /// Notice that is given by whom a matter is before is its answer, where the stage has a line for it; notice by others, or elsewhere, is none.
    /// </summary>
    public static void Notice(Judgement j, int matter)
    {
        if (!j.View.TryValue(Relations.Stage, matter, out var value) || j.Book.InPlaceOf(value).Stage is not { Before: not null } stage
            || !stage.Exits.Exists(e => e.On == StageOutcome.Notice))
            return;
        var answering = Begin(j, matter, answers: false);
        if (answering is not null && j.Act.By.All(d => answering._support.PartyOf(d, answering.Hearing.Before) is not null)
            && answering.IsBefore(j.Act.By, stage.Before.By) && answering.MayGoOn())
            answering.GatherBefore(StageOutcome.Notice);
    }

    /// <summary>Everybody before whom the matter is signs, or gives notice: the line follows once all have.</summary>
    public void GatherBefore(StageOutcome outcome)
    {
        _all = Standing(outcome);
        foreach (var (doer, _) in Doers())
            Support(doer, outcome);
        DayByDay(_answers.DaysAfter(_j.Today, outcome), day =>
        {
            if (day is { } later)
                WithLater(outcome, later);
            WeighBefore(outcome);
        });
    }

    private void WeighBefore(StageOutcome outcome)
    {
        var waiting = new List<string>();
        foreach (var party in Hearing.Before.Parties)
        {
            var weighed = _support.Meets(party, _all!.ConvertAll(s => s.Supporter));
            if (weighed.Met == Truth.Yes && !Hearing.Before.Jointly)
            {
                waiting.Clear();
                break;
            }

            if (weighed.Met != Truth.Yes)
                waiting.Add(weighed.Missing);
        }

        if (waiting.Count == 0)
            Follow(outcome, counted: false);
        else
            Waits(waiting);
    }

    /// <summary>Support of a later day, on record already, is added.</summary>
    private void WithLater(StageOutcome outcome, Day on)
    {
        foreach (var support in _answers.Of(outcome, on: on))
        {
            if (!_all!.Exists(s => s.Supporter.Thing == support.Supporter.Thing))
                _all.Add(support);
        }
    }

    private List<(Supporter Supporter, string? Words)>? _all;

    /// <summary>The support that counts: for the present text, and for an earlier one where an amendment leaves it standing.</summary>
    private List<(Supporter Supporter, string? Words)> Standing(StageOutcome outcome)
    {
        var now = _answers.Of(outcome);
        var before = _answers.Of(outcome, earlier: true);
        if (before.Count > 0 && Stage.AmendedMeanwhile is { } slot && _j.Ask(slot, out var falls) && !falls)
            now.AddRange(before);
        return now;
    }

    private bool _seconded;

    private bool Admit(int doer, StageOutcome outcome, List<Exit> lines)
    {
        _all ??= Standing(outcome);
        foreach (var line in lines)
        {
            if (line.By is not { } who)
            {
                Support(doer, outcome);
                return true;
            }

            if (_support.PartyOf(doer, who) is { } party)
            {
                Support(_support.ElementOf(doer, party), outcome);
                return true;
            }

            // Whoever the stage admits answers for its unit: the convention of a state, for the state.
            if (_support.PartyOf(doer, Hearing.Before) is not null && _j.UnitOf(doer) is >= 0 and var unit && _support.PartyOf(unit, who) is not null)
            {
                Support(unit, outcome);
                return true;
            }

            // Whoever hands in what so many others second need not be one of them.
            if (_j.Act.Seconders is not null && doer == _j.Actor && _support.Meets(who, [new Supporter(doer), new Supporter(-1, _j.Act.Count, _j.Act.Seconders)]).Strangers.IsEmpty)
            {
                Support(doer, outcome);
                return true;
            }
        }

        var words = string.Join(" or ", lines.Where(l => l.By is not null).Select(l => l.By!.Words));
        _j.Refuse(lines[0].Provision, GroundKind.NoPower, words, _j.Roll.NameOf(doer), new Need(words, words));
        _j.NameSuspended();
        return false;
    }

    private void Support(int doer, StageOutcome outcome)
    {
        // The seconders of an act are told once, with its first doer.
        var seconded = _j.Act.Seconders is not null && !_seconded;
        _seconded |= seconded;
        _answers.Support(_j, doer, outcome, seconded);
        _all!.RemoveAll(s => s.Supporter.Thing == doer);
        _all.Add((seconded ? new Supporter(doer, _j.Act.Count, _j.Act.Seconders) : new Supporter(doer), _j.Act.Sort));
    }

    /// <summary>Whether support is for a line: where its words name the place to which some line leads, it is for that one alone.</summary>
    private bool IsAbout(string? words, Exit line) =>
        words is null || !Stage.Exits.Exists(e => LeadsTo(e, words)) || LeadsTo(line, words);

    private static bool LeadsTo(Exit exit, string words) =>
        exit.Way.Fillers.Any(w => string.Equals(w.Target, words, StringComparison.OrdinalIgnoreCase));

    private string Names(List<Supporter> supporters) =>
        supporters.Count <= MostNames
            ? string.Join(", ", supporters.Select(s => _j.Roll.NameOf(s.Thing) + (s.Seconders > 0 ? $" with {WhoReader.Text(s.Seconders)} {s.Sort}" : "")))
            : WhoReader.Text(supporters.Count);
}
