using System.Numerics;

namespace Foedus.Counting;

/// <summary>Which coalitions are to be counted, and how they are told apart.</summary>
/// <param name="Game">The game.</param>
/// <param name="Counts">Players of each group who may be in a coalition; the others are outside of it.</param>
/// <param name="Offset">Weights that are in every coalition beforehand.</param>
/// <param name="Units">
/// What a player of each group adds to the code of a coalition: nothing where all coalitions count together, 1 where they are counted by
/// size, other numbers where two sizes are wanted apart.
/// </param>
internal sealed record CoalitionTask(LoweredGame Game, long[] Counts, BigInteger[] Offset, int[] Units)
{
    /// <summary>All coalitions of a game.</summary>
    public static CoalitionTask All(LoweredGame game, int[] units) => new(game, game.Counts, new BigInteger[game.Dimensions], units);

    /// <summary>The greatest code.</summary>
    public BigInteger GreatestCode
    {
        get
        {
            var sum = BigInteger.Zero;
            for (var g = 0; g < Counts.Length; g++) sum += (BigInteger)Counts[g] * Units[g];
            return sum;
        }
    }

    /// <summary>The players who may be in a coalition.</summary>
    public long Players => Counts.Sum();
}
