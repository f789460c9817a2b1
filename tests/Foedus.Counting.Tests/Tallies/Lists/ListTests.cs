using System.Collections.Immutable;

namespace Foedus.Counting.Tests.Tallies.Lists;

public class ListTests
{
    private static readonly ListRule Closed = new(ApportionmentMethod.Jefferson, new ListSeating.Closed());
    private static readonly ListRule Open = Closed with { Seating = new ListSeating.Open() };

    private static PartyList List(string name, long votes, params string[] people) => new(name, votes, [.. people.Select(Person)]);

    // "Ada 12w": preference votes, and w for the group of women.
    private static ListCandidate Person(string text)
    {
        var parts = text.Split(' ');
        var votes = parts.Length < 2 ? "0" : parts[1].TrimEnd('w');
        return new ListCandidate(parts[0], Ratio.Parse(votes.Length == 0 ? "0" : votes), parts.Length > 1 && parts[1].EndsWith('w') ? "women" : null);
    }

    private static string[] Elected(ListRule rule, ListContest contest, TallyOptions? options = null) =>
        [.. Assert.IsType<Tallied>(rule.Run(contest, options)).Winners.Select(winner => contest.Frame.Candidates[winner].Name)];

    [Fact]
    public void Eight_seats_by_D_Hondt_as_every_textbook_has_them()
    {
        var contest = ListContest.Create(
            8,
            List("A", 100_000, "a1", "a2", "a3", "a4", "a5"),
            List("B", 80_000, "b1", "b2", "b3", "b4"),
            List("C", 30_000, "c1", "c2"),
            List("D", 20_000, "d1"));
        Assert.Equal(["a1", "a2", "a3", "a4", "b1", "b2", "b3", "c1"], Elected(Closed, contest));
        Assert.Equal(["a1", "a2", "a3", "b1", "b2", "b3", "c1", "d1"], Elected(Closed with { Division = ApportionmentMethod.Webster }, contest));

        // Without D, which has 8.7%, its seat goes to A.
        var tenth = Closed with { Division = ApportionmentMethod.Webster, Threshold = new(Ratio.Parse("10%")) };
        Assert.Equal(["a1", "a2", "a3", "a4", "b1", "b2", "b3", "c1"], Elected(tenth, contest));
    }

    [Fact]
    public void Open_lists_seat_those_with_the_most_preference_votes()
    {
        var contest = ListContest.Create(3, List("A", 60, "a1 5", "a2 30", "a3 25"), List("B", 40, "b1 10", "b2 30"));
        Assert.Equal(["a2", "a3", "b2"], Elected(Open, contest));
        Assert.Equal(["a1", "a2", "b1"], Elected(Closed, contest));
    }

    [Fact]
    public void A_share_of_the_quota_moves_up_and_the_list_follows()
    {
        // 99 votes for 4 seats: the quota is 24 3/4 and a quarter of it 6 3/16.
        var contest = ListContest.Create(
            4, List("A", 79, "a1 60", "a2 2", "a3 7", "a4 6", "a5 5"), List("B", 20, "b1 1", "b2 19"));
        var quarter = new ShareThreshold(Ratio.Of(1, 4), MustExceed: true);
        Assert.Equal(["a1", "a3", "a2", "b2"], Elected(Closed with { Seating = new ListSeating.Jump(quarter, JumpBase.Quota) }, contest));

        // 5% of the votes of the list: 3.95 of 79.
        Assert.Equal(["a1", "a3", "a4", "b2"], Elected(Closed with { Seating = new ListSeating.Jump(new(Ratio.Of(1, 20)), JumpBase.ListVotes) }, contest));

        // The quota of the list: 79 for 3 seats; a1 alone has it.
        Assert.Equal(["a1", "a2", "a3", "b1"], Elected(Closed with { Seating = new ListSeating.Jump(new(1), JumpBase.ListQuota) }, contest));
    }

