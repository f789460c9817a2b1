using System.Collections.Immutable;

namespace Foedus.Counting.Tests.Tallies.Transferable;

/// <summary>Contests that nobody expects: a named result or a named refusal, and an end.</summary>
public class HostileContestTests
{
    private static readonly ImmutableArray<Candidate> Five = [.. "ABCDE".Select(letter => new Candidate(letter.ToString()))];

    public static TheoryData<string> Rules => ["irv", "scottish", "wig", "meek", "warren", "meek-prf", "ers97", "senate"];

    [Theory, MemberData(nameof(Rules))]
    public void Without_a_ballot_all_are_tied(string rule)
    {
        var seats = rule == "irv" ? 1 : 2;
        var open = Assert.IsType<TallyUndetermined>(Papers.Rule(rule).Run(Contest.Create(Five, seats, []), TallyOptions.Default with { MostWays = 3000 }));
        Assert.True(open.Complete);
        Assert.Empty(open.Certain);
        Assert.Equal([0, 1, 2, 3, 4], open.Possible);
        Assert.Equal(seats == 1 ? 5 : 10, open.Ways.Length);
    }

    [Theory, MemberData(nameof(Rules))]
    public void One_candidate_wins_and_seats_beyond_the_candidates_stay_empty(string rule)
    {
        var one = Contest.Create([new Candidate("A")], rule == "irv" ? 1 : 3, [RankedBallot.Strict(5, 0)]);
        var tallied = Assert.IsType<Tallied>(Papers.Rule(rule).Run(one));
        Assert.Equal([0], tallied.Winners);
        Assert.Equal(rule == "irv" ? 0 : 2, tallied.Unfilled);
        Assert.NotEmpty(tallied.Rounds);
    }

    [Theory, MemberData(nameof(Rules))]
    public void Where_everybody_has_withdrawn_nobody_is_elected(string rule)
    {
        var gone = Contest.Create([new Candidate("A", Withdrawn: true)], 1, [RankedBallot.Strict(5, 0)]);
        Assert.Equal((0, 1), (Assert.IsType<Tallied>(Papers.Rule(rule).Run(gone)).Winners.Length, ((Tallied)Papers.Rule(rule).Run(gone)).Unfilled));
    }

    [Theory, MemberData(nameof(Rules))]
    public void Papers_by_the_quintillion_are_counted_exactly(string rule)
    {
        const long large = 1_000_000_000_000_000_000;
        var contest = Contest.Create(
            Five, rule == "irv" ? 1 : 2,
            [RankedBallot.Strict(3 * large, 0, 1, 2), RankedBallot.Strict(large + 1, 1, 0), RankedBallot.Strict(large, 2, 1), RankedBallot.Strict(large - 1, 3), RankedBallot.Strict(large / 2, 4)]);
        var tallied = Assert.IsType<Tallied>(Papers.Rule(rule).Run(contest));
        Assert.Equal(0, tallied.Winners[0]);
        Assert.All(tallied.Rounds, round => Assert.Equal(contest.Total, round.Rows.Single(row => row.Label == TallyLabels.Total).Cells[0]!.Value));
    }

    [Theory, MemberData(nameof(Rules))]
    public void A_hundred_thousand_different_rankings_end(string rule)
    {
        var random = new Random(11);
        var people = Enumerable.Range(0, 12).ToArray();
        var ballots = Enumerable.Range(0, 100_000).Select(_ =>
        {
            random.Shuffle(people);
            return RankedBallot.Strict(1, people.AsSpan(0, 1 + random.Next(people.Length)));
        });
        var contest = Contest.Create([.. Enumerable.Range(0, 12).Select(c => new Candidate("c" + c))], rule == "irv" ? 1 : 5, [.. ballots]);
        Assert.Equal(contest.Seats, Assert.IsType<Tallied>(Papers.Rule(rule).Run(contest, TallyOptions.Default with { Ties = TieBreaking.Lot("x") })).Winners.Length);
    }

    [Theory]
    [InlineData("wig")]
    [InlineData("meek")]
    [InlineData("warren")]
    public void An_exact_count_that_costs_too_much_ends_and_says_what_it_proved(string rule)
    {
        var random = new Random(3);
        var people = Enumerable.Range(0, 30).ToArray();
        var ballots = Enumerable.Range(0, 600).Select(_ =>
        {
            random.Shuffle(people);
            return RankedBallot.Strict(1, people);
        });
        var contest = Contest.Create([.. Enumerable.Range(0, 30).Select(c => new Candidate("c" + c))], 12, [.. ballots]);
        var options = TallyOptions.Default with { Ties = TieBreaking.Lot("x") };
        Assert.Equal(12, Assert.IsType<Tallied>(Papers.Rule(rule).Run(contest, options)).Winners.Length);
        var refused = Assert.IsType<NotTallied>(Papers.Rule(rule).Run(contest, options with { MostWork = 1_000 }));
        Assert.Equal(TallyRefusal.BudgetSpent, refused.Reason);
        Assert.StartsWith("Elected by round ", refused.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Equal_ranks_that_would_make_too_many_orders_are_refused()
    {
        ImmutableArray<Candidate> nine = [.. "ABCDEFGHI".Select(letter => new Candidate(letter.ToString()))];
        var ballots = Enumerable.Range(1, 500).Select(i => new RankedBallot(i, [[.. Enumerable.Range(0, 7)], [7 + (i % 2)]]));
        Assert.Equal(TallyRefusal.TooManyEqualRanks, Assert.IsType<NotTallied>(Papers.Rule("wig").Run(Contest.Create(nine, 2, [.. ballots]))).Reason);
    }

    [Fact]
    public void Exact_Meek_settles_what_is_close_and_proves_what_is_equal()
    {
        // B and C are alike; D is apart by one paper among thousands of billions.
        var contest = Papers.Of(2, "ABCDE", "4000000000000 A>B", "4000000000000 A>C", "2999999999999 D", "500000000000 B", "500000000000 C", "3 E>A");
        var open = Assert.IsType<TallyUndetermined>(Papers.Rule("meek").Run(contest));
        Assert.DoesNotContain(open.Ways, way => way.Rounds.Any(round => round.Events.Any(e => e.Kind == TallyEventKind.HeldEqual)));
        Assert.Equal([0], open.Certain);
        Assert.Equal([1, 2], open.Possible);
    }
}
