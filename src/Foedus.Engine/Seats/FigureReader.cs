using System.Globalization;
using Foedus.Charter.Model;
using Foedus.Charter.Registers;
using Foedus.Counting;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;

namespace Foedus.Engine.Seats;

/// <summary>
/// Reads the figures of units on the basis that a provision names. A unit's own return comes first. Where there is none that can be used,
/// a figure that an assumption supplies is asked for; failing that, a unit that returned nothing has the sum of the units within it, if
/// every one of those has a figure. A figure is never averaged and never guessed.
/// </summary>
internal sealed partial class FigureReader
{
    private readonly Inquiry _inquiry;
    private readonly Provision? _by;
    private readonly View _view;
    private readonly Day? _day;
    private readonly bool _never;
    private readonly bool _fixed;
    private readonly int _mostUnsupplied;
    private int _unsupplied;

    /// <param name="inquiry">Who asks.</param>
    /// <param name="basis">Which return is used; one that is fixed by somebody has no figures here.</param>
    /// <param name="by">The provision that needs the figures; null: that which declares each measure.</param>
    /// <param name="mostUnsupplied">
    /// After so many figures that a way of reading leaves open, no further assumption is asked for: the ways would double with each.
    /// </param>
    public FigureReader(Inquiry inquiry, FigureBasis basis, Provision? by, int mostUnsupplied = int.MaxValue)
    {
        _inquiry = inquiry;
        _by = by;
        _mostUnsupplied = mostUnsupplied;
        if (basis.Day is { } day)
            _day = Day.From(day);
        else if (basis.Yearly is { } yearly)
            _day = LastBefore(basis.YearlyLast ? inquiry.Today - 1 : inquiry.Today, yearly);
        _fixed = basis.FixedBy is not null;
        _never = (basis.Yearly is not null && _day is null);
        _view = _day is { } at ? inquiry.View.AsAt(at) : inquiry.View;
    }

    /// <summary>The basis where nothing else is said.</summary>
    public static FigureBasis Latest { get; } = new(true, null, null, null);

    /// <summary>The figure of a unit.</summary>
    public UnitFigure Read(int unit, Measure measure) => Read(unit, measure, 0);

    /// <summary>Whether a figure of a unit of its own is on record that is of a day or later: of a derived measure, one from which it follows.</summary>
    public bool HasFigureSince(int unit, Measure measure, Day day)
    {
        while (measure.Derived is { } derived)
            measure = derived.Of;
        var word = _inquiry.Roll.Word(measure.Name);
        var sight = _fixed ? _inquiry.View.Look(Relations.FigureFixed, unit, word) : _view.Look(Relations.Figure, unit, word);
        return !_never && sight.Holds && !(_inquiry.State.Store[sight.Version].From < day);
    }

    /// <summary>No further assumption is asked for.</summary>
    public void StopAsking() => _unsupplied = _mostUnsupplied;

    private UnitFigure Read(int unit, Measure measure, int depth)
    {
        if (measure.Derived is { } derived)
            return Derived(unit, measure, derived, depth);
        var returned = Returned(unit, measure, out var none);
        if (returned.IsUsable)
            return returned;
        return (none ? Fixed(unit, measure) : null) ?? Supplied(unit, measure) ?? (none ? Sum(unit, measure, depth) : null) ?? returned;
    }

    /// <summary>What the edition itself fixes: for the unit by name, or else for every unit of a kind that it is of.</summary>
    private UnitFigure? Fixed(int unit, Measure measure)
    {
        if (_never || _fixed)
            return null;
        FixedFigure? found = null;
        foreach (var figure in _inquiry.Book.Edition.FixedFigures)
        {
            if (!string.Equals(figure.Measure.Name, measure.Name, StringComparison.Ordinal))
                continue;
            if (figure.Each is null ? figure.Names.Contains(_inquiry.Roll[unit].Name, StringComparer.Ordinal)
                    : found is null && _inquiry.View.Holds(Relations.OfKind, _inquiry.Roll.Word(figure.Each.Name), unit))
            {
                found = figure;
            }
        }

        return found is null ? null : new UnitFigure(unit, measure.Name, found.Value, found.Value, Day.Min, "exact", found.By.Citation, null);
    }

