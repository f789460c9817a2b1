using System.Numerics;

namespace Foedus.Counting;

/// <summary>The swings of each group in a game in whole numbers.</summary>
/// <param name="Winning">How many coalitions win.</param>
/// <param name="Swings">
/// By group and code: losing coalitions of that code, without a given player of the group, that win when the player joins.
/// </param>
internal sealed record SwingTable(BigInteger Winning, BigInteger[][] Swings)
{
    /// <summary>Swings from winning coalitions and those that hold a player.</summary>
    public static SwingTable Of(CoalitionTally tally, int[] units)
    {
        var codes = tally.Winning.Length;
        var swings = new BigInteger[units.Length][];
        for (var g = 0; g < units.Length; g++)
        {
            swings[g] = new BigInteger[codes];
            for (var code = 0; code < codes; code++)
            {
                // Winning with the player, less winning without the player.
                var joined = code + units[g] < codes ? tally.With[g][code + units[g]] : BigInteger.Zero;
                swings[g][code] = joined - (tally.Winning[code] - tally.With[g][code]);
            }
        }

        return new SwingTable(tally.Winning.Aggregate(BigInteger.Zero, (sum, n) => sum + n), swings);
    }
}
