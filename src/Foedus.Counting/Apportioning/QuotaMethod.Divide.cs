using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;

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
        var floors = Int128.Zero;
        foreach (var claim in claims) floors += claim.Least;
        if (floors > house) return new NotApportioned(ApportionmentRefusal.LeastAboveHouse, null, (BigInteger)floors, house);
        var (small, whole, total) = Whole(claims, house);
        if (total.IsZero && floors < house) return new NotApportioned(ApportionmentRefusal.NoClaims, null, 0, 0);

        // In a house of a multiple of the total every share is a whole number, and the method gives exactly the shares.
        var start = new long[claims.Length];
        var times = floors == 0 && !total.IsZero ? house / total : BigInteger.Zero;
        for (var unit = 0; unit < start.Length; unit++)
            start[unit] = times.IsZero ? claims[unit].Least : (long)((small is null ? whole[unit] : small[unit]) * times);
        var given = (Int128)0;
        foreach (var seats in start) given += seats;
        if (house - given > MostSteps) return new NotApportioned(ApportionmentRefusal.HouseTooLarge, null, (BigInteger)(house - given), MostSteps);
        var handed = small is not null
            ? Hand(small, (long)total, start, (long)given, house)
            : QuotaMethod<WideRights, WideQuotient>.Run(new WideRights(whole, total), [.. start], (long)given, house);
        return Result(division, claims, ImmutableCollectionsMarshal.AsImmutableArray(start), handed);
    }

    private static (long[] Seats, ImmutableArray<int> Order, List<SeatTie> Ties) Hand(long[] claims, long total, long[] start, long given, long house) =>
        given < house && QuotaSchedule.Run(claims, total, start, given, house) is { } scheduled
            ? (scheduled.Seats, scheduled.Order, [])
            : QuotaMethod<SmallRights, SmallQuotient>.Run(new SmallRights(claims, total), [.. start], given, house);

    private static Apportioned Result(
        Division division, ImmutableArray<Claim> claims, ImmutableArray<long> start, (long[] Seats, ImmutableArray<int> Order, List<SeatTie> Ties) handed)
    {
        var sum = Ratio.Zero;
        foreach (var claim in claims) sum += claim.Figure;
        Ratio? quota = division.House == 0 || sum.IsZero ? null : sum / division.House;
        var shares = new QuotaShare[claims.Length];
        for (var unit = 0; unit < shares.Length; unit++) shares[unit] = QuotaShare.Of(claims[unit].Figure, quota);
        var certificate = new SequenceCertificate(quota, ImmutableCollectionsMarshal.AsImmutableArray(shares), start, handed.Order);
        return new Apportioned(
            division, ImmutableCollectionsMarshal.AsImmutableArray(handed.Seats), handed.Ties.Count == 0 ? null : handed.Ties[0], certificate)
        {
            FurtherTies = [.. handed.Ties.Skip(1)],
        };
    }

    // Whole claims in lowest terms, as 64-bit numbers where total * (house + 1) is below 2^62.
    private static (long[]? Small, BigInteger[] Whole, BigInteger Total) Whole(ImmutableArray<Claim> claims, long house)
    {
        var (small, sum) = Small(claims);
        if (small is not null && sum * (house + BigInteger.One) < BigInteger.One << 62) return (small, [], (long)sum);
        var whole = Whole(claims);
        var total = whole.Aggregate(BigInteger.Zero, (part, claim) => part + claim);
        return total * (house + BigInteger.One) < BigInteger.One << 62
            ? (Array.ConvertAll(whole, claim => (long)claim), [], total)
            : (null, whole, total);
    }

    // Null where a claim is no 64-bit whole number.
    private static (long[]? Claims, Int128 Total) Small(ImmutableArray<Claim> claims)
    {
        var small = new long[claims.Length];
        var (total, common) = (Int128.Zero, 0L);
        for (var unit = 0; unit < small.Length; unit++)
        {
            if (!claims[unit].Figure.TryToInt64(out small[unit])) return (null, 0);
            total += small[unit];
            for (var rest = common == 1 ? 0 : small[unit]; rest != 0;) (common, rest) = (rest, common % rest);
        }

        if (common <= 1) return (small, total);
        for (var unit = 0; unit < small.Length; unit++) small[unit] /= common;
        return (small, total / common);
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
