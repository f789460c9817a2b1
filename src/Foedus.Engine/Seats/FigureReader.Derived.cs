using System.Globalization;
using Foedus.Charter.Model;
using Foedus.Counting;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;

namespace Foedus.Engine.Seats;

/// <content>Figures that follow from others: sums of the units within a unit, and measures derived from a measure.</content>
internal sealed partial class FigureReader
{
    private readonly Dictionary<string, Dictionary<int, List<int>>> _within = new(StringComparer.Ordinal);
    private readonly Dictionary<Slot<PartOfStep>, (PartOfStep? Part, Ground Open)> _rests = [];

    /// <summary>The sum of the figures of the units within a unit; null if there is none, or if one of them has no figure that can be used.</summary>
    private UnitFigure? Sum(int unit, Measure measure, int depth)
    {
        if (depth >= Bodies.UnitsBeneath.DeepestTier || !Within(measure.Kind).TryGetValue(unit, out var parts))
            return null;
        Ratio? low = Ratio.Zero, high = Ratio.Zero;
        Ground? open = null;
        var (asAt, above) = (Day.Min, false);
        foreach (var part in parts)
        {
            var figure = Read(part, measure, depth + 1);
            if (!figure.IsUsable)
                return null;
            low += figure.Low ?? Ratio.Zero;
            high = high is { } sum && figure.High is { } more ? sum + more : null;
            above |= figure.Above;
            open ??= figure.Open;
            asAt = Day.Later(asAt, figure.AsAt);
        }

        var source = string.Create(CultureInfo.InvariantCulture, $"sum of the {parts.Count} within it");
        return new UnitFigure(unit, measure.Name, low, high, asAt, "sum", source, open) { Above = above };
    }

    /// <summary>The units on the way from the kind that returns a measure up, each under the unit within which it stands.</summary>
    private Dictionary<int, List<int>> Within(UnitKind returned)
    {
        if (_within.TryGetValue(returned.Name, out var within))
            return within;
        within = [];
        var seen = new HashSet<int>();
        foreach (var kind in returned.Above().Prepend(returned))
        {
            foreach (var link in _inquiry.View.Objects(Relations.OfKind, _inquiry.Roll.Word(kind.Name)))
            {
                if (!seen.Add(link.Thing) || !_inquiry.View.TryValue(Relations.Within, link.Thing, out var parent) || parent == link.Thing)
                    continue;
                if (!within.TryGetValue((int)parent, out var parts))
                    within.Add((int)parent, parts = []);
                parts.Add(link.Thing);
            }
        }

        _within.Add(returned.Name, within);
        return within;
    }

    /// <summary>So many per so much of another measure, for each unit that returns it; above, their sum.</summary>
    private UnitFigure Derived(int unit, Measure measure, DerivedMeasure derived, int depth)
    {
        if (!IsOrWas(unit, measure.Kind))
            return Sum(unit, measure, depth) ?? Missing(unit, measure, "");
        var basis = Read(unit, derived.Of, depth + 1);
        if (!basis.IsUsable || derived.Divisor.Sign <= 0)
            return basis with { Measure = measure.Name, Low = null, High = null, Open = basis.Open ?? Because(unit, measure, GroundKind.FigureMissing, "") };
        var open = basis.Open;
        Ratio? low = basis.Low is { } l ? derived.Count * Part(l / derived.Divisor, derived.Rest, up: false, ref open, basis.Above) : null;
        Ratio? high = basis.High is { } h ? derived.Count * Part(h / derived.Divisor, derived.Rest, up: true, ref open) : null;
        var source = string.Create(
            CultureInfo.InvariantCulture, $"{derived.Count} per {derived.Divisor} of {basis.Text} {derived.Of.Name}, {basis.Source}");
        return new UnitFigure(unit, measure.Name, low, high, basis.AsAt, "derived", source, low is not null && low == high ? null : open);
    }

    private bool IsOrWas(int unit, UnitKind kind)
    {
        var word = _inquiry.Roll.Word(kind.Name);
        return _inquiry.View.Holds(Relations.OfKind, word, unit) || (_inquiry.View.TryValue(Relations.FormerKind, unit, out var former) && former == word);
    }

    /// <summary>A number of steps after the part of a step was counted, or the bound of it where that is open.</summary>
    private Ratio Part(Ratio steps, Slot<PartOfStep> rest, bool up, ref Ground? open, bool above = false)
    {
        if (steps.IsInteger && !above)
            return steps;
        if (!_rests.TryGetValue(rest, out var known))
        {
            known = _inquiry.Fill(rest, out var part, out var ground) ? (part, default) : (null, ground);
            _rests.Add(rest, known);
        }

        if (known.Part is { } how)
            return StepSeats.Round(steps, how, above);
        open ??= known.Open;
        return up ? steps.Ceiling() : steps.Floor();
    }
}
