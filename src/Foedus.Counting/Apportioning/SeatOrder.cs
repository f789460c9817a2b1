using System.Numerics;

namespace Foedus.Counting;

/// <summary>
/// The order in which a method hands out seats. Every method here is one: each unit's next seat has a worth that falls
/// with the seats it already has, and the house goes to the seats of greatest worth (Balinski and Young 1982, rank-index methods).
/// For a divisor method the worth is claim / signpost; for a quota method it is the part of the quota count not yet met.
/// </summary>
internal sealed class SeatOrder
{
    private static readonly BigInteger SmallClaim = BigInteger.One << 62;

    private readonly ApportionmentMethod _method;
    private readonly BigInteger[] _claims;
    private readonly long[] _small;
    private readonly bool _isSmall;
    private readonly long _house;
    private readonly BigInteger _scale;
    private readonly BigInteger _quota;

    public SeatOrder(ApportionmentMethod method, IReadOnlyList<Claim> claims, long house)
    {
        _method = method;
        _house = house;

        // Whole claims on one scale: the order of worths does not change.
        _scale = BigInteger.One;
        foreach (var claim in claims)
        {
            var denominator = claim.Figure.Denominator;
            if (!denominator.IsOne) _scale = _scale / BigInteger.GreatestCommonDivisor(_scale, denominator) * denominator;
        }

        _claims = new BigInteger[claims.Count];
        for (var i = 0; i < _claims.Length; i++)
        {
            _claims[i] = claims[i].Figure.Numerator * (_scale / claims[i].Figure.Denominator);
            Total += _claims[i];
        }

        // The quota is kept as (quota * seats-divisor) so that it stays whole: Hare is total / house, Droop is whole by definition.
        _quota = method == ApportionmentMethod.Droop
            ? (((Total / _scale) / ((BigInteger)house + 1)) + 1) * _scale
            : Total;
        _isSmall = Total < SmallClaim && _quota < SmallClaim && house < (1L << 61);
        _small = _isSmall ? Array.ConvertAll(_claims, claim => (long)claim) : [];
    }

    /// <summary>The sum of the claims, on the common scale.</summary>
    public BigInteger Total { get; }

    public bool IsQuota => _method is ApportionmentMethod.LargestRemainder or ApportionmentMethod.Droop;

    /// <summary>True when the first seat of every unit comes before all others: the signpost below one seat is zero.</summary>
    public bool GivesEachOne =>
        _method is ApportionmentMethod.Adams or ApportionmentMethod.Dean or ApportionmentMethod.HuntingtonHill;

    /// <summary>True when worths are squares, because the signposts are roots.</summary>
    public bool IsSquare => _method == ApportionmentMethod.HuntingtonHill;

    public bool HasClaim(int unit) => _claims[unit].Sign > 0;

    /// <summary>The claim that one seat stands for, as given; null without claims or seats.</summary>
    public Ratio? Quota => _method switch
    {
        _ when Total.IsZero => null,
        ApportionmentMethod.Droop => Ratio.Of(_quota, _scale),
        _ => _house == 0 ? null : Ratio.Of(Total, _scale * _house),
    };

    /// <summary>The worth of one more seat to a unit that has some. For methods that give each one, only asked from the second seat on.</summary>
    public Quotient Worth(int unit, long seats) => _isSmall ? SmallWorth(_small[unit], seats) : WideWorth(_claims[unit], seats);

    /// <summary>A worth on the scale of the claims as given: the divisor at which the seat is just won, or its square.</summary>
    public Ratio Unscaled(Quotient worth) => worth.Value / (IsSquare ? _scale * _scale : _scale);

    /// <summary>
    /// A first count for a unit, near to the last: whole quotas of a house of another size (divisor methods),
    /// or whole quotas less a number (quota methods). Grows with <paramref name="level"/> by at most one a step.
    /// </summary>
    public BigInteger FirstCount(int unit, BigInteger level) => _method switch
    {
        ApportionmentMethod.LargestRemainder => (_claims[unit] * _house / Total) + level,
        ApportionmentMethod.Droop => (_claims[unit] / _quota) + level,
        _ => _claims[unit] * level / Total,
    };

    /// <summary>The level at which the counts come out near the house when no floor or cap bears.</summary>
    public BigInteger UsualLevel => IsQuota ? BigInteger.Zero : _house;

    /// <summary>Levels between which the counts pass from too few to enough, whatever the floors and caps.</summary>
    public (BigInteger TooFew, BigInteger Enough) Levels
    {
        get
        {
            if (IsQuota) return (-(BigInteger)_house - 1, _house);
            var least = _claims.Where(claim => claim.Sign > 0).Min();
            return (BigInteger.Zero, ((Total * _house) / least) + 1);
        }
    }

    private Quotient SmallWorth(long claim, long seats)
    {
        Int128 p = claim;
        Int128 k = seats;
        return _method switch
        {
            ApportionmentMethod.LargestRemainder => new Quotient((p * _house) - (k * (long)_quota), 1),
            ApportionmentMethod.Droop => new Quotient(p - (k * (long)_quota), 1),
            ApportionmentMethod.Jefferson => new Quotient(p, k + 1),
            ApportionmentMethod.Webster => new Quotient(2 * p, (2 * k) + 1),
            ApportionmentMethod.Adams => new Quotient(p, k),
            ApportionmentMethod.Dean => new Quotient(p * ((2 * k) + 1), 2 * k * (k + 1)),
            _ => new Quotient(p * p, k * (k + 1)),
        };
    }

    private Quotient WideWorth(BigInteger p, BigInteger k) => _method switch
    {
        ApportionmentMethod.LargestRemainder => new Quotient((p * _house) - (k * _quota), BigInteger.One),
        ApportionmentMethod.Droop => new Quotient(p - (k * _quota), BigInteger.One),
        ApportionmentMethod.Jefferson => new Quotient(p, k + 1),
        ApportionmentMethod.Webster => new Quotient(2 * p, (2 * k) + 1),
        ApportionmentMethod.Adams => new Quotient(p, k),
        ApportionmentMethod.Dean => new Quotient(p * ((2 * k) + 1), 2 * k * (k + 1)),
        _ => new Quotient(p * p, k * (k + 1)),
    };
}
