using Foedus.Charter.Model;
using Foedus.Engine.Bodies;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;
using Foedus.Engine.Rules;
using Foedus.Engine.Seats;
using Foedus.Engine.Standing;
using Foedus.Engine.Things;
using Foedus.Secretariat.Opening;

namespace Foedus.Secretariat.Reports;

/// <summary>How the things of a federation stand as at a day, as known after an act, under the chosen assumptions.</summary>
public sealed record HowThingsStand
{
    private readonly AssumptionSet set;
    private readonly List<Assumption> used = [];
    private readonly List<Silence> turns = [];

    /// <param name="history">What was done.</param>
    /// <param name="day">As at this day.</param>
    /// <param name="known">As known after the act with this place in the ledger.</param>
    /// <param name="edition">The edition by which it is answered; null: that in force.</param>
    internal HowThingsStand(History history, Day day, int known, int? edition)
    {
        set = history.Assumptions.Set;
        Day = day;
        State = history.State.AsKnownAt(known).Reaching(day);
        Book = edition is { } number ? State.Books.Edition(number)! : State.Books.InForceAt(State.At(day));
        View = State.At(day, Readings());
        Bodies = [.. Book.Edition.Bodies.Where(b => b.EachOf is null).Select(BodyOf)];
        Offices = [.. Book.Offices.Where(o => o.Of?.EachOf is null).Select(OfficeOf)];
        var things = Enumerable.Range(0, State.Roll.Count).ToList();
        Matters = [.. things.Where(t => View.Look(Relations.Stage, t) is { Holds: true } or { IsOpen: true }).Select(MatterOf).OfType<MatterLine>()];
        Instruments = [.. things.Where(t => State.Roll[t].Kind is ThingKind.Matter or ThingKind.Instrument or ThingKind.Text).Select(InstrumentOf).OfType<InstrumentLine>()];
        Units = [.. things.Where(t => State.Roll[t].Kind == ThingKind.Unit).Select(UnitOf).OfType<UnitLine>().OrderBy(u => u.Name, StringComparer.Ordinal)];
        Duties = [.. DutyStanding.All(State).Select(DutyOf).OfType<DutyLine>()];
    }

    public Day Day { get; }

    public State State { get; }

    public Rulebook Book { get; }

    /// <summary>The state as seen under the chosen assumptions.</summary>
    public View View { get; }

    public IReadOnlyList<BodyLine> Bodies { get; }

    public IReadOnlyList<OfficeLine> Offices { get; }

    public IReadOnlyList<MatterLine> Matters { get; }

    public IReadOnlyList<InstrumentLine> Instruments { get; }

    public IReadOnlyList<DutyLine> Duties { get; }

    /// <summary>Units that have applied or given notice.</summary>
    public IReadOnlyList<UnitLine> Units { get; }

    /// <summary>The assumptions without which some of it would not be determined.</summary>
    public IEnumerable<Assumption> Used => used.Distinct();

    /// <summary>The silences on which some of it turns.</summary>
    public IEnumerable<Silence> Turns => turns.Distinct();

    /// <summary>A body: its seats, and how many are filled; null where nothing is recorded.</summary>
    public sealed record BodyLine(Body Body, SeatAnswer Seats, int? Filled);

    /// <summary>An office and who holds it.</summary>
    public sealed record OfficeLine(Office Office, IReadOnlyList<string> Holders);

    /// <summary>A matter: where it stands, until when something can be done about it, and for whom it waits.</summary>
    public sealed record MatterLine(string Name, Answer<MatterPlace> Place, Day? Due, IReadOnlyList<string> WaitsFor);

    /// <summary>A legal act, how it stands, the units in which it is suspended, and the remedies that are open against it.</summary>
    public sealed record InstrumentLine(string Name, string Sort, Answer<InstrumentState> Stands, IReadOnlyList<string> SuspendedIn, IReadOnlyList<string> Remedies);

    /// <summary>A unit and the change for which it has applied or of which it has given notice.</summary>
    public sealed record UnitLine(string Name, string Change, bool IsMember)
    {
        /// <summary>Whether it asked to be admitted.</summary>
        public bool IsApplicant => Change == "admission";

        /// <summary>Whether it asked to be admitted and was, so that nothing is open any more.</summary>
        public bool HasJoined => IsApplicant && IsMember;
    }

    /// <summary>A duty that has arisen: about what, on whom, until when; null state where it is undetermined.</summary>
    public sealed record DutyLine(string Name, string About, string On, DutyStands Stands, Day? Due, Provision? By);

