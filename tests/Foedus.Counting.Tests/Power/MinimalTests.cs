using System.Numerics;
using FsCheck.Fluent;
using static Foedus.Counting.Tests.Power.GameGenerators;

namespace Foedus.Counting.Tests.Power;

/// <summary>Minimal coalitions and the indices made of them, and Johnston's, against every coalition.</summary>
public class MinimalTests
{
    [Fact]
    public void Minimal_winning_coalitions_agree_with_trying_every_coalition() =>
        Holds(Any, g => Agrees(VotingPower.MinimalWinning(OneByOne(g.Test, g.Players)).Value!, new EveryCoalition(g.Test, g.Players).MinimalWinning.ToList(), g.Players.Length), 500);

    [Fact]
    public void Minimal_blocking_coalitions_agree_with_trying_every_coalition() =>
        Holds(Any, g => Agrees(VotingPower.MinimalBlocking(OneByOne(g.Test, g.Players)).Value!, new EveryCoalition(g.Test, g.Players).MinimalBlocking.ToList(), g.Players.Length), 500);

    [Fact]
    public void Deegan_and_Packel_agree_with_trying_every_coalition() =>
        Holds(Any, g =>
        {
            var oracle = new EveryCoalition(g.Test, g.Players);
            var minimal = VotingPower.MinimalWinning(OneByOne(g.Test, g.Players)).Value!;
            return Enumerable.Range(0, oracle.Players).All(i => (minimal.DeeganPackel(i) ?? Ratio.Zero) == oracle.DeeganPackel(i));
        }, 300);

    [Fact]
    public void Johnston_agrees_with_trying_every_coalition() =>
        Holds(Any, g =>
        {
            var oracle = new EveryCoalition(g.Test, g.Players);
            var shares = VotingPower.Johnston(OneByOne(g.Test, g.Players)).Value!;
            return Enumerable.Range(0, oracle.Players).All(i => shares.ByClass[i] == oracle.Johnston(i));
        }, 400);

    [Fact]
    public void Many_weights_counted_by_tables_halves_and_vectors_agree()
    {
        // The same game four times: small weights, in tables of sums; large ones, in halves; and a second sum that decides nothing, by vectors.
        Holds(
            from weights in Gen.Choose(1, 30).ArrayOf(16)
            from share in Gen.Elements<Ratio>(Ratio.Half, Ratio.Parse("2/3"), Ratio.Parse("85%"))
            select (weights, share),
            g =>
            {
                var large = BigInteger.Pow(10, 12);
                var quota = ((Ratio)g.weights.Sum() * g.share).Ceiling();
                var small = VotingGame.Weighted(quota, [.. g.weights.Select(w => (Ratio)w)]).Game!;
                var huge = VotingGame.Weighted(quota * large, [.. g.weights.Select((w, i) => (Ratio)((w * large) + i))]).Game!;
                var by = new Measure(1);
                Measure turned = new(2);
                var profile = new Profile([.. g.weights.Select((w, i) => new VoterClass("p", 1, [1, (Ratio)w, (Ratio)i]))]);
                var two = VotingGame.Of(
                    Threshold.All(Thresholds.AtLeast((RatioRange)(Ratio)quota, by), Threshold.Either(Thresholds.AtLeast(1, turned), Thresholds.AtLeast((RatioRange)(Ratio)quota, by))), profile).Game!;
                return new[] { huge, two }.All(other =>
                    VotingPower.MinimalWinning(small).Value!.ByClass.SequenceEqual(VotingPower.MinimalWinning(other).Value!.ByClass)
                    && VotingPower.MinimalWinning(small).Value!.BySize.SequenceEqual(VotingPower.MinimalWinning(other).Value!.BySize)
                    && VotingPower.MinimalBlocking(small).Value!.BySize.SequenceEqual(VotingPower.MinimalBlocking(other).Value!.BySize)
                    && VotingPower.Johnston(small).Value!.ByClass.SequenceEqual(VotingPower.Johnston(other).Value!.ByClass)
                    && VotingPower.ShapleyShubik(small).Value!.ByClass.SequenceEqual(VotingPower.ShapleyShubik(other).Value!.ByClass));
            },
            12);
    }

    private static bool Agrees(MinimalCoalitions found, List<int> coalitions, int players) =>
        found.Count == coalitions.Count
        && found.Smallest == (coalitions.Count == 0 ? null : coalitions.Min(mask => BitOperations.PopCount((uint)mask)))
        && Enumerable.Range(0, players).All(i => found.ByClass[i] == coalitions.Count(mask => EveryCoalition.Has(mask, i)))
        && Enumerable.Range(0, found.BySize.Length).All(size => found.BySize[size] == coalitions.Count(mask => BitOperations.PopCount((uint)mask) == size));
}
