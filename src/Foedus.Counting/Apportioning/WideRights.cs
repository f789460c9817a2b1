using System.Numerics;

namespace Foedus.Counting;

/// <summary>Rights of any size.</summary>
internal readonly struct WideRights(BigInteger[] claims, BigInteger total) : IRights<WideQuotient>
{
    public bool HasClaim(int unit) => claims[unit].Sign > 0;

    public WideQuotient Next(int unit, long seats) => new(claims[unit], (BigInteger)seats + 1);

    public WideQuotient From(int unit, long seats) => new(total * seats, claims[unit]);

    public WideQuotient House(long seats) => new(seats, BigInteger.One);
}
