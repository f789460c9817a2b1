using System.Collections.Immutable;
using Foedus.Charter.Model;
using Foedus.Engine.Bodies;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;
using Foedus.Engine.Seats;
using Foedus.Engine.Things;

namespace Foedus.Engine.Mandates;

/// <summary>
/// The choice of a person for a place: by whom the charter says, to a place that is free, from among whom it says, and of nobody who has it
/// already or must not hold it besides what the person holds.
/// </summary>
internal static class Election
{
    /// <summary>Tries the lines of a body, or an office; the first that takes the person decides.</summary>
    public static void Of(Judgement j, ImmutableArray<ElectiveLine> lines, int person, string what)
    {
        if (j.Roll[person].Kind is ThingKind.Body or ThingKind.Office)
        {
            j.Refuse(null, GroundKind.NobodyToChoose, j.Roll.NameOf(person));
            return;
        }

        if (lines.All(l => l.Chosen is null && l.Vacancy is null))
        {
            j.NoProvision("choose " + what);
            return;
        }

        j.Try(lines, line => On(j, line, person));
    }

    private static void On(Judgement j, ElectiveLine line, int person)
    {
        if (Vacant(j, line, person))
            return;
        if (line.Chosen is not { } slot)
        {
            j.NoProvision("choose " + line.Name);
            return;
        }

        if (!j.Ask(slot, out var choosing))
            return;
        var met = Choosers.Of(j, line, choosing.By, out var unit);
        if (met == Truth.No && unit >= 0 && line.Each is { } kind && !j.View.Holds(Relations.OfKind, j.Roll.Word(kind.Name), unit))
        {
            j.Refuse(line.By, GroundKind.NoSeatsOf, j.Roll.NameOf(unit), line.Name, new Need("`for` a " + kind.Name));
            return;
        }

        j.Note(
            met, slot.By, met == Truth.Yes ? GroundKind.Elects : GroundKind.NotElects, line.Name,
            new object?[] { choosing.By.Words, j.ActorName }, met == Truth.Yes ? null : new Need("an election by " + choosing.By.Words, choosing.By.Words));
        if (met == Truth.No)
            return;
        if (unit < 0)
            unit = Homes.SeatOf(j, line, choosing.From, slot.By, person);
        var from = ComingMandates.DayOf(j);
        if (!ComingMandates.MayBegin(j, slot.By))
            return;
        IsFree(j, ComingMandates.At(j, from), line, unit);
        Eligible(j, line, choosing, slot.By, person, unit, from);
        var mandate = new Mandate(line.Post, person, unit, line.Number, MandateBy.Election, 1, from, from);
        Origins.Write(j, line, mandate);
        Reserves.Untold(j, line, unit);
        if (ElectionVote.Chooses(j, line.Post, choosing, slot.By, mandate))
            Fill(j, line, choosing, slot.By, mandate);
    }

    /// <summary>Somebody whose election was equal is chosen by whom the rule lets decide, if the place is still free.</summary>
    public static void Take(Judgement j, ElectiveLine line, Mandate mandate)
    {
        if (line.Chosen is not { } slot || !j.Ask(slot, out var choosing))
            return;
        IsFree(j, ComingMandates.At(j, mandate.From), line, mandate.Unit);
        Eligible(j, line, choosing, slot.By, mandate.Holder, mandate.Unit, mandate.From);
        Fill(j, line, choosing, slot.By, mandate);
    }

    private static void Fill(Judgement j, ElectiveLine line, Choosing choosing, Provision by, Mandate mandate)
    {
        foreach (var vacancy in line.Vacancies(ComingMandates.At(j, mandate.From), mandate.Unit).Take(1))
        {
            // An election is for a term of its own, unless the charter says that who comes into a vacancy has the rest of the old one.
            if (MandateWriter.ForFullTerm(j, vacancy, unsaid: true) == false)
                mandate = mandate with { Since = vacancy.Since };
            MandateWriter.Fill(j, vacancy, mandate.From);
        }

        LastingRoom.Ask(j, [(line, mandate.Unit)], mandate);
        Begin(j, line, choosing, by, mandate);
    }

