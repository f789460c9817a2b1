using System.Collections.Immutable;

namespace Foedus.Counting;

/// <summary>
/// The Shapley-Shubik index (Shapley and Shubik 1954): the share of the orders in which all players can join one by one where a player turns
/// losing into winning. The values of all players sum to 1 unless no coalition makes a difference.
/// </summary>
/// <param name="ByClass">The index of a player of each class.</param>
public sealed record OrderShares(ImmutableArray<Ratio> ByClass);
