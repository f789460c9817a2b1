using System.Collections.Immutable;
using Foedus.Charter.Model;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;
using Foedus.Engine.Remedies;
using Foedus.Engine.Things;

namespace Foedus.Engine.Clock;

/// <summary>Duties arise from events, are done by those on whom they lie, and are missed when their time runs out.</summary>
internal static class Duties
{
    /// <summary>The duty of a name, wherever it stands.</summary>
    public static Duty? Declared(Inquiry q, string name)
    {
        foreach (var duty in q.Book.Edition.Duties)
        {
            if (string.Equals(duty.Name, name, StringComparison.Ordinal))
                return duty;
        }

        return null;
    }

    /// <summary>Something has happened from which duties may arise, or the time of those that are open may run.</summary>
    public static void Happens(Judgement j, in Happening happening)
    {
        if (happening.Kind is EventKind.Convening or EventKind.Session)
            SessionDuties.Happens(j, happening);
        foreach (var duty in j.Book.Times.Raised(happening.Kind))
        {
            if (DutyScope.IsOfMatters(j, duty, happening))
            {
                foreach (var matter in DutyScope.Matters(j, duty, happening))
                    Arises(j, duty, matter, happening.On, happening.AtBoundary);
            }
            else if (DutyScope.Fits(j, duty, happening))
                Arises(j, duty, happening.About, happening.On, happening.AtBoundary);
        }

        foreach (var duty in j.Book.Times.Timed(happening.Kind))
        {
            var thing = j.Roll.Find(ThingKind.Duty, duty.Name, happening.About);
            if (thing >= 0 && j.After(Relations.Duty, thing, out var state) && state == DutyState.Open && !j.After(Relations.Due, thing, out _))
                Time(j, duty, thing, new Start(happening.On, happening.AtBoundary));
        }
    }

    /// <summary>A duty arises about something: it is open, and due on a day where the charter says one. One that is open already goes on.</summary>
    public static void Arises(Judgement j, Duty duty, int about, Day? on = null, bool atBoundary = false)
    {
        var from = on ?? j.Today;
        var thing = j.Roll.Add(ThingKind.Duty, duty.Name, about);
        if (j.After(Relations.Duty, thing, out var state) && state == DutyState.Open)
            return;
        j.Write(Relations.Duty, thing, DutyState.Open, from);
        j.Link(Relations.DutyAbout, about, thing, 1, from);
        foreach (var addressee in DutyScope.Addressees(j, duty, about))
            j.Link(Relations.DutyOn, thing, addressee, DutyState.Open, from);
        if (duty.To is { } to && j.AskLimit(to, out var task))
            j.Cite(to.By, GroundKind.DutyArises, duty.Name, task.Text ?? "notify " + string.Join(", ", task.Notify.Select(p => p.Words)));
        if (duty.Owner is not Remedy || duty.Within is not { IsSaid: true, Said.From: { Kind: not EventKind.Act } })
            Time(j, duty, thing, new Start(from, AtBoundary: atBoundary || (j.Act.Verb == Acts.Verb.Lapses && on is null)));
    }

    /// <summary>A duty that was missed is raised again: whoever has missed it must do it, in the same time from today.</summary>
    public static void Again(Judgement j, int thing)
    {
        j.Write(Relations.Duty, thing, DutyState.Open);
        foreach (var link in j.View.Objects(Relations.DutyOn, thing))
        {
            if (link.Value == DutyState.Missed)
                j.Link(Relations.DutyOn, thing, link.Thing, DutyState.Open);
        }

        if (Declared(j, j.Roll[thing].Name) is { } duty)
            Time(j, duty, thing, new Start(j.Today));
    }

    /// <summary>Whether those who act are those on whom it lies, or act for them; noted.</summary>
    public static bool IsOnDoers(Judgement j, Duty? duty, int thing, out ImmutableArray<int> done)
    {
        var (listed, bound) = (false, new List<int>());
        foreach (var link in j.View.Objects(Relations.DutyOn, thing))
        {
            listed = true;
            if (!DutyScope.IsFree(j, link.Thing))
                bound.Add(link.Thing);
        }

        if (listed)
        {
            done = Bound(j, bound, AllStandFor);
            if (done.IsEmpty)
                done = Bound(j, bound, OneStandsFor);
            return !done.IsEmpty;
        }

        done = [];
        return duty?.On is not { } on || (j.Ask(on, out var who) && AreAmong(j, who));
    }

    private static ImmutableArray<int> Bound(Judgement j, List<int> bound, Func<Judgement, int, bool> isDone)
    {
        var done = ImmutableArray<int>.Empty;
        foreach (var addressee in bound)
        {
            if (isDone(j, addressee))
                done = done.Add(addressee);
        }

        return done;
    }