    /// <summary>A vacancy is filled by whom the charter names for it. False if this is no such case.</summary>
    private static bool Vacant(Judgement j, ElectiveLine line, int person)
    {
        if (line.Vacancy is not { } slot || !slot.Fillers.Any(v => v.FilledBy is not null) || !j.Ask(slot, out var clause) || clause.FilledBy is not { } filler)
            return false;
        var unit = line.AsksOrigin ? -1 : j.Act.Unit;
        if (Choosers.Are(j, filler, unit) is var met && met == Truth.No)
            return false;
        var from = ComingMandates.DayOf(j);
        if (!ComingMandates.MayBegin(j, slot.By))
            return true;
        var vacancies = line.Vacancies(ComingMandates.At(j, from), unit);
        if (vacancies.Count == 0)
        {
            if (line.Chosen is { } chosen && chosen.Fillers.Any(c => Choosers.Of(j, line, c.By, out _) != Truth.No))
                return false;
            j.Refuse(slot.By, GroundKind.NoVacancy, line.Name, filler.Words, new Need("a vacancy in " + line.Name));
            return true;
        }

        var left = vacancies[0];
        j.Note(met, slot.By, met == Truth.Yes ? GroundKind.VacancyFilled : GroundKind.PowerOpen, met == Truth.Yes ? line.Name : filler.Words, met == Truth.Yes ? filler.Words : j.ActorName);
        if (clause.From is { } pool)
            Eligible(j, line, new Choosing(filler, pool, null, null), slot.By, person, left.Unit, from);
        else if (line.Chosen is { } by && j.Ask(by, out var choosing))
            Eligible(j, line, choosing, by.By, person, left.Unit, from);
        if (MandateWriter.ForFullTerm(j, left, unsaid: null) is not { } full)
            return true;
        var mandate = left with { Holder = person, By = MandateBy.Vacancy, From = from, Since = full ? from : left.Since };
        Origins.Write(j, line, mandate);
        Reserves.Untold(j, line, left.Unit);
        if (!ElectionVote.Chooses(j, line.Post, null, slot.By, mandate))
            return true;
        MandateWriter.Fill(j, left, from);
        LastingRoom.Ask(j, [(line, left.Unit)], mandate);
        MandateWriter.Begin(j, mandate);
        return true;
    }

    /// <summary>Whether a place is free; vacancies that somebody else fills, or that are left open, are not.</summary>
    private static void IsFree(Judgement j, Inquiry at, ElectiveLine line, int unit)
    {
        var places = line.Places(at, unit);
        var taken = line.Taken(at, unit) + Withheld(j, at, line, unit);
        if (places.Most is { } most && taken >= most)
        {
            // Where the term is not said, those who are there may not be in office any more.
            if (line.Taken(at, unit) > 0 && j.Mandates.TermOf(line.Post) is { IsSaid: false } term && !j.Ask(term, out _))
                return;
            Full(j, line, unit, most, taken);
            return;
        }

        if (taken < places.Least || places.Most is null && places.Least == Counting.Ratio.Zero && line.Office is null && line.Group!.Formula.IsSaid && taken == 0)
        {
            j.Cite(line.Office?.Number?.By ?? line.By, line.Office is null ? GroundKind.NumberOf : GroundKind.OfficeNumber, line.Office is null ? line.Name : line.Office.Name, line.Office is null ? places : places.Least);
            return;
        }

        j.Note(Truth.Open, line.By, GroundKind.SeatsOpen, unit < 0 ? "it" : j.Roll.NameOf(unit), line.Name, new Need("the seats of " + line.Name));
    }

