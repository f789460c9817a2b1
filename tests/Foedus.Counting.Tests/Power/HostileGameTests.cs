using System.Numerics;

namespace Foedus.Counting.Tests.Power;

/// <summary>Games that somebody may ask about by mistake or by malice: a named result or a named refusal, in little time.</summary>
public class HostileGameTests
{
    [Fact]
    public void A_quota_of_nothing_is_always_carried_and_gives_nobody_power()
    {
        var game = VotingGame.Weighted(0, 3, 2, 1).Game!;
        Assert.True(game.IsAlwaysCarried);
        Assert.Equal(8, VotingPower.Swings(game).Value!.Winning);
        Assert.Null(VotingPower.Swings(game).Value!.Normalised(0));
        Assert.Null(VotingPower.Swings(game).Value!.ToInitiate(0));
        Assert.Equal([0, 0, 0], VotingPower.ShapleyShubik(game).Value!.ByClass);
        Assert.Equal(1, VotingPower.MinimalWinning(game).Value!.Count);
        Assert.Equal(0, VotingPower.MinimalBlocking(game).Value!.Count);
        Assert.Equal([0L, 0, 0], VotingPower.ListMinimalWinning(game, 5).Coalitions.Single());
    }

    [Fact]
    public void A_quota_above_everything_is_never_carried()
    {
        var game = VotingGame.Weighted(7, 3, 2, 1).Game!;
        Assert.True(game.IsNeverCarried);
        Assert.Equal(0, VotingPower.Swings(game).Value!.Winning);
        Assert.Null(VotingPower.Swings(game).Value!.ToPrevent(0));
        Assert.Null(VotingPower.Johnston(game).Value!.Index(0));
        Assert.Equal(0, VotingPower.MinimalWinning(game).Value!.Count);
        Assert.Empty(VotingPower.ListMinimalWinning(game, 5).Coalitions);
        Assert.All(PowerEstimate.Of(game, 10, 1)!.Absolute, share => Assert.Equal(Ratio.Zero, share.High));
    }

    [Fact]
    public void One_player_decides()
    {
        var game = VotingGame.Weighted(1, 1).Game!;
        Assert.Equal([1], VotingPower.ShapleyShubik(game).Value!.ByClass);
        Assert.Equal(Ratio.One, VotingPower.Swings(game).Value!.Absolute(0));
        Assert.Equal(Ratio.One, VotingPower.MinimalWinning(game).Value!.DeeganPackel(0));
    }

    [Fact]
    public void Weights_below_zero_and_no_players_are_refused_by_name()
    {
        var negative = VotingGame.Weighted(1, 2, -1).Fault!;
        Assert.Equal((VotingGameFaultKind.NotMonotone, 1), (negative.Kind, negative.Class));
        Assert.Equal(VotingGameFaultKind.NoPlayers, VotingGame.Weighted(1).Fault!.Kind);
        Assert.Equal(VotingGameFaultKind.NegativeCount, VotingGame.Weighted(1, [(new PlayerClass("a", -3), 1)]).Fault!.Kind);
        Assert.Equal(VotingGameFaultKind.TooManyPlayers, VotingGame.Weighted(1, [(new PlayerClass("a", long.MaxValue), 1)]).Fault!.Kind);
        var ranged = VotingGame.Of(Thresholds.MoreThan(Ratio.Half, Responses.All, new Measure(1)), Profile.Of(new VoterClass("a", 1, [1, new RatioRange(3, 4)])));
        Assert.Equal(VotingGameFaultKind.NotExact, ranged.Fault!.Kind);
        Assert.NotEmpty(negative.Explanation);
    }

    [Fact]
    public void Weights_of_a_quintillion_and_fractions_are_exact()
    {
        var unit = (Ratio)BigInteger.Pow(10, 18);
        var game = VotingGame.Weighted((12 * unit) + Ratio.Parse("2/9"), (4 * unit) + Ratio.Parse("1/9"), (4 * unit) + Ratio.Parse("1/9"), (4 * unit) + Ratio.Parse("1/9"), 2 * unit, 2 * unit, unit).Game!;
        Assert.Equal([10, 10, 10, 6, 6, 0], VotingPower.Swings(game).Value!.ByClass.Select(s => (int)s));
    }

    [Fact]
    public void Weights_beyond_all_bounds_are_refused_and_estimated()
    {
        var game = VotingGame.Weighted(BigInteger.Pow(10, 60), [.. Enumerable.Range(1, 8).Select(i => (Ratio)(BigInteger.Pow(10, 59) * i) + 1)]).Game!;
        Assert.False(VotingPower.Swings(game).IsKnown);
        Assert.False(VotingPower.ShapleyShubik(game).IsKnown);
        Assert.InRange(PowerEstimate.Of(game, 2000, 1)!.Absolute[7].Value, Ratio.Zero, Ratio.One);
    }

