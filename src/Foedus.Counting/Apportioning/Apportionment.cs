using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Foedus.Counting;

/// <summary>Divides a house among units in proportion to their claims. Exact, and never throws for what it is given.</summary>
public static class Apportionment
{
    /// <summary>Divides a house. O(units * log units), whatever the house, but for the quota method: see <see cref="QuotaMethodRule"/>.</summary>
    /// <returns>
    /// <see cref="Apportioned"/> with every answer the rule allows, or <see cref="NotApportioned"/> with the reason.
    /// Floors and caps are constraints: the seats go in the rule's order, within them.
    /// </returns>
    public static ApportionmentResult Divide(Division division)
    {
        if (division.Claims.IsDefault) division = division with { Claims = [] };
        if (Refusal(division) is { } refusal) return refusal;
        var claims = division.PastThreshold;
        if (NobodyPasses(division, claims)) return new NotApportioned(ApportionmentRefusal.NobodyPassesThreshold, null, 0, 0);
        return division.Rule switch
        {
            ExclusionRule => SwissArticle17.Divide(division, claims),
            QuotaMethodRule => QuotaMethod.Divide(division, claims),
            _ => ByOrder(division, claims),
        };
    }

    /// <summary>Divides a house among units without floors or caps.</summary>
    public static ApportionmentResult Divide(ApportionmentRule rule, long house, params IEnumerable<Ratio> figures) =>
        Divide(new Division(rule, house, [.. figures.Select(figure => new Claim(figure))]));

    private static bool NobodyPasses(Division division, ImmutableArray<Claim> claims) =>
        division.Threshold is not null && division.House > 0 && claims.All(claim => claim.Figure.IsZero) && division.Claims.Any(claim => !claim.Figure.IsZero);

    private static NotApportioned? Refusal(Division division)
    {
        if (division.Rule is null or UnknownRule) return Because(ApportionmentRefusal.UnknownMethod);
        if (division.Rule is DivisorRule { IsSound: false }) return Because(ApportionmentRefusal.UnsoundRule);
        if (division.House < 0) return Because(ApportionmentRefusal.NegativeHouse);
        if (division.Claims.IsEmpty) return Because(ApportionmentRefusal.NoUnits);
        for (var unit = 0; unit < division.Claims.Length; unit++)
        {
            var claim = division.Claims[unit];
            if (claim.Figure.Sign < 0) return Because(ApportionmentRefusal.NegativeClaim, unit);
            if (claim.Least < 0) return Because(ApportionmentRefusal.NegativeLeast, unit);
            if (claim.Most < claim.Least) return new(ApportionmentRefusal.MostBelowLeast, unit, claim.Least, claim.Most.Value);
        }

        return null;

        static NotApportioned Because(ApportionmentRefusal reason, int? unit = null) => new(reason, unit, 0, 0);
    }

    private static ApportionmentResult ByOrder(Division division, ImmutableArray<Claim> claims)
    {
        var house = division.House;
        var order = new SeatOrder(division.Rule, claims, house);
        var least = new long[claims.Length];
        var most = new long[claims.Length];
        var (floors, leastSum, mostSum) = (Int128.Zero, Int128.Zero, Int128.Zero);
        for (var unit = 0; unit < claims.Length; unit++)
        {
            // A claim of zero gives no right to a seat beyond the floor.
            var claim = claims[unit];
            floors += claim.Least;
            least[unit] = claim.Least;
            most[unit] = order.HasClaim(unit) ? Math.Min(claim.Most ?? house, house) : claim.Least;
            if (order.FreeSeats > 0 && order.HasClaim(unit)) least[unit] = Math.Min(Math.Max(claim.Least, order.FreeSeats), claim.Most ?? long.MaxValue);
            leastSum += least[unit];
            mostSum += most[unit];
        }

        if (floors > house) return new NotApportioned(ApportionmentRefusal.LeastAboveHouse, null, (BigInteger)floors, house);
        if (leastSum > house) return new NotApportioned(ApportionmentRefusal.HouseBelowUnits, null, (BigInteger)leastSum, house);
        if (mostSum < house)
        {
            return order.Total.IsZero
                ? new NotApportioned(ApportionmentRefusal.NoClaims, null, 0, 0)
                : new NotApportioned(ApportionmentRefusal.MostBelowHouse, null, house, (BigInteger)mostSum);
        }

        QuotaCertificate? shares = null;
        if (order.IsQuota)
        {
            shares = new QuotaCertificate(order.Quota, [.. claims.Select(claim => QuotaShare.Of(claim.Figure, order.Quota))]);
            var whole = shares.Units.Aggregate(BigInteger.Zero, (sum, share) => sum + share.Whole.Numerator);
            if (order.Quota is not null && whole > house) return new NotApportioned(ApportionmentRefusal.QuotasAboveHouse, null, whole, house);
        }

        var handed = order.Hand(least, most, house);
        return new Apportioned(
            division,
            ImmutableCollectionsMarshal.AsImmutableArray(handed.Seats),
            handed.Tied.Count == 0 ? null : new SeatTie([.. handed.Tied], handed.Places),
            shares ?? (ApportionmentCertificate)Divisors(order, handed));
    }

    private static DivisorCertificate Divisors(SeatOrder order, HandedOut handed)
    {
        return new DivisorCertificate(Bound(handed.HighestNext), Bound(handed.LowestLast));

        DivisorBound? Bound((int Unit, long Seats)? at) => at is { } seat ? new DivisorBound(order.Worth(seat.Unit, seat.Seats), order.Power) : null;
    }
}
