using System.Collections.Immutable;

namespace Foedus.Counting;

/// <summary>The rounds of exclusion, and the quota shares of the last.</summary>
/// <param name="Rounds">At least one. The last excludes nobody, or all that are left.</param>
/// <param name="Units">Shares by the last quota; zero and the whole claim for excluded units.</param>
/// <param name="ByFirstQuota">Shares by the first quota: they decide between equal remainders.</param>
public sealed record ExclusionCertificate(
    ImmutableArray<ExclusionRound> Rounds,
    ImmutableArray<QuotaShare> Units,
    ImmutableArray<QuotaShare> ByFirstQuota) : ApportionmentCertificate;
