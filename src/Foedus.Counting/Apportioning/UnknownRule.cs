namespace Foedus.Counting;

/// <summary>What a number that is no method converts to: it divides nothing.</summary>
internal sealed record UnknownRule : ApportionmentRule;
