using System.Numerics;

namespace Foedus.Counting;

/// <summary>
/// Hands out a house by a <see cref="SeatOrder"/>. Starts from a count that misses the house by no more than one seat a unit,
/// gives or takes the difference, then moves seats until no other unit has a greater right to one (max-min inequality).
/// So the work grows with the units, not with the seats.
/// </summary>
internal sealed class SeatQueue
{
    private static readonly Comparer<Quotient> GreatestFirst = Comparer<Quotient>.Create((a, b) => b.CompareTo(a));

    private readonly SeatOrder _order;
    private readonly long[] _least;
    private readonly long[] _most;
    private readonly PriorityQueue<(int Unit, long At), Quotient> _next = new(GreatestFirst);
    private readonly PriorityQueue<(int Unit, long At), Quotient> _last = new();
    private long _spare;

    /// <param name="order">The order of seats.</param>
    /// <param name="least">Least seats; equal to most for units that take no part.</param>
    /// <param name="most">Most seats, none above the house.</param>
    /// <param name="house">Between the sums of least and most.</param>
    public SeatQueue(SeatOrder order, long[] least, long[] most, long house)
    {
        _order = order;
        _least = least;
        _most = most;
        Seats = new long[least.Length];
        _spare = (long)(house - Start(house));
        for (var unit = 0; unit < Seats.Length; unit++) Enter(unit);
        while (_spare > 0) Give(Pop(_next));
        while (_spare < 0) Take(Pop(_last));
        while (TryPeek(_next, out var next) && TryPeek(_last, out var last) && next.Worth.CompareTo(last.Worth) > 0)
        {
            Give(next.Unit);
            Take(last.Unit);
        }

        HighestNext = TryPeek(_next, out var highest) ? highest.Worth : null;
        LowestLast = TryPeek(_last, out var lowest) ? lowest.Worth : null;
    }

    public long[] Seats { get; }

    /// <summary>The greatest worth of a seat not given; null when all have their most.</summary>
    public Quotient? HighestNext { get; }

    /// <summary>The least worth of a seat given beyond the least seats; null when all have their least.</summary>
    public Quotient? LowestLast { get; }

    /// <summary>The units whose last seat and whose next seat are worth the same: empty, or one group with the seats they tie for.</summary>
    public (List<int> Units, int Places) Tied()
    {
        var tied = new List<int>();
        var places = 0;
        if (HighestNext is not { } next || LowestLast is not { } last || next.CompareTo(last) != 0) return (tied, 0);
        for (var unit = 0; unit < Seats.Length; unit++)
        {
            if (Seats[unit] > _least[unit] && _order.Worth(unit, Seats[unit] - 1).CompareTo(last) == 0)
            {
                tied.Add(unit);
                places++;
            }
            else if (Seats[unit] < _most[unit] && _order.Worth(unit, Seats[unit]).CompareTo(next) == 0)
            {
                tied.Add(unit);
            }
        }

        return (tied, places);
    }

    private BigInteger Start(long house)
    {
        var count = Count(_order.UsualLevel);
        if (BigInteger.Abs(house - count) <= 2 * Seats.Length) return count;

        // Floors and caps bear hard: find the least level at which the counts reach the house. They overshoot by at most one a unit.
        var (few, enough) = _order.Levels;
        while (enough - few > 1)
        {
            var middle = (few + enough) / 2;
            if (Count(middle) >= house) enough = middle;
            else few = middle;
        }

        return Count(enough);
    }

    private BigInteger Count(BigInteger level)
    {
        var sum = BigInteger.Zero;
        for (var unit = 0; unit < Seats.Length; unit++)
        {
            Seats[unit] = _least[unit] == _most[unit]
                ? _least[unit]
                : (long)BigInteger.Clamp(_order.FirstCount(unit, level), _least[unit], _most[unit]);
            sum += Seats[unit];
        }

        return sum;
    }

    private void Enter(int unit)
    {
        var seats = Seats[unit];
        if (seats < _most[unit]) _next.Enqueue((unit, seats), _order.Worth(unit, seats));
        if (seats > _least[unit]) _last.Enqueue((unit, seats), _order.Worth(unit, seats - 1));
    }

    private void Give(int unit)
    {
        Seats[unit]++;
        _spare--;
        Enter(unit);
    }

    private void Take(int unit)
    {
        Seats[unit]--;
        _spare++;
        Enter(unit);
    }

    private int Pop(PriorityQueue<(int Unit, long At), Quotient> queue) =>
        TryPeek(queue, out var top) ? top.Unit : throw new InvalidOperationException("The house lies outside the floors and caps.");

    // An entry made for another count of seats is out of date.
    private bool TryPeek(PriorityQueue<(int Unit, long At), Quotient> queue, out (int Unit, Quotient Worth) top)
    {
        while (queue.TryPeek(out var entry, out var worth))
        {
            if (Seats[entry.Unit] == entry.At)
            {
                top = (entry.Unit, worth);
                return true;
            }

            queue.Dequeue();
        }

        top = default;
        return false;
    }
}