    /// <summary>What the unit itself returned; <paramref name="none"/> if that is nothing, and not merely nothing that can be used.</summary>
    private UnitFigure Returned(int unit, Measure measure, out bool none)
    {
        none = true;
        if (_never)
            return Missing(unit, measure, "");
        if (_fixed)
            return AsFixed(unit, measure, ref none);
        if (LatestOf(FactKey.Of(Relations.Figure, unit, _inquiry.Roll.Word(measure.Name))) is not { } figure)
            return Missing(unit, measure, "");
        if (_day is { } day && figure.AsAt != day && !figure.AsAt.IsUnbounded)
            return Missing(unit, measure, " as at " + day + "; the last is as at " + figure.AsAt);
        if (figure.Quality == FigureQuality.Missing || (figure.Low is null && figure.High is null && figure.Contradicts is null))
            return Missing(unit, measure, " (" + figure.Source + ")");
        none = false;
        if (figure.Contradicts is not null)
            return Unusable(unit, measure, GroundKind.FigureContradicted, Contradicting(figure), "contradicted", figure);
        if (figure.Quality == FigureQuality.Disputed)
            return Unusable(unit, measure, GroundKind.FigureDisputed, " (" + figure.Source + ")", "disputed", figure);
        var bounds = new UnitFigure(unit, measure.Name, figure.Low, figure.High, figure.AsAt, Words(figure.Quality), figure.Source, null) { Above = figure.IsAbove };
        return figure.Low == figure.High ? bounds : bounds with { Open = Because(unit, measure, GroundKind.FigureBounded, bounds.Text + " (" + figure.Source + ")") };
    }

    /// <summary>The figure as whom the charter names fixed it; what the unit itself returned does not count.</summary>
    private UnitFigure AsFixed(int unit, Measure measure, ref bool none)
    {
        if (!_inquiry.View.TryValue(Relations.FigureFixed, unit, _inquiry.Roll.Word(measure.Name), out var place))
            return Missing(unit, measure, ", as fixed");
        none = false;
        var figure = _inquiry.State.FigureAt(place);
        return new UnitFigure(unit, measure.Name, figure.Low, figure.High, figure.AsAt, "exact", figure.Source, null);
    }

    /// <summary>
    /// The return for the latest day up to the day of the view; of several for one day, the one recorded last. A return for an earlier day
    /// that came in late does not hide those for later days.
    /// </summary>
    private Figure? LatestOf(FactKey key)
    {
        var sight = _view.Look(key);
        if (!sight.Holds)
            return null;
        var latest = _inquiry.State.FigureAt(sight.Value);
        var store = _view.Store;
        for (var i = store.Newest(store.LineOf(key)); i >= 0; i = store[i].Previous)
        {
            ref readonly var version = ref store[i];
            if (version.Recorded > _view.Known || version.Value == FactVersion.Nothing || !version.Covers(_view.At))
                continue;
            var figure = _inquiry.State.FigureAt(version.Value);
            if (figure.AsAt > latest.AsAt && Stands(in version))
                latest = figure;
        }

        return latest;
    }

    private bool Stands(in FactVersion version) =>
        _view.Store.Conditions.Decide(version.Condition, _view.Readings) == 1
        && _view.StandingOf(version.Source) is SourceStanding.Stands or SourceStanding.Voidable;

    /// <summary>What an assumption supplies on this way of reading; null if none does.</summary>
    private UnitFigure? Supplied(int unit, Measure measure)
    {
        if (_never || _fixed || _unsupplied >= _mostUnsupplied || !Assumed.TryGetValue((_inquiry.Roll[unit].Name, measure.Name), out var offered))
            return null;
        var silence = offered[0].Silence;
        if (!offered.Exists(Fits))
            return null;
        var reading = _inquiry.Readings.Ask(silence.Id, silence.Ways);
        if (offered.Find(a => a.Reading == reading && Fits(a)) is not { } supplied)
        {
            _unsupplied++;
            return null;
        }

        _inquiry.Cite(silence.By, GroundKind.ReadAs, silence, silence.Readings[reading]);
        var asAt = supplied.AsAt is { } day ? Day.From(day) : Day.Min;
        var figure = new UnitFigure(unit, measure.Name, supplied.Low, supplied.High, asAt, "assumed", SourceOf(silence, reading), null) { Above = supplied.Above };
        return figure.Low is not null && figure.Low == figure.High
            ? figure
            : figure with { Open = Because(unit, measure, GroundKind.FigureBounded, figure.Text + " (" + figure.Source + ")") };
    }

