using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Foedus.Counting;

/// <summary>
/// Balinski and Young 1975. Seat h goes to the greatest claim / (seats + 1) among the units with seats below h * claim / total, so
/// that the new seat does not lift the unit above its share of a house of h rounded up. O(h log units).
/// </summary>
internal sealed class QuotaMethod
{
    /// <summary>Most seats that are given one by one.</summary>
    public const long MostSteps = 5_000_000;

    private readonly BigInteger[] _claims;
    private readonly BigInteger _total;
    private readonly long[] _seats;
    private readonly SeatHeap<WideQuotient> _ready;
    private readonly SeatHeap<WideQuotient> _waiting;

    // Equal rights that are being served, the least right first: a greater right that comes up is served before.
    private readonly Stack<Group> _groups = new();

    private QuotaMethod(BigInteger[] claims, BigInteger total, long[] seats)
    {
        _claims = claims;
        _total = total;
        _seats = seats;
        _ready = new SeatHeap<WideQuotient>(claims.Length, greatestFirst: true);
        _waiting = new SeatHeap<WideQuotient>(claims.Length, greatestFirst: false);
    }

    public static ApportionmentResult Divide(Division division, ImmutableArray<Claim> claims)
    {
        var house = division.House;
        for (var unit = 0; unit < claims.Length; unit++)
            if (claims[unit].Most is not null) return new NotApportioned(ApportionmentRefusal.LimitsNotInMethod, unit, 0, 0);
        var floors = claims.Aggregate(BigInteger.Zero, (sum, claim) => sum + claim.Least);
        if (floors > house) return new NotApportioned(ApportionmentRefusal.LeastAboveHouse, null, floors, house);
        var whole = Whole(claims);
        var total = whole.Aggregate(BigInteger.Zero, (sum, claim) => sum + claim);
        if (total.IsZero && floors < house) return new NotApportioned(ApportionmentRefusal.NoClaims, null, 0, 0);

        // In a house of a multiple of the total every share is a whole number, and the method gives exactly the shares.
        ImmutableArray<long> start = [.. claims.Select(claim => claim.Least)];
        if (floors.IsZero && !total.IsZero)
        {
            var times = house / total;
            start = [.. whole.Select(claim => (long)(claim * times))];
        }

        var steps = house - start.Aggregate(BigInteger.Zero, (sum, seats) => sum + seats);
        if (steps > MostSteps) return new NotApportioned(ApportionmentRefusal.HouseTooLarge, null, steps, MostSteps);
        var method = new QuotaMethod(whole, total, [.. start]);
        var order = method.Give(house - (long)steps, house);
        var ties = method.Ties();
        Ratio? quota = house == 0 || total.IsZero ? null : claims.Aggregate(Ratio.Zero, (sum, claim) => sum + claim.Figure) / house;
        var certificate = new SequenceCertificate(quota, [.. claims.Select(claim => QuotaShare.Of(claim.Figure, quota))], start, order);
        return new Apportioned(division, [.. method._seats], ties.Count == 0 ? null : ties[0], certificate)
        {
            FurtherTies = [.. ties.Skip(1)],
        };
    }

    private static BigInteger[] Whole(ImmutableArray<Claim> claims)
    {
        var scale = BigInteger.One;
        foreach (var claim in claims)
            scale = scale / BigInteger.GreatestCommonDivisor(scale, claim.Figure.Denominator) * claim.Figure.Denominator;
        var whole = claims.Select(claim => claim.Figure.Numerator * (scale / claim.Figure.Denominator)).ToArray();
        var common = whole.Aggregate(BigInteger.Zero, BigInteger.GreatestCommonDivisor);
        return common.IsZero ? whole : Array.ConvertAll(whole, claim => claim / common);
    }

    private ImmutableArray<int> Give(long given, long house)
    {
        var order = new int[house - given];
        for (var unit = 0; unit < _claims.Length; unit++)
            if (_claims[unit].Sign > 0) _waiting.Append(unit, _seats[unit], Ready(unit));
        _waiting.Order();
        for (var h = given + 1; h <= house; h++)
        {
            Admit(h);
            var unit = _ready.Top.Unit;
            Serve(_ready.Top.Worth);
            _ready.RemoveTop();
            _seats[unit]++;
            _waiting.Add(unit, _seats[unit], Ready(unit));
            order[h - given - 1] = unit;
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(order);
    }

    // A unit may have a further seat in every house above this one.
    private WideQuotient Ready(int unit) => new(_total * _seats[unit], _claims[unit]);

    private void Admit(long h)
    {
        var now = new WideQuotient(h, BigInteger.One);
        while (_waiting.Count > 0 && _waiting.Top.Worth.CompareTo(now) < 0)
        {
            var unit = _waiting.Top.Unit;
            _waiting.RemoveTop();
            var worth = new WideQuotient(_claims[unit], (BigInteger)_seats[unit] + 1);
            _ready.Add(unit, _seats[unit], worth);
            foreach (var group in _groups)
                if (group.Worth.CompareTo(worth) == 0) group.Join(unit);
        }
    }

    private void Serve(WideQuotient worth)
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
            foreach (var unit in members.Where(unit => _seats[unit] > 0 && new WideQuotient(_claims[unit], _seats[unit]).CompareTo(group.Worth) == 0)) _seats[unit]--;
            ties.Add(new SeatTie([.. members.Order()], group.Given)
            {
                Needs = [.. stages.Select(stage => new TieNeed([.. group.Units.Take(stage.Count).Order()], stage.Given))],
            });
        }

        return ties;
    }

    /// <summary>Units with the same right, in the order in which they came to it.</summary>
    private sealed class Group(WideQuotient worth)
    {
        public WideQuotient Worth { get; } = worth;

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
