using System.Collections.Immutable;

namespace Foedus.Counting;

/// <summary>Both steps of a double-proportional election.</summary>
/// <param name="Admitted">Whether each party takes part.</param>
/// <param name="Upper">The parties' seats in the whole.</param>
/// <param name="Lower">The seats by district and party; null while the upper step is refused, or tied without winners named.</param>
public sealed record DoubleProportionalResult(ImmutableArray<bool> Admitted, ApportionmentResult Upper, BiproportionalResult? Lower);
