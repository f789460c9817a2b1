using System.Collections.Immutable;
using Foedus.Charter.Model;
using Foedus.Counting;
using Foedus.Engine.Bodies;
using Foedus.Engine.Judging;
using Foedus.Engine.Records;
using Foedus.Engine.Membership;

namespace Foedus.Engine.Seats;

/// <content>A total shared among units.</content>
internal sealed partial class GroupCounter
{
    /// <summary>
    /// Up to so many units, figures that are known only as intervals are worked out at both ends for each unit. That takes two divisions a
    /// unit, so that it would be slow for many.
    /// </summary>
    private const int MostUnitsWithIntervals = 200;

    private void Shared(SeatFormula.Shared shared)
    {
        var claimants = Claimants(shared.Among);
        var heirs = Heirs(claimants, shared.By);
        var touched = claimants.Exists(c => c.Fate != Fate.Untouched) || heirs.Count > 0;
        _tally.Total = SeatRange.Exactly(shared.Total);
        if (_counter.TotalOnly && !touched && _group.Least is null && _group.Most is null)
            return;
        var units = claimants.ConvertAll(c => c.Unit);
        var limits = units.ConvertAll(u => LimitsOf(u, shared));
        if (!GiveWay(ref shared, ref limits, units) || (_counter.TotalOnly && !touched))
            return;
        var figures = new UnitFigure?[units.Count];
        Apportioned? division = null;
        var settled = !claimants.Exists(c => c.Fate == Fate.Open || c.Unplaced);
        var ranges = Bounds(settled ? limits : [.. limits.Select((l, i) => claimants[i].Fate == Fate.Open || claimants[i].Unplaced ? l with { Least = 0 } : l)], shared.Total);
        foreach (var claimant in claimants.Where(c => c.Unplaced))
            _tally.Opens(Unplaced.Reason(_inquiry, claimant.Unit), total: false);
        if (settled
            && ReadyFigures(shared.By, shared.Among, total: touched, mostUnsupplied: 1)
            && ReadAll(units, shared, figures)
            && MethodOf() is { } method)
        {
            var house = new Division(method, shared.Total, Claims(figures, limits, f => f.Low));
            if (Array.TrueForAll(figures, f => f!.IsKnown))
                division = Divided(house, units, ranges);
            else
                Between(house, figures!, limits, ranges);
        }

        var had = (SeatRange[])ranges.Clone();
        for (var i = 0; i < units.Count; i++)
        {
            if (claimants[i].Fate is not (Fate.Untouched or Fate.Stays))
                ranges[i] = Lost(claimants[i], ranges[i]);
        }

        claimants.AddRange(heirs);
        ranges = [.. ranges, .. heirs.Select(_ => SeatRange.None)];
        Pass(claimants, had, ranges, untilElected: false);
        for (var i = 0; i < claimants.Count; i++)
            _tally.Shares.Add(new UnitSeats(claimants[i].Unit, _tally.By, ranges[i].Least, ranges[i].Most));
        _tally.Write = () => SharedSheets(shared, units, figures, division);
    }

    /// <summary>
    /// Where the least numbers are more than the total, or the most are fewer, one of the two gives way: the total is what they come to, or they
    /// are left aside. False if which it is stays open.
    /// </summary>
    private bool GiveWay(ref SeatFormula.Shared shared, ref List<Claim> limits, List<int> units)
    {
        var least = limits.Sum(l => l.Least);
        var most = limits.TrueForAll(l => l.Most is not null) ? limits.Sum(l => l.Most!.Value) : long.MaxValue;
        if (units.Count == 0 || (least <= shared.Total && most >= shared.Total) || (_group.Least is null && _group.Most is null))
            return true;
        if (_group.TotalGivesWay is not { } slot)
            return true;
        if (!Fill(slot, out var total))
        {
            _tally.Total = SeatRange.Unknown;
            return false;
        }

        if (total)
        {
            shared = shared with { Total = (int)Math.Min(int.MaxValue, least > shared.Total ? least : most) };
            _tally.Total = SeatRange.Exactly(shared.Total);
            return true;
        }

        var tooMany = least > shared.Total;
        for (var i = 0; i < limits.Count; i++)
        {
            if (!_exceptions.ContainsKey(units[i]))
                limits[i] = tooMany ? limits[i] with { Least = 0 } : limits[i] with { Most = null };
        }

        return true;
    }

    /// <summary>What a unit that a change has touched still has; what it no longer has and nobody else has is missing from the house.</summary>
    private SeatRange Lost(Claimant claimant, SeatRange had)
    {
        if (claimant.Fate == Fate.Open)
            _tally.Opens(Unsaid(claimant.Found));
        var left = Remaining(claimant, had);
        if (claimant.Fate == Fate.Passed)
            return left;
        var lost = new SeatRange(had.Least - (left.Most ?? had.Least), had.Most - left.Least);
        _tally.Total = new SeatRange(Ratio.Max(Ratio.Zero, _tally.Total.Least - (lost.Most ?? _tally.Total.Least)), _tally.Total.Most - Ratio.Max(Ratio.Zero, lost.Least));
        return left;
    }

