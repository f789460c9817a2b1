using System.Collections.Immutable;
using System.Numerics;

namespace Foedus.Counting;

/// <summary>
/// The minimal coalitions of a game: those that win, or block, and of which no member can be spared. All values are exact.
/// </summary>
/// <param name="Count">How many there are.</param>
/// <param name="ByClass">How many of them hold a given player of each class.</param>
/// <param name="Classes">The classes, for how many players there are of each.</param>
/// <param name="BySize">How many there are of each size; default where sizes were not told apart for want of budget.</param>
/// <param name="ByClassAndSize">The same of those that hold a given player; default with <paramref name="BySize"/>.</param>
public sealed record MinimalCoalitions(
    BigInteger Count,
    ImmutableArray<BigInteger> ByClass,
    ImmutableArray<PlayerClass> Classes,
    ImmutableArray<BigInteger> BySize = default,
    ImmutableArray<ImmutableArray<BigInteger>> ByClassAndSize = default)
{
    /// <summary>The size of the smallest; null where there is none or sizes were not told apart.</summary>
    public int? Smallest
    {
        get
        {
            if (BySize.IsDefault) return null;
            for (var size = 0; size < BySize.Length; size++)
                if (!BySize[size].IsZero) return size;
            return null;
        }
    }

    /// <summary>The public good index: a player's part of all memberships in minimal winning coalitions (Holler 1982); null where there are none.</summary>
    public Ratio? Holler(int playerClass)
    {
        var all = BigInteger.Zero;
        for (var c = 0; c < ByClass.Length; c++) all += ByClass[c] * Classes[c].Count;
        return Ratio.TryCreate(ByClass[playerClass], all, out var share) ? share : null;
    }

    /// <summary>
    /// The index of Deegan and Packel (1978): each minimal winning coalition is as likely as another, and its members share alike; null where
    /// there is none or the only one is of nobody, who has nothing to share, or sizes were not told apart.
    /// </summary>
    public Ratio? DeeganPackel(int playerClass)
    {
        if (Count.IsZero || ByClassAndSize.IsDefault || ByClass.All(held => held.IsZero)) return null;
        var sum = Ratio.Zero;
        for (var size = 1; size < ByClassAndSize[playerClass].Length; size++)
            if (!ByClassAndSize[playerClass][size].IsZero) sum += Ratio.Of(ByClassAndSize[playerClass][size], size);
        return sum / Count;
    }
}
