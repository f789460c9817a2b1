using static Foedus.Counting.Tests.Power.GameGenerators;

namespace Foedus.Counting.Tests.Power;

public class CoalitionListTests
{
    [Fact]
    public void All_minimal_coalitions_are_written_out_each_once() =>
        Holds(Any, g =>
        {
            var oracle = new EveryCoalition(g.Test, g.Players);
            var game = OneByOne(g.Test, g.Players);
            return Same(VotingPower.ListMinimalWinning(game, 1000), oracle.MinimalWinning) && Same(VotingPower.ListMinimalBlocking(game, 1000), oracle.MinimalBlocking);
        }, 400);

    [Fact]
    public void Classes_are_written_by_their_numbers()
    {
        var game = VotingGame.Weighted(5, [(new PlayerClass("large", 2), 3), (new PlayerClass("small", 3), 1)]).Game!;
        Assert.Equal(["2 0", "1 2"], VotingPower.ListMinimalWinning(game, 10).Coalitions.Select(c => string.Join(' ', c)));
    }

    [Fact]
    public void More_than_were_asked_for_are_not_written_and_that_is_said()
    {
        var game = VotingGame.Weighted(10, [(new PlayerClass("one", 1), 1), .. Enumerable.Range(0, 19).Select(i => (new PlayerClass("p", 1), Ratio.One))]).Game!;
        var list = VotingPower.ListMinimalWinning(game, 7);
        Assert.Equal((7, false), (list.Coalitions.Length, list.IsComplete));
        Assert.False(VotingPower.ListMinimalWinning(game, int.MaxValue, new PowerBudget(100_000, 1 << 20)).IsComplete);
    }

    private static bool Same(CoalitionList list, IEnumerable<int> masks) =>
        list.IsComplete && list.Coalitions.Select(c => c.Select((joined, i) => joined == 1 ? 1 << i : 0).Sum()).Order().SequenceEqual(masks.Order());
}
