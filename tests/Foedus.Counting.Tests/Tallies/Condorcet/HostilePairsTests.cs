using System.Collections.Immutable;

namespace Foedus.Counting.Tests.Tallies.Condorcet;

public class HostilePairsTests
{
    [Fact]
    public void Without_ballots_every_rule_of_one_vote_or_of_pairs_refuses_by_name()
    {
        var contest = Contest.Create([new("A"), new("B")], 1, []);
        foreach (var rule in CondorcetRules.All.Concat(PluralityRules.All).Concat(BordaRules.All))
        {
            var refusal = Assert.IsType<NotTallied>(rule.Run(contest));
            Assert.Equal(TallyRefusal.NoBallots, refusal.Reason);
        }
    }

    [Fact]
    public void A_single_candidate_is_elected_and_seats_that_nobody_can_take_are_told()
    {
        var contest = Contest.Create([new("A"), new("B", Withdrawn: true)], 3, [RankedBallot.Strict(2, 1, 0)]);
        foreach (var rule in CondorcetRules.All.Concat(PluralityRules.All).Concat(BordaRules.All))
        {
            var result = rule.Run(rule.Name is "condorcet" or "majority" or "two-rounds" ? contest.WithSeats(1) : contest);
            var tallied = Assert.IsType<Tallied>(result);
            Assert.Equal([0], tallied.Winners);
            Assert.Equal(rule.Name is "condorcet" or "majority" or "two-rounds" ? 0 : 2, tallied.Unfilled);
        }
    }

    [Fact]
    public void Nobody_stands_and_nobody_is_elected()
    {
        var contest = Contest.Create([new("A", Withdrawn: true)], 1, [RankedBallot.Strict(2, 0)]);
        foreach (var rule in CondorcetRules.All.Concat(PluralityRules.All).Concat(BordaRules.All))
        {
            var tallied = Assert.IsType<Tallied>(rule.Run(contest));
            Assert.Empty(tallied.Winners);
            Assert.Equal(1, tallied.Unfilled);
        }
    }

    [Fact]
    public void All_equal_ties_everybody()
    {
        var contest = Contest.Create(
            [.. Enumerable.Range(0, 30).Select(i => new Candidate($"C{i}"))], 1, [new RankedBallot(1, [[.. Enumerable.Range(0, 30)]])]);
        foreach (var name in new[] { "schulze", "ranked-pairs", "minimax", "copeland", "borda", "approval" })
        {
            var open = Assert.IsType<TallyUndetermined>(Papers.Rule(name).Run(contest));
            Assert.Equal(30, open.Possible.Length);
            Assert.True(open.Complete);
        }

        // More than twenty who beat everybody else are too many for Kemeny, and it says who they are.
        var refusal = Assert.IsType<NotTallied>(Papers.Rule("kemeny").Run(contest));
        Assert.Equal(TallyRefusal.TooManyCandidates, refusal.Reason);
        Assert.Contains("C29", refusal.Detail);
    }

    [Fact]
    public void Ranked_pairs_names_those_it_found_and_says_that_there_may_be_more()
    {
        // Twenty papers of a hundred candidates: hundreds of pairs are equally strong, and the search ends with its budget.
        var contest = Random(100, 20, 20_261_127);
        var matrix = PairwiseMatrix.Of(contest);
        var winners = RankedPairsWinners.Of(matrix, DefeatStrength.Margins);
        var found = winners.Found();
        Assert.True(found.Length >= 2 && found.Length < winners.Possible.Length, $"{found.Length} of {winners.Possible.Length}");
        Assert.All(found, winner => Assert.Contains(winner, winners.Possible));
        var open = Assert.IsType<TallyUndetermined>(Papers.Rule("ranked-pairs").Run(contest));
        Assert.False(open.Complete);
        Assert.Equal(found, open.Possible);
    }

    [Fact]
    public void Ranked_pairs_of_a_hundred_candidates_proves_that_nobody_else_can_win()
    {
        // A thousand papers: in some orders of equally strong pairs others look as if they might win.
        foreach (var (seed, winner) in new[] { (20_261_122, 35), (20_261_126, 89), (20_261_127, 89) })
            Assert.Equal([winner], Assert.IsType<Tallied>(Papers.Rule("ranked-pairs").Run(Random(100, 1000, seed))).Winners);
    }

