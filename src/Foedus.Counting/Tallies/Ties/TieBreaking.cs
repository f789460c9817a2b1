using System.Collections.Immutable;

namespace Foedus.Counting;

/// <summary>How ties are settled, step by step; the first step that tells the tied apart settles it.</summary>
/// <param name="Steps">The steps in order; none leaves ties open.</param>
public sealed record TieBreaking(ImmutableArray<TieStep> Steps)
{
    public static TieBreaking None { get; } = new([]);

    /// <summary>By lot from a public seed; see <see cref="SeededLot"/>.</summary>
    public static TieBreaking Lot(string seed) => new([new TieStep.Lot(seed)]);

    /// <summary>By an order that somebody gave, the most preferred first.</summary>
    public static TieBreaking Order(params ReadOnlySpan<int> order) => new([new TieStep.Order([.. order])]);
}