    private Assumptions Readings()
    {
        var readings = Assumptions.None;
        foreach (var silence in set.All.Select(a => a.Silence.Id).Distinct().Order())
        {
            if (set.For(silence, Day) is { } assumption)
                readings = readings.With(silence, assumption.Reading);
        }

        return readings;
    }

    private BodyLine BodyOf(Body body)
    {
        var seats = SeatInquiry.Of(State, Book, Day, body).Total(set);
        used.AddRange(seats.Assuming);
        turns.AddRange(seats.Turns);
        return new BodyLine(body, seats, Filled(body));
    }

    // Those in office, once any of them was recorded.
    private int? Filled(Body body)
    {
        var lines = new Inquiry(State, Book, View, new Readings()).RosterOf(new BodyAt(body), byUnits: false).Lines.Where(l => l.Filled).ToList();
        if (lines.Count == 0)
            return null;
        var sum = SeatRange.None;
        foreach (var line in lines)
            sum += line.Count;
        return sum.Exact is { } exact && exact.TryToInt64(out var number) && number <= int.MaxValue ? (int)number : null;
    }

    private OfficeLine OfficeOf(Office office) =>
        new(office, [.. OfficeStanding.Holders(State, Book.ThingOf(office), Day, Book).Select(State.Roll.NameOf)]);

    private MatterLine? MatterOf(int thing)
    {
        var place = MatterStanding.Of(State, thing, Day, set, Book);
        if (place is { IsDetermined: true, Value.Place: null } || place.Possible.All(p => p is { Place: null, IsOpen: false }))
            return null;
        Note(place);
        var due = MatterStanding.Due(State, thing, Day, set, Book);
        return new MatterLine(
            State.Roll.NameOf(thing), place, due.IsDetermined ? due.Value : null, [.. MatterStanding.WaitsFor(State, thing, Day, Book).Select(p => p.Words.Length > 0 ? p.Words : p.Name)]);
    }

    private InstrumentLine? InstrumentOf(int thing)
    {
        var stands = InstrumentStanding.Of(State, thing, Day, set, book: Book);
        if (stands.Possible.All(s => s is InstrumentState.NotIssued or InstrumentState.Pending) || (State.Roll[thing].Kind == ThingKind.Matter && stands.Possible.All(s => s is InstrumentState.NotInForce) && !BecameAct(thing)))
            return null;
        Note(stands);
        var suspended = new List<string>();
        foreach (var link in View.Objects(Relations.SuspendedIn, thing))
            suspended.Add(link.Thing == Roll.Federation ? "" : State.Roll.NameOf(link.Thing));
        var sort = View.TryValue(Relations.Sort, thing, out var word) ? State.Roll.WordOf(word) : "";
        var remedies = new List<string>();
        foreach (var link in View.Objects(Relations.Attacked, thing))
            remedies.Add(State.Roll[link.Thing].Name);
        return new InstrumentLine(State.Roll.NameOf(thing), sort, stands, suspended, remedies);
    }

    private UnitLine? UnitOf(int thing) =>
        View.TryValue(Relations.Change, thing, out var change) && new UnitLine(State.Roll.NameOf(thing), State.Roll.WordOf(change), View.Look(Relations.Member, thing).Holds) is var line && !line.HasJoined
            ? line
            : null;

    /// <summary>Whether a matter has come to an end that makes it a legal act, in force or not yet.</summary>
    private bool BecameAct(int matter) =>
        MatterStanding.Of(State, matter, Day, set, Book) is { IsDetermined: true, Value.Place.End.Becomes: { } sort } && Book.Instrument(sort) is not null;

    private DutyLine? DutyOf(int thing)
    {
        var sight = View.Look(Relations.Duty, thing);
        if (!sight.IsOpen && !sight.Holds)
            return null;
        var stands = sight.IsOpen ? DutyStands.Undetermined : sight.Value switch { 1 => DutyStands.Open, 2 => DutyStands.Done, _ => DutyStands.Missed };
        var it = State.Roll[thing];
        var declared = Declared(it.Name);
        var due = MatterStanding.Due(State, thing, Day, set, Book);
        var on = declared?.On is { IsSaid: true } who ? who.Said.Words : "";
        return new DutyLine(it.Name, State.Roll.NameOf(it.Of), on, stands, due.IsDetermined ? due.Value : null, declared?.By);
    }

    private Duty? Declared(string name) =>
        Book.Edition.Duties
            .FirstOrDefault(d => string.Equals(d.Name, name, StringComparison.Ordinal));

    private void Note<T>(Answer<T> answer)
    {
        used.AddRange(answer.Assuming);
        turns.AddRange(answer.Turns);
    }
}
