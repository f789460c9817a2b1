using System.Collections.Immutable;
using FsCheck.Fluent;
using static Foedus.Counting.Tests.Power.GameGenerators;

namespace Foedus.Counting.Tests.Power;

/// <summary>A-priori unions against the definition, and what must hold of them.</summary>
public class UnionTests
{
    private static ImmutableArray<PlayerUnion> Unions(int[] unionOf) =>
        [.. unionOf.Distinct().Select(u => new PlayerUnion($"union {u}", [.. unionOf.Select(of => of == u ? 1L : 0L)]))];

    private static UnionPowers Powers(VotingGame game, ImmutableArray<PlayerUnion> unions) => VotingPower.WithUnions(game, unions).Value!;

    [Fact]
    public void Owen_and_Banzhaf_Owen_agree_with_trying_every_coalition_of_unions_and_members() =>
        Holds(
            from g in Gen.Frequency((2, Weighted), (3, Compound(8)))
            from unionOf in Gen.Choose(0, 3).ArrayOf(g.Players.Length)
            select (g.Test, g.Players, unionOf),
            g =>
            {
                var oracle = new EveryCoalition(g.Test, g.Players);
                var powers = Powers(OneByOne(g.Test, g.Players), Unions(g.unionOf));
                var decided = OneByOne(g.Test, g.Players) is { } game && (game.IsAlwaysCarried || game.IsNeverCarried);
                return powers.Members.Length == g.Players.Length && powers.Members.All(m =>
                    decided ? m.Owen.IsZero : (m.Owen, m.BanzhafOwen) == oracle.WithUnions(m.Class, g.unionOf));
            },
            300);

    [Fact]
    public void With_unions_of_one_and_with_one_union_of_all_Owen_is_Shapley_and_Shubik() =>
        Holds(Any, g =>
        {
            var game = OneByOne(g.Test, g.Players);
            var shapley = VotingPower.ShapleyShubik(game).Value!.ByClass;
            var (none, singles, one) = (Powers(game, []), Powers(game, Unions([.. Enumerable.Range(0, g.Players.Length)])), Powers(game, Unions(new int[g.Players.Length])));
            return game.IsAlwaysCarried || game.IsNeverCarried
                ? none.Members.Length == g.Players.Length && none.Members.All(m => m.Union is null && m.Owen.IsZero)
                : (none.Members.All(m => m.Owen == shapley[m.Class]) && singles.Members.All(m => m.Owen == shapley[m.Class]) && one.Members.All(m => m.Owen == shapley[m.Class]));
        }, 200);

    [Fact]
    public void What_the_members_of_a_union_have_together_is_what_it_has_as_one_player() =>
        Holds(
            from g in Weighted
            from unionOf in Gen.Choose(0, 3).ArrayOf(g.Players.Length)
            select (g.Test, g.Players, unionOf),
            g =>
            {
                var game = OneByOne(g.Test, g.Players);
                if (game.IsAlwaysCarried || game.IsNeverCarried) return true;
                var powers = Powers(game, Unions(g.unionOf));
                var blocs = g.unionOf.Distinct().Select(u => new Ratio[] { 1, g.unionOf.Select((of, i) => of == u ? g.Players[i][1] : Ratio.Zero).Aggregate((a, b) => a + b), 0 }).ToArray();
                var shares = VotingPower.ShapleyShubik(OneByOne(g.Test, blocs)).Value!.ByClass;
                return blocs.Select((_, u) => powers.Members.Where(m => m.Union == u).Aggregate(Ratio.Zero, (sum, m) => sum + m.Owen) == shares[u]).All(same => same);
            },
            200);

    [Fact]
    public void A_class_may_be_parted_among_unions_and_players_alone()
    {
        // Five alike, three of them a party: the party decides alone.
        var game = VotingGame.Weighted(3, [(new PlayerClass("members", 5), Ratio.One)]).Game!;
        var powers = Powers(game, [new PlayerUnion("party", [3])]);
        Assert.Equal([new UnionMemberPower(0, 0, Ratio.Parse("1/3"), Ratio.Parse("3/8")), new UnionMemberPower(null, 0, 0, 0)], powers.Members);
    }

    [Fact]
    public void Unions_that_do_not_fit_the_players_are_refused()
    {
        var game = VotingGame.Weighted(3, 2, 2, 1).Game!;
        foreach (var unfit in new PlayerUnion[] { new("twice", [2, 0, 0]), new("short", [1]), new("less", [1, -1, 0]) })
        {
            var answer = VotingPower.WithUnions(game, [unfit]);
            Assert.False(answer.IsKnown);
            Assert.StartsWith("The unions do not fit", answer.Refusal, StringComparison.Ordinal);
        }
    }
}
