using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;

namespace Foedus.Counting.Tests.Tallies.Condorcet;

public class PairsLawTests
{
    private static readonly string[] Elects = ["schulze", "schulze-margins", "ranked-pairs", "ranked-pairs-winning-votes", "minimax", "minimax-margins", "copeland", "kemeny", "condorcet"];
    private static readonly string[] InSmith = ["schulze", "schulze-margins", "ranked-pairs", "ranked-pairs-winning-votes", "copeland", "kemeny"];

    [Fact]
    public void The_matrix_is_what_the_papers_say() =>
        Papers.Hold(Papers.Any(6), contest =>
        {
            var matrix = PairwiseMatrix.Of(contest);
            var naive = Naive.Matrix(contest);
            for (var a = 0; a < matrix.Size; a++)
            {
                for (var b = 0; b < matrix.Size; b++) Assert.Equal(naive[a, b], (long)matrix[a, b]);
            }
        });

    [Fact]
    public void Those_not_ranked_may_be_left_uncompared()
    {
        var matrix = PairwiseMatrix.Of(Papers.Of(1, "ABC", "3 A", "2 B>C"), UnrankedReading.NotCompared);
        Assert.Equal(0, (int)matrix[0, 1]);
        Assert.Equal(2, (int)matrix[1, 2]);
        Assert.Equal(0, (int)matrix[1, 0]);
    }

    [Fact]
    public void The_sets_are_what_their_definitions_say() =>
        Papers.Hold(Papers.Any(6), contest =>
        {
            var relation = new MajorityRelation(PairwiseMatrix.Of(contest));
            var (smith, schwartz) = Naive.Sets(contest);
            Assert.Equal(smith, relation.SmithSet);
            Assert.Equal(schwartz, relation.SchwartzSet);
            Assert.Equal(smith.Count == 1 ? smith.Min : null, relation.CondorcetWinner);
        });

    [Theory]
    [InlineData("schulze", false)]
    [InlineData("schulze-margins", true)]
    public void The_strongest_paths_are_those_of_a_search_through_all_paths(string rule, bool margins) =>
        Papers.Hold(Papers.Any(6), contest =>
        {
            var paths = new StrongestPaths(PairwiseMatrix.Of(contest), margins ? DefeatStrength.Margins : DefeatStrength.WinningVotes);
            var votes = Naive.Matrix(contest);
            for (var a = 0; a < paths.Size; a++)
            {
                for (var b = 0; b < paths.Size; b++)
                {
                    if (a == b) continue;
                    var path = Naive.Path(votes, a, b, margins);
                    Assert.Equal(path.For == 0 ? null : path.For, (long?)paths[a, b]);
                    Assert.Equal(path.CompareTo(Naive.Path(votes, b, a, margins)) > 0, paths.IsAbove(a, b));
                }
            }

            Assert.Equal(Naive.SchulzeWinners(contest, margins).Select(winner => contest.Candidates[winner].Name), Papers.Outcomes(rule, contest));
        });

    [Theory]
    [InlineData("ranked-pairs", true)]
    [InlineData("ranked-pairs-winning-votes", false)]
    public void Ranked_pairs_finds_every_winner_that_some_order_of_equal_pairs_has(string rule, bool margins) =>
        Papers.Hold(Papers.Any(4), contest =>
        {
            var naive = Naive.RankedPairsWinners(contest, margins).Select(winner => contest.Candidates[winner].Name);
            Assert.Equal(naive, Papers.Outcomes(rule, contest));
        });

    [Theory]
    [InlineData("ranked-pairs", true)]
    [InlineData("ranked-pairs-winning-votes", false)]
    public void Ranked_pairs_of_six_finds_every_winner_that_some_graph_has(string rule, bool margins)
    {
        var open = 0;
        Papers.Hold(Papers.Any(6, strict: true), contest =>
        {
            var naive = Naive.RankedPairsWinnersByGraph(Naive.Matrix(contest), margins);
            var result = Papers.Rule(rule).Run(contest);
            if (result is TallyUndetermined undetermined)
            {
                open++;
                Assert.True(undetermined.Complete);
            }

            Assert.Equal(naive, (result as TallyUndetermined)?.Possible ?? Assert.IsType<Tallied>(result).Winners);
        });
        Assert.True(open > 5, $"only {open} contests were open");
    }

