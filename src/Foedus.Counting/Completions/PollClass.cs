using System.Collections.Immutable;

namespace Foedus.Counting;

/// <summary>Voters who are alike for every test of a poll.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="Weights">What each of them weighs by each measure; place 0 is heads.</param>
/// <param name="Given">The responses of those of whom it is known. The others are absent, or answered among <see cref="SharedVotes"/>.</param>
public sealed record PollClass(long Count, ImmutableArray<WeightBounds> Weights, ResponseCounts Given)
{
    /// <summary>How many have not been told of by themselves.</summary>
    public long Untold => (long)Int128.Clamp(Count - Given.Total, 0, long.MaxValue);

    public WeightBounds Weight(int measure) => measure < Weights.Length ? Weights[measure] : WeightBounds.None;
}
