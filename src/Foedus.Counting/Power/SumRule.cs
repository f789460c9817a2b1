using System.Numerics;

namespace Foedus.Counting;

/// <summary>
/// A game in which a coalition's sum of one weight, and perhaps its size, decide: from which sum on a coalition of each size wins. Of the game
/// and its dual, the one whose sums stay smaller: 15% of the votes instead of 85%.
/// </summary>
internal sealed class SumRule
{
    /// <summary>The least sum of a size with which no coalition wins.</summary>
    public const long Never = long.MaxValue;

    private const long MostSum = 1 << 30;

    private readonly LoweredGame _game;
    private readonly int _heads;
    private readonly int _needed;

    private SumRule(LoweredGame game, int weight, int heads, bool isDual)
    {
        (_game, Weight, _heads, IsDual) = (game, weight, heads, isDual);
        _needed = game.Levels.Quotas[weight].Length;
    }

    /// <summary>The dimension of the sum.</summary>
    public int Weight { get; }

    /// <summary>Whether the size of a coalition matters.</summary>
    public bool CountsHeads => _heads >= 0;

    /// <summary>Whether the dual game is counted instead of the game.</summary>
    public bool IsDual { get; }

    /// <summary>Sums above this need not be told apart.</summary>
    public long Top { get; private set; }

    /// <summary>The rule of a game; null if more than one weight decides, or the sums are too large.</summary>
    public static SumRule? Of(LoweredGame game)
    {
        var (weight, heads) = (0, -1);
        switch (game.Dimensions)
        {
            case 1:
                break;
            case 2 when game.IsHeads(0):
                (weight, heads) = (1, 0);
                break;
            case 2 when game.IsHeads(1):
                heads = 1;
                break;
            default:
                return null;
        }

        if (!game.Levels.HasTable || game.Totals[weight] > BigInteger.One << 62) return null;
        var (straight, dual) = (new SumRule(game, weight, heads, isDual: false), new SumRule(game.Dual, weight, heads, isDual: true));
        var better = straight.Reach() <= dual.Reach() ? straight : dual;
        better.Top = better.Reach();
        return better.Top <= MostSum ? better : null;
    }

    /// <summary>From which sum on a coalition of a size wins; <see cref="Never"/> if none does.</summary>
    public long Least(long size)
    {
        var levels = _game.Levels;
        Span<int> at = stackalloc int[_game.Dimensions];
        if (CountsHeads)
            while (at[_heads] < levels.Quotas[_heads].Length && size >= levels.Quotas[_heads][at[_heads]]) at[_heads]++;
        for (at[Weight] = 0; at[Weight] <= _needed; at[Weight]++)
            if (levels.Wins(at)) return at[Weight] == 0 ? 0 : (long)levels.Quotas[Weight][at[Weight] - 1];
        return Never;
    }

    // The greatest sum that may still lose where more would win.
    private long Reach()
    {
        if (!CountsHeads) return Math.Max(0, Least(0) - 1);
        var top = 0L;
        foreach (var size in _game.Levels.Quotas[_heads].Append(BigInteger.Zero))
            if (Least((long)size) is var least and not Never) top = Math.Max(top, least - 1);
        return top;
    }
}
