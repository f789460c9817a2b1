using System.Numerics;

namespace Foedus.Counting;

/// <summary>
/// A first count of seats, near to the last, so that the work after it does not grow with the house: claims divided by a level and
/// rounded where the rule rounds on average. Any start would lead to the same answer.
/// </summary>
internal sealed class SeatStart(
    DivisorRule? rule, BigInteger[] claims, BigInteger total, Ratio quota, long[] least, long[] most, long house)
{
    // Fractions of a seat are counted in these parts.
    private const int Parts = 32;

    private readonly long[] _seats = new long[least.Length];
    private readonly long _base = rule?.Base ?? 0;
    private BigInteger[] _weights = claims;
    private BigInteger _total = total;
    private long[]? _small;

    // The part that is added to a quotient before it is cut, in parts of a seat.
    private readonly long _lift = rule is null ? 0 : Parts - (long)(rule.Fraction * Parts).Floor();

    public (long[] Seats, long Spare) Find()
    {
        if (rule is { OnRoots: true }) TakeRoots();
        if (_total.GetBitLength() <= 62) _small = Array.ConvertAll(_weights, weight => (long)weight);

        // Floors and caps may bear hard: then the least level at which the counts reach the house. It overshoots by about one a unit.
        var usual = Usual();
        var count = Count(usual);
        if (BigInteger.Abs(house - count) > 2 * _seats.Length)
        {
            var (few, enough) = Levels();
            while (enough - few > 1)
            {
                var middle = (few + enough) / 2;
                if (Count(middle) >= house) enough = middle;
                else few = middle;
            }

            count = Count(enough);
        }

        return (_seats, (long)(house - count));
    }

    // Levels are houses in parts of a seat (divisor rules), or what is added to each unit's whole quotas (quota rules).
    private BigInteger Usual()
    {
        if (rule is null) return BigInteger.Zero;
        var units = 0L;
        foreach (var weight in _weights)
            if (weight.Sign > 0) units++;
        return BigInteger.Max(BigInteger.Zero, (Parts * (house - ((BigInteger)_base * units))) + (units * ((Parts / 2) - _lift)));
    }

    private (BigInteger Few, BigInteger Enough) Levels()
    {
        if (rule is null) return (-(BigInteger)house - 1, (BigInteger)house + 1);
        var smallest = _weights.Where(weight => weight.Sign > 0).DefaultIfEmpty(BigInteger.One).Min();
        return (BigInteger.MinusOne, (_total * Parts * ((BigInteger)house + 20) / smallest) + 1);
    }

    private BigInteger Count(BigInteger level)
    {
        var sum = BigInteger.Zero;
        var near = 0L;
        var narrow = rule is not null && _small is not null && level.Sign >= 0 && _total.GetBitLength() + Math.Max(level.GetBitLength(), 10) + 6 <= 62;
        var bottom = narrow ? Parts * (long)_total : 0;
        var factor = narrow ? (long)level : 0;
        var lift = narrow ? _lift * (long)_total : 0;
        for (var unit = 0; unit < _seats.Length; unit++)
        {
            if (least[unit] == most[unit])
            {
                _seats[unit] = least[unit];
            }
            else if (narrow)
            {
                var count = ((_small![unit] * factor) + lift) / bottom;
                _seats[unit] = Math.Clamp(count + Math.Min(_base, most[unit]), least[unit], most[unit]);
            }
            else
            {
                _seats[unit] = (long)BigInteger.Clamp(Wide(unit, level), least[unit], most[unit]);
            }

            if (_seats[unit] < int.MaxValue) near += _seats[unit];
            else sum += _seats[unit];
        }

        return sum + near;
    }

    private BigInteger Wide(int unit, BigInteger level) =>
        rule is null
            ? (_weights[unit] * quota.Denominator / quota.Numerator) + level
            : (((_weights[unit] * level) + (_lift * _total)) / (Parts * _total)) + _base;

    private void TakeRoots()
    {
        _weights = Array.ConvertAll(_weights, claim => ((Ratio)(claim << 64)).RootFloor());
        _total = BigInteger.Zero;
        foreach (var weight in _weights) _total += weight;
    }
}
