using System.Numerics;

namespace Foedus.Counting;

/// <summary>Winning coalitions, by code.</summary>
/// <param name="Winning">How many win.</param>
/// <param name="With">How many of them hold a given player of a group, by group; zeros for a group without players.</param>
internal sealed record CoalitionTally(BigInteger[] Winning, BigInteger[][] With)
{
    /// <summary>This less another, place by place.</summary>
    public CoalitionTally Less(CoalitionTally other)
    {
        var winning = Less(Winning, other.Winning);
        var with = new BigInteger[With.Length][];
        for (var g = 0; g < with.Length; g++) with[g] = Less(With[g], other.With[g]);
        return new CoalitionTally(winning, with);
    }

    private static BigInteger[] Less(BigInteger[] one, BigInteger[] other)
    {
        var difference = new BigInteger[one.Length];
        for (var i = 0; i < one.Length; i++) difference[i] = one[i] - other[i];
        return difference;
    }
}
