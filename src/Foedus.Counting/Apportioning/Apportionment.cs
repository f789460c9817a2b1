using System.Collections.Immutable;
using System.Numerics;

namespace Foedus.Counting;

/// <summary>Divides a house among units in proportion to their claims. Exact, and never throws for what it is given.</summary>
public static class Apportionment
{
    /// <summary>Divides a house.</summary>
    /// <returns>
    /// <see cref="Apportioned"/> with every answer the method allows, or <see cref="NotApportioned"/> with the reason.
    /// Floors and caps are constraints: the seats go in the method's order, within them.
    /// </returns>
    public static ApportionmentResult Divide(Division division)
    {
        if (division.Claims.IsDefault) division = division with { Claims = [] };
        if (Refusal(division) is { } refusal) return refusal;
        return division.Method == ApportionmentMethod.SwissArticle17 ? SwissArticle17.Divide(division) : ByOrder(division);
    }

    /// <summary>Divides a house among units without floors or caps.</summary>
    public static ApportionmentResult Divide(ApportionmentMethod method, long house, params IEnumerable<Ratio> figures) =>
        Divide(new Division(method, house, [.. figures.Select(figure => new Claim(figure))]));

    private static NotApportioned? Refusal(Division division)
    {
        if (ApportionmentMethods.Name(division.Method) is null) return Because(ApportionmentRefusal.UnknownMethod);
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

    private static ApportionmentResult ByOrder(Division division)
    {
        var claims = division.Claims;
        var house = division.House;
        var floors = claims.Aggregate(BigInteger.Zero, (sum, claim) => sum + claim.Least);
        if (floors > house) return new NotApportioned(ApportionmentRefusal.LeastAboveHouse, null, floors, house);

        var order = new SeatOrder(division.Method, claims, house);
        var least = new long[claims.Length];
        var most = new long[claims.Length];
        var leastSum = BigInteger.Zero;
        var mostSum = BigInteger.Zero;
        for (var unit = 0; unit < claims.Length; unit++)
        {
            // A claim of zero gives no right to a seat beyond the floor.
            least[unit] = claims[unit].Least;
            most[unit] = order.HasClaim(unit) ? Math.Min(claims[unit].Most ?? house, house) : least[unit];
            if (order.GivesEachOne && order.HasClaim(unit)) least[unit] = Math.Min(Math.Max(least[unit], 1), claims[unit].Most ?? long.MaxValue);
            leastSum += least[unit];
            mostSum += most[unit];
        }

        if (leastSum > house) return new NotApportioned(ApportionmentRefusal.HouseBelowUnits, null, leastSum, house);
        if (mostSum < house)
        {
            return order.Total.IsZero
                ? new NotApportioned(ApportionmentRefusal.NoClaims, null, 0, 0)
                : new NotApportioned(ApportionmentRefusal.MostBelowHouse, null, house, mostSum);
        }

        var queue = new SeatQueue(order, least, most, house);
        var (tied, places) = queue.Tied();
        var certain = queue.Seats.ToArray();
        foreach (var unit in tied)
            if (certain[unit] > least[unit] && order.Worth(unit, certain[unit] - 1).CompareTo(queue.LowestLast!.Value) == 0) certain[unit]--;

        return new Apportioned(
            division,
            [.. certain],
            tied.Count == 0 ? null : new SeatTie([.. tied], places),
            order.IsQuota ? Shares(claims, order.Quota) : Divisors(order, queue));
    }

    private static QuotaCertificate Shares(ImmutableArray<Claim> claims, Ratio? quota) =>
        new(quota, [.. claims.Select(claim => QuotaShare.Of(claim.Figure, quota))]);

    private static DivisorCertificate Divisors(SeatOrder order, SeatQueue queue)
    {
        DivisorBound? low = queue.HighestNext is { } next ? new DivisorBound(order.Unscaled(next), order.IsSquare) : null;
        DivisorBound? high = queue.LowestLast is { } last ? new DivisorBound(order.Unscaled(last), order.IsSquare) : null;
        return new DivisorCertificate(low, high, RoundDivisor.Between(low, high));
    }
}
