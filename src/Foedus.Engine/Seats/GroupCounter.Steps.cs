using Foedus.Charter.Model;
using Foedus.Counting;
using Foedus.Engine.Judging;

namespace Foedus.Engine.Seats;

/// <content>Seats of each unit by a figure: norms, bands, further seats.</content>
internal sealed partial class GroupCounter
{
    private PartOfStep? _part;
    private bool _partAsked;
    private bool? _half;
    private bool _halfAsked;
    private StepSeats? _steps;

    /// <summary>So many per so much. With more of the figure there are never fewer seats, so the ends of an interval bound them.</summary>
    private Func<UnitFigure, SeatRange> Norm(SeatFormula.Norm norm) => figure =>
    {
        if (norm.Divisor <= 0)
            return SeatRange.Unknown;
        var low = Parts((figure.Low ?? Ratio.Zero) / norm.Divisor, figure.Above).Least;
        Ratio? high = figure.High is { } most ? Parts(most / norm.Divisor).Most : null;
        return new SeatRange(norm.Count * low, norm.Count * high);
    };

    private Func<UnitFigure, SeatRange> ByBands(SeatFormula.ByBands bands)
    {
        var steps = _steps = new StepSeats(_group.Bands);
        return figure =>
        {
            var low = figure.Low ?? Ratio.Zero;
            if (figure.Above)
                low = StepSeats.JustAbove(low);
            if (_part is { } known)
                return Settled(steps, figure, ByBands(steps, low, figure.High, known));
            var seats = steps.Between(low, figure.High, out var hangsOnPart);
            if (hangsOnPart && Part() is { } part)
                seats = ByBands(steps, low, figure.High, part);
            return Settled(steps, figure, seats);
        };
    }

    private SeatRange ByBands(StepSeats steps, Ratio low, Ratio? high, PartOfStep part)
    {
        var seats = steps.Between(low, high, StepSeats.RoundingOf(part));
        if (part != PartOfStep.CountsFromHalf)
            return seats;
        var above = steps.Between(low, high, Rounding.HalfDown);
        return seats == above ? seats : Half() is { } half ? (half ? seats : above) : StepSeats.Hull(seats, above);
    }

    /// <summary>Notes what is wrong with the table where that keeps the seats open.</summary>
    private SeatRange Settled(StepSeats steps, UnitFigure figure, SeatRange seats)
    {
        if (seats.IsExact || !figure.IsKnown || steps.Fault(figure.Low!.Value) is not { } fault)
            return seats;
        var need = new Need(figure.Measure + " band of " + figure.Text + ", for " + _inquiry.Roll.NameOf(figure.Unit));
        _tally.Opens(new Ground(Truth.Open, fault.By, fault.Why, figure.Text, figure.Measure, need), figure.Unit);
        return seats;
    }

    /// <summary>Further seats where a figure is large enough.</summary>
    private Func<UnitFigure, SeatRange> Bonus(SeatFormula.Bonus bonus)
    {
        Ratio? total = null;
        var asked = false;
        return figure =>
        {
            if (bonus.When.IsShare && !asked)
            {
                total = SumOf(bonus);
                asked = true;
            }

            var bound = bonus.When.IsShare ? bonus.When.Value * total : bonus.When.Value;
            var met = bound is { } b ? Meets(bonus.When.How, figure, b) : Truth.Open;
            return new SeatRange(met == Truth.Yes ? bonus.Count : 0, met == Truth.No ? 0 : bonus.Count);
        };
    }

    private Ratio? SumOf(SeatFormula.Bonus bonus)
    {
        if (_figures is null)
            return null;
        Ratio? sum = Ratio.Zero;
        foreach (var unit in Units(bonus.Each))
            sum += _figures.Read(unit, bonus.Of).Value;
        return sum;
    }

    /// <summary>Whether a figure that may be an interval is as large as is asked: on all of it, on none of it, or open.</summary>
    private static Truth Meets(Comparison how, UnitFigure figure, Ratio bound)
    {
        var low = figure.Low ?? Ratio.Zero;
        var (all, none) = how switch
        {
            Comparison.AtLeast or Comparison.All => (low >= bound, figure.High < bound),
            Comparison.MoreThan => (low > bound || (figure.Above && low == bound), figure.High <= bound),
            Comparison.AtMost => (figure.High <= bound, low > bound || (figure.Above && low == bound)),
            Comparison.FewerThan => (figure.High < bound, low >= bound),
            _ => (low == bound && figure.High == bound, low > bound || (figure.Above && low == bound) || figure.High < bound),
        };
        return all ? Truth.Yes : none ? Truth.No : Truth.Open;
    }

    /// <summary>A number of steps after the part of a step was counted; both bounds of it where that is open.</summary>
    private SeatRange Parts(Ratio steps, bool above = false)
    {
        if (steps.IsInteger && !above)
            return SeatRange.Exactly(steps);
        if (Part() is not { } part)
            return new SeatRange(steps.Floor(), above && steps.IsInteger ? steps + 1 : steps.Ceiling());
        if (part != PartOfStep.CountsFromHalf || !(steps - Ratio.Half).IsInteger)
            return SeatRange.Exactly(StepSeats.Round(steps, part, above));
        return above || Half() is true ? SeatRange.Exactly(steps.Ceiling()) : Half() is false ? SeatRange.Exactly(steps.Floor()) : new SeatRange(steps.Floor(), steps.Ceiling());
    }

    /// <summary>Whether exactly half of a step counts; asked once, when a figure comes to exactly half. Null: it is open.</summary>
    private bool? Half()
    {
        if (!_halfAsked && _group.HalfCounts is { } slot && Fill(slot, out var counts))
            _half = counts;
        _halfAsked = true;
        return _half;
    }

    /// <summary>How a part of a step was counted, for sheets.</summary>
    private Rounding? PartCounted => _part is { } part ? part == PartOfStep.CountsFromHalf && _half == false ? Rounding.HalfDown : StepSeats.RoundingOf(part) : null;

    /// <summary>What a part of a step gives; asked once, when there is a part.</summary>
    private PartOfStep? Part()
    {
        if (_partAsked)
            return _part;
        _partAsked = true;
        if (_group.Remainder is { } slot)
        {
            if (Fill(slot, out var part))
                _part = part;
        }
        else
        {
            _tally.Opens(new Ground(Truth.Open, _tally.By, GroundKind.SeatsPart, null, null, new Need("what a part of a step gives, " + _tally.By.Address)));
        }

        return _part;
    }
}
