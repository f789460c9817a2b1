namespace Foedus.Counting;

/// <summary>
/// Hands out a house by falling worth. Starts from a count that misses the house by little, gives or takes the difference, then moves
/// seats until no other unit has a greater right to one (max-min inequality). So the work grows with the units, not with the seats:
/// O(units + corrections * log units).
/// </summary>
internal sealed class SeatQueue<TWorths, TWorth>
    where TWorths : struct, ISeatWorths<TWorth>
    where TWorth : struct, IComparable<TWorth>
{
    private readonly TWorths _worths;
    private readonly long[] _seats;
    private readonly long[] _least;
    private readonly long[] _most;
    private readonly SeatHeap<TWorth> _next;
    private readonly SeatHeap<TWorth> _last;
    private long _spare;

    /// <param name="worths">The order of seats.</param>
    /// <param name="seats">A first count within least and most; becomes the answer.</param>
    /// <param name="least">Least seats; equal to most for units that take no part.</param>
    /// <param name="most">Most seats, none above the house.</param>
    /// <param name="spare">Seats still to give; below zero, to take back.</param>
    private SeatQueue(TWorths worths, long[] seats, long[] least, long[] most, long spare)
    {
        _worths = worths;
        _seats = seats;
        _least = least;
        _most = most;
        _spare = spare;
        _next = new SeatHeap<TWorth>(seats.Length, greatestFirst: true);
        _last = new SeatHeap<TWorth>(seats.Length, greatestFirst: false);
    }

    public static HandedOut Run(TWorths worths, long[] seats, long[] least, long[] most, long spare) =>
        new SeatQueue<TWorths, TWorth>(worths, seats, least, most, spare).Run();

    private HandedOut Run()
    {
        for (var unit = 0; unit < _seats.Length; unit++)
        {
            if (_seats[unit] < _most[unit]) _next.Append(unit, _seats[unit], _worths.Next(unit, _seats[unit]));
            if (_seats[unit] > _least[unit]) _last.Append(unit, _seats[unit], _worths.Next(unit, _seats[unit] - 1));
        }

        _next.Order();
        _last.Order();
        while (_spare > 0 && Peek(_next)) Change(_next.Top.Unit, 1);
        while (_spare < 0 && Peek(_last)) Change(_last.Top.Unit, -1);
        while (Peek(_next) && Peek(_last) && _next.Top.Worth.CompareTo(_last.Top.Worth) > 0)
        {
            var (gains, loses) = (_next.Top.Unit, _last.Top.Unit);
            Change(gains, 1);
            Change(loses, -1);
        }

        if (!Peek(_next) || !Peek(_last)) return new HandedOut(_seats, Next(), Last(), [], 0);
        var (highest, lowest) = (_next.Top, _last.Top);
        var tied = new List<int>();
        var places = 0;
        if (highest.Worth.CompareTo(lowest.Worth) == 0)
        {
            for (var unit = 0; unit < _seats.Length; unit++)
            {
                if (_seats[unit] > _least[unit] && _worths.Next(unit, _seats[unit] - 1).CompareTo(lowest.Worth) == 0)
                {
                    tied.Add(unit);
                    places++;
                    _seats[unit]--;
                }
                else if (_seats[unit] < _most[unit] && _worths.Next(unit, _seats[unit]).CompareTo(highest.Worth) == 0)
                {
                    tied.Add(unit);
                }
            }
        }

        return new HandedOut(_seats, (highest.Unit, highest.Seats), (lowest.Unit, lowest.Seats - 1), tied, places);
    }

    private (int Unit, long Seats)? Next() => Peek(_next) ? (_next.Top.Unit, _next.Top.Seats) : null;

    private (int Unit, long Seats)? Last() => Peek(_last) ? (_last.Top.Unit, _last.Top.Seats - 1) : null;

    private void Change(int unit, int by)
    {
        var seats = _seats[unit] += by;
        _spare -= by;
        if (seats < _most[unit]) _next.Add(unit, seats, _worths.Next(unit, seats));
        if (seats > _least[unit]) _last.Add(unit, seats, _worths.Next(unit, seats - 1));
    }

    private bool Peek(SeatHeap<TWorth> heap)
    {
        while (heap.Count > 0)
        {
            if (_seats[heap.Top.Unit] == heap.Top.Seats) return true;
            heap.RemoveTop();
        }

        return false;
    }
}
