namespace Foedus.Counting.Tests.Tallies.Plurality;

public class OneWeightTests
{
    private static Contest Tennessee(int seats = 1) => Papers.Of(seats, "MNCK", "42 M>N>C>K", "26 N>C>K>M", "15 C>K>N>M", "17 K>C>N>M");

    [Theory]
    [InlineData("plurality", "MN")]
    [InlineData("bloc", "NC")]
    [InlineData("limited", "MN")]
    public void Two_places_by_each_rule(string rule, string winners) => Assert.Equal(winners, Papers.Winners(rule, Tennessee(2)));

    [Fact]
    public void Two_rounds_of_Tennessee()
    {
        // Memphis 42 and Nashville 26 go on; Nashville has 58.
        var tallied = Assert.IsType<Tallied>(Papers.Rule("two-rounds").Run(Tennessee()));
        Assert.Equal([1], tallied.Winners);
        Assert.Equal([0, 1], tallied.Rounds[0].Events.Single(one => one.Kind == TallyEventKind.Noted).Candidates);
        Assert.Equal((Ratio)58, tallied.Rounds[1].Rows.Single(row => row.Candidate == 1).Cells[0]);
    }

    [Fact]
    public void The_majority_rule_elects_nobody_short_of_half_and_says_who_goes_on()
    {
        var tallied = Assert.IsType<Tallied>(Papers.Rule("majority").Run(Tennessee()));
        Assert.Empty(tallied.Winners);
        Assert.Equal(1, tallied.Unfilled);
        Assert.Equal([0, 1], tallied.Rounds[0].Events.Single(one => one.Kind == TallyEventKind.Noted).Candidates);
        Assert.Equal("A", Papers.Winners("majority", Papers.Of(1, "AB", "3 A", "2 B")));
    }

    [Fact]
    public void Exactly_half_is_no_majority()
    {
        var tallied = Assert.IsType<Tallied>(Papers.Rule("majority").Run(Papers.Of(1, "ABC", "5 A", "3 B", "2 C")));
        Assert.Empty(tallied.Winners);
    }

    [Fact]
    public void A_tie_for_the_second_round_is_named()
    {
        var contest = Papers.Of(1, "ABC", "4 A>B>C", "3 B>C", "3 C>B");
        var open = Assert.IsType<TallyUndetermined>(Papers.Rule("two-rounds").Run(contest));
        Assert.Equal([1, 2], open.Ways[0].Ties[0].Tied);
        Assert.Equal(["B", "C"], Papers.Outcomes("two-rounds", contest));
    }

    [Fact]
    public void Papers_without_a_preference_between_the_two_are_reported()
    {
        var contest = Papers.Of(1, "ABC", "4 A", "3 B", "2 C");
        var tallied = Assert.IsType<Tallied>(Papers.Rule("two-rounds").Run(contest));
        Assert.Equal("A", Papers.Names(contest, tallied.Winners));
        Assert.Equal((Ratio)2, tallied.Rounds[1].Rows.Single(row => row.Label == "papers without a preference between the two").Cells[0]);
    }

    [Fact]
    public void A_withdrawn_candidate_is_passed_over_and_papers_for_nobody_else_are_reported()
    {
        var contest = Contest.Create(
            [new("A"), new("B", Withdrawn: true), new("C")], 1, [RankedBallot.Strict(3, 1, 2), RankedBallot.Strict(2, 0), RankedBallot.Strict(4, 1)]);
        var tallied = Assert.IsType<Tallied>(Papers.Rule("plurality").Run(contest));
        Assert.Equal([2], tallied.Winners);
        Assert.Equal(CandidateStanding.Withdrawn, tallied.Rounds[0].Rows[1].Standing);
        Assert.Null(tallied.Rounds[0].Rows[1].Cells[0]);
        Assert.Equal((Ratio)4, tallied.Rounds[0].Rows.Single(row => row.Label == "papers that name nobody who stands").Cells[0]);
    }

    [Fact]
    public void Equal_first_choices_are_refused_where_a_paper_has_one_vote()
    {
        var contest = Papers.Of(1, "ABC", "3 A", "2 B=C");
        var refusal = Assert.IsType<NotTallied>(Papers.Rule("plurality").Run(contest));
        Assert.Equal((TallyRefusal.EqualRanks, 1), (refusal.Reason, refusal.Ballot!.Value));
        Assert.Equal(["A"], Papers.Outcomes("approval", Papers.Of(1, "ABC", "3 A", "2 B=C")));
        Assert.Equal(["BC"], Papers.Outcomes("bloc", Papers.Of(2, "ABC", "3 B=C", "2 A")));
    }

    [Fact]
    public void Approval_counts_every_name_and_the_first_rank_alone_where_asked()
    {
        var contest = Papers.Of(1, "ABC", "3 A>B", "2 B>C", "1 C=B>A");
        Assert.Equal("B", Papers.Winners("approval", contest));
        Assert.Equal(["A", "B"], Papers.Outcomes("approval-first-rank", contest));
    }

    [Fact]
    public void A_limited_vote_reads_so_many_choices()
    {
        var contest = Papers.Of(3, "ABCDE", "60 A>B>C", "40 D>E>A");
        Assert.Equal(["ABD", "ABE"], Papers.Outcomes("limited", contest));
        Assert.Equal("limited-2", PluralityRules.Limited(2).Name);
        Assert.Equal([0, 1, 2], Assert.IsType<Tallied>(PluralityRules.Limited(3).Run(contest)).Winners);
    }

    [Fact]
    public void A_tie_for_the_last_place_names_everybody_and_all_outcomes()
    {
        var contest = Papers.Of(2, "ABCD", "5 A", "2 B", "2 C", "2 D");
        Assert.Equal(["AB", "AC", "AD"], Papers.Outcomes("plurality", contest));
        var open = Assert.IsType<TallyUndetermined>(Papers.Rule("plurality").Run(contest));
        Assert.Equal([0], open.Certain);
        Assert.Equal([1, 2, 3], open.Possible);
    }

    [Fact]
    public void Votes_are_those_of_a_count_by_hand() =>
        Papers.Hold(Papers.Any(5, seats: 4, strict: true), contest =>
        {
            foreach (var (rule, most) in new[] { ("plurality", 1), ("bloc", contest.Seats), ("limited", Math.Max(1, contest.Seats - 1)), ("approval", 99) })
            {
                var tallied = Assert.IsType<Tallied>(Papers.Rule(rule).Run(contest, new TallyOptions(TieBreaking.Order([0, 1, 2, 3, 4]), [])));
                for (var candidate = 0; candidate < contest.Candidates.Length; candidate++)
                {
                    var votes = contest.Ballots.Where(ballot => ballot.Ranks.Take(most).Any(group => group[0] == candidate)).Sum(ballot => ballot.Count);
                    Assert.Equal((Ratio)votes, tallied.Rounds[0].Rows[candidate].Cells[0]);
                }
            }
        });
}