    /// <summary>Reads every figure; false if one cannot be used, with all those that are missing noted.</summary>
    private bool ReadAll(List<int> units, SeatFormula.Shared shared, UnitFigure?[] figures)
    {
        var usable = true;
        for (var i = 0; i < units.Count; i++)
        {
            if (_exceptions.ContainsKey(units[i]))
            {
                figures[i] = NoFigure(units[i]) with { Low = 0, High = 0 };
                continue;
            }

            var figure = figures[i] = Adjusted(units[i], shared.By, shared.Among, _figures!.Read(units[i], shared.By));
            if (figure.Open is { } open)
                _tally.Opens(open, total: false);
            if (!figure.IsUsable)
            {
                usable = false;
                _figures.StopAsking();
            }
        }

        return usable;
    }

    private ApportionmentMethod? MethodOf()
    {
        if (_group.Method is not { } slot)
        {
            var need = new Need("the method of sharing, " + _tally.By.Address);
            _tally.Opens(new Ground(Truth.Open, _tally.By, GroundKind.SeatsMethod, null, null, need), total: false);
            return null;
        }

        return Fill(slot, out var method, total: false) ? method : null;
    }

    private Apportioned? Divided(Division house, List<int> units, SeatRange[] ranges)
    {
        switch (Apportionment.Divide(house))
        {
            case Apportioned result:
                for (var i = 0; i < ranges.Length; i++)
                    ranges[i] = SeatRange.Exactly(result.Certain[i]);
                if (result.Tie is { } first)
                {
                    foreach (var tie in result.FurtherTies.Prepend(first))
                        Untie(tie, units, ranges);
                }

                return result;
            case NotApportioned refused:
                var kind = _tally.Title;
                _tally.Opens(new Ground(Truth.Open, _tally.By, GroundKind.SeatsNotShared, kind, refused.Explanation, new Need(kind)), total: false);
                return null;
            default:
                return null;
        }
    }

    /// <summary>Tells tied units apart as the charter says; those that stay tied have the seat or have it not.</summary>
    private void Untie(Counting.SeatTie tie, List<int> units, SeatRange[] ranges)
    {
        var open = tie.Units.ToList();
        var places = tie.Places;
        var names = SeatWords.Listed([.. tie.Units.Select(i => _inquiry.Roll.NameOf(units[i]))]);
        var seats = SeatWords.LastSeats(places);
        _tally.Notes.Add("equal claims to the last " + seats + ": " + names);
        var ground = new Ground(Truth.Open, _tally.By, GroundKind.SeatsTied, names, seats, new Need($"who has the last {seats}: {names}"));
        // Where some of the seats may go to some of the units only, no measure tells them apart; all that is sure is that they tie.
        if (tie.Needs.IsEmpty && _group.Tie is { } slot)
        {
            if (!Fill(slot, out var rule, total: false))
            {
                Tied(open, ranges);
                return;
            }

            if (rule.Larger is { } measure)
                places = Larger(measure, units, open, places, ranges);
            else if ((places = Awarded(units, open, places, ranges)) == 0)
                return;
            else if (rule.Lot)
                ground = ground with { By = slot.By, Message = GroundKind.LotNeeded, First = null, Second = null, Need = new Need("a lot: " + names) };
            else if (rule.DecidedBy is { } who)
                ground = ground with { By = slot.By, Need = new Need(ground.Need!.Text, who.Words) };
        }

        if (places == 0)
            return;
        Tied(open, ranges);
        foreach (var i in open)
            _tally.Opens(ground, units[i], total: false);
    }

    /// <summary>Gives tied seats to the units to which they were awarded, by decision or by lot; what remains is returned.</summary>
    private int Awarded(List<int> units, List<int> open, int places, SeatRange[] ranges)
    {
        var body = _inquiry.Book.All.FindThing(new BodyAt(_body, _unit));
        for (var i = 0; body >= 0 && i < open.Count && places > 0; i++)
        {
            if (!_inquiry.View.Holds(Relations.SeatAwarded, body, units[open[i]]))
                continue;
            ranges[open[i]] = SeatRange.Exactly(ranges[open[i]].Least + 1);
            open.RemoveAt(i--);
            places--;
        }

        return places;
    }

    private static void Tied(List<int> open, SeatRange[] ranges)
    {
        foreach (var i in open)
            ranges[i] = new SeatRange(ranges[i].Least, ranges[i].Least + 1);
    }

