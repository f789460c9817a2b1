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
        foreach (var line in lines)
        {
            for (var i = 0; i < line.Shares.Count; i++)
            {
                if (UnitsBeneath.Above(inquiry, line.Shares[i].Unit, bound.Per) is not (>= 0 and var above))
                    continue;
                if (!places.TryGetValue(above, out var own))
                    places.Add(above, own = []);
                own.Add((line, i));
            }
        }

        foreach (var unit in inquiry.UnitsOf(bound.Per, beneath).ToList())
        {
            var own = places.GetValueOrDefault(unit) ?? [];
            var sum = SeatRange.None;
            foreach (var (line, place) in own)
                sum += line.Shares[place].Range;
            var kept = least ? sum.Least >= bound.Count : sum.Most <= bound.Count;
            if (kept || !IsKept(inquiry, own))
                continue;
            if (least)
                Raise(unit, own, sum, bound.Count, by, lines, bound.Per.Name);
            else
                Cap(inquiry, unit, own, sum, bound.Count, by);
        }
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
