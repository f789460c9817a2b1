using Foedus.Charter.Model;
using Foedus.Engine.Clock;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;
using Foedus.Engine.Rules;
using Foedus.Engine.Verbs;
using Condition = Foedus.Charter.Model.Condition;
using Way = Foedus.Charter.Model.Way;

namespace Foedus.Engine.Procedures;

/// <summary>Moves a matter from one stage to another or to its end, winds the clock of the new stage, and says what the end becomes.</summary>
internal static class Transition
{
    private const int DeepestClock = 3;

    /// <summary>The matter goes the way that an outcome gives it; false if the text does not say which.</summary>
    /// <param name="j">The judgement.</param>
    /// <param name="matter">The matter.</param>
    /// <param name="at">The stage at which it stands.</param>
    /// <param name="outcome">What the answers, or the lapse of time, come to.</param>
    /// <param name="severalAnswer">Several answer separately or in turn, so that a changed text is also an agreement.</param>
    /// <param name="only">Which lines may be taken; all if it is null.</param>
    public static bool Follow(Judgement j, int matter, StagePlace at, StageOutcome outcome, bool severalAnswer = false, Func<Exit, bool>? only = null)
    {
        StageOutcome? level = outcome;
        foreach (var exit in Candidates(at.Stage!, outcome, severalAnswer))
        {
            // Where the very outcome has a line with a rule of its own that was not met, the matter does not fall to a more general one.
            if (exit.On != level && at.Stage!.Exits.Exists(e => e.On == level && e.Way.Fillers.Any(w => w.ByRule is not null)) && exit.On == StageOutcome.Otherwise)
                return false;
            if (only is not null && !only(exit))
            {
                if (j.Standing == Truth.Open)
                    return false;
                continue;
            }

            if (!j.Ask(exit.Way, out var way))
                return false;
            if (way.When is { } when)
            {
                var holds = j.Holds(when, matter);
                if (holds == Truth.Open)
                {
                    j.Note(Truth.Open, exit.Provision, GroundKind.Condition, when.Words, null, new Need(when.Words));
                    return false;
                }

                if (holds == Truth.No)
                    continue;
            }

            j.Cite(exit.Provision, GroundKind.GoesTo, OutcomeTable.Words(outcome), way.Target);
            To(j, matter, j.Book, way);
            return true;
        }

        return false;
    }

    /// <summary>The exits that fit an outcome: its own lines first (those with a condition before those without), then the more general ones.</summary>
    public static IEnumerable<Exit> Candidates(Stage stage, StageOutcome outcome, bool severalAnswer = false)
    {
        for (StageOutcome? at = outcome; at is { } now; at = OutcomeTable.MoreGeneral(now, severalAnswer))
        {
            foreach (var exit in stage.Exits.Where(e => e.On == now).OrderBy(e => e.Way.Fillers.Any(w => w.When is not null) ? 0 : 1))
                yield return exit;
        }
    }

    /// <summary>The matter now stands at another place.</summary>
    public static void To(Judgement j, int matter, Rulebook book, Way way)
    {
        Stop(j, matter);
        var visit = VisitOf(j, matter) + 1;
        j.Write(Relations.Visit, matter, visit);
        var place = way.ToStage is { } stage ? book.PlaceOf(stage) : book.PlaceOf(way.ToEnd!);
        j.Write(Relations.Stage, matter, place.Value);
        j.Destination = place.Value;
        if (place.Stage is { } next)
            Wind(j, matter, book, next, j.Today, -1, 0, visit);
        else
            Ends(j, matter, place.End!);
    }

    /// <summary>What the clock had prepared for the stage that is left does not come.</summary>
    public static void Stop(Judgement j, int matter)
    {
        foreach (var clock in j.View.Objects(Relations.Clock, matter))
        {
            j.Overlay(~clock.Thing);
            j.Unlink(Relations.Clock, matter, clock.Thing);
        }

        if (j.View.Look(Relations.Due, matter).Holds)
            j.End(Relations.Due, matter);
    }

    private static long VisitOf(Judgement j, int matter) => j.View.TryValue(Relations.Visit, matter, out var visit) ? visit : 0;