    private static void Full(Judgement j, ElectiveLine line, int unit, Counting.Ratio places, int taken)
    {
        if (unit >= 0 && line.Each is null)
            j.Refuse(line.By, GroundKind.OfNoUnit, j.Roll.NameOf(unit), line.Name, new Need("no `for`"));
        else if (unit < 0 && line.Office is { } office)
            j.Refuse(office.Number?.By ?? office.By, GroundKind.OfficeFull, taken, new object?[] { places, office.Name }, new Need("a vacancy in the office of " + office.Name));
        else if (unit >= 0)
            j.Refuse(line.By, GroundKind.SeatsFilled, j.Roll.NameOf(unit), new object?[] { places, line.Name }, new Need("a vacant seat of " + j.Roll.NameOf(unit) + " in " + line.Name));
        else
            j.Refuse(line.By, GroundKind.NumberOf, line.Name, places, new Need("a vacant seat in " + line.Name));
    }

    /// <summary>Vacancies that are not for the chooser to fill.</summary>
    public static int Withheld(Judgement j, Inquiry at, ElectiveLine line, int unit)
    {
        if (line.Vacancy is not { } slot || line.Vacancies(at, unit) is not { Count: > 0 } vacancies)
            return 0;
        return j.Ask(slot, out var vacancy) && (vacancy.LeftOpen || vacancy.NextInOrder || vacancy.FilledBy is not null) ? vacancies.Count : 0;
    }

    /// <summary>Whether a person can be chosen at all: not there already, of whom the charter says, and not kept apart.</summary>
    public static void Eligible(Judgement j, ElectiveLine line, Choosing choosing, Provision by, int person, int unit, Day from)
    {
        var at = ComingMandates.At(j, from);
        if (IsThere(at, line, person) || j.Mandates.Waiting(line.Post).Any(m => m.Holder == person) || IsToCome(j, line, person))
            j.Refuse(line.By, GroundKind.HoldsAlready, j.Roll.NameOf(person), line.Name);
        if (choosing.From is { } pool)
            FromPool(j, at, line, pool, by, person, unit);
        if (line.Pool is { } own)
            FromPool(j, at, line, new Who(false, [own with { Quantity = null }]) { Words = own.Words }, line.By, person, unit);
        if (KeptApart(j, at, line, person))
            return;

        // What the person comes into later, by what is on record already, is met while this mandate lasts.
        foreach (var begins in LastingRoom.BeginningsOf(j, person, from, j.Mandates.EndOf(line.Post, from)))
        {
            if (KeptApart(j, ComingMandates.At(j, begins), line, person))
                return;
        }
    }

    /// <summary>Whether somebody is chosen already for a term of the same body or office that has not begun.</summary>
    private static bool IsToCome(Judgement j, ElectiveLine line, int person) => line.Body is { } body
        ? Posts.Parts(j, Whole(body)).Any(p => ComingMandates.Of(j, p, person) is not null)
        : ComingMandates.Of(j, line.Post, person) is not null;

    private static bool IsThere(Inquiry at, ElectiveLine line, int person) => line.Body is { } body
        ? Whole(body) is var whole && (at.IsMember(person, whole, out _) || whole.Body.Chambers.Exists(c => at.IsMember(person, whole.Chamber(c), out _)))
        : at.Mandates.Held(line.Post, person) is not null;

    private static bool KeptApart(Judgement j, Inquiry at, ElectiveLine line, int person)
    {
        if (Incompatibility.Between(at, line.Post, person) is not { } apart)
            return false;
        if (apart.HasLeave(j, person))
            j.Cite(apart.Clause.By, GroundKind.LeaveGiven, j.Roll.NameOf(person), apart.ApartFrom.LeaveBy!.Words);
        else
            j.Refuse(apart.Clause.By, GroundKind.ApartFrom, apart.Other, line.Name, apart.ApartFrom.LeaveBy is { } leave ? new Need("leave of " + leave.Words, leave.Words) : null);
        return true;
    }

    private static BodyAt Whole(BodyAt body) => body.Body.ChamberOf is { } whole ? new BodyAt(whole, body.Unit) : body;