    [Fact]
    public void Kemeny_orders_a_hundred_where_the_first_is_clear()
    {
        var order = Enumerable.Range(0, 100).ToArray();
        var contest = Contest.Create([.. order.Select(i => new Candidate($"C{i}"))], 100, [RankedBallot.Strict(3, order)]);
        Assert.Equal(order, Assert.IsType<Tallied>(Papers.Rule("kemeny").Run(contest)).Winners);
    }

    [Fact]
    public void Kemeny_solves_a_ring_of_twenty()
    {
        // Each rotation once: everybody beats the half that follows him.
        var ballots = Enumerable.Range(0, 20).Select(start => RankedBallot.Strict(1, [.. Enumerable.Range(0, 20).Select(i => (start + i) % 20)]));
        var contest = Contest.Create([.. Enumerable.Range(0, 20).Select(i => new Candidate($"C{i}"))], 1, [.. ballots]);
        Assert.Equal(20, Assert.IsType<TallyUndetermined>(Papers.Rule("kemeny").Run(contest)).Possible.Length);
    }

    [Fact]
    public void Counts_beyond_64_bits_are_exact()
    {
        var large = long.MaxValue;
        var contest = Papers.Of(1, "ABC", $"{large} A>B>C", $"{large} A>B>C", $"{large} B>A>C", $"{large} B>A>C", "1 B>C>A");
        foreach (var rule in CondorcetRules.All.Concat(BordaRules.All).Concat(PluralityRules.All).Where(rule => rule.Name != "approval")) Assert.Contains("B", Papers.Outcomes(rule.Name, contest)[^1]);
        Assert.Equal((Int128)large + large + 1, PairwiseMatrix.Of(contest)[1, 0]);
    }

    [Fact]
    public void A_million_different_papers_are_counted()
    {
        // The first million orders of ten candidates, as a dictionary has them.
        var ahead = 0;
        var order = Enumerable.Range(0, 10).ToArray();
        var ballots = ImmutableArray.CreateBuilder<RankedBallot>(1_000_000);
        for (var i = 0; i < 1_000_000; i++)
        {
            ballots.Add(RankedBallot.Strict(1, order));
            if (Array.IndexOf(order, 2) < Array.IndexOf(order, 7)) ahead++;
            Next(order);
        }

        var contest = Contest.Create([.. order.Order().Select(i => new Candidate($"C{i}"))], 1, ballots.MoveToImmutable());
        Assert.Equal(1_000_000, contest.Ballots.Length);
        var matrix = PairwiseMatrix.Of(contest);
        for (var a = 0; a < 10; a++)
        {
            for (var b = 0; b < a; b++) Assert.Equal(1_000_000, (int)(matrix[a, b] + matrix[b, a]));
        }

        Assert.Equal(ahead, (int)matrix[2, 7]);
        Assert.Equal([0], Assert.IsType<Tallied>(Papers.Rule("schulze").Run(contest)).Winners);
        Assert.Equal([0], Assert.IsType<Tallied>(Papers.Rule("ranked-pairs").Run(contest)).Winners);
        Assert.Equal(1_000_000 * 45, BordaRules.Points(contest, BordaPoints.Shared).Aggregate(Ratio.Zero, (sum, points) => sum + points));

        static void Next(int[] order)
        {
            var at = order.Length - 2;
            while (at >= 0 && order[at] > order[at + 1]) at--;
            var other = order.Length - 1;
            while (order[other] < order[at]) other--;
            (order[at], order[other]) = (order[other], order[at]);
            Array.Reverse(order, at + 1, order.Length - at - 1);
        }
    }

    [Fact]
    public void More_candidates_than_can_be_compared_are_refused()
    {
        var contest = Contest.Create(
            [.. Enumerable.Range(0, PairwiseMatrix.MostCandidates + 1).Select(i => new Candidate($"C{i}"))], 1, [RankedBallot.Strict(1, 0)]);
        Assert.Equal(TallyRefusal.TooManyCandidates, Assert.IsType<NotTallied>(Papers.Rule("schulze").Run(contest)).Reason);
        Assert.Equal([0], Assert.IsType<Tallied>(Papers.Rule("plurality").Run(contest)).Winners);
    }

    private static Contest Random(int candidates, int ballots, int seed)
    {
        var random = new Random(seed);
        var order = Enumerable.Range(0, candidates).ToArray();
        return Contest.Create(
            [.. order.Select(i => new Candidate($"C{i}"))],
            1,
            [
                .. Enumerable.Range(0, ballots).Select(_ =>
                {
                    random.Shuffle(order);
                    return RankedBallot.Strict(1, order);
                }),
            ]);
    }
}
