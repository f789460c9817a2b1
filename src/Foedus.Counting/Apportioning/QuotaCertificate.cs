using System.Collections.Immutable;

namespace Foedus.Counting;

/// <summary>The quota and what remains of each claim: the seats left after whole quotas go where most remains.</summary>
/// <param name="Quota">The claim that one seat stands for; null when there are no seats or no claims.</param>
/// <param name="Units">Whole quotas and remainder of each unit, in the order of the claims; the remainder is in units of the claim.</param>
public sealed record QuotaCertificate(Ratio? Quota, ImmutableArray<QuotaShare> Units) : ApportionmentCertificate;
