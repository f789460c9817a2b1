using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Foedus.Counting;

/// <summary>
/// Balinski and Young 1975. Seat h goes to the greatest claim / (seats + 1) among the units with seats below h * claim / total, so
/// that the new seat does not lift the unit above its share of a house of h rounded up. O(h log units).
/// </summary>
internal sealed class QuotaMethod<TRights, TQuotient>
    where TRights : struct, IRights<TQuotient>
    where TQuotient : struct, IComparable<TQuotient>
{
    private readonly TRights _rights;
    private readonly long[] _seats;
    private readonly SeatHeap<TQuotient> _ready;
    private readonly SeatHeap<TQuotient> _waiting;

    // Equal rights that are being served, the least right first: a greater right that comes up is served before.
    private readonly Stack<Group> _groups = new();

    private QuotaMethod(TRights rights, long[] seats)
    {
        _rights = rights;
        _seats = seats;
        _ready = new SeatHeap<TQuotient>(seats.Length, greatestFirst: true);
        _waiting = new SeatHeap<TQuotient>(seats.Length, greatestFirst: false);
    }

    /// <summary>Gives the seats from one house to another.</summary>
    /// <returns>The seats that are certain, the units in the order in which they were served, and the ties.</returns>
    public static (long[] Seats, ImmutableArray<int> Order, List<SeatTie> Ties) Run(TRights rights, long[] seats, long given, long house)
    {
        var method = new QuotaMethod<TRights, TQuotient>(rights, seats);
        var order = method.Give(given, house);
        var ties = method.Ties();
        return (method._seats, order, ties);
    }

    private ImmutableArray<int> Give(long given, long house)
    {
        var order = new int[house - given];
        for (var unit = 0; unit < _seats.Length; unit++)
            if (_rights.HasClaim(unit)) _waiting.Append(unit, _seats[unit], _rights.From(unit, _seats[unit]));
        _waiting.Order();
        for (var h = given + 1; h <= house; h++)
        {
            Admit(h);
            var unit = _ready.Top.Unit;
            Serve(_ready.Top.Worth);
            _ready.RemoveTop();
            _seats[unit]++;
            _waiting.Add(unit, _seats[unit], _rights.From(unit, _seats[unit]));
            order[h - given - 1] = unit;
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(order);
    }

    private void Admit(long h)
    {
        var now = _rights.House(h);
        while (_waiting.Count > 0 && _waiting.Top.Worth.CompareTo(now) < 0)
        {
            var unit = _waiting.Top.Unit;
            _waiting.RemoveTop();
            var worth = _rights.Next(unit, _seats[unit]);
            _ready.Add(unit, _seats[unit], worth);
            foreach (var group in _groups)
                if (group.Worth.CompareTo(worth) == 0) group.Join(unit);
        }
    }

    private void Serve(TQuotient worth)
    {
        while (_groups.Count > 0 && _groups.Peek().Worth.CompareTo(worth) > 0) _groups.Pop();
        if (_groups.Count > 0 && _groups.Peek().Worth.CompareTo(worth) == 0)
        {
            _groups.Peek().Given++;
            return;
        }

        var group = new Group(worth) { Given = 1 };
        _ready.Collect(worth, group.Units);
        _groups.Push(group);
    }

    // The heap serves equal rights in any order; what counts is how many of a group were served.
    private List<SeatTie> Ties()
    {
        var ties = new List<SeatTie>();
        foreach (var group in _groups.Reverse())
        {
            var stages = group.Stages.FindAll(stage => stage.Given < group.Given);
            var members = group.Stages.Find(stage => stage.Given == group.Given) is { Count: > 0 } last ? group.Units.GetRange(0, last.Count) : group.Units;
            if (members.Count == group.Given) continue;
            foreach (var unit in members.Where(unit => _seats[unit] > 0 && _rights.Next(unit, _seats[unit] - 1).CompareTo(group.Worth) == 0)) _seats[unit]--;
            ties.Add(new SeatTie([.. members.Order()], group.Given)
            {
                Needs = [.. stages.Select(stage => new TieNeed([.. group.Units.Take(stage.Count).Order()], stage.Given))],
            });
        }

        return ties;
    }

    /// <summary>Units with the same right, in the order in which they came to it.</summary>
    private sealed class Group(TQuotient worth)
    {
        public TQuotient Worth { get; } = worth;

        public List<int> Units { get; } = [];

        public int Given { get; set; }

        /// <summary>How many units were there, and how many had been served, before later ones joined.</summary>
        public List<(int Count, int Given)> Stages { get; } = [];

        public void Join(int unit)
        {
            if (Stages.Count == 0 || Stages[^1].Given < Given) Stages.Add((Units.Count, Given));
            Units.Add(unit);
        }
    }
}
