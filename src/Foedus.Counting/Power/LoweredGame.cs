using System.Numerics;

namespace Foedus.Counting;

/// <summary>
/// A game in whole numbers: groups of equal players, each with a weight in every dimension, and a monotone rule over the sums. Players whose
/// weights are all zero are not in it; they never matter.
/// </summary>
internal sealed class LoweredGame
{
    private LoweredGame? _dual;

    public LoweredGame(long[] counts, BigInteger[][] weights, RuleNode rule, int dimensions)
    {
        Counts = counts;
        Weights = weights;
        Rule = rule;
        Totals = new BigInteger[dimensions];
        for (var g = 0; g < counts.Length; g++)
        {
            Players += counts[g];
            for (var d = 0; d < dimensions; d++) Totals[d] += counts[g] * weights[g][d];
        }

        Levels = new LevelRule(rule, dimensions);
    }

    /// <summary>Players of each group.</summary>
    public long[] Counts { get; }

    /// <summary>The weights of a player, by group and dimension; none below zero.</summary>
    public BigInteger[][] Weights { get; }

    public RuleNode Rule { get; }

    public LevelRule Levels { get; }

    /// <summary>The whole of each weight.</summary>
    public BigInteger[] Totals { get; }

    public int Groups => Counts.Length;

    public int Dimensions => Totals.Length;

    /// <summary>All players.</summary>
    public long Players { get; }

    /// <summary>
    /// The game of blocking: a coalition wins in it exactly when the others lose here. Every player has as many swings in it (Taylor and
    /// Zwicker, Simple Games, 1999, 1.5).
    /// </summary>
    public LoweredGame Dual => _dual ??= new LoweredGame(Counts, Weights, Rule.Dual(Totals), Dimensions) { _dual = this };

    /// <summary>Whether every player has weight one in a dimension, so that its sums are the sizes of coalitions.</summary>
    public bool IsHeads(int dimension) => Array.TrueForAll(Weights, weights => weights[dimension].IsOne);

    /// <summary>
    /// The groups from the most to the least desirable, if each is at least as weighty in every dimension as the next (a complete game);
    /// null if some pull different ways.
    /// </summary>
    public int[]? LinearOrder()
    {
        var order = Enumerable.Range(0, Groups).ToArray();
        Array.Sort(order, (a, b) =>
        {
            for (var d = 0; d < Dimensions; d++)
                if (Weights[b][d].CompareTo(Weights[a][d]) is var compared and not 0) return compared;
            return a.CompareTo(b);
        });
        for (var i = 1; i < order.Length; i++)
            for (var d = 0; d < Dimensions; d++)
                if (Weights[order[i]][d] > Weights[order[i - 1]][d]) return null;
        return order;
    }
}
