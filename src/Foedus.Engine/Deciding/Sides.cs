using Foedus.Charter.Model;
using Foedus.Counting;

namespace Foedus.Engine.Deciding;

/// <summary>
/// The two sides of a test of a vote, put into words only when somebody reads them: "120 of 101 needed", "4, more than 3 1/2 needed".
/// </summary>
/// <param name="Margin">What there is and what is asked for; for an upper limit the other way round.</param>
/// <param name="How">How the one is compared with the other.</param>
/// <param name="Chamber">The chamber among whose members it is counted, if not all.</param>
internal sealed record Sides(Margin Margin, Comparison How, string? Chamber = null)
{
    /// <summary>True for a test that nobody is against.</summary>
    public bool None { get; init; }

    public override string ToString() => (Chamber is null ? "" : Chamber + ": ") + How switch
    {
        _ when None => Words(Margin.Right) + " against",
        Comparison.AtMost => $"{Words(Margin.Right)}, at most {Words(Margin.Left)} allowed",
        Comparison.FewerThan => $"{Words(Margin.Right)}, fewer than {Words(Margin.Left)} allowed",
        _ when Margin.Strict => $"{Words(Margin.Left)}, more than {Words(Margin.Right)} needed",
        _ => $"{Words(Margin.Left)} of {Words(Margin.Right)} needed",
    };

    private static string Words(RatioRange range) => range.IsExact ? range.Low.ToMixedString() : range.Low.ToMixedString() + " to " + range.High.ToMixedString();
}
