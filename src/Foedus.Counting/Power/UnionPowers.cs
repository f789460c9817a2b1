using System.Collections.Immutable;

namespace Foedus.Counting;

/// <summary>Power where some players act together. All values are exact.</summary>
/// <param name="Members">One entry for each class in each union, and for each class with players in no union.</param>
public sealed record UnionPowers(ImmutableArray<UnionMemberPower> Members);
