using System.Collections.Immutable;
using Foedus.Charter.Model;
using Foedus.Engine.Bodies;
using Foedus.Engine.Judging;
using Foedus.Engine.Membership;
using Foedus.Engine.Records;
using Foedus.Engine.Remedies;
using Foedus.Engine.Things;

namespace Foedus.Engine.Clock;

/// <summary>From which events a duty arises, by where it stands and what it names, and on whom it lies.</summary>
internal static class DutyScope
{
    /// <summary>Whether an event is one from which the duty arises.</summary>
    public static bool Fits(Judgement j, Duty duty, in Happening happening)
    {
        var from = From(j, duty);
        if (TimesOf.RaisedBy(duty, from) != happening.Kind)
            return false;
        if (from?.Fact is { } fact && j.Roll.Word(fact) != happening.Fact)
            return false;
        if (from?.Of is { } of && !IsOf(j, of, happening))
            return false;
        switch (duty.Owner)
        {
            case Stage stage:
                return j.After(Relations.Stage, happening.About, out var at) && j.PlaceOf(happening.About, at).Stage == stage;
            case Procedure procedure:
                return j.After(Relations.Stage, happening.About, out var place) && j.PlaceOf(happening.About, place).Procedure == procedure;
            case SessionOf session:
                return Place(j, happening) is var sitting && j.BodyOf(sitting) is { } body && body.Body == session.Body
                    && (j.Roll[happening.About].Kind != ThingKind.Session || string.Equals(j.Roll[happening.About].Name, session.Kind, StringComparison.Ordinal));
            case Change change:
                var relation = happening.Kind == EventKind.Entry ? Relations.Joined : Relations.Gone;
                return j.After(relation, happening.About, out var rule) && rule == ChangeRules.Pack(j.Book, change);
            case Body own when from is { Of: null } && IsPlace(j, happening):
                return j.BodyOf(Place(j, happening)) is { } there && there.Body == own;
            case Office office when from is { Of: null } && IsPlace(j, happening):
                return j.Roll[Place(j, happening)] is { Kind: ThingKind.Office } post && string.Equals(post.Name, office.Name, StringComparison.Ordinal);
            default:
                return true;
        }
    }

    /// <summary>Whether a duty is about each matter at its stage or in its procedure, and arises from what happens in a body or an office.</summary>
    public static bool IsOfMatters(Judgement j, Duty duty, in Happening happening) => duty.Owner is Stage or Procedure && IsPlace(j, happening);

    /// <summary>The matters about which such a duty arises.</summary>
    public static List<int> Matters(Judgement j, Duty duty, in Happening happening)
    {
        var matters = new List<int>();
        var from = From(j, duty);
        if (TimesOf.RaisedBy(duty, from) != happening.Kind)
            return matters;
        if (from?.Of is { } of ? !IsOf(j, of, happening) : duty.Owner is Stage { Before: { IsSaid: true } before } && !IsBefore(j, before.Said.Before, happening))
            return matters;
        for (var i = 0; i < j.Roll.Count; i++)
        {
            if (j.Roll[i].Kind is not (ThingKind.Matter or ThingKind.Text) || !j.After(Relations.Stage, i, out var value) || j.State.Books.PlaceOf(value) is not { Stage: { } stage } place)
                continue;
            if (duty.Owner is Stage own ? stage == own : place.Procedure == duty.Owner)
                matters.Add(i);
        }

        return matters;
    }

    /// <summary>Whether obligations of whoever a duty lies on are over, with the membership of its unit.</summary>
    public static bool IsFree(Inquiry q, int addressee) =>
        addressee >= 0 && Fates.Any(q) && q.UnitOf(addressee) is >= 0 and var unit && Fates.Of(q, unit, FateOf.Obligations).IsOver;

    /// <summary>Whether a duty lies on nobody any more, as all who have not done it have left.</summary>
    public static bool Falls(Inquiry q, int duty)
    {
        var left = false;
        foreach (var link in q.View.Objects(Relations.DutyOn, duty))
        {
            if (link.Value != DutyState.Open)
                continue;
            if (!IsFree(q, link.Thing))
                return false;
            left = true;
        }

        return left;
    }

