namespace Foedus.Counting;

/// <summary>What the quota method compares: the worth of a further seat, and the share of a house from which a unit may have it.</summary>
internal interface IRights<TQuotient> : ISeatWorths<TQuotient>
    where TQuotient : struct
{
    bool HasClaim(int unit);

    /// <summary>A unit with these seats may have a further one in every house above this number.</summary>
    TQuotient From(int unit, long seats);

    TQuotient House(long seats);
}
