using System.Collections.Immutable;
using Foedus.Engine.Acts;
using Foedus.Engine.Bodies;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;
using Foedus.Engine.Rules;
using Foedus.Engine.Verbs;

namespace Foedus.Engine.Clock;

/// <summary>
/// An act of the calendar: a time has run out. It is judged on its day by the code that judges anybody's act, from how things stood at the
/// end of the last day, so that it comes before whatever is done on the day on which it is too late.
/// </summary>
/// <param name="Branch">The judgement on one way of reading the silences.</param>
/// <param name="Parent">The source by which the time ran until then; the strike falls with it. <see cref="FactStore.NoSource"/> if no time ran out.</param>
internal readonly record struct Strike(Branch Branch, int Parent)
{
    /// <summary>Whether the time of a thing ran out with a day, and what that brings, on every way of reading the silences met.</summary>
    /// <param name="state">The state as now known.</param>
    /// <param name="thing">What the time is for: a matter, a duty.</param>
    /// <param name="last">The last day of the time.</param>
    public static Forked<Strike> Judge(State state, int thing, Day last) =>
        Fork.Run(new Readings(), null, (state, thing, last), static (at, readings) => One(at.state, at.thing, at.last, readings), Judging.Judge.Budget);

    private static Strike One(State state, int thing, Day last, Readings readings)
    {
        var view = state.At(last, readings);
        var due = view.Look(Relations.Due, thing);
        var runsOut = due.Holds && due.Value == last.Number;
        var judgement = PendingEdition.Judge(state, view, thing, 0, readings, (state, thing, view, readings, runsOut), static (at, book) =>
        {
            var silent = at.view.TryValue(Relations.Stage, at.thing, out var value) ? Silent(book, book.InPlaceOf(value)) : [];
            var judgement = new Judgement(at.state, book, new Act(0, at.view.At + 1, Verb.Lapses, silent) { Object = at.thing }, at.view, at.readings);
            if (at.runsOut)
                VerbTable.Of(Verb.Lapses).Judge(judgement);
            return judgement;
        });
        if (!runsOut)
            return new Strike(judgement.ToBranch(), FactStore.NoSource);
        Happenings.Follow(judgement);
        return new Strike(judgement.ToBranch(), state.Store[due.Version].Source);
    }

    /// <summary>Who has let the time run out: the body before which the matter is, so that what an end makes has a maker.</summary>
    private static ImmutableArray<int> Silent(Rulebook book, StagePlace place)
    {
        if (place.Stage?.Before is not { IsSaid: true, Said.Before.Parties: var parties })
            return [];
        var silent = ImmutableArray.CreateBuilder<int>();
        foreach (var party in parties)
        {
            if (party.Body is { EachOf: null } body)
                silent.Add(book.ThingOf(new BodyAt(body)));
        }

        return silent.ToImmutable();
    }
}