    /// <summary>Winds the clock of a stage: what happens if nothing is decided in time.</summary>
    public static void Wind(Judgement j, int matter, Rulebook book, Stage stage, Day start, int through, int depth, long visit)
    {
        if (stage.Within is not { } slot || depth == DeepestClock)
            return;
        if (!j.AskLimit(slot, out var time) || (time.From is { } from && WaitsFor(from)))
            return;
        if (Periods.LastDay(j, new Start(start, AtBoundary: through >= 0), time.Span) is not { } last)
            return;
        WindUntil(j, matter, book, stage, last + 1, through, depth, slot.By, visit);
    }

    /// <summary>Winds the clock of a stage so that it strikes on a day: the first on which it is too late.</summary>
    public static void WindUntil(Judgement j, int matter, Rulebook book, Stage stage, Day tooLate, int through, int depth, Provision by, long? visit = null)
    {
        var here = visit ?? VisitOf(j, matter);
        if (through < 0)
        {
            j.Write(Relations.Due, matter, tooLate.Number - 1);
            j.Cite(by, GroundKind.Due, tooLate + -1);
        }

        // Lines with a condition are decided on the day itself; the line without one holds if none of theirs does.
        var exits = Candidates(stage, StageOutcome.NoDecision).ToList();
        var before = new List<Condition>();
        foreach (var exit in exits)
        {
            if (!j.Ask(exit.Way, out var way))
                return;
            var guard = way.When is null && before.Count == 0 ? 0 : j.State.Guard(way.When, before, matter, book);
            Strikes(j, matter, book, way, tooLate, guard, through, depth, here);
            if (way.When is not { } when)
                break;
            before.Add(when);
        }
    }

    /// <summary>Events from which a time runs only once they have happened.</summary>
    public static bool WaitsFor(string from) => from is "publication" or "presentation" or "convening";

    private static void Strikes(Judgement j, int matter, Rulebook book, Way way, Day tooLate, int guard, int through, int depth, long visit)
    {
        var place = way.ToStage is { } stage ? book.PlaceOf(stage) : book.PlaceOf(way.ToEnd!);
        var prepared = j.Prepare(tooLate, guard, through);
        if (through < 0)
            j.Remember(prepared, Relations.Clock, matter);
        j.WriteThrough(prepared, FactKey.Of(Relations.Stage, matter), tooLate, place.Value);
        j.WriteThrough(prepared, FactKey.Of(Relations.Visit, matter), tooLate, visit + 1);
        if (place.Stage is { } next)
            Wind(j, matter, book, next, tooLate, prepared, depth + 1, visit + 1);
        else
            Becomes(j, matter, place.End!, tooLate, prepared);
    }

    private static void Ends(Judgement j, int matter, End end)
    {
        if (end.Becomes is { } becomes)
        {
            Entrenchment.Weigh(j, matter, becomes);
            j.Cite(end.By, GroundKind.Becomes, j.Roll.NameOf(matter), becomes);
            Enactment.Write(j, matter, becomes, j.Book.PlaceOf(end).Procedure, end);
        }
    }

    private static void Becomes(Judgement j, int matter, End end, Day day, int prepared)
    {
        if (end.Becomes is not { } becomes)
            return;
        if (j.Book.Instrument(becomes) is not { } kind)
        {
            if (becomes is "secession" or "expulsion" or "dissolution" && (j.View.TryValue(Relations.Concerns, matter, out var unit) || IsMember(j, matter, out unit)))
                Leaves(j, (int)unit, day, prepared);
            return;
        }

        j.WriteThrough(prepared, FactKey.Of(Relations.Sort, matter), day, j.Roll.Word(becomes));
        j.WriteThrough(prepared, FactKey.Of(Relations.MadeBy, matter), day, j.State.Known + 1);
        if (kind.InForce is { IsSaid: true, Said.From: ForceFrom.AtOnce })
            j.WriteThrough(prepared, FactKey.Of(Relations.InForce, matter), day, 1);
    }

    /// <summary>A procedure that stands under the name of the unit itself.</summary>
    private static bool IsMember(Judgement j, int matter, out long unit)
    {
        unit = matter;
        return j.View.Look(Relations.Kind, matter).Holds;
    }

    private static void Leaves(Judgement j, int unit, Day day, int prepared)
    {
        if (j.View.TryValue(Relations.Kind, unit, out var kind))
            j.WriteThrough(prepared, FactKey.Of(Relations.OfKind, (int)kind, unit), day, FactVersion.Nothing);
        j.WriteThrough(prepared, FactKey.Of(Relations.Kind, unit), day, FactVersion.Nothing);
        j.WriteThrough(prepared, FactKey.Of(Relations.Member, unit), day, FactVersion.Nothing);
    }
}
