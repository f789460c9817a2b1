using System.Collections.Immutable;
using System.Numerics;

namespace Foedus.Counting;

/// <summary>
/// Swings and what is made of them. A swing of a player is a coalition of others that loses without the player and wins with it.
/// All values are exact; those of a player that never matters are zero.
/// </summary>
/// <param name="Players">How many players there are.</param>
/// <param name="Winning">How many of the 2^players coalitions win.</param>
/// <param name="ByClass">The swings of a player of each class (Penrose 1946; Banzhaf 1965).</param>
/// <param name="All">The swings of all players together.</param>
public sealed record SwingCounts(int Players, BigInteger Winning, ImmutableArray<BigInteger> ByClass, BigInteger All)
{
    /// <summary>The coalitions: 2^players.</summary>
    public BigInteger Coalitions => BigInteger.One << Players;

    /// <summary>The absolute Banzhaf index, or Penrose's power: the share of the coalitions of others that a player swings (Dubey and Shapley 1979).</summary>
    public Ratio Absolute(int playerClass) => Ratio.Of(ByClass[playerClass], BigInteger.One << (Players - 1));

    /// <summary>The normalised Banzhaf index: a player's part of all swings (Banzhaf 1965); null where there are none.</summary>
    public Ratio? Normalised(int playerClass) => Ratio.TryCreate(ByClass[playerClass], All, out var share) ? share : null;

    /// <summary>The power of the body to act: the share of coalitions that win (Coleman 1971).</summary>
    public Ratio ToAct => Ratio.Of(Winning, Coalitions);

    /// <summary>The power to prevent action: a player's swings by the winning coalitions (Coleman 1971); null where none wins.</summary>
    public Ratio? ToPrevent(int playerClass) => Ratio.TryCreate(ByClass[playerClass], Winning, out var share) ? share : null;

    /// <summary>The power to initiate action: a player's swings by the losing coalitions (Coleman 1971); null where none loses.</summary>
    public Ratio? ToInitiate(int playerClass) => Ratio.TryCreate(ByClass[playerClass], Coalitions - Winning, out var share) ? share : null;
}
