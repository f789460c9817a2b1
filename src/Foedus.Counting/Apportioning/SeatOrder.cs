using System.Collections.Immutable;
using System.Numerics;

namespace Foedus.Counting;

/// <summary>
/// The order in which a rule hands out seats. Every divisor and quota rule is one: each unit's next seat has a worth that falls
/// with the seats it already has, and the house goes to the seats of greatest worth (Balinski and Young 1982, rank-index methods).
/// For a divisor rule the worth is claim / signpost; for a quota rule it is the part of the quota count not yet met.
/// </summary>
internal sealed class SeatOrder
{
    private readonly DivisorRule? _divisor;
    private readonly BigInteger[] _claims;
    private readonly BigInteger _scale = BigInteger.One;
    private readonly Ratio _share;

    /// <param name="rule">A sound <see cref="DivisorRule"/> or a <see cref="QuotaRule"/>.</param>
    /// <param name="claims">The claims, none below zero.</param>
    /// <param name="house">The house.</param>
    public SeatOrder(ApportionmentRule rule, ImmutableArray<Claim> claims, long house)
    {
        _divisor = rule as DivisorRule;
        FreeSeats = _divisor?.FreeSeats ?? 0;

        // Whole claims on one scale: the order of worths does not change.
        _claims = new BigInteger[claims.Length];
        foreach (var claim in claims)
        {
            if (claim.Figure.IsInteger) continue;
            var denominator = claim.Figure.Denominator;
            _scale = _scale / BigInteger.GreatestCommonDivisor(_scale, denominator) * denominator;
        }

        for (var i = 0; i < _claims.Length; i++)
        {
            _claims[i] = _scale.IsOne ? claims[i].Figure.Numerator : claims[i].Figure.Numerator * (_scale / claims[i].Figure.Denominator);
            Total += _claims[i];
        }

        if (rule is QuotaRule quota)
        {
            Quota = quota.Quota(Ratio.Of(Total, _scale), house);
            _share = Quota is { } size ? size * _scale : Ratio.One;
        }
    }

    /// <summary>The sum of the claims, on the common scale.</summary>
    public BigInteger Total { get; }

    public bool IsQuota => _divisor is null;

    /// <summary>The seats of each unit with a claim that come before all others.</summary>
    public long FreeSeats { get; }

    /// <summary>The power of the divisor that worths are.</summary>
    public int Power => _divisor?.Power ?? 1;

    /// <summary>The claim that one seat stands for, as given; null without claims or seats, and for divisor rules.</summary>
    public Ratio? Quota { get; }

    public bool HasClaim(int unit) => _claims[unit].Sign > 0;

    /// <summary>
    /// The worth of one more seat on the scale of the claims as given: the divisor at which it is just won, to the power
    /// <see cref="Power"/>; for a quota rule the quotas that are not yet met.
    /// </summary>
    public Ratio Worth(int unit, long seats) =>
        _divisor is { } rule
            ? rule.Term(Ratio.Of(_claims[unit], _scale)) / rule.Signpost(seats + 1)
            : (_claims[unit] / _share) - seats;

    /// <summary>Hands out the house within the limits.</summary>
    /// <param name="least">Least seats, the free ones included; equal to most for units that take no part.</param>
    /// <param name="most">Most seats.</param>
    /// <param name="house">Between the sums of both.</param>
    public HandedOut Hand(long[] least, long[] most, long house)
    {
        var start = new SeatStart(_divisor, _claims, Total, _share, least, most, house);
        var (seats, spare) = start.Find();
        if (Small(house) is { } small) return SeatQueue<SmallWorths, SmallQuotient>.Run(small, seats, least, most, spare);
        return Unmet(house) is { } unmet
            ? SeatQueue<UnmetWorths, Int128>.Run(unmet, seats, least, most, spare)
            : SeatQueue<WideWorths, WideQuotient>.Run(Wide(), seats, least, most, spare);
    }

    private UnmetWorths? Unmet(long house)
    {
        if (!IsQuota || Greatest().GetBitLength() + _share.Denominator.GetBitLength() > 125) return null;
        return ((BigInteger)house + 1).GetBitLength() + _share.Numerator.GetBitLength() <= 125
            ? new UnmetWorths(Array.ConvertAll(_claims, claim => (Int128)(claim * _share.Denominator)), (Int128)_share.Numerator)
            : null;
    }

    private BigInteger Greatest()
    {
        var greatest = BigInteger.Zero;
        foreach (var claim in _claims)
            if (claim > greatest) greatest = claim;
        return greatest;
    }

    private WideWorths Wide() =>
        _divisor is { } rule
            ? new WideWorths(rule, Array.ConvertAll(_claims, claim => rule.Term(claim).Numerator), BigInteger.Zero)
            : new WideWorths(null, Array.ConvertAll(_claims, claim => claim * _share.Denominator), _share.Numerator);

    // Tops and bottoms must fit 63 bits for every count of seats up to the house.
    private SmallWorths? Small(long house)
    {
        var claimBits = Greatest().GetBitLength();
        var houseBits = ((BigInteger)house + 1).GetBitLength();
        if (_divisor is not { } rule)
        {
            return claimBits + _share.Denominator.GetBitLength() <= 62 && houseBits + _share.Numerator.GetBitLength() <= 62
                ? SmallWorths.Unmet(Terms(claim => (long)(claim * _share.Denominator)), (long)_share.Numerator)
                : null;
        }

        if (rule.OnRoots || rule.Base > house) return null;
        switch (rule.MeanExponent)
        {
            case null:
                var first = rule.First ?? rule.Fraction;
                var scale = rule.Fraction.Denominator * first.Denominator;
                var scaleBits = scale.GetBitLength();
                if (claimBits + scaleBits > 62 || houseBits + scaleBits + 4 > 62) return null;
                return SmallWorths.Line(
                    scale.IsOne ? Terms(claim => (long)claim) : Terms(claim => (long)(claim * scale)),
                    (long)scale, Whole(rule.Fraction * scale), Whole(first * scale), rule.Base);
            case 0 when rule.First is null && 2 * claimBits <= 62 && 2 * houseBits <= 62:
                return SmallWorths.Geometric(Terms(claim => (long)claim * (long)claim), rule.Base);
            case -1 when rule.First is null && claimBits + houseBits + 1 <= 62 && (2 * houseBits) + 1 <= 62:
                return SmallWorths.Harmonic(Terms(claim => (long)claim), rule.Base);
            default:
                return null;
        }
    }

    private static long Whole(Ratio value) => (long)value.Numerator;

    private long[] Terms(Converter<BigInteger, long> term) => Array.ConvertAll(_claims, term);
}
