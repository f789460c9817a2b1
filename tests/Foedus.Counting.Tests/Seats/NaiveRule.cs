namespace Foedus.Counting.Tests.Seats;

/// <summary>Divisor rules once more, straight from their definitions, for the slow second opinions.</summary>
internal static class NaiveRule
{
    /// <summary>Seats that come before all others because their signposts are zero.</summary>
    public static long Free(ApportionmentRule rule)
    {
        if (rule is not DivisorRule divisors) return 0;
        var free = 0L;
        while (Signpost(divisors, free + 1).IsZero) free++;
        return free;
    }

    /// <summary>Claim over signpost, to the power that makes it a fraction.</summary>
    public static Ratio Worth(ApportionmentRule rule, Ratio claim, long seat)
    {
        var divisors = (DivisorRule)rule;
        var power = Power(divisors);
        var worth = Raise(claim, power) / (divisors.OnRoots ? Raise(Signpost(divisors, seat), 2) : Signpost(divisors, seat));
        return worth;
    }

    private static int Power(DivisorRule rule) => rule.MeanExponent switch { null or 1 or -1 => 1, 0 => 2, { } p => Math.Abs(p) };

    // To the power above.
    private static Ratio Signpost(DivisorRule rule, long seat)
    {
        if (seat <= rule.Base) return 0;
        var k = seat - rule.Base;
        var power = Power(rule);
        if (k == 1 && rule.First is { } first) return Raise(first, power);
        if (rule.Method is { } method)
        {
            return method switch
            {
                ApportionmentMethod.Jefferson => k,
                ApportionmentMethod.Webster or ApportionmentMethod.ModifiedWebster12 or ApportionmentMethod.ModifiedWebster14 => k - Ratio.Half,
                ApportionmentMethod.Adams => k - 1,
                ApportionmentMethod.Dean => Ratio.Of(2 * k * (k - 1), (2 * k) - 1),
                ApportionmentMethod.HuntingtonHill => k * (k - 1),
                ApportionmentMethod.Danish => Ratio.Of((3 * k) - 2, 3),
                ApportionmentMethod.ImperialiDivisors => k + 1,
                _ => throw new ArgumentOutOfRangeException(nameof(rule)),
            };
        }

        return rule.MeanExponent switch
        {
            null => k - 1 + rule.Fraction,
            0 => k * (k - 1),
            > 0 => (Raise(k - 1, power) + Raise(k, power)) / 2,
            _ when k == 1 => 0,
            _ => 1 / (((1 / Raise(k - 1, power)) + (1 / Raise(k, power))) / 2),
        };
    }

    private static Ratio Raise(Ratio value, int power)
    {
        Ratio product = 1;
        for (var i = 0; i < power; i++) product *= value;
        return product;
    }
}
