using System.Collections.Immutable;
using Foedus.Charter.Model;
using Foedus.Counting;
using Foedus.Engine.Judging;

namespace Foedus.Engine.Seats;

/// <summary>
/// A charter's table of bands. What a part of a step gives is left to the caller: the table is laid out once for each answer, and asked
/// for only where the answers differ.
/// </summary>
internal sealed class StepSeats
{
    private static readonly Rounding[] Roundings = [Rounding.Down, Rounding.HalfUp, Rounding.Up, Rounding.HalfDown];

    private readonly ImmutableArray<SeatBand> _bands;
    private readonly SeatSteps[] _tables;
    private readonly bool _sameBases;

    public StepSeats(IEnumerable<SeatBand> bands)
    {
        _bands = [.. bands];
        _tables = [.. Roundings.Select(r => Lay(_bands, r))];
        _sameBases = _tables.All(t => t.Bands.Select(b => b.Base).SequenceEqual(_tables[0].Bands.Select(b => b.Base)));
    }

    public static Rounding RoundingOf(PartOfStep part) => part switch
    {
        PartOfStep.Dropped => Rounding.Down,
        PartOfStep.CountsFromHalf => Rounding.HalfUp,
        _ => Rounding.Up,
    };

    /// <summary>A number of steps after their part was counted; of more steps than that number, the least.</summary>
    public static Ratio Round(Ratio steps, PartOfStep part, bool above) =>
        above && steps.IsInteger && part is not (PartOfStep.Dropped or PartOfStep.CountsFromHalf) ? steps + 1 : steps.Round(RoundingOf(part));

    /// <summary>
    /// A number so little above another that no band and no step of whole numbers begins between them: by a quarter of its smallest part.
    /// </summary>
    public static Ratio JustAbove(Ratio number) => number + Ratio.Of(1, 4) / number.Denominator;

    /// <summary>What a table says of a figure on one answer to what a part gives: for sheets.</summary>
    public StepsReading Read(Ratio figure, Rounding? part) => _tables[part is { } p ? (int)p - (int)Rounding.Down : 0].Read(figure);

    /// <summary>The seats for a figure between two bounds, whatever a part of a step gives.</summary>
    /// <param name="low">The least that the figure can be.</param>
    /// <param name="high">The most; null without end.</param>
    /// <param name="hangsOnPart">True if the result is not the same for every answer.</param>
    public SeatRange Between(Ratio low, Ratio? high, out bool hangsOnPart)
    {
        hangsOnPart = false;
        if (low == high && _sameBases && _tables[0].Read(low) is { Readings: [var only] } && only.Steps is not { IsInteger: false })
            return SeatRange.Exactly(Capped(only));
        var least = Between(low, high, Rounding.Down);
        var half = Between(low, high, Rounding.HalfUp);
        var most = Between(low, high, Rounding.Up);
        hangsOnPart = least != most || least != half;
        return new SeatRange(
            Ratio.Min(Ratio.Min(least.Least, half.Least), most.Least),
            least.Most is { } a && half.Most is { } b && most.Most is { } c ? Ratio.Max(Ratio.Max(a, b), c) : null);
    }

    /// <summary>
    /// The same on one answer. Seats are looked up at the ends of the interval and on both sides of every bound of a band within it, so that
    /// a table that falls somewhere is bounded as well.
    /// </summary>
    public SeatRange Between(Ratio low, Ratio? high, Rounding part)
    {
        var table = _tables[(int)part - (int)Rounding.Down];
        var seats = At(table, low);
        if (low == high)
            return seats;
        foreach (var band in _bands)
        {
            Ratio limit = band.Limit;
            if (limit >= low && !(limit > high))
                seats = Hull(seats, At(table, limit));
            if (limit + 1 >= low && !(limit + 1 > high))
                seats = Hull(seats, At(table, limit + 1));
        }

        return high is { } end ? Hull(seats, At(table, end)) : Beyond(seats);
    }

    /// <summary>What is wrong with the table at a figure: no band speaks of it, or two that differ.</summary>
    public (GroundKind Why, Provision By)? Fault(Ratio figure)
    {
        var readings = _tables[0].Read(figure).Readings;
        if (readings.Length == 1 || _bands.IsEmpty)
            return null;
        if (readings.Length > 1)
            return Capped(readings[0]) == Capped(readings[^1]) ? null : (GroundKind.SeatsTwoBands, _bands[readings[0].Band].By);
        foreach (var band in _bands)
        {
            if (band.Limit >= figure)
                return (GroundKind.SeatsNoBand, band.By);
        }

        return (GroundKind.SeatsNoBand, _bands[^1].By);
    }

    /// <summary>The seats of one band, within the most that the band itself names.</summary>
    public Ratio Capped(Reckoning reckoning) =>
        _bands[reckoning.Band].AtMost is { } most ? Ratio.Min(reckoning.Seats, most) : reckoning.Seats;

    private SeatRange At(SeatSteps table, Ratio figure)
    {
        var readings = table.Read(figure).Readings;
        if (readings.IsEmpty)
            return Beside(table, figure);
        var seats = SeatRange.Exactly(Capped(readings[0]));
        foreach (var reading in readings.AsSpan()[1..])
            seats = Hull(seats, SeatRange.Exactly(Capped(reading)));
        return seats;
    }

    /// <summary>In a gap of the table: between what the band below ends with and what the band above begins with.</summary>
    private SeatRange Beside(SeatSteps table, Ratio figure)
    {
        Ratio? below = null, above = null;
        foreach (var band in _bands)
        {
            Ratio limit = band.Limit;
            if (!band.Above && limit <= figure && table.Read(limit).Readings is [.., var last])
                below = Capped(last);
            if (band.Above && limit >= figure && above is null && table.Read(limit + 1).Readings is [var first, ..])
                above = Capped(first);
        }

        return below is { } least ? new SeatRange(least, above is { } most ? Ratio.Max(least, most) : null) : new SeatRange(Ratio.Zero, above);
    }

    /// <summary>The same for a figure without end.</summary>
    private SeatRange Beyond(SeatRange seats)
    {
        if (_bands is not [.., { Above: true } last])
            return seats with { Most = null };
        if (!last.IsStep)
            return Hull(seats, SeatRange.Exactly(last.Count));
        return seats with { Most = last.AtMost is { } cap && seats.Most is { } most ? Ratio.Max(cap, most) : null };
    }

    public static SeatRange Hull(SeatRange a, SeatRange b) =>
        new(Ratio.Min(a.Least, b.Least), a.Most is { } x && b.Most is { } y ? Ratio.Max(x, y) : null);

    private static SeatSteps Lay(ImmutableArray<SeatBand> bands, Rounding part)
    {
        var laid = new List<Band>();
        Ratio from = 0, seats = 0;
        foreach (var band in bands)
        {
            Ratio limit = band.Limit, per = band.Per ?? 0;
            if (band.Above)
            {
                laid.Add(band.IsStep ? Band.Above(limit, seats, new Growth(band.Count, per, part, limit)) : Band.Above(limit, band.Count));
                if (!band.IsStep)
                    seats = band.Count;
            }
            else if (band.IsStep)
            {
                laid.Add(Band.UpTo(limit, seats, new Growth(band.Count, per, part, from)));
                if (per.Sign > 0 && limit > from)
                    seats += band.Count * ((limit - from) / per).Round(part);
            }
            else
            {
                laid.Add(Band.UpTo(limit, band.Count));
                seats = band.Count;
            }

            from = limit;
        }

        return new SeatSteps(laid);
    }
}
