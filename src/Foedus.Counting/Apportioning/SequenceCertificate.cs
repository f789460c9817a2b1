using System.Collections.Immutable;

namespace Foedus.Counting;

/// <summary>The shares, and the seats in the order in which they were given.</summary>
/// <param name="Quota">Total / house: the share of a unit is claim / quota. Null when there are no seats or no claims.</param>
/// <param name="Units">Whole quotas and remainder of each unit: its seats are these whole quotas, or one more where something remains.</param>
/// <param name="Start">The seats that the units have before the first step: least seats, or whole shares of a smaller house in which nothing remains.</param>
/// <param name="Order">The unit of each further seat; among equal rights the unit that comes first in the list.</param>
public sealed record SequenceCertificate(
    Ratio? Quota, ImmutableArray<QuotaShare> Units, ImmutableArray<long> Start, ImmutableArray<int> Order) : ApportionmentCertificate;
