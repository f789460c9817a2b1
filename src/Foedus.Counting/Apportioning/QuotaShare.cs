namespace Foedus.Counting;

/// <summary>A claim as whole quotas and a remainder: claim = whole * quota + remainder.</summary>
/// <param name="Whole">A whole number of quotas.</param>
/// <param name="Remainder">What is left of the claim, in units of the claim; below the quota.</param>
public readonly record struct QuotaShare(Ratio Whole, Ratio Remainder)
{
    internal static QuotaShare Of(Ratio figure, Ratio? quota)
    {
        if (quota is not { Sign: > 0 } size) return new QuotaShare(0, figure);
        if (figure.TryToInt64(out var claim) && size.TryGetSmall(out var top, out var bottom) && claim <= long.MaxValue / bottom)
        {
            // claim = whole * top / bottom + remainder, without making fractions in between.
            var (count, rest) = Math.DivRem(claim * bottom, top);
            return new QuotaShare(count, Ratio.OfSmall(rest, bottom));
        }

        Ratio whole = (figure / size).Floor();
        return new QuotaShare(whole, figure - (whole * size));
    }
}
