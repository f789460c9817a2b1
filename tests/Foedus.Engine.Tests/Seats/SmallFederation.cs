using System.Collections.Immutable;
using System.Reflection;
using Foedus.Charter.Model;
using Foedus.Charter.Registers;
using Foedus.Counting;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;
using Foedus.Engine.Rules;
using Foedus.Engine.Seats;
using Foedus.Engine.Things;
using NodaTime;
using Measure = Foedus.Charter.Model.Measure;

namespace Foedus.Engine.Tests.Seats;

/// <summary>A federation put together in a few lines, for counting seats in it.</summary>
internal sealed class SmallFederation
{
    private readonly CharterEdition _edition = new(1, EditionStatus.InForce, new LocalDate(1920, 1, 1));
    private readonly List<Provision> _provisions = [];
    private readonly List<Silence> _silences = [];
    private readonly List<RegisteredUnit> _units = [];
    private readonly List<RegisteredFigure> _figures = [];
    private readonly List<Assumption> _assumptions = [];
    private readonly List<AssumedFigure> _assumed = [];
    private State? _state;

    public static readonly LocalDate Returned = new(1922, 12, 1);

    public static readonly LocalDate Asked = new(1922, 12, 30);

    public State State => _state ??= State.Opening(new Rulebooks(Federation()));

    public Rulebook Book => State.Books[0];

    public UnitKind Kind(string name, UnitKind? parent = null, string? plural = null)
    {
        var kind = new UnitKind(name, parent, plural ?? name + "s", By(name));
        _edition.Kinds.Add(kind);
        return kind;
    }

    public Measure Measure(string name, UnitKind kind, DerivedMeasure? derived = null)
    {
        var measure = new Measure(name, kind, By(name)) { Derived = derived };
        _edition.Measures.Add(measure);
        return measure;
    }

    public void Unit(string name, UnitKind kind, string? within = null, LocalDate? from = null) =>
        _units.Add(new RegisteredUnit(name, kind.Name, within, null, from, null, [], "made up", new RegisterPlace("units.csv", _units.Count + 2)));

    public void Return(string unit, Measure measure, Ratio? value, FigureQuality quality = FigureQuality.Exact, LocalDate? asAt = null) =>
        Return(unit, measure, value, value, quality, asAt);

    public void Return(string unit, Measure measure, Ratio? low, Ratio? high, FigureQuality quality, LocalDate? asAt = null) =>
        _figures.Add(new RegisteredFigure(unit, measure.Name, low, high, asAt ?? Returned, quality, "made up", new RegisterPlace("figures.csv", _figures.Count + 2)));

    /// <summary>A figure that the charter itself fixes.</summary>
    public void Fix(Measure measure, Ratio value, params string[] units) =>
        _edition.FixedFigures.Add(new FixedFigure(measure, value, null, [.. units], measure.By));

    public void Units(UnitKind kind, Measure measure, params IEnumerable<(string Name, long Figure)> rows)
    {
        foreach (var (name, figure) in rows)
        {
            Unit(name, kind);
            Return(name, measure, figure);
        }
    }

    public Body Body(string name)
    {
        var body = new Body(name, By(name));
        _edition.Bodies.Add(body);
        return body;
    }

    public Change Change(string what)
    {
        var change = new Change(what, new Who(false, []), By("26"));
        _edition.Changes.Add(change);
        return change;
    }

    public SeatGroup Group(Body body, SeatFormula formula) => Group(body, Said(formula));

    public static SeatGroup Group(Body body, Slot<SeatFormula> formula)
    {
        var group = new SeatGroup(body, formula);
        body.Seats.Add(group);
        return group;
    }

    public Slot<T> Said<T>(T value) => new(By("6"), [value], null);

    /// <summary>An open place with its readings; with two or more they are all there are.</summary>
    public Slot<T> Open<T>(string address, params (string Words, T Value)[] readings)
    {
        var silence = Silence(address, [.. readings.Select(r => r.Words)], readings.Length);
        return new Slot<T>(silence.By, [.. readings.Select(r => r.Value)], silence);
    }

    public Assumption Assume(string name, Silence silence, int reading)
    {
        var assumption = new Assumption(name, silence, reading, "the secretary", null, null, null, "for the test");
        _assumptions.Add(assumption);
        return assumption;
    }

    /// <summary>An assumption that supplies a figure; several for one unit and measure share its silence.</summary>
    public Assumption AssumeFigure(string name, string unit, Measure measure, Ratio value, LocalDate? asAt = null)
    {
        var before = _assumed.FindAll(a => a.Unit == unit && a.Measure == measure.Name);
        var silence = before.Count > 0 ? before[0].Silence : Silence("figure " + measure.Name + " of " + unit, [], 0);
        Set(silence, "Readings", silence.Readings.Add(value.ToString()));
        _assumed.Add(new AssumedFigure(unit, measure.Name, silence, before.Count, value, value, asAt));
        return Assume(name, silence, before.Count);
    }

    public SeatReport Report(Body body, LocalDate? asked = null) => SeatInquiry.Of(State, Book, Day.From(asked ?? Asked), body);

    /// <summary>The count on one way of reading; where nothing is silent, the count.</summary>
    public SeatCount Count(Body body, Func<int, int>? reading = null)
    {
        var readings = new Readings();
        if (reading is not null)
        {
            var fixedReadings = Assumptions.None;
            foreach (var silence in _silences)
                fixedReadings = fixedReadings.With(silence.Id, reading(silence.Id));
            readings.Reset(fixedReadings);
        }

        return new Inquiry(State, Book, Day.From(Asked), readings).Seats(body);
    }

    public Inquiry Inquiry() => new(State, Book, Day.From(Asked), new Readings());

    public int this[string unit] => State.Roll.Find(ThingKind.Unit, unit);

    public IReadOnlyList<Silence> Silences => _silences;

    /// <summary>Sets what only the reader of charters can set.</summary>
    public static void Set(object on, string property, object? value) =>
        on.GetType().GetProperty(property, BindingFlags.Instance | BindingFlags.Public)!.SetValue(on, value);

    private Silence Silence(string address, ImmutableArray<string> readings, int listed)
    {
        var silence = new Silence(_silences.Count, By(address), address, readings, null, acknowledged: true);
        Set(silence, "Listed", listed);
        _silences.Add(silence);
        _state = null;
        return silence;
    }

    private Provision By(string article)
    {
        var provision = new Provision(_provisions.Count, article, "art " + article, "art " + article, null!, Hand.Charter);
        _provisions.Add(provision);
        return provision;
    }

    private Federation Federation() => new()
    {
        Editions = [_edition],
        Provisions = [.. _provisions],
        Silences = [.. _silences],
        Register = new Register([.. _units], [.. _figures]),
        Assumptions = [.. _assumptions],
        AssumedFigures = [.. _assumed],
        Diagnostics = [],
    };
}

/// <summary>The places of a group of seats, set as a charter would.</summary>
internal static class SeatGroupPlaces
{
    public static SeatGroup With(this SeatGroup group, string place, object slot)
    {
        SmallFederation.Set(group, place, slot);
        return group;
    }
}
