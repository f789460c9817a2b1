using System.Collections.Immutable;
using Foedus.Charter.Model;
using Foedus.Counting;
using Foedus.Engine.Bodies;
using Foedus.Engine.Judging;
using Foedus.Engine.Records;
using Foedus.Engine.Things;

namespace Foedus.Engine.Seats;

/// <summary>
/// Counts one group of seats on one way of reading. Every place is asked for once, and only when a result hangs on it: a remainder where
/// there is a part of a step, a method where there are figures, a rule for ties where there is a tie.
/// </summary>
internal sealed partial class GroupCounter
{
    /// <summary>For units that have seats each by themselves, so many figures may stay open on a way before no more are assumed.</summary>
    private const int MostUnsupplied = 8;

    private readonly BodyCounter _counter;
    private readonly Inquiry _inquiry;
    private readonly Body _body;
    private readonly int _unit;
    private readonly SeatGroup _group;
    private readonly GroupTally _tally;
    private readonly Dictionary<int, (int Count, Provision By)> _exceptions = [];
    private FigureReader? _figures;
    private SeatFormula? _tallied;
    private SeatLimit? _least;
    private SeatLimit? _most;

    public GroupCounter(BodyCounter counter, BodyAt body, SeatGroup group)
    {
        _counter = counter;
        _inquiry = counter.Inquiry;
        _body = body.Body;
        _unit = body.Unit;
        _group = group;
        _tally = new GroupTally(group) { Total = SeatRange.Unknown };
        foreach (var exception in group.Exceptions)
        {
            foreach (var name in exception.Units)
                _exceptions.TryAdd(_inquiry.Roll.Find(ThingKind.Unit, name), (exception.Count, exception.By));
        }
    }

    public GroupTally Count()
    {
        if (!Fill(_group.Formula, out var formula))
            return _tally;
        _tallied = formula;
        _tally.Formula = formula;
        _tally.Title = SeatWords.Of(formula);
        switch (formula)
        {
            case SeatFormula.Shared shared:
                Shared(shared);
                break;
            case SeatFormula.Norm norm:
                EachUnit(norm.Each, norm.Of, norm.AtLeast, Norm(norm));
                break;
            case SeatFormula.ByBands bands:
                EachUnit(bands.Each, bands.Of, atLeast: false, ByBands(bands));
                break;
            case SeatFormula.Bonus bonus:
                EachUnit(bonus.Each, bonus.Of, atLeast: false, Bonus(bonus));
                break;
            case SeatFormula.PerUnit each:
                EachUnit(each.Each, null, each.AtLeast, _ => SeatRange.Exactly(each.Count));
                break;
            case SeatFormula.OnePerOffice:
                Offices();
                break;
            case SeatFormula.ExOfficio officio:
                ExOfficio(officio.Who);
                break;
            case SeatFormula.AsManyAs many:
                AsManyAs(many.Bodies);
                break;
            case SeatFormula.Number number:
                _tally.Total = SeatRange.Exactly(number.Count);
                break;
        }

        if (formula is not SeatFormula.Shared && LineCount.KindOf(formula) is { } seated)
        {
            Per(_group.Least, seated, least: true);
            Per(_group.Most, seated, least: false);
        }

        return _tally;
    }

    /// <summary>A limit per unit of another kind than those that have the seats: "at least 1 per province" where towns have them.</summary>
    private void Per(Slot<SeatBound>? limit, UnitKind seated, bool least)
    {
        if (limit is { } slot && Fill(slot, out var bound) && seated.Above().Any(k => string.Equals(k.Name, bound.Per.Name, StringComparison.Ordinal)))
        {
            BodyLimits.Keep(_inquiry, _unit, bound, slot.By, least, [_tally]);
        }
    }

    /// <summary>Fills a place; what was read is noted for the sheets, and what stays open for the units.</summary>
    private bool Fill<T>(Slot<T> slot, out T value, bool total = true)
    {
        if (!_inquiry.Fill(slot, out value, out var open))
        {
            _tally.Opens(open, total: total);
            return false;
        }

        if (slot.Silence is not null)
            _tally.Notes.Add(_inquiry.Grounds[^1].ToString());
        return true;
    }

    /// <summary>The units of a kind; for the body of a unit, those beneath that unit.</summary>
    private List<int> Units(UnitKind kind)
    {
        var units = new List<int>();
        foreach (var link in _inquiry.View.Objects(Relations.OfKind, _inquiry.Roll.Word(kind.Name)))
        {
            if (_unit < 0 || UnitsBeneath.Has(_inquiry, _unit, link.Thing))
                units.Add(link.Thing);
        }

        return units;
    }

