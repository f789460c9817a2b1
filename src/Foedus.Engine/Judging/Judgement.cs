using System.Collections.Immutable;
using Foedus.Charter.Model;
using Foedus.Engine.Acts;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;
using Foedus.Engine.Remedies;
using Foedus.Engine.Rules;
using Foedus.Engine.Verbs;

namespace Foedus.Engine.Judging;

/// <summary>The judgement of one act on one way of reading the silences: an inquiry that may also say what the act writes.</summary>
public sealed partial class Judgement : Inquiry
{
    private readonly List<Effect> _effects = Scratch.Effects();
    private List<Figure>? _figures;

    public Judgement(State state, Rulebook book, Act act, Readings readings)
        : base(state, book, act.Done, readings)
    {
        Act = Omissions.Meant(this, act);
    }

    /// <summary>What the calendar brings is judged from how things stood before the day on which it comes.</summary>
    internal Judgement(State state, Rulebook book, Act act, View before, Readings readings)
        : base(state, book, before, readings)
    {
        Act = act;
        Today = act.Done;
    }

    public Act Act { get; }

    /// <summary>The outcome that a matter has followed on its way, if it has gone on.</summary>
    internal StageOutcome? Followed { get; set; }

    /// <summary>In whose name a matter is answered by it, where it is.</summary>
    internal IReadOnlyList<int> Answered { get; set; } = [];

    /// <summary>What it writes so far.</summary>
    internal IReadOnlyList<Effect> Effects => _effects;

    /// <summary>Whether it writes a fact.</summary>
    internal bool Writes(FactKey key)
    {
        foreach (var effect in _effects)
        {
            if (effect.Kind == EffectKind.Fact && effect.Key == key && effect.Value != FactVersion.Nothing)
                return true;
        }

        return false;
    }

    /// <summary>The value of a relation with one argument as it will be after this.</summary>
    internal bool After(int relation, int subject, out long value)
    {
        for (var i = _effects.Count - 1; i >= 0; i--)
        {
            if (_effects[i].Kind != EffectKind.Fact || _effects[i].Key != FactKey.Of(relation, subject))
                continue;
            value = _effects[i].Value;
            return value != FactVersion.Nothing;
        }

        return View.TryValue(relation, subject, out value);
    }

    /// <summary>Where a matter stands: what the act is about, as the edition has it by which the act is judged.</summary>
    internal StagePlace PlaceOf(int matter, long value) => matter == Act.Object ? Book.InPlaceOf(value) : Book.All.PlaceOf(value);

    /// <summary>How a vote came out, once it has been counted.</summary>
    public Outcome Result { get; set; }

    /// <summary>The place to which a matter is taken, or -1.</summary>
    public long Destination { get; set; } = -1;

    /// <summary>The first who acts.</summary>
    public int Actor => Act.By.IsDefaultOrEmpty ? -1 : Act.By[0];

    /// <summary>Everybody who acts, as written: "Union-Soviet and Nationalities".</summary>
    public string ActorName => Act.By.Length == 1 ? Roll.NameOf(Act.By[0]) : string.Join(" and ", Act.By.Select(Roll.NameOf));

    public string ObjectName => Roll.NameOf(Act.Object);

    /// <summary>Notes that an act cannot be: who, what and why are in the message.</summary>
    public void Refuse(Provision? by, GroundKind message, object? first = null, object? second = null, Need? need = null) =>
        Note(Truth.No, by, message, first, second, need);

    /// <summary>
    /// Tries several provisions that might give the power. The first that gives it decides; failing that, those that leave it open; failing
    /// that, every one of them is a reason against.
    /// </summary>
    public Truth Try<T>(IReadOnlyList<T> options, Action<T> attempt)
    {
        if (options.Count == 1)
        {
            var mark = Mark();
            attempt(options[0]);
            return OutcomeFrom(mark);
        }

        var tried = new List<(Truth Outcome, List<Ground> Grounds, List<Effect> Effects)>();
        foreach (var option in options)
        {
            var mark = Mark();
            var effects = _effects.Count;
            attempt(option);
            var outcome = OutcomeFrom(mark);
            if (outcome == Truth.Yes)
                return outcome;
            tried.Add((outcome, Cut(mark), _effects.GetRange(effects, _effects.Count - effects)));
            _effects.RemoveRange(effects, _effects.Count - effects);
        }

        var best = Truth.No;
        foreach (var t in tried)
            best = best.Or(t.Outcome);
        foreach (var t in tried)
        {
            if (t.Outcome == best)
                Restore(t.Grounds);
        }

        return best;
    }

