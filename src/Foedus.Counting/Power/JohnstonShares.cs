using System.Collections.Immutable;

namespace Foedus.Counting;

/// <summary>
/// The index of Johnston (1978): for each winning coalition that some members can make lose, one such member has a share of one by their number.
/// </summary>
/// <param name="ByClass">The sum of the shares of a player of each class.</param>
/// <param name="All">The sum of all players: the coalitions that some member can make lose.</param>
public sealed record JohnstonShares(ImmutableArray<Ratio> ByClass, Ratio All)
{
    /// <summary>The index: a player's part of the sum of all; null where no player matters.</summary>
    public Ratio? Index(int playerClass) => Ratio.TryDivide(ByClass[playerClass], All, out var share) ? share : null;
}
