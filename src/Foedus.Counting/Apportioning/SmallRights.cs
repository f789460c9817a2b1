namespace Foedus.Counting;

/// <summary>Rights where total * house fits 62 bits.</summary>
internal readonly struct SmallRights(long[] claims, long total) : IRights<SmallQuotient>
{
    public bool HasClaim(int unit) => claims[unit] > 0;

    public SmallQuotient Next(int unit, long seats) => new(claims[unit], seats + 1);

    public SmallQuotient From(int unit, long seats) => new(total * seats, claims[unit]);

    public SmallQuotient House(long seats) => new(seats, 1);
}
