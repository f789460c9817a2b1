using static Foedus.Counting.Tests.Power.GameGenerators;

namespace Foedus.Counting.Tests.Power;

public class EstimateTests
{
    [Fact]
    public void An_estimate_holds_the_exact_value_between_its_ends_nearly_always()
    {
        var (held, asked) = (0, 0);
        Holds(Weighted, g =>
        {
            var game = OneByOne(g.Test, g.Players);
            var estimate = PowerEstimate.Of(game, 300, (ulong)asked)!;
            var (swings, shares) = (VotingPower.Swings(game).Value!, VotingPower.ShapleyShubik(game).Value!);
            for (var i = 0; i < g.Players.Length; i++)
            {
                asked += 2;
                if (Within(estimate.Absolute[i], swings.Absolute(i))) held++;
                if (Within(estimate.ShapleyShubik[i], shares.ByClass[i])) held++;
            }

            return true;
        }, 200);
        Assert.True(held * 100 >= asked * 93, $"{held} of {asked}");
    }

    [Fact]
    public void The_same_seed_gives_the_same_estimate_and_another_another()
    {
        var game = VotingGame.Weighted(12, 4, 4, 4, 2, 2, 1).Game!;
        var one = PowerEstimate.Of(game, 500, 42)!;
        Assert.Equal(one.Absolute, PowerEstimate.Of(game, 500, 42)!.Absolute);
        Assert.NotEqual(one.Absolute, PowerEstimate.Of(game, 500, 43)!.Absolute);
    }

    [Fact]
    public void The_interval_narrows_with_the_root_of_the_samples()
    {
        var game = VotingGame.Weighted(12, 4, 4, 4, 2, 2, 1).Game!;
        var (few, many) = (PowerEstimate.Of(game, 1000, 1)!.Absolute[0], PowerEstimate.Of(game, 16_000, 1)!.Absolute[0]);
        Assert.InRange((few.High - few.Low) / (many.High - many.Low), Ratio.Parse("3.5"), Ratio.Parse("4.5"));
    }

    [Fact]
    public void A_large_fund_is_estimated_close_to_its_exact_values()
    {
        var game = VotingGame.Weighted(850, [.. Enumerable.Range(1, 40).Select(i => (Ratio)(1000 / (i + 3)))]).Game!;
        var (estimate, exact) = (PowerEstimate.Of(game, 20_000, 5)!, VotingPower.ShapleyShubik(game).Value!);
        for (var i = 0; i < 40; i++) Assert.InRange(exact.ByClass[i], estimate.ShapleyShubik[i].Low - Ratio.Parse("0.005"), estimate.ShapleyShubik[i].High + Ratio.Parse("0.005"));
    }

    private static bool Within(EstimatedShare share, Ratio value) => share.Low <= value && value <= share.High;
}