    /// <summary>On whom the duty lies, one by one; empty where it lies on any one of several, or nobody is named.</summary>
    public static ImmutableArray<int> Addressees(Judgement j, Duty duty, int about)
    {
        if (duty.On is { } on)
            return j.AskLimit(on, out var who) ? Named(j, who) : [];
        switch (duty.Owner)
        {
            case Stage { Before: { } before }:
                return j.AskLimit(before, out var hearing) ? Named(j, hearing.Before) : [];
            case Procedure:
                return j.After(Relations.Maker, about, out var maker) ? [(int)maker] : j.Actor >= 0 ? [j.Actor] : [];
            case Remedy or SessionOf:
                return j.Act.By.IsDefaultOrEmpty ? [] : j.Act.By;
            case Change:
                return [about];
            case Body { EachOf: null } body:
                return [j.Book.ThingOf(new BodyAt(body))];
            case Office office:
                return [j.Book.ThingOf(office)];
            default:
                return [];
        }
    }

    private static ImmutableArray<int> Named(Judgement j, Who who)
    {
        // "A or B": either does it for both.
        if (!who.Jointly && who.Parties.Length > 1)
            return [];
        var all = ImmutableArray.CreateBuilder<int>();
        foreach (var party in who.Parties)
        {
            if (party.Which == Which.Any || party.Quantity is not null)
                return [];
            if (party is { Kind: PartyKind.Office, Which: Which.Plain, Office: { } office })
                all.Add(j.Book.ThingOf(office));
            else if (party is { Kind: PartyKind.Body, Which: Which.Plain, Body: { EachOf: null } body })
                all.Add(j.Book.ThingOf(new BodyAt(body)));
            else
                all.AddRange(j.Parties.ExtentOf(party, j.Anchor).Named());
        }

        return [.. all.Distinct()];
    }

    /// <summary>From what the time of a duty runs: where it is left open, what every reading says, or else what the reading says that is asked.</summary>
    private static StartEvent? From(Judgement j, Duty duty)
    {
        if (duty.Within is not { } within || within.Fillers.IsDefaultOrEmpty)
            return null;
        var first = within.Fillers[0].From;
        if (within.Fillers.All(t => string.Equals(t.From?.Words, first?.Words, StringComparison.Ordinal)))
            return first;
        return j.AskLimit(within, out var time) ? time.From : null;
    }

    private static bool IsBefore(Judgement j, Who before, in Happening happening)
    {
        var there = happening;
        return before.Parties.Any(p => IsOf(j, p, there));
    }

    private static bool IsPlace(Judgement j, in Happening happening) => j.Roll[happening.About].Kind is ThingKind.Body or ThingKind.Session or ThingKind.Office;

    /// <summary>The body of a session, else the thing itself.</summary>
    private static int Place(Judgement j, in Happening happening) =>
        j.Roll[happening.About].Kind == ThingKind.Session ? j.Roll[happening.About].Of : happening.About;

    /// <summary>Whether what has happened is of what the event names: a sort of act, a body, an office, a kind of unit.</summary>
    private static bool IsOf(Judgement j, Party of, in Happening happening)
    {
        var about = happening.About;
        if (IsPlace(j, happening))
        {
            var place = Place(j, happening);
            return of.Body is { } body ? j.BodyOf(place) is { } at && at.Body == body : j.Is(place, of) != Truth.No;
        }

        if (j.After(Relations.Sort, about, out var sort) && string.Equals(j.Roll.WordOf(sort), of.Instrument?.Name ?? of.Name, StringComparison.Ordinal))
            return of.Of is not { } by || !j.After(Relations.Maker, about, out var maker) || j.Is((int)maker, by) != Truth.No;
        if (j.Roll[about].Kind != ThingKind.Unit)
            return string.Equals(j.Roll[about].Name, of.Name, StringComparison.Ordinal) || j.IsInstrument(about, of) == Truth.Yes;
        if (of.UnitKind is { } kind)
        {
            return (j.After(Relations.Kind, about, out var now) || j.View.TryValue(Relations.Kind, about, out now) || j.View.TryValue(Relations.FormerKind, about, out now))
                && string.Equals(j.Roll.WordOf(now), kind.Name, StringComparison.Ordinal);
        }

        return j.Is(about, of) != Truth.No;
    }
}
