using System.Numerics;

namespace Foedus.Counting;

/// <summary>Minimal winning coalitions of a game in whole numbers.</summary>
/// <param name="BySize">How many by size; all at place 0 where sizes are not told apart.</param>
/// <param name="With">The same of those that hold a given player, by group.</param>
internal sealed record MinimalTable(BigInteger[] BySize, BigInteger[][] With)
{
    public static MinimalTable Empty(int groups, int sizes)
    {
        var with = new BigInteger[groups][];
        for (var g = 0; g < groups; g++) with[g] = new BigInteger[sizes];
        return new MinimalTable(new BigInteger[sizes], with);
    }

    /// <summary>Sums over all the players of a group, as the sum for one of them.</summary>
    public MinimalTable PerPlayer(long[] counts)
    {
        for (var g = 0; g < With.Length; g++)
            for (var size = 0; size < With[g].Length; size++) With[g][size] /= counts[g];
        return this;
    }
}