    private static bool AllStandFor(Judgement j, int addressee)
    {
        foreach (var doer in j.Act.By)
        {
            if (j.Parties.StandsFor(doer, addressee) == Truth.No)
                return false;
        }

        return true;
    }

    private static bool OneStandsFor(Judgement j, int addressee)
    {
        foreach (var doer in j.Act.By)
        {
            if (j.Parties.StandsFor(doer, addressee) == Truth.Yes)
                return true;
        }

        return false;
    }

    private static bool AreAmong(Judgement j, Who who) => j.Act.By.All(d => j.IsOneOf(d, who) != Truth.No);

    /// <summary>Those on whom a duty lies have done it; it is done once all have. After its last day it stays missed.</summary>
    public static void Done(Judgement j, Provision by, int thing, ImmutableArray<int> done)
    {
        var name = j.Roll[thing].Name;
        if (j.View.TryValue(Relations.Duty, thing, out var state) && state == DutyState.Missed)
        {
            j.Cite(by, GroundKind.DutyLate, name);
            return;
        }

        var waiting = new List<string>();
        foreach (var link in j.View.Objects(Relations.DutyOn, thing))
        {
            if (done.Contains(link.Thing))
                j.Link(Relations.DutyOn, thing, link.Thing, DutyState.Done);
            else if (link.Value == DutyState.Open && !DutyScope.IsFree(j, link.Thing))
                waiting.Add(j.Roll.NameOf(link.Thing));
        }

        j.Cite(by, GroundKind.DutyDone, name);
        if (waiting.Count > 0)
        {
            j.Cite(by, GroundKind.DutyWaits, name, string.Join(", ", waiting));
            return;
        }

        if (j.View.Look(Relations.Due, thing).Holds)
            j.End(Relations.Due, thing);
        j.Write(Relations.Duty, thing, DutyState.Done);
    }

    /// <summary>The time for a duty has run out: who has not done it has missed it, and what the charter says follows.</summary>
    public static void Miss(Judgement j, int thing)
    {
        var duty = j.View.Look(Relations.Duty, thing);
        if (!duty.Holds || duty.Value != DutyState.Open)
            return;
        if (DutyScope.Falls(j, thing))
        {
            j.End(Relations.Duty, thing);
            return;
        }

        j.Write(Relations.Duty, thing, DutyState.Missed);
        foreach (var link in j.View.Objects(Relations.DutyOn, thing))
        {
            if (link.Value == DutyState.Open && !DutyScope.IsFree(j, link.Thing))
                j.Link(Relations.DutyOn, thing, link.Thing, DutyState.Missed);
        }

        if (Declared(j, j.Roll[thing].Name) is not { IfMissed: { } missed } || !j.AskLimit(missed, out var then))
            return;
        j.Cite(missed.By, GroundKind.DutyMissed, j.Roll[thing].Name, Words(then));
        if (then.ItFalls)
            Undo(j, j.State.Store[duty.Version].Source);
    }

    /// <summary>What follows if a duty is missed, in words.</summary>
    public static string Words(DutyMissed missed) =>
        missed.ItFalls ? "what gave rise to it falls" : missed.ItStands ? "what gave rise to it stands" : missed.Remedy is { } remedy ? "the remedy " + remedy + " is open" : missed.Text ?? "nothing follows";

    /// <summary>What an act has brought about ends with the day: what it made falls, and what it felled stands again.</summary>
    private static void Undo(Judgement j, int source)
    {
        var store = j.State.Store;
        foreach (var version in store.MadeBy(source))
        {
            var fact = store[version];
            if (store.IsStanding(fact.Line, out var target))
            {
                j.Challenge(target, SourceStanding.Stands, j.Today, Day.Max);
                continue;
            }

            var key = store.KeyOf(fact.Line);
            if (key.Relation is Relations.Duty or Relations.DutyAbout or Relations.DutyOn or Relations.Due || fact.Value == FactVersion.Nothing || j.View.Look(key).Version != version)
                continue;
            if (key.Object >= 0)
                j.Unlink(key.Relation, key.Subject, key.Object);
            else
                j.End(key.Relation, key.Subject);
        }

        foreach (var prepared in store.PreparedBy(source))
        {
            if (store.ProspectiveOf(prepared).Tag == Effect.ProductTag)
                j.Challenge(prepared, SourceStanding.Ended, j.Today, Day.Max);
        }
    }

    private static void Time(Judgement j, Duty duty, int thing, Start start)
    {
        if (duty.Within is not { } within || !j.AskLimit(within, out var time))
            return;
        if ((time.Span is { } span ? Periods.LastDay(j, start, span) : start.Day) is { } last)
            j.Write(Relations.Due, thing, last.Number, start.Day);
    }
}
