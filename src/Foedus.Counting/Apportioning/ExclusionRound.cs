using System.Collections.Immutable;

namespace Foedus.Counting;

/// <summary>One round: claims still in, seats still to give, the quota, and the units that do not reach it.</summary>
public sealed record ExclusionRound(Ratio Total, long Seats, Ratio Quota, ImmutableArray<int> Excluded);
