using Foedus.Charter.Model;
using Foedus.Counting;
using Foedus.Engine.Bodies;
using Foedus.Engine.Judging;

namespace Foedus.Engine.Seats;

/// <summary>
/// The least and the most that a unit has in several lines of seats together, or that a unit has through those beneath it ("at least 1 per
/// province" where towns have the seats). What is missing is added to the first line of the unit; what is too many is taken from the last, and there from
/// any of the units beneath.
/// </summary>
internal static class BodyLimits
{
    /// <summary>Keeps the seats of the units of a kind, in some lines of a body, within a limit.</summary>
    /// <param name="inquiry">Who asks.</param>
    /// <param name="beneath">The unit whose body it is, or -1.</param>
    /// <param name="bound">The limit.</param>
    /// <param name="by">Where it is said.</param>
    /// <param name="least">True for the least number, false for the most.</param>
    /// <param name="lines">The lines that count together.</param>
    public static void Keep(Inquiry inquiry, int beneath, SeatBound bound, Provision by, bool least, IReadOnlyList<GroupTally> lines)
    {
        var places = new Dictionary<int, List<(GroupTally Line, int Place)>>();
        var unplaced = new List<(GroupTally Line, int Place)>();
        foreach (var line in lines)
        {
            for (var i = 0; i < line.Shares.Count; i++)
            {
                if (UnitsBeneath.Above(inquiry, line.Shares[i].Unit, bound.Per) is not (>= 0 and var above))
                {
                    if (Unplaced.MayLie(inquiry, bound.Per, line.Shares[i].Unit))
                        unplaced.Add((line, i));
                    continue;
                }

                if (!places.TryGetValue(above, out var own))
                    places.Add(above, own = []);
                own.Add((line, i));
            }
        }

        foreach (var unit in inquiry.UnitsOf(bound.Per, beneath).ToList())
        {
            var own = places.GetValueOrDefault(unit) ?? [];
            var sum = Sum(own);
            var kept = least ? sum.Least >= bound.Count : sum.Most <= bound.Count;
            if (kept || !IsKept(inquiry, own))
                continue;
            if (least && unplaced.Count > 0)
                RaisePerhaps(inquiry, unit, own, unplaced, bound, by, lines);
            else if (least)
                Raise(unit, own, sum, bound.Count, by, lines, bound.Per.Name);
            else
                Cap(inquiry, unit, own, sum, bound.Count, by);
        }

        if (!least && unplaced.Count > 0)
            CapPerhaps(inquiry, beneath, bound, places, unplaced);
    }

    /// <summary>
    /// Seats of units of which nobody has said where they stand may count together with those of any unit of the kind: what a most may take away
    /// for that is open, with what has to be told.
    /// </summary>
    private static void CapPerhaps(
        Inquiry inquiry, int beneath, SeatBound bound, Dictionary<int, List<(GroupTally Line, int Place)>> places, List<(GroupTally Line, int Place)> unplaced)
    {
        var more = Sum(unplaced);
        foreach (var unit in inquiry.UnitsOf(bound.Per, beneath).ToList())
        {
            var own = places.GetValueOrDefault(unit) ?? [];
            var sum = Sum(own);
            if ((sum + more).Most is { } most && most <= bound.Count)
                continue;
            var reason = Reason(inquiry, unplaced);
            var all = own.Concat(unplaced).ToList();
            var kept = all.ConvertAll(one =>
                Sum(all.FindAll(o => o != one)).Most is { } others ? Ratio.Max(Ratio.Zero, Ratio.Min(one.Line.Shares[one.Place].Least, bound.Count - others)) : Ratio.Zero);
            for (var i = 0; i < all.Count; i++)
            {
                var (line, place) = all[i];
                line.Opens(reason, line.Shares[place].Unit);
                line.Shares[place] = line.Shares[place] with { Least = kept[i] };
            }

            foreach (var line in all.Select(o => o.Line).Distinct())
                line.Total = line.Total with { Least = (sum + more).Most is { } top ? Ratio.Max(Ratio.Zero, line.Total.Least - (top - bound.Count)) : Ratio.Zero };
        }
    }

    /// <summary>What is missing of a least number, unless units of which nobody has said where they stand make it up.</summary>
    private static void RaisePerhaps(
        Inquiry inquiry, int unit, List<(GroupTally Line, int Place)> own, List<(GroupTally Line, int Place)> unplaced, SeatBound bound, Provision by, IReadOnlyList<GroupTally> lines)
    {
        var with = (Sum(own) + Sum(unplaced)).Most;
        var more = new SeatRange(with is { } most ? Ratio.Max(Ratio.Zero, bound.Count - most) : Ratio.Zero, bound.Count - Sum(own).Least);
        var line = own.Count > 0 ? own[0].Line : unplaced[0].Line;
        line.Total += more;
        line.Shares.Add(new UnitSeats(unit, by, more.Least, more.Most) { OfParts = lines.All(l => !string.Equals(LineCount.KindOf(l.Formula)?.Name, bound.Per.Name, StringComparison.Ordinal)) });
        line.Opens(Reason(inquiry, unplaced), unit);
    }

