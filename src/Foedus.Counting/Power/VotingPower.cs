using System.Collections.Immutable;
using System.Numerics;

namespace Foedus.Counting;

/// <summary>
/// Measures of voting power, exact. A method is chosen by its cost: tables of sums where one weight decides, also together with the number of
/// members; meeting in the middle for any rule of up to some forty players, or many more in classes of equals. Where every way takes more than
/// the budget there is no answer, and a seeded estimate is what is left.
/// </summary>
public static class VotingPower
{
    private const int MostPlayers = 1 << 24;

    /// <summary>Swings: the Banzhaf indices and Coleman's three powers.</summary>
    public static PowerAnswer<SwingCounts> Swings(VotingGame game, PowerBudget? budget = null)
    {
        if (game.Players > MostPlayers) return PowerAnswer<SwingCounts>.Beyond(null);
        var players = (int)game.Players;
        var none = game.Classes.Select(_ => BigInteger.Zero).ToImmutableArray();
        if (game.Lowered is not { } lowered)
            return PowerAnswer<SwingCounts>.Of(new SwingCounts(players, game.IsAlwaysCarried ? BigInteger.One << players : 0, none, 0));
        var (table, needed) = ExactCounter.Swings(lowered, new int[lowered.Groups], budget ?? PowerBudget.Default);
        if (table is null) return PowerAnswer<SwingCounts>.Beyond(needed);

        // A player without weight doubles every count.
        var weightless = (int)game.Weightless;
        ImmutableArray<BigInteger> swings = [.. game.GroupOf.Select(g => g < 0 ? 0 : table.Swings[g][0] << weightless)];
        var all = BigInteger.Zero;
        for (var c = 0; c < swings.Length; c++) all += swings[c] * game.Classes[c].Count;
        return PowerAnswer<SwingCounts>.Of(new SwingCounts(players, table.Winning << weightless, swings, all));
    }

    /// <summary>The Shapley-Shubik index.</summary>
    public static PowerAnswer<OrderShares> ShapleyShubik(VotingGame game, PowerBudget? budget = null)
    {
        if (game.Lowered is not { } lowered) return Shares(game, []);

        // Players without weight change no order of the others.
        if (lowered.Groups == 1) return Shares(game, [Ratio.One / lowered.Players]);
        var units = new int[lowered.Groups];
        Array.Fill(units, 1);
        var (table, needed) = ExactCounter.Swings(lowered, units, budget ?? PowerBudget.Default);
        if (table is null) return PowerAnswer<OrderShares>.Beyond(needed);
        var (weights, denominator) = Binomials.OrderWeights((int)lowered.Players);
        var shares = Array.ConvertAll(table.Swings, swings =>
        {
            var sum = BigInteger.Zero;
            for (var s = 0; s < weights.Length; s++)
                if (!swings[s].IsZero) sum += swings[s] * weights[s];
            return Ratio.Of(sum, denominator);
        });
        return Shares(game, shares);
    }

    private static PowerAnswer<OrderShares> Shares(VotingGame game, Ratio[] byGroup) =>
        PowerAnswer<OrderShares>.Of(new OrderShares([.. game.GroupOf.Select(g => g < 0 ? Ratio.Zero : byGroup[g])]));
}
