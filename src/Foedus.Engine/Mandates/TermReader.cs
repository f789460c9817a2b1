using Foedus.Charter.Model;
using Foedus.Engine.Bodies;
using Foedus.Engine.Clock;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;
using Foedus.Engine.Things;

namespace Foedus.Engine.Mandates;

/// <summary>
/// Tells whether the term of a mandate still runs on the day of an inquiry. A span that the charter says is the last day of the fact itself;
/// any other term is a window: in office are those mandates that began within it.
/// </summary>
internal sealed class TermReader(Inquiry inquiry)
{
    private const int DeepestChain = 8;

    private Dictionary<int, Slot<Term>?>? _terms;
    private Dictionary<(int Post, Term Term), (Day After, Day UpTo)>? _windows;
    private int _depth;

    public bool IsPlain { get; private set; } = true;

    public Slot<Term>? TermOf(int post)
    {
        _terms ??= [];
        if (_terms.TryGetValue(post, out var known))
            return known;
        var term = inquiry.Roll[post].Kind == ThingKind.Office ? inquiry.OfficeOf(post)?.Term : inquiry.BodyOf(post)?.Body.Term;
        _terms.Add(post, term);
        return term;
    }

    public bool IsInTerm(in Mandate mandate)
    {
        if (TermOf(mandate.Post) is not { } slot)
            return true;
        if (slot.IsSaid)
            return slot.Said.Span is not null || IsWithin(mandate, slot.Said);
        IsPlain = false;
        if (inquiry.View.TryValue(Relations.Settled, slot.Silence!.Id, out _))
            return !inquiry.Ask(slot, out var settled) || IsWithin(mandate, settled);
        if (slot.Fillers.IsEmpty)
            return true;

        // The reading is asked only where readings differ: after the shortest term and before the longest.
        var (first, differ) = (IsWithin(mandate, slot.Fillers[0]), false);
        foreach (var term in slot.Fillers)
            differ |= IsWithin(mandate, term) != first;
        if (!differ)
            return first;
        var mark = inquiry.Marked();
        if (inquiry.Ask(slot, out var read))
            return IsWithin(mandate, read);
        inquiry.ForgetSince(mark);
        return true;
    }

    /// <summary>The first day on which a mandate that begins on a day has ended, where the charter says the term in full; else "for ever".</summary>
    public Day EndOf(int post, Day since) =>
        TermOf(post) is { IsSaid: true, Said.Span: { } span } ? Periods.LastOf(inquiry.Book.Edition.Time, since, span) + 1 : Day.Max;

    private bool IsWithin(in Mandate mandate, Term term)
    {
        if (term.Span is { } span)
            return inquiry.Today <= Periods.LastOf(inquiry.Book.Edition.Time, mandate.Since, span);
        if (term.AtPleasureOf is not null)
            return true;
        _windows ??= [];
        if (!_windows.TryGetValue((mandate.Post, term), out var window))
        {
            if (_depth >= DeepestChain)
                return true;
            _depth++;
            window = term.UntilNext is not { } body ? SameAs(mandate.Post, term.SameAs!)
                : term.AtClose ? UntilClose(mandate.Post, body, term.UntilNextKind) : UntilNext(mandate.Post, body, term.UntilNextKind);
            _depth--;
            _windows[(mandate.Post, term)] = window;
        }

        return mandate.Since > window.After && mandate.Since <= window.UpTo;
    }

    /// <summary>
    /// Until the next session of a body: who was chosen before the session that opened last is no longer in office. The members of that
    /// very body are those who were chosen for the session: after the one before it was over.
    /// </summary>
    private (Day After, Day UpTo) UntilNext(int post, Body body, string? kind)
    {
        var unit = UnitOf(post);
        if (inquiry.BodyAt(body, unit) is not { } at || inquiry.Book.All.FindThing(at) is not (>= 0 and var thing))
            return (Day.Min, Day.Max);
        var opened = Days(Relations.SessionOpened, thing, kind);
        if (opened.Count == 0)
            return (Day.Min, Day.Max);
        var last = opened[^1];
        if (!IsOf(post, at))
            return (last - 1, Day.Max);
        var closed = Days(Relations.SessionClosed, thing, null);
        var upTo = First(closed, last, Day.Max) ?? Day.Max;
        if (opened.Count == 1)
            return (Day.Min, upTo);
        var before = opened[^2];
        return (First(closed, before, last) ?? before, upTo);
    }

    /// <summary>
    /// Until the next session of a body is over: who was chosen before the session opened that was over last is no longer in office; who was
    /// chosen at it waits for the close of the next. The members of that very body go with the close itself.
    /// </summary>
    private (Day After, Day UpTo) UntilClose(int post, Body body, string? kind)
    {
        if (inquiry.BodyAt(body, UnitOf(post)) is not { } at || inquiry.Book.All.FindThing(at) is not (>= 0 and var thing))
            return (Day.Min, Day.Max);
        var opened = Days(Relations.SessionOpened, thing, kind);
        var all = kind is null ? opened : Days(Relations.SessionOpened, thing, null);
        var closed = Days(Relations.SessionClosed, thing, null);
        for (var i = opened.Count - 1; i >= 0; i--)
        {
            // A session that was never closed is over once the next has opened.
            var next = First(all, opened[i] + 1, Day.Max) ?? Day.Max;
            if ((First(closed, opened[i], next) ?? (next < Day.Max ? next : (Day?)null)) is { } over)
                return (IsOf(post, at) ? over : opened[i] - 1, Day.Max);
        }

        return (Day.Min, Day.Max);
    }

    private static Day? First(List<Day> days, Day from, Day to)
    {
        foreach (var day in days)
        {
            if (day >= from && day <= to)
                return day;
        }

        return null;
    }

    private bool IsOf(int post, BodyAt body) =>
        inquiry.BodyOf(post) is { } at && at.Unit == body.Unit && (at.Body == body.Body || at.Body.ChamberOf == body.Body);

    /// <summary>The days, up to now, on which sessions of a body began or were over, in order.</summary>
    private List<Day> Days(int relation, int body, string? kind)
    {
        var word = kind is null ? -1 : inquiry.Roll.Word(kind);
        var days = new List<Day>();
        foreach (var link in inquiry.View.Objects(relation, body))
        {
            if (word < 0 || link.Value == word)
                days.Add(inquiry.View.Store[link.Version].From);
        }

        days.Sort();
        return days;
    }

    /// <summary>As long as that of others: from the earliest beginning among those of them who are in office.</summary>
    private (Day After, Day UpTo) SameAs(int post, Party party)
    {
        Day? earliest = null;
        var ever = false;
        foreach (var other in Posts.Of(inquiry, party, UnitOf(post)))
        {
            ever |= inquiry.Mandates.WasEverHeld(other);
            foreach (var mandate in inquiry.Mandates.Of(other).Concat(inquiry.Mandates.Delegations(other)).Concat(inquiry.Mandates.ElectedNumbers(other)))
                earliest = earliest is { } day ? Day.Earlier(day, mandate.Since) : mandate.Since;
        }

        if (!ever)
            return (Day.Min, Day.Max);
        return earliest is { } from ? (from - 1, Day.Max) : (Day.Max, Day.Min);
    }

    private int UnitOf(int post) => inquiry.UnitOf(post);
}
