using Foedus.Charter.Model;
using Foedus.Engine.Bodies;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Membership;
using Foedus.Engine.Records;
using Foedus.Engine.Things;

namespace Foedus.Engine.Mandates;

/// <summary>
/// Who holds which office and who sits in which body on the day of an inquiry. A term that has run out ends a mandate without any act: it is
/// read off the record and never written.
/// </summary>
public sealed class MandateReader(Inquiry inquiry)
{
    private readonly TermReader _terms = new(inquiry);
    private bool? _changed;

    private View View => inquiry.View;

    /// <summary>False if a reading of the charter or a term that is not said bore on who is in office, so that it holds for this day alone.</summary>
    internal bool IsPlain => _terms.IsPlain;

    /// <summary>The persons who hold an office or sit in a body by mandates of their own, in the order of election.</summary>
    public IEnumerable<Mandate> Of(int post)
    {
        if (post < 0)
            yield break;
        foreach (var link in View.Objects(Relations.Mandate, post))
        {
            var mandate = Mandate.OfPerson(post, link.Thing, link.Value, View.Store[link.Version].From);
            if (IsInOffice(mandate))
                yield return mandate;
        }
    }

    /// <summary>The mandate of a person in an office or body, or null.</summary>
    public Mandate? Held(int post, int person)
    {
        if (post < 0 || person < 0)
            return null;
        var sight = View.Look(Relations.Mandate, post, person);
        if (!sight.Holds)
            return null;
        var mandate = Mandate.OfPerson(post, person, sight.Value, View.Store[sight.Version].From);
        return IsInOffice(mandate) ? mandate : null;
    }

    /// <summary>Every mandate of a person.</summary>
    public IEnumerable<Mandate> HeldBy(int person)
    {
        foreach (var link in View.Subjects(Relations.Mandate, person))
        {
            var mandate = Mandate.OfPerson(link.Thing, person, link.Value, View.Store[link.Version].From);
            if (IsInOffice(mandate))
                yield return mandate;
        }
    }

    /// <summary>The unit for which a mandate is held: that whose seat it is, or the holder, where a unit holds it by its own name; -1: none.</summary>
    public int SitsFor(in Mandate mandate) =>
        mandate.Unit < 0 && mandate.Holder >= 0 && inquiry.Roll[mandate.Holder].Kind == ThingKind.Unit ? mandate.Holder : mandate.Unit;

    /// <summary>The units for which a person is on record: those whose seats the person holds, and those of which an election said that the person is.</summary>
    public List<int> UnitsOf(int person)
    {
        var units = new List<int>();
        foreach (var mandate in HeldBy(person))
        {
            var unit = SitsFor(mandate);
            var of = unit >= 0 ? unit : Origins.Of(inquiry, mandate.Post, person);
            if (of >= 0 && !units.Contains(of))
                units.Add(of);
        }

        return units;
    }

    /// <summary>The numbers of members that were certified for units.</summary>
    public IEnumerable<Mandate> Delegations(int post) => Numbers(Relations.Delegation, post);

    /// <summary>The number that was certified for a unit, or null.</summary>
    public Mandate? Delegation(int post, int unit)
    {
        if (post < 0 || unit < 0)
            return null;
        var sight = View.Look(Relations.Delegation, post, unit);
        if (!sight.Holds)
            return null;
        var mandate = Mandate.OfNumber(post, sight.Value, View.Store[sight.Version].From);
        return IsInOffice(mandate) ? mandate : null;
    }

    /// <summary>The numbers of members that were elected without being named.</summary>
    public IEnumerable<Mandate> ElectedNumbers(int post) => Numbers(Relations.ElectedNumber, post);

    /// <summary>Choices that wait for being confirmed.</summary>
    public IEnumerable<Mandate> Waiting(int post) => Persons(Relations.Choice, post);

    /// <summary>Mandates that ended before their term and were not replaced.</summary>
    public IEnumerable<Mandate> Vacancies(int post)
    {
        foreach (var mandate in Persons(Relations.Vacancy, post))
        {
            if (_terms.IsInTerm(mandate))
                yield return mandate;
        }
    }

    /// <summary>The substitutes of a body, in the order in which they come in.</summary>
    public IEnumerable<Mandate> Substitutes(int post)
    {
        foreach (var mandate in Persons(Relations.Substitute, post))
        {
            if (_terms.IsInTerm(mandate))
                yield return mandate;
        }
    }

    /// <summary>Every seat of a body of which the record says how it stands in the term that runs: held, chosen for, or left early.</summary>
    internal IEnumerable<Mandate> Accounted(int post) =>
        Persons(Relations.Mandate, post).Concat(Persons(Relations.Choice, post)).Concat(Persons(Relations.Vacancy, post)).Where(m => _terms.IsInTerm(m));

