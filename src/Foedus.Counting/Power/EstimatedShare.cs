using System.Numerics;

namespace Foedus.Counting;

/// <summary>A share that was estimated.</summary>
/// <param name="Value">The mean of what was drawn.</param>
/// <param name="Low">The lower end of the interval.</param>
/// <param name="High">The upper end of the interval: it holds the true share in at least 95 of 100 such estimates, nearly.</param>
public readonly record struct EstimatedShare(Ratio Value, Ratio Low, Ratio High)
{
    // The 97.5% point of the normal distribution, rounded up.
    private static readonly Ratio Point = Ratio.Of(1_959_964, 1_000_000);

    /// <summary>
    /// The interval of Wilson (1927) for a mean of values between 0 and 1. For values that are not all 0 or 1 it is wider than need be, since
    /// their variance is at most that of a coin. Ends are rounded outwards to 10^-12.
    /// </summary>
    internal static EstimatedShare Of(BigInteger sum, BigInteger whole, long samples)
    {
        var mean = Ratio.Of(sum, whole * samples);
        var square = Point * Point;
        var spread = ((mean * (Ratio.One - mean)) / samples) + (square / (4 * (Ratio)samples * samples));
        var scale = BigInteger.Pow(10, 12);
        var root = Ratio.Of((spread * scale * scale).RootCeiling(), scale);
        var centre = mean + (square / (2 * (Ratio)samples));
        var stretch = Ratio.One + (square / samples);
        var (low, high) = ((centre - (Point * root)) / stretch, (centre + (Point * root)) / stretch);
        return new EstimatedShare(
            mean,
            Ratio.Max(0, Ratio.Min(mean, Ratio.Of((low * scale).Floor(), scale))),
            Ratio.Min(1, Ratio.Max(mean, Ratio.Of((high * scale).Ceiling(), scale))));
    }
}
