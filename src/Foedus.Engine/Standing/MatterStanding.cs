using System.Collections.Immutable;
using Foedus.Charter.Model;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Procedures;
using Foedus.Engine.Records;
using Foedus.Engine.Rules;

namespace Foedus.Engine.Standing;

/// <summary>At which stage a matter stands or how it ended, when its time ends, and for whom it waits.</summary>
public static class MatterStanding
{
    /// <summary>The stage or end at which a matter stands as at a day, with what the clock has brought by then.</summary>
    public static Answer<MatterPlace> Of(State state, int matter, Day day, AssumptionSet assumptions, Rulebook? book = null) =>
        StandingQuestion.Ask(state, StandingQuestion.BookAt(state, day, book), day, assumptions, q => Look(q, matter), MatterPlace.Open);

    /// <summary>The last day on which something can still be done about a matter or a duty in time; null where no time runs.</summary>
    public static Answer<Day?> Due(State state, int thing, Day day, AssumptionSet assumptions, Rulebook? book = null)
    {
        var answer = StandingQuestion.Ask(
            state, StandingQuestion.BookAt(state, day, book), day, assumptions, q => Due(q, thing), new DueDay(null, true));
        return new Answer<Day?>(
            answer.IsDetermined, answer.Value.Last, [.. answer.Possible.Select(d => d.Last)], answer.Grounds, answer.Assuming, answer.Turns, answer.Needs);
    }

    /// <summary>Those before whom a matter is and who have not answered since it came there; empty at an end, or where the text does not say.</summary>
    public static ImmutableArray<Party> WaitsFor(State state, int matter, Day day, Rulebook? book = null)
    {
        var inquiry = new Inquiry(state, StandingQuestion.BookAt(state, day, book), day, new Readings());
        if (!inquiry.View.TryValue(Relations.Stage, matter, out var value) || inquiry.Book.PlaceNow(value).Stage is not { Before: { IsSaid: true } before })
            return [];
        return Answering.WaitsFor(inquiry, matter, before.Said);
    }

    internal static MatterPlace Look(Inquiry q, int matter)
    {
        var name = q.Roll.NameOf(matter);
        var sight = q.View.Look(Relations.Stage, matter);
        if (sight.Holds)
        {
            var place = q.Book.PlaceNow(sight.Value);
            if (place.Stage is not null && Membership.PendingMatters.Of(q, matter) is { Fate: Membership.Fate.Open or Membership.Fate.Ended or Membership.Fate.Recomputed } fell)
            {
                q.Inform(Truth.No, fell.Slot?.By ?? fell.Rule!.By, fell.IsOver ? GroundKind.MatterFell : GroundKind.FateUnsaid, fell.IsOver ? name : "pending matters", q.Roll.NameOf(fell.Unit));
                return fell.IsOver ? MatterPlace.NotPut : MatterPlace.Open;
            }

            if (place.Stage is { } stage && TermOfMatters.Ended(q, matter, stage) is { } ended)
            {
                if (!q.Ask(ended, out var lapses))
                    return MatterPlace.Open;
                if (lapses)
                {
                    q.Inform(Truth.No, ended.By, GroundKind.MatterLapsed, name);
                    return MatterPlace.NotPut;
                }
            }

            q.Cite(place.By, GroundKind.AtStage, name, place.Name);
            return new MatterPlace(place.Name, place.End is not null, place, false);
        }

        if (!sight.IsOpen)
        {
            q.Inform(Truth.No, null, GroundKind.UnknownThing, name);
            return MatterPlace.NotPut;
        }

        // It turns on something; the stage that it came from says on what.
        var last = Versions.Written(q, FactKey.Of(Relations.Stage, matter));
        for (; last >= 0 && q.State.Store[last].Source < 0; last = q.State.Store[last].Previous)
        {
        }

        if (last >= 0)
        {
            var from = q.State.Books.PlaceOf(q.State.Store[last].Value);
            q.Note(Truth.Open, from.By, GroundKind.AtStage, name, from.Name);
            foreach (var exit in from.Stage?.Exits ?? [])
            {
                foreach (var when in exit.Way.Fillers.Select(w => w.When).OfType<Charter.Model.Condition>())
                    q.Note(Truth.Open, exit.Provision, GroundKind.Condition, when.Words, null, new Need(when.Words));
            }
        }

        return MatterPlace.Open;
    }

    private static DueDay Due(Inquiry q, int thing)
    {
        var sight = q.View.Look(Relations.Due, thing);
        if (sight.IsOpen)
            return new DueDay(null, true);
        if (!sight.Holds)
            return new DueDay(null, false);
        var day = new Day((int)sight.Value);
        if (q.View.TryValue(Relations.Stage, thing, out var value) && q.Book.PlaceNow(value).Stage is { } stage)
            q.Cite(stage.Within?.By ?? stage.By, GroundKind.Due, day);
        return new DueDay(day, false);
    }

    private readonly record struct DueDay(Day? Last, bool IsOpen);
}