    private static void FromPool(Judgement j, Inquiry at, ElectiveLine line, Who from, Provision by, int person, int unit)
    {
        var (met, what) = (Truth.No, line.Name);
        foreach (var party in from.Parties)
            met = met.Or(IsFrom(j, line, party, person, unit));
        if (met != Truth.No && from.Parties is [var only])
            Homes.Spread(j, at, line, only, from, by, person);
        var ofUnit = j.Roll[person].Kind != ThingKind.Unit && from.Parties.All(p => p.Kind is PartyKind.Unit or PartyKind.NamedUnit);
        if (met == Truth.Yes)
            j.Cite(by, GroundKind.InPool, j.Roll.NameOf(person), (ofUnit ? "of " : "") + from.Words);
        else if (met == Truth.No)
            j.Refuse(by, GroundKind.NotInPool, what, new object?[] { from.Words, j.Roll.NameOf(person) }, new Need("somebody who is " + from.Words, from.Words));
        else if (from.Parties.Any(p => p.Kind is PartyKind.Unit or PartyKind.NamedUnit))
            j.Note(Truth.Open, by, GroundKind.OriginUntold, what, new object?[] { from.Words, j.Roll.NameOf(person) }, new Need("`for` the unit of which " + j.Roll.NameOf(person) + " is"));
        else
            j.Note(Truth.Open, by, GroundKind.PowerOpen, from.Words, j.Roll.NameOf(person), new Need("whether " + j.Roll.NameOf(person) + " is " + from.Words));
    }

    private static Truth IsFrom(Judgement j, ElectiveLine line, Party party, int person, int unit)
    {
        var isUnit = j.Roll[person].Kind == ThingKind.Unit;
        if (party.Kind == PartyKind.Person)
            return TruthOf.From(!isUnit);
        var anchor = unit >= 0 ? Foedus.Engine.Parties.Anchor.At(unit) : j.Anchor;
        if (party.Kind is PartyKind.Unit or PartyKind.NamedUnit)
        {
            return isUnit ? j.Parties.IsUnit(person, party, anchor) : Homes.IsFrom(j, line, party, person, unit);
        }

        // A pool of so many is still a pool of one at a time.
        var one = party with { Quantity = null };
        var met = j.Parties.IsOneOf(person, new Who(false, [one]), anchor);
        if (met != Truth.No)
            return met;
        var of = party.Kind == PartyKind.Member ? party.Of : party.Kind == PartyKind.Body ? party : null;
        if (of is null)
            return Truth.No;
        foreach (var body in Posts.Bodies(j, of, unit))
        {
            // A body means its members; those told by number alone may be anybody.
            var roster = j.RosterOf(body, byUnits: false);
            if (roster.Find(person) is >= 0 and var place && j.Parties.IsHeldOf(roster.Lines[place].Unit, person, of, anchor) is var held and not Truth.No)
                return held == Truth.Open ? held : party.Except is { } except && j.Parties.IsOneOf(person, new Who(false, [except]), anchor) == Truth.Yes ? Truth.No : Truth.Yes;
            if (roster.Lines.Any(l => l is { Holder: < 0, Filled: true } && j.Parties.IsHeldOf(l.Unit, -1, of, anchor) != Truth.No))
                met = Truth.Open;
        }

        return met;
    }

    private static void Begin(Judgement j, ElectiveLine line, Choosing choosing, Provision by, in Mandate mandate)
    {
        if (choosing.ConfirmedBy is { } confirmer)
        {
            j.Cite(by, GroundKind.WaitsForConfirmation, j.Roll.NameOf(mandate.Holder), confirmer.Words);
            j.Link(Relations.Choice, line.Post, mandate.Holder, mandate.Packed);
            ComingMandates.Mark(j, line.Post, mandate.Holder, mandate.From);
            return;
        }

        MandateWriter.Begin(j, mandate);
    }
}
