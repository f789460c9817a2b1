using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using static Foedus.Counting.Tests.Power.GameGenerators;

namespace Foedus.Counting.Tests.Power;

/// <summary>Banzhaf, Coleman and Shapley-Shubik against every coalition, and the laws that they keep.</summary>
public class SwingTests
{
    [Fact]
    public void Swings_agree_with_trying_every_coalition() =>
        Holds(Any, g =>
        {
            var oracle = new EveryCoalition(g.Test, g.Players);
            var swings = VotingPower.Swings(OneByOne(g.Test, g.Players)).Value!;
            return swings.Winning == oracle.Winning && Enumerable.Range(0, oracle.Players).All(i => swings.ByClass[i] == oracle.Swings(i));
        }, 600);

    [Fact]
    public void Shapley_and_Shubik_agree_with_trying_every_coalition() =>
        Holds(Any, g =>
        {
            var oracle = new EveryCoalition(g.Test, g.Players);
            var shares = VotingPower.ShapleyShubik(OneByOne(g.Test, g.Players)).Value!;
            return Enumerable.Range(0, oracle.Players).All(i => shares.ByClass[i] == oracle.ShapleyShubik(i));
        }, 600);

    [Fact]
    public void Large_weights_of_the_same_game_give_the_same_power()
    {
        // Each weight times a large number, plus less than that number in all: who wins does not change, but no table of sums fits.
        var large = BigInteger.Pow(10, 17);
        Holds(
            from g in Weighted
            from extra in Gen.Choose(0, 1000).ArrayOf(g.Players.Length)
            select (g.Test, g.Players, extra),
            g =>
            {
                var gate = (Gate)g.Test;
                var quota = gate.Right.Constant.Low + (gate.Strict ? Ratio.One : Ratio.Zero);
                var scaled = new Gate(gate.Left, false, quota * large);
                var players = g.Players.Select((p, i) => new[] { p[0], (p[1] * large) + (Ratio)g.extra[i], p[2] }).ToArray();
                var (one, other) = (OneByOne(g.Test, g.Players), OneByOne(scaled, players));
                return VotingPower.Swings(one).Value!.ByClass.SequenceEqual(VotingPower.Swings(other).Value!.ByClass)
                    && VotingPower.ShapleyShubik(one).Value!.ByClass.SequenceEqual(VotingPower.ShapleyShubik(other).Value!.ByClass);
            },
            300);
    }

    [Fact]
    public void Equal_players_counted_as_a_class_have_the_power_of_each() =>
        Holds(Any, g =>
        {
            var classes = g.Players.GroupBy(w => string.Join(',', w)).ToList();
            var game = Game(g.Test, new Profile([.. classes.Select(c => new VoterClass(c.Key, c.Count(), [.. c.First().Select(x => (RatioRange)x)]))]));
            var single = OneByOne(g.Test, g.Players);
            var (swings, shares) = (VotingPower.Swings(game).Value!, VotingPower.ShapleyShubik(game).Value!);
            var (swingsOne, sharesOne) = (VotingPower.Swings(single).Value!, VotingPower.ShapleyShubik(single).Value!);
            return swings.All == swingsOne.All && swings.Winning == swingsOne.Winning && g.Players.Select((w, i) => (Class: classes.FindIndex(c => c.Key == string.Join(',', w)), i)).All(p =>
                swings.ByClass[p.Class] == swingsOne.ByClass[p.i] && shares.ByClass[p.Class] == sharesOne.ByClass[p.i]);
        }, 300);

    [Fact]
    public void Shares_add_up_to_one_and_players_alike_are_treated_alike() =>
        Holds(Any, g =>
        {
            var game = OneByOne(g.Test, g.Players);
            var (swings, shares) = (VotingPower.Swings(game).Value!, VotingPower.ShapleyShubik(game).Value!);
            var decided = game.IsAlwaysCarried || game.IsNeverCarried;
            var sum = shares.ByClass.Aggregate(Ratio.Zero, (total, share) => total + share);
            var normalised = Enumerable.Range(0, g.Players.Length).Aggregate(Ratio.Zero, (total, i) => total + (swings.Normalised(i) ?? Ratio.Zero));
            return sum == (decided ? Ratio.Zero : Ratio.One) && normalised == (decided ? Ratio.Zero : Ratio.One)
                && Enumerable.Range(0, g.Players.Length).All(i => Enumerable.Range(0, i).All(j =>
                    !g.Players[i].SequenceEqual(g.Players[j]) || (swings.ByClass[i] == swings.ByClass[j] && shares.ByClass[i] == shares.ByClass[j])))
                && Enumerable.Range(0, g.Players.Length).All(i => swings.ByClass[i].IsZero == shares.ByClass[i].IsZero);
        }, 300);

    [Fact]
    public void A_game_and_its_dual_have_equal_swings() =>
        Holds(Any, g =>
        {
            // The dual carries exactly when those outside could not have carried.
            var profile = new Profile([.. g.Players.Select((w, i) => new VoterClass($"player {i}", 1, [.. w.Select(x => (RatioRange)x)]))]);
            var dual = VotingGame.Of(Mirrored(g.Test.Negation), profile);
            var (one, other) = (VotingPower.Swings(OneByOne(g.Test, g.Players)).Value!, VotingPower.Swings(dual.Game!).Value!);
            return one.ByClass.SequenceEqual(other.ByClass) && one.Winning + other.Winning == one.Coalitions;
        }, 300);

    [Fact]
    public void A_player_without_weight_has_no_power_and_takes_none_away()
    {
        var with = VotingGame.Weighted(6, 5, 3, 2, 0).Game!;
        var without = VotingGame.Weighted(6, 5, 3, 2).Game!;
        var (swings, shares) = (VotingPower.Swings(with).Value!, VotingPower.ShapleyShubik(with).Value!);
        Assert.Equal([6, 2, 2, 0], swings.ByClass);
        Assert.Equal(VotingPower.ShapleyShubik(without).Value!.ByClass, shares.ByClass[..3]);
        Assert.Equal(Ratio.Zero, shares.ByClass[3]);
    }

    // Yes and no change places.
    private static Threshold Mirrored(Threshold test) => test switch
    {
        Gate gate => gate with { Left = Mirrored(gate.Left), Right = Mirrored(gate.Right) },
        AtLeastOf several => several with { Tests = [.. several.Tests.Select(Mirrored)] },
        _ => test,
    };

    private static LinearAmount Mirrored(LinearAmount amount) => new([.. amount.Terms.Select(t => t with { Which = Mirrored(t.Which) })], amount.Constant);

    private static Responses Mirrored(Responses which) =>
        (which & ~Responses.Cast) | ((which & Responses.Yes) != 0 ? Responses.No : 0) | ((which & Responses.No) != 0 ? Responses.Yes : 0);
}
