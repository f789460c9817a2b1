using System.Collections.Immutable;

namespace Foedus.Counting;

/// <summary>A house to be divided: how many seats, by which method, among whom.</summary>
/// <param name="Method">The method.</param>
/// <param name="House">The seats to divide.</param>
/// <param name="Claims">One claim a unit. Units are known by their place in this list, and every result keeps that order.</param>
public sealed record Division(ApportionmentMethod Method, long House, ImmutableArray<Claim> Claims);