    /// <summary>Whether a person was ever recorded in an office or body, and be it that the mandate has ended or has not begun.</summary>
    public bool WasRecorded(int post, int person)
    {
        if (post < 0 || person < 0)
            return false;
        var store = View.Store;
        var line = store.LineOf(FactKey.Of(Relations.Mandate, post, person));
        for (var i = line < 0 ? -1 : store.Newest(line); i >= 0; i = store[i].Previous)
        {
            ref readonly var version = ref store[i];
            if (version.Recorded <= View.Known && View.StandingOf(version.Source) is SourceStanding.Stands or SourceStanding.Voidable)
                return true;
        }

        return false;
    }

    /// <summary>Whether mandates of a line of seats, or of an office, were ever recorded.</summary>
    public bool WasFilled(int post, int line) => post >= 0 && View.Holds(Relations.LineFilled, post, line);

    /// <summary>Whether mandates of a unit in a body were ever recorded.</summary>
    public bool WasFilledFor(int post, int unit) => post >= 0 && unit >= 0 && View.Holds(Relations.UnitFilled, post, unit);

    /// <summary>Whether any mandate in an office or body was ever recorded.</summary>
    public bool WasEverHeld(int post)
    {
        if (post < 0)
            return false;
        foreach (var _ in View.Objects(Relations.LineFilled, post))
            return true;
        return false;
    }

    /// <summary>The term of an office or of the members of a body, where the charter has one.</summary>
    public Slot<Term>? TermOf(int post) => _terms.TermOf(post);

    /// <summary>The first day on which a mandate whose term counts from a day has ended; "for ever" where no span is said.</summary>
    public Day EndOf(int post, Day since) => _terms.EndOf(post, since);

    /// <summary>
    /// What a change of its unit has made of a mandate: while the unit is suspended or after it has left, the seats and offices of it may not be
    /// held, without having been ended.
    /// </summary>
    internal FateFound FateOfUnit(in Mandate mandate)
    {
        _changed ??= Fates.Any(inquiry);
        if (_changed == false)
            return default;
        var isOffice = inquiry.Roll[mandate.Post].Kind == ThingKind.Office;
        var sits = SitsFor(mandate);
        if (sits >= 0 && Fates.Of(inquiry, sits, isOffice ? FateOf.Offices : FateOf.Seats) is { Fate: not Fate.Untouched } own)
            return own;
        if (Origins.Of(inquiry, mandate.Post, mandate.Holder) is >= 0 and var origin
            && Fates.Of(inquiry, origin, isOffice ? FateOf.Offices : FateOf.Seats) is { Fate: not Fate.Untouched } found)
        {
            return found;
        }

        if (!isOffice || sits >= 0)
            return default;
        return inquiry.UnitOf(mandate.Post) is var unit and >= 0 ? Fates.Of(inquiry, unit, FateOf.Offices) : FateOfHolder(mandate.Holder);
    }

    /// <summary>An office of the federation that is held by a member for a unit that has left is one of the offices of that unit.</summary>
    private FateFound FateOfHolder(int person)
    {
        if (person < 0)
            return default;
        foreach (var link in View.Subjects(Relations.Mandate, person))
        {
            var seat = Mandate.OfPerson(link.Thing, person, link.Value, View.Store[link.Version].From);
            if (seat.Unit >= 0 && Fates.Of(inquiry, seat.Unit, FateOf.Offices) is { Fate: not Fate.Untouched } found)
                return found;
        }

        return default;
    }

    /// <summary>Whether a mandate that is on record is held on the day: its term runs, its office is there and no change of its unit has ended it.</summary>
    internal bool IsInOffice(in Mandate mandate) => _terms.IsInTerm(mandate) && !FateOfUnit(mandate).IsOver && IsThere(mandate.Post);

    /// <summary>An edition that no longer has an office has nobody in it.</summary>
    private bool IsThere(int post) => inquiry.Roll[post].Kind != ThingKind.Office || inquiry.OfficeOf(post) is not null;

    private IEnumerable<Mandate> Persons(int relation, int post)
    {
        if (post < 0)
            yield break;
        foreach (var link in View.Objects(relation, post))
            yield return Mandate.OfPerson(post, link.Thing, link.Value, View.Store[link.Version].From);
    }

    private IEnumerable<Mandate> Numbers(int relation, int post)
    {
        if (post < 0)
            yield break;
        foreach (var link in View.Objects(relation, post))
        {
            var mandate = Mandate.OfNumber(post, link.Value, View.Store[link.Version].From);
            if (relation == Relations.Delegation)
                mandate = mandate with { Unit = link.Thing };
            if (IsInOffice(mandate))
                yield return mandate;
        }
    }
}
