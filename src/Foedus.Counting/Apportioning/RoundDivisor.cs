using System.Numerics;

namespace Foedus.Counting;

/// <summary>Finds the divisor that a committee would like to work with: the one with the most zeros at its end.</summary>
internal static class RoundDivisor
{
    /// <summary>A number strictly between the bounds; the bound itself when they are equal; null when that is a root, or without bounds.</summary>
    public static Ratio? Between(DivisorBound? low, DivisorBound? high)
    {
        if (low is null && high is null) return null;
        if (low == high) return Exact(low!.Value);
        var lowest = low ?? new DivisorBound(Ratio.Zero, high!.Value.Power);

        // From the power of ten above the bounds downwards, the first with a multiple between them.
        var scale = high is { } bound ? PowerAbove(bound.Value.RootFloor(bound.Power)) : PowerAbove(lowest.Value.RootFloor(lowest.Power)) * 10;
        for (; !scale.IsOne; scale /= 10)
        {
            // The least multiple of the scale that lies above the lower bound.
            var candidate = ((lowest.Value.RootFloor(lowest.Power) / scale) + 1) * scale;
            if (high is null || high.Value.CompareTo(candidate) > 0) return candidate;
        }

        for (var parts = BigInteger.One; ; parts *= 10)
        {
            var scaled = lowest.Value * ((Ratio)parts).Power(lowest.Power);
            var candidate = Ratio.Of(scaled.RootFloor(lowest.Power) + 1, parts);
            if (high is null || high.Value.CompareTo(candidate) > 0) return candidate;
        }
    }

    private static BigInteger PowerAbove(BigInteger value)
    {
        var power = BigInteger.One;
        while (power <= value) power *= 10;
        return power;
    }

    private static Ratio? Exact(DivisorBound bound)
    {
        var top = ((Ratio)bound.Value.Numerator).RootFloor(bound.Power);
        var bottom = ((Ratio)bound.Value.Denominator).RootFloor(bound.Power);
        var root = Ratio.Of(top, bottom);
        return root.Power(bound.Power) == bound.Value ? root : null;
    }
}
