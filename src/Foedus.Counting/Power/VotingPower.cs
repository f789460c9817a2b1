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

    /// <summary>
    /// The minimal winning coalitions: how many, of which sizes, and how many hold each player; with them the indices of Holler and of Deegan
    /// and Packel. Where sizes would take more than the budget they are left out.
    /// </summary>
    public static PowerAnswer<MinimalCoalitions> MinimalWinning(VotingGame game, PowerBudget? budget = null) =>
        Minimal(game, game.Lowered, game.IsAlwaysCarried, budget);

    /// <summary>The minimal blocking coalitions: without them nothing carries, and no member can be spared.</summary>
    public static PowerAnswer<MinimalCoalitions> MinimalBlocking(VotingGame game, PowerBudget? budget = null) =>
        Minimal(game, game.Lowered?.Dual, game.IsNeverCarried, budget);

    /// <summary>The index of Johnston.</summary>
    public static PowerAnswer<JohnstonShares> Johnston(VotingGame game, PowerBudget? budget = null)
    {
        ImmutableArray<Ratio> none = [.. game.Classes.Select(_ => Ratio.Zero)];
        if (game.Lowered is not { } lowered) return PowerAnswer<JohnstonShares>.Of(new JohnstonShares(none, Ratio.Zero));
        if (game.Weightless > MostPlayers) return PowerAnswer<JohnstonShares>.Beyond(null);
        var (critical, needed) = CriticalCounter.Count(lowered, budget ?? PowerBudget.Default);
        if (critical is null) return PowerAnswer<JohnstonShares>.Beyond(needed);
        var weightless = BigInteger.One << (int)game.Weightless;
        var byGroup = Array.ConvertAll(critical, counts =>
        {
            var sum = Ratio.Zero;
            for (var k = 1; k < counts.Length; k++)
                if (!counts[k].IsZero) sum += Ratio.Of(counts[k] * weightless, k);
            return sum;
        });
        ImmutableArray<Ratio> byClass = [.. game.GroupOf.Select(g => g < 0 ? Ratio.Zero : byGroup[g])];
        var all = Ratio.Zero;
        for (var c = 0; c < byClass.Length; c++) all += byClass[c] * game.Classes[c].Count;
        return PowerAnswer<JohnstonShares>.Of(new JohnstonShares(byClass, all));
    }

    /// <summary>
    /// Power with a-priori unions: the values of Owen. A union may hold players of several classes, and a class may be parted among several;
    /// who is named in none stands alone. Refused if the unions name more players of a class than there are, or fewer than none.
    /// </summary>
    public static PowerAnswer<UnionPowers> WithUnions(VotingGame game, ImmutableArray<PlayerUnion> unions, PowerBudget? budget = null)
    {
        for (var c = 0; c < game.Classes.Length; c++)
        {
            if (unions.Any(u => u.Members.Length != game.Classes.Length || u.Members[c] < 0)
                || unions.Aggregate(BigInteger.Zero, (sum, u) => sum + u.Members[c]) > game.Classes[c].Count)
                return PowerAnswer<UnionPowers>.Refused("The unions do not fit the players of the class " + game.Classes[c].Name + ".");
        }

        if (game.Lowered is null)
        {
            var named = game.Classes.SelectMany((_, c) => unions.Select((union, u) => (union, u)).Where(p => p.union.Members[c] > 0).Select(p => new UnionMemberPower(p.u, c, 0, 0)));
            var alone = Enumerable.Range(0, game.Classes.Length)
                .Where(c => unions.Aggregate(game.Classes[c].Count, (left, union) => left - union.Members[c]) > 0)
                .Select(c => new UnionMemberPower(null, c, 0, 0));
            return PowerAnswer<UnionPowers>.Of(new UnionPowers([.. named.Concat(alone).OrderBy(m => m.Union ?? int.MaxValue).ThenBy(m => m.Class)]));
        }

        if (game.Lowered.Players > 1 << 20) return PowerAnswer<UnionPowers>.Beyond(null);
        var (powers, needed) = new UnionCounter(game, unions, budget ?? PowerBudget.Default).Count();
        return powers is null ? PowerAnswer<UnionPowers>.Beyond(needed) : PowerAnswer<UnionPowers>.Of(powers);
    }

    /// <summary>Writes out minimal winning coalitions, up to so many and within the budget.</summary>
    public static CoalitionList ListMinimalWinning(VotingGame game, int most, PowerBudget? budget = null) =>
        List(game, game.Lowered, game.IsAlwaysCarried, most, budget);

    /// <summary>Writes out minimal blocking coalitions, up to so many and within the budget.</summary>
    public static CoalitionList ListMinimalBlocking(VotingGame game, int most, PowerBudget? budget = null) =>
        List(game, game.Lowered?.Dual, game.IsNeverCarried, most, budget);

    private static CoalitionList List(VotingGame game, LoweredGame? lowered, bool isAlways, int most, PowerBudget? budget)
    {
        if (lowered is not null) return CoalitionWriter.Write(game, lowered, most, budget ?? PowerBudget.Default);
        return isAlways && most > 0 ? new CoalitionList([[.. game.Classes.Select(_ => 0L)]], true) : new CoalitionList([], !isAlways);
    }

    private static PowerAnswer<MinimalCoalitions> Minimal(VotingGame game, LoweredGame? lowered, bool isAlways, PowerBudget? budget)
    {
        if (lowered is null)
        {
            // Where everything carries the coalition of nobody is the one minimal one; where nothing does there is none.
            ImmutableArray<BigInteger> none = [.. game.Classes.Select(_ => BigInteger.Zero)];
            BigInteger count = isAlways ? 1 : 0;
            return PowerAnswer<MinimalCoalitions>.Of(new MinimalCoalitions(count, none, game.Classes, [count], [.. none.Select(zero => ImmutableArray.Create(zero))]));
        }

        var (table, sized, needed) = MinimalCounter.Count(lowered, budget ?? PowerBudget.Default);
        if (table is null) return PowerAnswer<MinimalCoalitions>.Beyond(needed);
        var bySize = ImmutableArray.Create(table.BySize);
        var held = table.With.Select(sizes => ImmutableArray.Create(sizes)).ToArray();
        var nobody = ImmutableArray.Create(new BigInteger[bySize.Length]);
        ImmutableArray<ImmutableArray<BigInteger>> byClass = [.. game.GroupOf.Select(g => g < 0 ? nobody : held[g])];
        return PowerAnswer<MinimalCoalitions>.Of(new MinimalCoalitions(
            Sum(bySize), [.. byClass.Select(Sum)], game.Classes, sized ? bySize : default, sized ? byClass : default));
    }

    private static BigInteger Sum(ImmutableArray<BigInteger> numbers) => numbers.Aggregate(BigInteger.Zero, (sum, number) => sum + number);

    private static PowerAnswer<OrderShares> Shares(VotingGame game, Ratio[] byGroup) =>
        PowerAnswer<OrderShares>.Of(new OrderShares([.. game.GroupOf.Select(g => g < 0 ? Ratio.Zero : byGroup[g])]));
}