    private static Ground Reason(Inquiry inquiry, List<(GroupTally Line, int Place)> unplaced) =>
        Unplaced.Reason(inquiry, unplaced[0].Line.Shares[unplaced[0].Place].Unit);

    private static SeatRange Sum(List<(GroupTally Line, int Place)> places)
    {
        var sum = SeatRange.None;
        foreach (var (line, place) in places)
            sum += line.Shares[place].Range;
        return sum;
    }

    /// <summary>Whether a unit's limit is kept although one of its lines shares out a total, which then gives way.</summary>
    private static bool IsKept(Inquiry inquiry, List<(GroupTally Line, int Place)> own)
    {
        foreach (var (line, _) in own)
        {
            if (line.Formula is not SeatFormula.Shared || line.Group.TotalGivesWay is not { } slot)
                continue;
            if (inquiry.Fill(slot, out var total, out var open))
                return total;
            line.Opens(open);
            return false;
        }

        return true;
    }

    private static void Raise(int unit, List<(GroupTally Line, int Place)> own, SeatRange sum, Ratio floor, Provision by, IReadOnlyList<GroupTally> lines, string per)
    {
        var more = new SeatRange(floor - sum.Least, sum.Most is { } most ? Ratio.Max(Ratio.Zero, floor - most) : null);
        var line = own.Count > 0 ? own[0].Line : lines.FirstOrDefault(l => LineCount.KindOf(l.Formula) is not null) ?? lines[0];
        line.Total += more;
        if (more.IsExact || own.Count == 0)
        {
            line.Shares.Add(new UnitSeats(unit, by, more.Least, more.Most) { OfParts = lines.All(l => !string.Equals(LineCount.KindOf(l.Formula)?.Name, per, StringComparison.Ordinal)) });
            return;
        }

        var share = line.Shares[own[0].Place];
        var raised = share.Range + more;
        line.Shares[own[0].Place] = share with { Least = raised.Least, Most = raised.Most };
    }

    private static void Cap(Inquiry inquiry, int unit, List<(GroupTally Line, int Place)> own, SeatRange sum, Ratio cap, Provision by)
    {
        var left = cap;
        foreach (var line in own.GroupBy(o => o.Line))
        {
            // Each line in turn has what the lines before it leave.
            var places = line.Select(o => o.Place).ToList();
            var had = SeatRange.None;
            foreach (var place in places)
                had += line.Key.Shares[place].Range;
            var kept = sum.IsExact ? SeatRange.Exactly(Ratio.Min(had.Least, left))
                : new SeatRange(Ratio.Min(had.Least, left), had.Most is { } most ? Ratio.Min(most, left) : left);
            left = sum.IsExact ? left - kept.Least : Ratio.Max(Ratio.Zero, left - kept.Least);
            line.Key.Total = new SeatRange(line.Key.Total.Least - had.Least + kept.Least, line.Key.Total.Most is { } all && had.Most is { } top ? all - top + kept.Most : null);
            Divide(inquiry, unit, line.Key, places, had, kept, by);
        }
    }

    /// <summary>
    /// What is kept of a line goes to the units beneath in any division that gives none of them more than it had: which of them give way is
    /// for nobody here to say.
    /// </summary>
    private static void Divide(Inquiry inquiry, int unit, GroupTally line, List<int> places, SeatRange had, SeatRange kept, Provision by)
    {
        if (kept == had)
            return;
        var before = places.ConvertAll(p => line.Shares[p]);
        var mayDiffer = false;
        for (var i = 0; i < places.Count; i++)
        {
            var share = before[i];
            Ratio? others = Ratio.Zero;
            for (var k = 0; k < places.Count; k++)
                others = k == i ? others : others + before[k].Most;
            var least = others is { } most ? Ratio.Max(Ratio.Zero, Ratio.Min(share.Least, kept.Least - most)) : Ratio.Zero;
            line.Shares[places[i]] = share with { Least = least, Most = share.Most is { } own && kept.Most is { } all ? Ratio.Min(own, all) : share.Most ?? kept.Most };
            mayDiffer |= places.Count > 1 && least != line.Shares[places[i]].Most;
        }

        if (!mayDiffer)
            return;
        var names = string.Join(", ", before.Select(b => inquiry.Roll.NameOf(b.Unit)).Order(StringComparer.Ordinal));
        var open = new Ground(Truth.Open, by, GroundKind.WhoGivesWay, had, new object?[] { names, kept, inquiry.Roll.NameOf(unit) }, new Need("which of " + names + " give way"));
        foreach (var share in before)
            line.Opens(open, share.Unit, total: false);
    }
}