    /// <summary>
    /// Where the return of a day is asked for, only a figure of that day will do. Otherwise it is for the owner of an assumption to say that a
    /// figure of another day, and be it a later one, is taken for the missing one.
    /// </summary>
    private bool Fits(AssumedFigure assumed) => assumed.AsAt is not { } at || _day is not { } day || Day.From(at) == day;

    /// <summary>The assumptions that offer a reading: "assumption P1".</summary>
    private string SourceOf(Silence silence, int reading)
    {
        var names = _inquiry.Book.All.Federation.Assumptions.Where(a => a.Silence == silence && a.Reading == reading).Select(a => a.Name);
        var joined = string.Join(", ", names);
        return joined.Length == 0 ? "assumed" : "assumption " + joined;
    }

    private Dictionary<(string Unit, string Measure), List<AssumedFigure>> Assumed
    {
        get
        {
            if (field is not null)
                return field;
            field = [];
            foreach (var assumed in _inquiry.Book.All.Federation.AssumedFigures)
            {
                if (!field.TryGetValue((assumed.Unit, assumed.Measure), out var list))
                    field.Add((assumed.Unit, assumed.Measure), list = []);
                list.Add(assumed);
            }

            return field;
        }
    }

    private UnitFigure Missing(int unit, Measure measure, string detail) => Unusable(unit, measure, GroundKind.FigureMissing, detail, "missing", null);

    private UnitFigure Unusable(int unit, Measure measure, GroundKind why, string detail, string quality, Figure? figure) =>
        new(unit, measure.Name, null, null, figure?.AsAt ?? Day.Min, quality, figure?.Source ?? "", Because(unit, measure, why, detail));

    private Ground Because(int unit, Measure measure, GroundKind why, string detail)
    {
        var name = _inquiry.Roll.NameOf(unit);
        var need = measure.Name + " of " + name + (_day is { } day ? " as at " + day : "");
        return new Ground(Truth.Open, _by ?? measure.By, why, measure.Name, new object?[] { name, detail }, new Need(need));
    }

    private static string Contradicting(Figure figure)
    {
        var all = new List<string>();
        for (var one = figure; one is not null; one = one.Contradicts)
        {
            var value = new UnitFigure(0, "", one.Low, one.High, one.AsAt, "", "", null) { Above = one.IsAbove }.Text;
            all.Add(string.Create(CultureInfo.InvariantCulture, $"{(value.Length == 0 ? "no figure" : value)} ({one.Source})"));
        }

        return string.Join(" and ", all);
    }

    private static string Words(FigureQuality quality) => quality switch
    {
        FigureQuality.NotLessThan => "not less than",
        FigureQuality.NotMoreThan => "not more than",
        FigureQuality.MoreThan => "over",
        FigureQuality.About => "about",
        FigureQuality.Restated => "restated",
        _ => "exact",
    };

    /// <summary>The last such day of a year up to and including a day; null if no year has it.</summary>
    private static Day? LastBefore(Day today, (int Day, int Month) yearly)
    {
        var year = today.ToLocalDate().Year;
        for (var i = 0; i <= 8; i++, year--)
        {
            if (year < 1 || yearly.Month is < 1 or > 12 || yearly.Day < 1 || yearly.Day > NodaTime.CalendarSystem.Iso.GetDaysInMonth(year, yearly.Month))
                continue;
            var day = Day.Of(year, yearly.Month, yearly.Day);
            if (day <= today)
                return day;
        }

        return null;
    }
}