    [Fact]
    public void A_million_players_alike_share_alike_and_are_estimated_otherwise()
    {
        var alike = VotingGame.Weighted(500_001, [(new PlayerClass("shares", 1_000_000), Ratio.One)]).Game!;
        Assert.Equal([Ratio.Of(1, 1_000_000)], VotingPower.ShapleyShubik(alike).Value!.ByClass);
        var different = VotingGame.Weighted(
            600_000_000_000, [(new PlayerClass("large", 1), 400_000_000_000), (new PlayerClass("odd", 500_000), 999_983), (new PlayerClass("even", 500_000), 700_001)]).Game!;
        Assert.False(VotingPower.ShapleyShubik(different, PowerBudget.Small).IsKnown);
        Assert.False(VotingPower.MinimalWinning(different, PowerBudget.Small).IsKnown);
        Assert.False(VotingPower.Johnston(different, PowerBudget.Small).IsKnown);
        var estimate = PowerEstimate.Of(different, 1000, 7, new PowerBudget(100_000_000, 0))!;
        Assert.InRange(estimate.Samples, 1, 100);
        Assert.True(estimate.ShapleyShubik[0].High > estimate.ShapleyShubik[1].High);
    }

    [Fact]
    public void Swings_of_a_million_equal_players_are_binomial_coefficients()
    {
        var alike = VotingGame.Weighted(666_667, [(new PlayerClass("shares", 1_000_000), Ratio.One)]).Game!;
        var swings = VotingPower.Swings(alike, PowerBudget.Small).Value!;
        var simple = VotingPower.Swings(VotingGame.Weighted(500_001, [(new PlayerClass("shares", 1_000_000), Ratio.One)]).Game!, PowerBudget.Small).Value!;
        Assert.True(swings.ByClass[0] < simple.ByClass[0]);

        // C(999999, 500000) = C(1000000, 500000) / 2, and all that is not exactly half is parted evenly.
        Assert.Equal(BigInteger.One << 999_999, simple.Winning + simple.ByClass[0]);
        Assert.True(swings.Winning < simple.Winning >> 1000 && swings.Winning > swings.ByClass[0]);
    }

    [Fact]
    public void Tails_of_binomial_coefficients_are_those_of_the_row()
    {
        for (var n = 0; n <= 40; n++)
        {
            var row = Binomials.Row(n);
            for (var k = -1; k <= n + 1; k++)
            {
                Assert.Equal(k < 0 || k > n ? 0 : row[k], Binomials.Choose(n, k));
                Assert.Equal(row.Skip(k).Aggregate(BigInteger.Zero, (sum, one) => sum + one), Binomials.Above(n, k));
            }
        }
    }

    [Fact]
    public void Where_the_coalition_of_nobody_wins_neither_Holler_nor_Deegan_and_Packel_have_anything_to_share()
    {
        var minimal = VotingPower.MinimalWinning(VotingGame.Weighted(0, 1, 2, 3).Game!).Value!;
        Assert.Null(minimal.Holler(0));
        Assert.Null(minimal.DeeganPackel(0));
    }

    [Fact]
    public void More_players_than_can_be_drawn_are_refused()
    {
        var game = VotingGame.Weighted(1000, [(new PlayerClass("grains", 1L << 60), 1), (new PlayerClass("stones", 1L << 60), 3)]).Game!;
        Assert.False(VotingPower.Swings(game).IsKnown);
        Assert.False(VotingPower.ShapleyShubik(game).IsKnown);
        Assert.False(VotingPower.MinimalWinning(game).IsKnown);
        Assert.False(VotingPower.MinimalBlocking(game).IsKnown);
        Assert.False(VotingPower.Johnston(game).IsKnown);
        Assert.False(VotingPower.WithUnions(game, []).IsKnown);
        Assert.Null(PowerEstimate.Of(game, 1, 1));
        Assert.Equal(3, VotingPower.ListMinimalWinning(game, 3).Coalitions.Length);
        var classes = VotingGame.Weighted(100_000, [(new PlayerClass("a", 60_000), 1), (new PlayerClass("b", 60_000), 3)]).Game!;
        Assert.False(VotingPower.Swings(classes).IsKnown);
    }

    [Fact]
    public void A_thousand_players_of_all_weights_are_exact_or_refused_before_anything_is_done()
    {
        var game = VotingGame.Weighted(300_000, [.. Enumerable.Range(1, 1000).Select(i => (Ratio)(i * i % 997))]).Game!;
        Assert.False(VotingPower.ShapleyShubik(game, PowerBudget.Small).IsKnown);
        Assert.True(VotingPower.ShapleyShubik(game, PowerBudget.Small).Needed > PowerBudget.Small.Steps);
    }

    [Fact]
    public void Many_tests_that_pull_different_ways_are_refused_or_answered()
    {
        // Thirty sums, each with its own weights.
        var tests = Enumerable.Range(1, 30).Select(d => (Threshold)Thresholds.MoreThan(Ratio.Half, Responses.All, new Measure(d)));
        var classes = Enumerable.Range(0, 40).Select(i => new VoterClass("p", 1, [1, .. Enumerable.Range(1, 30).Select(d => (RatioRange)(((i + 3) * (i + d) * d % 1009) + 1))]));
        var game = VotingGame.Of(new AtLeastOf(15, [.. tests]), new Profile([.. classes])).Game!;
        Assert.False(VotingPower.Swings(game, PowerBudget.Small).IsKnown);
        Assert.False(VotingPower.MinimalWinning(game, PowerBudget.Small).IsKnown);
        Assert.Equal(200, PowerEstimate.Of(game, 200, 3)!.Samples);
    }
}
