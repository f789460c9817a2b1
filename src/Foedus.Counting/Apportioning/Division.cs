using System.Collections.Immutable;

namespace Foedus.Counting;

/// <summary>A house to be divided: how many seats, by which rule, among whom.</summary>
/// <param name="Rule">The rule; an <see cref="ApportionmentMethod"/> converts to one.</param>
/// <param name="House">The seats to divide.</param>
/// <param name="Claims">One claim a unit. Units are known by their place in this list, and every result keeps that order.</param>
public sealed record Division(ApportionmentRule Rule, long House, ImmutableArray<Claim> Claims)
{
    /// <summary>The method by name; null for a rule that has none.</summary>
    public ApportionmentMethod? Method => Rule.Method;

    /// <summary>The share that a unit must reach to take part; null for none. A unit below it loses its least seats too.</summary>
    public ShareThreshold? Threshold { get; init; }

    /// <summary>The claims that count: those below the threshold are zero and have no least seats.</summary>
    public ImmutableArray<Claim> PastThreshold
    {
        get
        {
            if (Threshold is not { } threshold) return Claims;
            var total = Claims.Aggregate(Ratio.Zero, (sum, claim) => sum + claim.Figure);
            return [.. Claims.Select(claim => threshold.Passes(claim.Figure, total) ? claim : claim with { Figure = 0, Least = 0 })];
        }
    }
}