    /// <summary>Makes the figures ready; false, with the reason noted, if no return can be used.</summary>
    private bool ReadyFigures(Measure measure, UnitKind each, bool total, int mostUnsupplied)
    {
        var basis = FigureReader.Latest;
        if (_group.Figures is { } slot && !Fill(slot, out basis, total))
            return false;
        if (basis.FixedBy is { } who && !Units(each).Exists(u => _inquiry.View.Look(Relations.FigureFixed, u, _inquiry.Roll.Word(measure.Name)).Holds))
        {
            var need = new Need(measure.Name + " of each " + each.Name + ", as fixed", who.Words);
            _tally.Opens(new Ground(Truth.Open, _group.Figures?.By ?? _tally.By, GroundKind.FixedBy, who.Words, null, need), total: total);
            return false;
        }

        _figures = new FigureReader(_inquiry, basis, _tally.By, mostUnsupplied);
        return true;
    }

    /// <summary>Counts the seats of each unit by itself.</summary>
    private void EachUnit(UnitKind kind, Measure? measure, bool atLeast, Func<UnitFigure, SeatRange> rule)
    {
        var claimants = Claimants(kind);
        var units = claimants.ConvertAll(c => c.Unit);
        var figures = new UnitFigure?[units.Count];
        var ready = measure is null || (units.Exists(u => !_exceptions.ContainsKey(u)) && ReadyFigures(measure, kind, total: true, MostUnsupplied));
        var (had, left) = (new SeatRange[units.Count], new SeatRange[units.Count]);
        for (var i = 0; i < units.Count; i++)
        {
            var unit = units[i];
            SeatRange seats;
            if (_exceptions.TryGetValue(unit, out var exception))
            {
                seats = SeatRange.Exactly(exception.Count);
            }
            else
            {
                var figure = measure is null || !ready ? NoFigure(unit) : figures[i] = Adjusted(unit, measure, kind, _figures!.Read(unit, measure));
                seats = rule(figure);
                if (atLeast)
                    seats = seats with { Most = null };
                seats = Limited(seats, unit, kind);
                if (figure.Open is { } open && !seats.IsExact)
                    _tally.Opens(open, unit);
            }

            had[i] = seats;
            left[i] = Placed(claimants[i], Remaining(claimants[i], seats));
        }

        Pass(claimants, had, left);
        var total = SeatRange.None;
        for (var i = 0; i < units.Count; i++)
        {
            _exceptions.TryGetValue(units[i], out var exception);
            total += left[i];
            _tally.Shares.Add(new UnitSeats(units[i], exception.By ?? _tally.By, left[i].Least, left[i].Most));
        }

        _tally.Total = total;
        _tally.Write = () => EachUnitSheets(kind, measure, figures);
    }

    private static UnitFigure NoFigure(int unit) => new(unit, "", null, null, Kernel.Day.Min, "", "", null);

    /// <summary>Keeps the seats of a unit within the least and the most that the charter sets for each.</summary>
    private SeatRange Limited(SeatRange seats, int unit, UnitKind kind)
    {
        if (_group.Least is { } least && (_least ??= LimitOf(least)) is var floor && floor.Applies(_inquiry, unit, kind))
        {
            seats = floor.Count is { } count
                ? new SeatRange(Ratio.Max(seats.Least, count), seats.Most is { } top ? Ratio.Max(top, count) : null)
                : seats with { Most = null };
        }

        if (_group.Most is { } most && (_most ??= LimitOf(most)) is var cap && cap.Applies(_inquiry, unit, kind))
        {
            seats = cap.Count is { } count
                ? new SeatRange(Ratio.Min(seats.Least, count), seats.Most is { } top ? Ratio.Min(top, count) : count)
                : seats with { Least = Ratio.Zero };
        }

        return seats;
    }

    private SeatLimit LimitOf(Slot<SeatBound> slot) => Fill(slot, out var bound) ? new SeatLimit(bound.Count, bound.Per) : new SeatLimit(null, null);

    /// <summary>A least or most number per unit of a kind; open if the count is null.</summary>
    private sealed record SeatLimit(int? Count, UnitKind? Per)
    {
        public bool Applies(Inquiry inquiry, int unit, UnitKind kind) =>
            Per is null || string.Equals(Per.Name, kind.Name, StringComparison.Ordinal)
            || inquiry.View.Holds(Relations.OfKind, inquiry.Roll.Word(Per.Name), unit);
    }
}