    /// <summary>Writes a fact of a relation with one argument. Of nothing, nothing is written: the act has its reason against it already.</summary>
    public void Write(int relation, int subject, long value, Day? from = null, Day? until = null)
    {
        if (subject >= 0)
            _effects.Add(new Effect(EffectKind.Fact, FactKey.Of(relation, subject), from ?? Today, until ?? Day.Max, value, -1, -1));
    }

    /// <summary>Writes a fact between two things.</summary>
    public void Link(int relation, int subject, int other, long value = 1, Day? from = null, Day? until = null)
    {
        if (subject >= 0 && other >= 0)
            _effects.Add(new Effect(EffectKind.Fact, FactKey.Of(relation, subject, other), from ?? Today, until ?? Day.Max, value, -1, -1));
    }

    /// <summary>Writes a fact whose value is a figure.</summary>
    public void Write(FactKey key, Figure figure, Day from)
    {
        _figures ??= [];
        _figures.Add(figure);
        _effects.Add(new Effect(EffectKind.Figure, key, from, Day.Max, _figures.Count - 1, -1, -1));
    }

    /// <summary>Ends a fact of a relation with one argument.</summary>
    public void End(int relation, int subject, Day? from = null) => Write(relation, subject, FactVersion.Nothing, from);

    /// <summary>Ends a fact between two things.</summary>
    public void Unlink(int relation, int subject, int other, Day? from = null) => Link(relation, subject, other, FactVersion.Nothing, from);

    /// <summary>States how another act stands: suspended, ended, void.</summary>
    public void Challenge(int sequence, SourceStanding standing, Day from, Day until) =>
        _effects.Add(new Effect(EffectKind.Standing, default, from, until, (long)standing, sequence, -1));

    /// <summary>Prepares a source of its own for what the act makes, so that it can fall without the act; the place among what was prepared.</summary>
    public int Prepare(Day due, int through = -1)
    {
        var place = _effects.Count(e => e.Kind == EffectKind.Prepare);
        _effects.Add(new Effect(EffectKind.Prepare, default, due, due, 0, -1, through));
        return place;
    }

    /// <summary>Writes a fact under what was prepared.</summary>
    public void WriteThrough(int prepared, FactKey key, Day from, long value, int target = -1) =>
        _effects.Add(new Effect(EffectKind.Fact, key, from, Day.Max, value, target, prepared));

    /// <summary>
    /// Takes over what another act would have written, though it was not accepted: its facts then rest on this act, which recognises it.
    /// </summary>
    public void TakeOver(Act other)
    {
        var judged = new Judgement(State, Book, other, Readings);
        VerbTable.Of(other.Verb).Judge(judged);
        _effects.AddRange(judged._effects);
        if (judged._figures is { } figures)
            (_figures ??= []).AddRange(figures);
    }

    /// <summary>The judgement on this path.</summary>
    internal Branch ToBranch()
    {
        var row = VerbTable.RowOf(Act.Verb);
        if (Standing == Truth.Yes && !PowerOf.IsGiven(row, Grounds))
            NoProvision(row.Task);
        var verdict = Standing switch
        {
            Truth.Yes => Verdict.Accepted,
            Truth.No => Verdict.Refused,
            _ => Verdict.Undetermined,
        };
        var branch = new Branch(
            Readings.Path.Count == 0 ? [] : [.. Readings.Path.Select(a => (a.Silence, a.Reading))],
            verdict,
            [.. Grounds],
            verdict == Verdict.Accepted ? [.. _effects] : [])
        {
            Outcome = verdict == Verdict.Accepted ? Result : Judging.Outcome.None,
            Destination = verdict == Verdict.Accepted ? Destination : -1,
            Figures = verdict == Verdict.Accepted && _figures is not null ? [.. _figures] : [],
        };
        Close();
        Scratch.Give(_effects);
        return branch;
    }
}