    [Fact]
    public void Exactly_the_share_is_not_more_than_the_share()
    {
        var contest = ListContest.Create(1, List("A", 40, "a1 0", "a2 10", "a3 0"));
        Assert.Equal(["a1"], Elected(Closed with { Seating = new ListSeating.Jump(new(Ratio.Of(1, 4), true), JumpBase.ListVotes) }, contest));
        Assert.Equal(["a2"], Elected(Closed with { Seating = new ListSeating.Jump(new(Ratio.Of(1, 4)), JumpBase.ListVotes) }, contest));
    }

    [Fact]
    public void A_tie_between_lists_names_those_who_would_take_the_seat()
    {
        var contest = ListContest.Create(3, List("A", 20, "a1", "a2"), List("B", 20, "b1", "b2"));
        var open = Assert.IsType<TallyUndetermined>(Closed.Run(contest));
        Assert.Equal([0, 2], open.Certain);
        Assert.Equal([1, 3], open.Possible);
        Assert.Equal(["a1", "b1", "b2"], Elected(Closed, contest, new TallyOptions(TieBreaking.Order(3), [])));
    }

    [Fact]
    public void A_tie_inside_a_list_matters_only_where_its_seats_end()
    {
        var contest = ListContest.Create(2, List("A", 20, "a1 5", "a2 5", "a3 9"));
        Assert.Equal([0, 1], Assert.IsType<TallyUndetermined>(Open.Run(contest)).Possible);
        var three = ListContest.Create(3, List("A", 20, "a1 5", "a2 5", "a3 9"));
        Assert.Empty(Assert.IsType<Tallied>(Open.Run(three)).Ties);
    }

    [Fact]
    public void A_list_takes_no_more_seats_than_it_has_candidates()
    {
        var contest = ListContest.Create(4, List("A", 90, "a1"), List("B", 10, "b1", "b2"));
        Assert.Equal(["a1", "b1", "b2"], Elected(Closed, contest));
        Assert.Equal(1, Assert.IsType<Tallied>(Closed.Run(contest)).Unfilled);
    }

    [Fact]
    public void Reserved_seats_go_to_the_next_of_the_group_on_the_list_of_the_lowest_number()
    {
        // Numbers: A 61, 30.5, 20.33; B 40, 20. The lowest man is b2 with 20.
        var contest = ListContest.Create(5, List("A", 61, "a1", "a2", "a3", "a4 w"), List("B", 40, "b1", "b2", "b3 w"));
        Assert.Equal(["a1", "a2", "a3", "b1", "b2"], Elected(Closed, contest));
        Assert.Equal(["a1", "a2", "a3", "b1", "b3"], Elected(Closed, contest, Keep(1)));
        Assert.Equal(["a1", "a2", "a4", "b1", "b3"], Elected(Closed, contest, Keep(2)));
        Assert.IsType<NotTallied>(Closed.Run(contest, Keep(3)));
    }

    [Fact]
    public void Where_a_list_has_nobody_of_the_group_its_seat_goes_to_the_next_highest_number()
    {
        // B has no woman: the seat of b2 goes to A with 61/4 or to C with 9/1, whichever is higher.
        var contest = ListContest.Create(5, List("A", 61, "a1", "a2", "a3", "a4 w"), List("B", 40, "b1", "b2", "b3"), List("C", 9, "c1 w"));
        var tallied = Assert.IsType<Tallied>(Closed.Run(contest, Keep(1)));
        Assert.Equal("a1 a2 a3 a4 b1", string.Join(' ', tallied.Winners.Select(winner => contest.Frame.Candidates[winner].Name)));
        Assert.Equal(Ratio.Of(61, 4), tallied.Rounds[2].Rows[1].Cells[0]);

        // Then the lowest man is a3, and C alone has a woman left.
        Assert.Equal(["a1", "a2", "a4", "b1", "c1"], Elected(Closed, contest, Keep(2)));
    }

