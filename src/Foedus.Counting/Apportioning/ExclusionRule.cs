namespace Foedus.Counting;

/// <summary>Largest remainders after rounds of exclusion: Swiss federal act on political rights of 17 December 1976, article 17.</summary>
public sealed record ExclusionRule : ApportionmentRule;
