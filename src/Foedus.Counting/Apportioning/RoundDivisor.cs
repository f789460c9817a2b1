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
        var scale = high is { } bound ? PowerAbove(Whole(bound, 1)) : PowerAbove(Whole(low!.Value, 1)) * 10;
        while (true)
        {
            // The least multiple of the scale that lies above the lower bound.
            var candidate = (low is null ? Ratio.One : Whole(low.Value, scale) + 1) * scale;
            if (high is null || Compare(candidate, high.Value) < 0) return candidate;
            scale /= 10;
        }
    }

    private static Ratio PowerAbove(BigInteger value)
    {
        var power = BigInteger.One;
        while (power <= value) power *= 10;
        return power;
    }

    /// <summary>The whole part of bound / unit.</summary>
    private static BigInteger Whole(DivisorBound bound, Ratio unit) =>
        bound.IsSquare ? (bound.Value / (unit * unit)).RootFloor() : (bound.Value / unit).Floor();

    private static int Compare(Ratio divisor, DivisorBound bound) =>
        bound.IsSquare ? (divisor * divisor).CompareTo(bound.Value) : divisor.CompareTo(bound.Value);

    private static Ratio? Exact(DivisorBound bound)
    {
        if (!bound.IsSquare) return bound.Value;
        var top = ((Ratio)bound.Value.Numerator).RootFloor();
        var bottom = ((Ratio)bound.Value.Denominator).RootFloor();
        return top * top == bound.Value.Numerator && bottom * bottom == bound.Value.Denominator ? Ratio.Of(top, bottom) : null;
    }
}
