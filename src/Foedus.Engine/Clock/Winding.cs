using Foedus.Charter.Model;
using Foedus.Engine.Acts;
using Foedus.Engine.Bodies;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;
using Foedus.Engine.Things;

namespace Foedus.Engine.Clock;

/// <summary>Winds the clock of a stage: until what day the matter may be answered.</summary>
internal static class Winding
{
    /// <summary>The matter comes to the stage: its time runs, unless it waits for an event.</summary>
    public static void Arrives(Judgement j, int matter, Stage stage)
    {
        if (stage.Within is { } slot && j.AskLimit(slot, out var time) && time.From is null or { Kind: EventKind.Arrival or EventKind.Text })
            Wind(j, matter, slot.By, new Start(j.Today, AtBoundary: j.Act.Verb == Verb.Lapses), time);
    }

    /// <summary>Something has happened from which the time of a stage may run. What happens again sets no time back.</summary>
    public static void Happens(Judgement j, in Happening happening)
    {
        if (happening.Kind == EventKind.Arrival)
        {
            Awaits(j, happening.About);
            return;
        }

        var at = happening.Kind is EventKind.Convening or EventKind.Session ? j.Roll[happening.About].Of : happening.About;
        if (IsOfPlace(happening.Kind))
        {
            foreach (var waiting in j.View.Objects(Relations.Awaits, at))
            {
                if (j.View.TryValue(Relations.Visit, waiting.Thing, out var visit) && visit == waiting.Value)
                    Begins(j, waiting.Thing, happening);
            }

            return;
        }

        Begins(j, happening.About, happening);
    }

    /// <summary>The time of the matter ends with a day.</summary>
    public static void Until(Judgement j, int matter, Day last, Provision by)
    {
        j.Write(Relations.Due, matter, last.Number);
        j.Cite(by, GroundKind.Due, last);
    }

    /// <summary>Where the time of a matter is counted in hours and may be over by now, that turns on the hour.</summary>
    public static void AsksHour(Judgement j, int matter, Stage stage)
    {
        if (j.View.TryValue(Relations.DueSurely, matter, out var surely) && surely < j.Today.Number && stage.Within is { } within)
            Hours.Ask(j, within.By, within.IsSaid ? within.Said.Span.Words : within.By.Citation);
    }

    private static bool IsOfPlace(EventKind kind) => kind is EventKind.Convening or EventKind.Session or EventKind.Opening or EventKind.Closing
        or EventKind.Election or EventKind.Vacancy or EventKind.EndOfTerm;

    private static void Begins(Judgement j, int matter, in Happening happening)
    {
        if (StageOf(j, matter) is not { Within: { } slot } stage || !slot.Fillers.Any(HasEvent) || !j.AskLimit(slot, out var time)
            || time.From is not { } from || from.Kind != happening.Kind || (from.Fact is { } fact && j.Roll.Word(fact) != happening.Fact))
        {
            return;
        }

        if (from.Kind == EventKind.Presentation && !IsToWhoAnswers(j, stage))
            return;

        // The first counts; only a new text lets a time run anew.
        if (from.Kind == EventKind.Text || !j.After(Relations.Due, matter, out _))
            Wind(j, matter, slot.By, new Start(happening.On, happening.AtBoundary), time);
    }

    private static bool HasEvent(TimeAllowed time) => time.From is not null;

    private static bool IsToWhoAnswers(Judgement j, Stage stage) =>
        stage.Before is not { IsSaid: true } before || j.Act.Other < 0 || j.IsOneOf(j.Act.Other, before.Said.Before) != Truth.No;

    /// <summary>A matter has come to a stage whose time runs from an event: it has happened already, or is waited for.</summary>
    private static void Awaits(Judgement j, int matter)
    {
        if (StageOf(j, matter) is not { Within: { } slot } stage || !slot.Fillers.Any(HasEvent) || !j.AskLimit(slot, out var time) || time.From is not { } from)
            return;
        if (!IsOfPlace(from.Kind))
        {
            if (HappenedBefore(j, matter, from.Kind) is { } day && !j.After(Relations.Due, matter, out _))
                Wind(j, matter, slot.By, new Start(day), time);
            return;
        }

        j.After(Relations.Visit, matter, out var visit);
        foreach (var place in Places(j, stage, from))
            j.Link(Relations.Awaits, place, matter, visit);
    }

    /// <summary>Where an event is awaited: the body or office that is named, or those before whom the matter is.</summary>
    private static IEnumerable<int> Places(Judgement j, Stage stage, StartEvent from)
    {
        var parties = from.Of is { } of ? [of] : stage.Before is { IsSaid: true } before ? before.Said.Before.Parties : [];
        foreach (var party in parties)
        {
            if (party.Body is { EachOf: null } body)
                yield return j.Book.ThingOf(new BodyAt(body));
            else
            {
                foreach (var thing in j.Parties.ExtentOf(party, j.Anchor).Named())
                    yield return thing;
            }
        }
    }

    /// <summary>The day on which an event of a matter was, if it was before it came to its stage.</summary>
    private static Day? HappenedBefore(Judgement j, int matter, EventKind kind)
    {
        switch (kind)
        {
            case EventKind.Introduction:
                return j.View.TryValue(Relations.Put, matter, out var put) ? new Day((int)put) : j.Today;
            case EventKind.Publication:
                Day? published = null;
                foreach (var link in j.View.Objects(Relations.Published, matter))
                    published = published is { } before ? Day.Earlier(before, j.State.Store[link.Version].From) : j.State.Store[link.Version].From;
                return published;
            case EventKind.Notice:
                var unit = j.View.TryValue(Relations.Concerns, matter, out var concerned) ? (int)concerned : matter;
                if (j.After(Relations.NoticeDay, unit, out var notice))
                    return new Day((int)notice);
                return null;
            case EventKind.Issue:
                return First(j, FactKey.Of(Relations.MadeBy, matter));
            case EventKind.Force:
                return First(j, FactKey.Of(Relations.InForce, matter));
            default:
                return null;
        }
    }

    private static Day? First(Judgement j, FactKey key)
    {
        Day? first = null;
        var store = j.State.Store;
        for (var at = store.NewestKnown(store.LineOf(key), j.View.Known); at >= 0; at = store[at].Previous)
        {
            if (j.View.StandingOf(store[at].Source) is SourceStanding.Stands or SourceStanding.Voidable)
                first = store[at].From;
        }

        return first;
    }

    private static Stage? StageOf(Judgement j, int matter) =>
        j.Roll[matter].Kind is not (ThingKind.Body or ThingKind.Session or ThingKind.Office) && j.After(Relations.Stage, matter, out var place)
            ? j.PlaceOf(matter, place).Stage : null;

    private static void Wind(Judgement j, int matter, Provision by, Start start, TimeAllowed time)
    {
        if (Periods.LastDay(j, start, time.Span) is not { } last)
            return;
        Until(j, matter, last, by);
        j.Write(Relations.DueFirst, matter, last.Number);
        if (time.Span.Unit == SpanUnit.Hours)
            j.Write(Relations.DueSurely, matter, Hours.Sure(last, time.Span.Count, start.AtBoundary).Number);
    }
}
