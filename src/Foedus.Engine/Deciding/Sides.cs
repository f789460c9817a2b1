using Foedus.Counting;

namespace Foedus.Engine.Deciding;

/// <summary>The two sides of a test of a vote, put into words only when somebody reads them: "120 of 101 needed".</summary>
/// <param name="Left">What there is.</param>
/// <param name="Right">What is asked for.</param>
/// <param name="Chamber">The chamber among whose members it is counted, if not all.</param>
internal sealed record Sides(RatioRange Left, RatioRange Right, string? Chamber = null)
{
    public override string ToString() => (Chamber is null ? "" : Chamber + ": ") + Words(Left) + " of " + Words(Right) + " needed";

    private static string Words(RatioRange range) => range.IsExact ? range.Low.ToMixedString() : range.Low.ToMixedString() + " to " + range.High.ToMixedString();
}