    [Fact]
    public void Ranked_pairs_of_few_strengths_finds_every_winner_that_some_graph_has()
    {
        // Nearly everybody beats nearly everybody else, by one, two or three: rings of equal strength are common.
        var gen =
            from size in Gen.Choose(3, 6)
            from margins in Gen.Choose(-3, 3).ArrayOf(size * size)
            select (Size: size, Margins: margins);
        var open = 0;
        Prop.ForAll(gen.ToArbitrary(), any =>
        {
            var votes = new long[any.Size, any.Size];
            for (var a = 0; a < any.Size; a++)
            {
                for (var b = 0; b < a; b++)
                {
                    var margin = any.Margins[(a * any.Size) + b];
                    (votes[a, b], votes[b, a]) = (Math.Max(0, margin), Math.Max(0, -margin));
                }
            }

            var rows = Enumerable.Range(0, any.Size).Select(a => (IReadOnlyList<long>)[.. Enumerable.Range(0, any.Size).Select(b => votes[a, b])]);
            var winners = RankedPairsWinners.Of(PairwiseMatrix.Of([.. rows]), DefeatStrength.Margins);
            var found = winners.Found();
            Assert.Equal(Naive.RankedPairsWinnersByGraph(votes, margins: true), found);
            Assert.Equal(winners.Possible, found);
            if (found.Length > 1) open++;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(600).WithQuietOnSuccess(true));
        Assert.True(open > 60, $"only {open} were open");
    }

    [Theory]
    [InlineData(DefeatStrength.Margins)]
    [InlineData(DefeatStrength.WinningVotes)]
    public void Every_winner_comes_with_an_order_in_which_nobody_is_locked_above_him(DefeatStrength strength) =>
        Papers.Hold(Papers.Any(8, strict: true), contest =>
        {
            var matrix = PairwiseMatrix.Of(contest);
            var winners = RankedPairsWinners.Of(matrix, strength);
            foreach (var winner in winners.Found())
            {
                var locked = winners.OrderFor(winner);
                Assert.All(Enumerable.Range(0, matrix.Size), other => Assert.False(locked.IsAbove(other, winner)));
            }

            Assert.Equal(winners.Possible, winners.Found());
        });

    [Fact]
    public void What_is_locked_in_every_order_is_locked_in_any() =>
        Papers.Hold(Papers.Any(6), contest =>
        {
            var matrix = PairwiseMatrix.Of(contest);
            var every = LockedPairs.InEveryOrder(matrix, DefeatStrength.Margins);
            var turn = 0;
            var one = LockedPairs.InOrder(matrix, DefeatStrength.Margins, matrix.Size, tied => tied[turn++ % tied.Length], tied => tied[turn++ % tied.Length]);
            var locked = one.Pairs.ToDictionary(pair => (pair.Winner, pair.Loser), pair => pair.Locked);
            Assert.All(every.Pairs, pair => Assert.True(pair.Locked is null || pair.Locked == locked[(pair.Winner, pair.Loser)]));
            Assert.Equal(every.DependsOnOrder, every.Pairs.Any(pair => pair.Locked is null));
        }, 1000);

    [Fact]
    public void Subsets_find_the_best_orders_that_all_permutations_find() =>
        Papers.Hold(Papers.Any(6), contest =>
        {
            var naive = Naive.Kemeny(contest);
            var orders = KemenyOrders.Of(PairwiseMatrix.Of(contest), contest.Candidates.Length)!;
            Assert.Equal(naive.Against, orders.Against);
            Assert.Equal(naive.Count, orders.Count);
            Assert.Equal(naive.First, orders.Next([]));
            Assert.Equal(naive.First.Select(winner => contest.Candidates[winner].Name), Papers.Outcomes("kemeny", contest));
        });

    [Fact]
    public void Minimax_is_what_its_definition_says() =>
        Papers.Hold(Papers.Any(5), contest =>
        {
            var votes = Naive.Matrix(contest);
            Check("minimax", (a, b) => Naive.Beats(votes, b, a) > 0 ? votes[b, a] : 0);
            Check("minimax-margins", (a, b) => votes[b, a] - votes[a, b]);
            Check("minimax-opposition", (a, b) => votes[b, a]);

            void Check(string rule, Func<int, int, long> against)
            {
                var all = Enumerable.Range(0, contest.Candidates.Length).ToList();
                var worst = all.Select(a => all.Where(b => b != a).Select(b => against(a, b)).DefaultIfEmpty(0).Max()).ToList();
                Assert.Equal(all.Where(a => worst[a] == worst.Min()).Select(a => contest.Candidates[a].Name), Papers.Outcomes(rule, contest));
            }
        });

    [Fact]
    public void Whoever_beats_everybody_is_elected_and_nobody_else() =>
        Papers.Hold(Papers.Any(6), contest =>
        {
            if (new MajorityRelation(PairwiseMatrix.Of(contest)).CondorcetWinner is not { } winner) return;
            foreach (var rule in Elects) Assert.Equal([contest.Candidates[winner].Name], Papers.Outcomes(rule, contest));
        });

    [Fact]
    public void Winners_are_of_the_Smith_set_where_the_rule_promises_it() =>
        Papers.Hold(Papers.Any(6), contest =>
        {
            var smith = Papers.Names(contest, new MajorityRelation(PairwiseMatrix.Of(contest)).SmithSet);
            foreach (var rule in InSmith) Assert.All(Papers.Outcomes(rule, contest), winner => Assert.Contains(winner, smith));
        });

    [Fact]
    public void The_order_of_the_papers_and_how_they_are_bundled_do_not_matter() =>
        Papers.Hold(Papers.Any(5), contest =>
        {
            var other = Contest.Create(contest.Candidates, 1, [.. contest.Ballots.Reverse().SelectMany(ballot => Enumerable.Repeat(ballot with { Count = 1 }, (int)ballot.Count))]);
            foreach (var rule in CondorcetRules.All) Assert.Equal(Papers.Outcomes(rule.Name, contest), Papers.Outcomes(rule.Name, other));
        }, 150);

    [Fact]
    public void The_names_of_the_candidates_do_not_matter() =>
        Papers.Hold(Papers.Any(5), contest =>
        {
            // Everybody takes the next place in the list and keeps his name.
            var size = contest.Candidates.Length;
            var moved = Contest.Create(
                [.. Enumerable.Range(0, size).Select(place => contest.Candidates[(place + 1) % size])],
                1,
                [.. contest.Ballots.Select(ballot => ballot with { Ranks = [.. ballot.Ranks.Select(group => group.Select(c => (c + size - 1) % size).ToImmutableArray())] })]);
            foreach (var rule in CondorcetRules.All) Assert.Equal(Papers.Outcomes(rule.Name, contest), Papers.Outcomes(rule.Name, moved));
        }, 150);

    [Theory]
    [InlineData("schulze")]
    [InlineData("schulze-margins")]
    [InlineData("ranked-pairs")]
    [InlineData("minimax")]
    [InlineData("copeland")]
    [InlineData("kemeny")]
    public void To_raise_a_possible_winner_does_not_harm_it(string rule) =>
        Papers.Hold(Papers.Any(5, strict: true), contest =>
        {
            var winner = Papers.Outcomes(rule, contest)[0];
            var place = contest.Candidates.Select(candidate => candidate.Name).ToList().IndexOf(winner);

            // The winner goes up by one on the first paper on which that is possible.
            var ballots = contest.Ballots.ToArray();
            for (var b = 0; b < ballots.Length; b++)
            {
                var at = ballots[b].Ranks.Select(group => group[0]).ToList().IndexOf(place);
                if (at == 0) continue;
                var ranks = ballots[b].Ranks.ToArray();
                (ranks[at], ranks[at - 1]) = (ranks[at - 1], ranks[at]);
                ballots[b] = ballots[b] with { Ranks = [.. ranks] };
                break;
            }

            Assert.Contains(winner, Papers.Outcomes(rule, Contest.Create(contest.Candidates, 1, [.. ballots])));
        });

    [Fact]
    public void A_given_order_settles_every_tie() =>
        Papers.Hold(Papers.Any(5, seats: 3), contest =>
        {
            var options = new TallyOptions(TieBreaking.Order([.. Enumerable.Range(0, contest.Candidates.Length)]), []);
            foreach (var rule in CondorcetRules.All)
            {
                if (rule.Name == "condorcet" && contest.Seats > 1) continue;
                var tallied = Assert.IsType<Tallied>(rule.Run(contest, options));
                Assert.True(rule.Name == "condorcet" || tallied.Winners.Distinct().Count() == Math.Min(contest.Seats, contest.Candidates.Length));
                Assert.Equal(contest.Seats, tallied.Winners.Length + tallied.Unfilled);
            }
        });
}
