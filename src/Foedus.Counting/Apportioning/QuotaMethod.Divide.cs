using System.Collections.Immutable;
using System.Numerics;

namespace Foedus.Counting;

/// <summary>The quota method from claims to result; <see cref="QuotaMethod{TRights, TQuotient}"/> does the work.</summary>
internal static class QuotaMethod
{
    /// <summary>Most seats that are given one by one.</summary>
    public const long MostSteps = 5_000_000;

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
        var given = house - (long)steps;
        var (seats, order, ties) = total * (house + BigInteger.One) < BigInteger.One << 62
            ? QuotaMethod<SmallRights, SmallQuotient>.Run(new SmallRights(Array.ConvertAll(whole, claim => (long)claim), (long)total), [.. start], given, house)
            : QuotaMethod<WideRights, WideQuotient>.Run(new WideRights(whole, total), [.. start], given, house);
        Ratio? quota = house == 0 || total.IsZero ? null : claims.Aggregate(Ratio.Zero, (sum, claim) => sum + claim.Figure) / house;
        var certificate = new SequenceCertificate(quota, [.. claims.Select(claim => QuotaShare.Of(claim.Figure, quota))], start, order);
        return new Apportioned(division, [.. seats], ties.Count == 0 ? null : ties[0], certificate) { FurtherTies = [.. ties.Skip(1)] };
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
}
