namespace Foedus.Counting;

/// <summary>
/// Largest remainders: each unit gets its whole quotas, and the seats that are left go where most of a quota remains. The quota is
/// total / (house + <see cref="Added"/>), as it is or the next whole number above it.
/// </summary>
public sealed record QuotaRule : ApportionmentRule
{
    private QuotaRule(int added, bool nextWhole)
    {
        Added = added;
        NextWhole = nextWhole;
    }

    /// <summary>Total / seats: Hamilton 1792, Hare 1859.</summary>
    public static QuotaRule Hare { get; } = new(0, nextWhole: false);

    /// <summary>The next whole number above total / (seats + 1): Droop 1868.</summary>
    public static QuotaRule Droop { get; } = new(1, nextWhole: true);

    /// <summary>Total / (seats + 1) as it is: Hagenbach-Bischoff 1888. Whole quotas may come to one seat more than there are.</summary>
    public static QuotaRule HagenbachBischoff { get; } = new(1, nextWhole: false);

    /// <summary>Total / (seats + 2) as it is: the Imperiali quota, Italy 1948 to 1993. Whole quotas may come to two seats more than there are.</summary>
    public static QuotaRule Imperiali { get; } = new(2, nextWhole: false);

    /// <summary>What is added to the seats before the total is divided by them.</summary>
    public int Added { get; }

    /// <summary>True when the quota is the next whole number above the quotient, also above a whole quotient.</summary>
    public bool NextWhole { get; }

    /// <summary>The quota; null without claims, or without seats to divide by.</summary>
    public Ratio? Quota(Ratio total, long house)
    {
        Ratio parts = (Ratio)house + Added;
        if (total.Sign <= 0 || parts.Sign <= 0) return null;
        return NextWhole ? (total / parts).Floor() + System.Numerics.BigInteger.One : total / parts;
    }
}
