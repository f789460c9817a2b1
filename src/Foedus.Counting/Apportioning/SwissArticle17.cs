using System.Collections.Immutable;
using System.Numerics;

namespace Foedus.Counting;

/// <summary>
/// Federal act on political rights of 17 December 1976, article 17, for a house of any size.
/// (a) Total / seats, the next whole number above it, is the quota; units that do not reach it get one seat and leave; repeated
/// with what is left. (b) One seat a whole quota. (c) Seats left go to the largest remainders, equal ones to the larger
/// remainder by the first quota, and after that a lot: a tie.
/// </summary>
internal static class SwissArticle17
{
    public static ApportionmentResult Divide(Division division, ImmutableArray<Claim> claims)
    {
        if (division.Threshold is not null) return new NotApportioned(ApportionmentRefusal.LimitsNotInMethod, null, 0, 0);
        for (var unit = 0; unit < claims.Length; unit++)
        {
            if (claims[unit].Least > 1 || claims[unit].Most is not null)
                return new NotApportioned(ApportionmentRefusal.LimitsNotInMethod, unit, 0, 0);
        }

        if (claims.Length > division.House)
            return new NotApportioned(ApportionmentRefusal.HouseBelowUnits, null, claims.Length, division.House);
        if (claims.All(claim => claim.Figure.IsZero))
            return new NotApportioned(ApportionmentRefusal.NoClaims, null, 0, 0);

        var rounds = Exclude(claims, division.House);
        var quota = rounds[^1].Quota;
        var staying = StayingIn(claims.Length, rounds);
        var shares = new QuotaShare[claims.Length];
        var seats = new long[claims.Length];
        for (var unit = 0; unit < claims.Length; unit++)
        {
            shares[unit] = staying[unit] ? QuotaShare.Of(claims[unit].Figure, quota) : new QuotaShare(0, claims[unit].Figure);
            seats[unit] = staying[unit] ? (long)shares[unit].Whole.Floor() : 1;
        }

        var left = division.House - seats.Sum();
        var ranked = Enumerable.Range(0, claims.Length).Where(unit => staying[unit]).ToList();
        if (left > ranked.Count) return new NotApportioned(ApportionmentRefusal.ClaimsTooSmall, null, left, ranked.Count);

        var byFirst = claims.Select(claim => QuotaShare.Of(claim.Figure, rounds[0].Quota)).ToImmutableArray();
        ranked.Sort((a, b) => Rank(b, a) is var order and not 0 ? order : a.CompareTo(b));
        var tie = Tie(ranked, (int)left, Rank);
        foreach (var unit in ranked.Take((int)left))
            if (tie is null || !tie.Units.Contains(unit)) seats[unit]++;
        return new Apportioned(division, [.. seats], tie, new ExclusionCertificate(rounds, [.. shares], byFirst));

        int Rank(int a, int b)
        {
            var order = shares[a].Remainder.CompareTo(shares[b].Remainder);
            return order != 0 ? order : byFirst[a].Remainder.CompareTo(byFirst[b].Remainder);
        }
    }

    private static ImmutableArray<ExclusionRound> Exclude(ImmutableArray<Claim> claims, long house)
    {
        var rounds = ImmutableArray.CreateBuilder<ExclusionRound>();
        var remaining = Enumerable.Range(0, claims.Length).ToList();
        var seats = house;
        while (true)
        {
            var total = remaining.Aggregate(Ratio.Zero, (sum, unit) => sum + claims[unit].Figure);
            Ratio quota = (total / seats).Floor() + BigInteger.One;
            var excluded = remaining.Where(unit => claims[unit].Figure < quota).ToImmutableArray();
            rounds.Add(new ExclusionRound(total, seats, quota, excluded));
            if (excluded.IsEmpty || excluded.Length == remaining.Count) return rounds.ToImmutable();
            remaining.RemoveAll(unit => claims[unit].Figure < quota);
            seats -= excluded.Length;
        }
    }

    private static bool[] StayingIn(int units, ImmutableArray<ExclusionRound> rounds)
    {
        var staying = new bool[units];
        Array.Fill(staying, true);
        foreach (var unit in rounds.SelectMany(round => round.Excluded)) staying[unit] = false;
        return staying;
    }

    private static SeatTie? Tie(List<int> ranked, int left, Comparison<int> rank)
    {
        if (left == 0 || left == ranked.Count || rank(ranked[left - 1], ranked[left]) != 0) return null;
        var places = ranked.Take(left).Count(unit => rank(unit, ranked[left]) == 0);
        return new SeatTie([.. ranked.Where(unit => rank(unit, ranked[left]) == 0).Order()], places);
    }
}
