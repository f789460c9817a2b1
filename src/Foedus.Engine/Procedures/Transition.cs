using Foedus.Charter.Model;
using Foedus.Engine.Clock;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;
using Foedus.Engine.Rules;
using Foedus.Engine.Verbs;
using Way = Foedus.Charter.Model.Way;

namespace Foedus.Engine.Procedures;

/// <summary>Moves a matter from one stage to another or to its end, winds the clock of the new stage, and says what the end becomes.</summary>
internal static class Transition
{
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
            j.Followed = outcome;
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
            foreach (var exit in stage.Exits)
            {
                if (exit.On == now && HasCondition(exit))
                    yield return exit;
            }

            foreach (var exit in stage.Exits)
            {
                if (exit.On == now && !HasCondition(exit))
                    yield return exit;
            }
        }
    }

    private static bool HasCondition(Exit exit)
    {
        foreach (var way in exit.Way.Fillers)
        {
            if (way.When is not null)
                return true;
        }

        return false;
    }

    /// <summary>The matter now stands at another place.</summary>
    public static void To(Judgement j, int matter, Rulebook book, Way way)
    {
        Stop(j, matter);
        j.View.TryValue(Relations.Visit, matter, out var visit);
        j.Write(Relations.Visit, matter, Math.Max(0, visit) + 1);
        if (!j.View.TryValue(Relations.Put, matter, out _))
            j.Write(Relations.Put, matter, j.Today.Number);
        var place = way.ToStage is { } stage ? book.PlaceOf(stage) : book.PlaceOf(way.ToEnd!);
        j.Write(Relations.Stage, matter, place.Value);
        j.Destination = place.Value;
        if (place.Stage is { } next)
            Winding.Arrives(j, matter, next);
        else
            Ends(j, matter, place.End!);
    }

    /// <summary>No time runs any longer for the stage that is left.</summary>
    public static void Stop(Judgement j, int matter)
    {
        if (j.View.Look(Relations.Due, matter).Holds)
            j.End(Relations.Due, matter);
        if (j.View.Look(Relations.DueSurely, matter).Holds)
            j.End(Relations.DueSurely, matter);
        if (j.View.Look(Relations.Overdue, matter).Holds)
            j.End(Relations.Overdue, matter);
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
}
