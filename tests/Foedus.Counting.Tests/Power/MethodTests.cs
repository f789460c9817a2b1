using System.Numerics;
using FsCheck.Fluent;
using static Foedus.Counting.Tests.Power.GameGenerators;

namespace Foedus.Counting.Tests.Power;

/// <summary>Every way of counting gives the same numbers, whichever would have been chosen.</summary>
public class MethodTests
{
    private static readonly PowerBudget Budget = PowerBudget.Default;

    [Fact]
    public void Tables_of_sums_and_halves_count_the_same_swings() =>
        Holds(
            from g in Any
            from coded in Gen.Elements(true, false)
            select (g.Test, g.Players, coded),
            g =>
            {
                if (OneByOne(g.Test, g.Players).Lowered is not { } game) return true;
                int[] units = [.. game.Counts.Select(_ => g.coded ? 1 : 0)];
                var halves = SwingTable.Of(HalvesCounter.Plan(CoalitionTask.All(game, units), g.coded)!.Count(Budget)!, units);
                var sums = SumCounter.Plan(game, units)?.Count(g.coded);
                return sums is null ? game.Dimensions > 1 : sums.Winning == halves.Winning && Same(sums.Swings, halves.Swings);
            },
            500);

    [Fact]
    public void Tables_of_sums_and_halves_count_the_same_swings_for_unions() =>
        Holds(
            from g in Weighted
            from units in Gen.Choose(0, 3).ArrayOf(g.Players.Length)
            select (g.Test, g.Players, units),
            g =>
            {
                if (OneByOne(g.Test, g.Players).Lowered is not { } game) return true;
                var units = g.units[..game.Groups];
                var halves = SwingTable.Of(HalvesCounter.Plan(CoalitionTask.All(game, units), true)!.Count(Budget)!, units);
                var sums = SumCounter.Plan(game, units)!;
                var coded = units.Any(unit => unit != 0);
                return Same(sums.Count(coded).Swings, halves.Swings);
            },
            300);

    [Fact]
    public void Minimal_coalitions_by_sums_by_halves_and_by_vectors_are_the_same() =>
        Holds(Any, g =>
        {
            if (OneByOne(g.Test, g.Players).Lowered is not { } game) return true;
            var vectors = VectorWalk.Minimal(game);
            if (game.LinearOrder() is not { } order) return game.Dimensions > 1;
            var halves = MinimalCounter.ByHalves(game, order, Budget)!;
            if (!vectors.BySize.SequenceEqual(halves.BySize) || !Same(vectors.With, halves.With)) return false;
            if (MinimalSums.Plan(game, order, sized: true)?.Count() is not { } sums) return game.Dimensions > 1;
            var unsized = MinimalSums.Plan(game, order, sized: false)!.Count();
            return vectors.BySize.SequenceEqual(sums.BySize) && Same(vectors.With, sums.With)
                && unsized.BySize[0] == vectors.BySize.Aggregate((a, b) => a + b)
                && Enumerable.Range(0, game.Groups).All(i => unsized.With[i][0] == vectors.With[i].Aggregate((a, b) => a + b));
        }, 500);

    [Fact]
    public void Critical_players_by_pairs_and_by_vectors_are_the_same() =>
        Holds(Any, g =>
        {
            if (OneByOne(g.Test, g.Players).Lowered is not { } game || game.LinearOrder() is not { } order) return true;
            return Same(VectorWalk.Critical(game), CriticalCounter.ByPairs(game, order, Budget)!);
        }, 300);

    [Fact]
    public void Many_players_are_counted_by_remainders_as_by_large_numbers()
    {
        // Sixty players need several moduli; in classes they fit in halves of large numbers too.
        var game = VotingGame.Weighted(171, [(new PlayerClass("a", 40), 3), (new PlayerClass("b", 60), 2), (new PlayerClass("c", 50), 1)]).Game!.Lowered!;
        int[] units = [1, 1, 1];
        var halves = SwingTable.Of(HalvesCounter.Plan(CoalitionTask.All(game, units), true)!.Count(Budget)!, units);
        var sums = SumCounter.Plan(game, units)!.Count(coded: true);
        Assert.True(Same(sums.Swings, halves.Swings));
        Assert.Equal(halves.Winning, sums.Winning);
        Assert.True(halves.Winning > BigInteger.One << 140);
    }

    private static bool Same(BigInteger[][] one, BigInteger[][] other) => one.Zip(other, (a, b) => a.SequenceEqual(b)).All(same => same);
}
