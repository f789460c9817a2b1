using Foedus.Charter.Model;
using Foedus.Counting;
using Foedus.Engine.Bodies;
using Foedus.Engine.Judging;
using Foedus.Engine.Records;

namespace Foedus.Engine.Seats;

/// <content>
/// People counted twice: the town that has seats of its own and lies in a province that has seats by all its inhabitants. The place is under
/// the group whose units contain the others, and is asked for only where there is such a unit.
/// </content>
internal sealed partial class GroupCounter
{
    private Dictionary<int, List<int>>? _inner;
    private Overlap? _overlap;
    private Ground? _overlapOpen;
    private bool _overlapAsked;

    /// <summary>A figure without the people who count in another group, if the charter leaves them out here.</summary>
    private UnitFigure Adjusted(int unit, Measure measure, UnitKind kind, UnitFigure figure)
    {
        if (_group.Overlap is not { } slot || !figure.IsUsable || !(_inner ??= Inner(kind)).TryGetValue(unit, out var within))
            return figure;
        if (!_overlapAsked)
        {
            _overlapAsked = true;
            if (_inquiry.Fill(slot, out var overlap, out var ground))
            {
                _overlap = overlap;
                if (slot.Silence is not null)
                    _tally.Notes.Add(_inquiry.Grounds[^1].ToString());
            }
            else
            {
                _overlapOpen = ground;
            }
        }

        if (_overlap is Overlap.CountedAgain or Overlap.Intended)
            return figure;
        Ratio? least = Ratio.Zero, most = Ratio.Zero;
        var open = _overlapOpen ?? figure.Open;
        foreach (var part in within)
        {
            var inside = _figures!.Read(part, measure);
            least += inside.Low ?? Ratio.Zero;
            most += inside.High;
            open ??= inside.Open;
        }

        // Where it is not said whether they are left out, they may also be counted.
        var high = _overlapOpen is null ? figure.High - least : figure.High;
        var low = most is { } all && figure.Low is { } own ? Ratio.Max(Ratio.Zero, own - all) : Ratio.Zero;
        return figure with
        {
            Low = low,
            Above = figure.Above && figure.Low >= most,
            High = high is { } top ? Ratio.Max(Ratio.Zero, top) : null,
            Open = low == high ? null : open,
            Source = figure.Source + ", without those who count elsewhere",
        };
    }

    /// <summary>The units that have seats by a figure in another group and lie within a unit of this one.</summary>
    private Dictionary<int, List<int>> Inner(UnitKind kind)
    {
        var outer = Units(kind).ToHashSet();
        var inner = new Dictionary<int, List<int>>();
        var seen = new HashSet<int>();
        foreach (var other in _body.Seats)
        {
            if (other == _group || other.Formula.Fillers.IsEmpty || KindOf(other.Formula.Fillers[0]) is not { } others
                || string.Equals(others.Name, kind.Name, StringComparison.Ordinal))
            {
                continue;
            }

            foreach (var unit in Units(others))
            {
                if (!seen.Add(unit) || Around(unit, outer) is not { } around)
                    continue;
                if (!inner.TryGetValue(around, out var list))
                    inner.Add(around, list = []);
                list.Add(unit);
            }
        }

        return inner;
    }

    private int? Around(int unit, HashSet<int> outer)
    {
        for (var depth = 0; depth < UnitsBeneath.DeepestTier && _inquiry.View.TryValue(Relations.Within, unit, out var parent); depth++)
        {
            if (outer.Contains((int)parent))
                return (int)parent;
            unit = (int)parent;
        }

        return null;
    }

    private static UnitKind? KindOf(SeatFormula formula) => formula switch
    {
        SeatFormula.Norm f => f.Each,
        SeatFormula.ByBands f => f.Each,
        SeatFormula.Shared f => f.Among,
        _ => null,
    };
}