    [Fact]
    public void Equal_lowest_numbers_are_a_tie_between_those_who_would_leave()
    {
        var contest = ListContest.Create(5, List("A", 60, "a1", "a2", "a3", "a4 w"), List("B", 40, "b1", "b2", "b3 w"));
        var open = Assert.IsType<TallyUndetermined>(Closed.Run(contest, Keep(1)));
        Assert.Equal(2, open.Ways.Length);
        Assert.Equal(TiePurpose.Exclude, open.Ways[0].Ties[0].Purpose);
        Assert.Equal([2, 5], open.Ways[0].Ties[0].Tied);
    }

    [Fact]
    public void Reserved_seats_need_highest_numbers()
    {
        var contest = ListContest.Create(2, List("A", 60, "a1", "a2 w"), List("B", 40, "b1"));
        Assert.Equal(TallyRefusal.ReservedNotInRule, Assert.IsType<NotTallied>((Closed with { Division = ApportionmentMethod.Webster }).Run(contest, Keep(1))).Reason);
        Assert.Equal(
            TallyRefusal.ReservedNotInRule,
            Assert.IsType<NotTallied>(Closed.Run(contest, new TallyOptions(TieBreaking.None, [new("women", 1), new("young", 1)]))).Reason);
    }

    [Fact]
    public void Rankings_are_counted_as_lists_by_their_groups()
    {
        var contest = Contest.Create(
            [new("a1", Group: "A"), new("b1", Group: "B"), new("a2", Group: "A"), new("x"), new("b2", Group: "B", Withdrawn: true)],
            3,
            [RankedBallot.Strict(30, 2), new RankedBallot(20, [[0, 2]]), RankedBallot.Strict(25, 4, 1), RankedBallot.Strict(10, 3), RankedBallot.Strict(1, 4)]);
        var tallied = Assert.IsType<Tallied>(Papers.Rule("list-open-dhondt").Run(contest));
        Assert.Equal([2, 0, 1], tallied.Winners);
        Assert.Equal([50, 25, 10], tallied.Rounds[0].Rows.Take(3).Select(row => row.Cells[0]!.Value));
        Assert.Equal((Ratio)1, tallied.Rounds[0].Rows[^1].Cells[0]);
        Assert.Equal([0, 2, 1], Assert.IsType<Tallied>(Papers.Rule("list-closed-dhondt").Run(contest)).Winners);
        Assert.Equal([0, 2, 1], Assert.IsType<Tallied>(Papers.Rule("list-closed-largest-remainder").Run(contest)).Winners);
    }

    [Fact]
    public void What_is_no_election_of_lists_is_refused_by_name()
    {
        var rule = Papers.Rule("list-closed-dhondt");
        Assert.Equal(TallyRefusal.NoGroups, Reason(rule.Run(Papers.Of(1, "AB", "1 A"))));
        ImmutableArray<Candidate> people = [new("a", Group: "A"), new("b", Group: "B")];
        Assert.Equal(TallyRefusal.NoBallots, Reason(rule.Run(Contest.Create(people, 1, []))));
        Assert.Equal(TallyRefusal.EqualRanks, Reason(rule.Run(Contest.Create(people, 1, [new RankedBallot(1, [[0, 1]])]))));
        Assert.Equal(TallyRefusal.ReservedNotInRule, Reason(rule.Run(Contest.Create(people, 1, [RankedBallot.Strict(1, 0)]), Keep(1))));
        Assert.Equal(TallyRefusal.NoBallots, Reason(Closed.Run(ListContest.Create(1, List("A", 0, "a1")))));
        Assert.False(ListContest.TryCreate(null, 1, [List("A", -1, "a1")], null, out _, out var faults));
        Assert.Equal(ContestFaultKind.VotesBelowZero, faults[0].Kind);

        static TallyRefusal Reason(TallyResult result) => Assert.IsType<NotTallied>(result).Reason;
    }

    private static TallyOptions Keep(int least) => new(TieBreaking.None, [new ReservedSeats("women", least)]);
}