    /// <summary>
    /// Gives tied seats to the units that have more of a measure, as far as it tells them apart. Those that remain stay in
    /// <paramref name="open"/>; the seats that remain are returned.
    /// </summary>
    private int Larger(Measure measure, List<int> units, List<int> open, int places, SeatRange[] ranges)
    {
        var figures = open.ToDictionary(i => i, i => _figures!.Read(units[i], measure));
        foreach (var figure in figures.Values)
        {
            if (figure.Open is { } ground)
                _tally.Opens(ground, figure.Unit, total: false);
        }

        if (figures.Values.Any(f => !f.IsKnown))
            return places;
        var last = figures.Values.Select(f => f.Low!.Value).OrderDescending().ElementAt(places - 1);
        foreach (var i in open)
        {
            if (figures[i].Low <= last)
                continue;
            ranges[i] = SeatRange.Exactly(ranges[i].Least + 1);
            places--;
        }

        open.RemoveAll(i => figures[i].Low != last);
        if (open.Count != places)
            return places;
        foreach (var i in open)
            ranges[i] = SeatRange.Exactly(ranges[i].Least + 1);
        return 0;
    }

    /// <summary>What bounds a unit whatever the figures are: its own least and most, and what the least of the others leave.</summary>
    private static SeatRange[] Bounds(List<Claim> limits, long total)
    {
        var sum = limits.Aggregate(Ratio.Zero, (all, limit) => all + limit.Least);
        return [.. limits.Select(limit =>
        {
            var left = Ratio.Max(limit.Least, total - (sum - limit.Least));
            return new SeatRange(limit.Least, limit.Most is { } most ? Ratio.Min(most, left) : left);
        })];
    }

    private Claim LimitsOf(int unit, SeatFormula.Shared shared)
    {
        if (_exceptions.TryGetValue(unit, out var exception))
            return new Claim(0, exception.Count, exception.Count);
        var range = Limited(SeatRange.Unknown, unit, shared.Among);
        return new Claim(0, (long)range.Least.Floor(), range.Most is { } most ? (long)most.Floor() : null);
    }

    private static ImmutableArray<Claim> Claims(UnitFigure?[] figures, List<Claim> limits, Func<UnitFigure, Ratio?> end) =>
        [.. limits.Select((limit, i) => limit with { Figure = end(figures[i]!) ?? Ratio.Zero })];

    /// <summary>
    /// Figures that are intervals. In a divisor method a unit has most with its own figure highest and all others lowest (Balinski and Young
    /// 1982, population monotonicity). Methods with a quota lack that property: there a unit is bounded by the whole numbers around the least
    /// and the greatest quota that it can have, and only if no least or most number disturbs them.
    /// </summary>
    private void Between(Division house, UnitFigure[] figures, List<Claim> limits, SeatRange[] ranges)
    {
        if (house.Method == ApportionmentMethod.LargestRemainder && limits.TrueForAll(l => l is { Least: 0, Most: null }))
        {
            BetweenQuotas(house.House, figures, ranges);
            return;
        }

        if (house.Rule is not DivisorRule || figures.Length > MostUnitsWithIntervals)
            return;

        var lows = Claims(figures, limits, f => f.Low);
        var highs = Claims(figures, limits, f => f.High);
        var endless = figures.Count(f => f.High is null);
        for (var i = 0; i < ranges.Length; i++)
        {
            var others = endless - (figures[i].High is null ? 1 : 0);
            if (others == 0 && Apportionment.Divide(house with { Claims = highs.SetItem(i, lows[i]) }) is Apportioned least)
                ranges[i] = ranges[i] with { Least = Ratio.Max(ranges[i].Least, least.Certain[i]) };
            if (figures[i].High is not null && Apportionment.Divide(house with { Claims = lows.SetItem(i, highs[i]) }) is Apportioned most)
                ranges[i] = ranges[i] with { Most = Ratio.Min(ranges[i].Most ?? house.House, most.Certain[i] + (most.Tie?.Units.Contains(i) == true ? 1 : 0)) };
        }
    }

    private static void BetweenQuotas(long house, UnitFigure[] figures, SeatRange[] ranges)
    {
        Ratio low = 0;
        Ratio? high = Ratio.Zero;
        foreach (var figure in figures)
        {
            low += figure.Low ?? Ratio.Zero;
            high += figure.High;
        }

        for (var i = 0; i < ranges.Length; i++)
        {
            var (own, ownMost) = (figures[i].Low ?? Ratio.Zero, figures[i].High);
            if (high is { } all && ownMost is { } top && all - top + own is { IsZero: false } sum)
                ranges[i] = ranges[i] with { Least = (house * own / sum).Floor() };
            if (ownMost is { } most && low - own + most is { IsZero: false } rest)
                ranges[i] = ranges[i] with { Most = Ratio.Min(ranges[i].Most ?? house, (house * most / rest).Ceiling()) };
        }
    }
}
