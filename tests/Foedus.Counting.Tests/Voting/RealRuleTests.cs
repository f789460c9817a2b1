namespace Foedus.Counting.Tests.Voting;

public class RealRuleTests
{
    private static readonly Measure Weight = new(1);

    private static VoterClass Unit(string name, long weight, long count = 1) => new(name, count, [1, weight]);

    private static long[] Swings(Threshold test, long[] weights)
    {
        // How many coalitions of the others each voter turns.
        var swings = new long[weights.Length];
        bool[] wins = [.. Enumerable.Range(0, 1 << weights.Length).Select(Wins)];
        for (var set = 0; set < wins.Length; set++)
        {
            for (var i = 0; i < weights.Length; i++)
                if (wins[set] && (set & (1 << i)) != 0 && !wins[set & ~(1 << i)]) swings[i]++;
        }

        return swings;

        bool Wins(int set) => test.Holds(new Profile(
        [
            .. weights.Select((weight, i) => Unit($"{i}", weight) with { Given = (set & (1 << i)) != 0 ? new ResponseCounts(Yes: 1) : new ResponseCounts(No: 1) }),
        ])) == Truth.True;
    }

    [Fact]
    public void The_Council_of_1958_gives_Luxembourg_no_swing()
    {
        // Treaty of Rome, article 148: France, Germany and Italy 4, Belgium and the Netherlands 2, Luxembourg 1; 12 votes carry.
        Assert.Equal([10, 10, 10, 6, 6, 0], Swings(Thresholds.AtLeast(12, Weight), [4, 4, 4, 2, 2, 1]));
    }

    [Fact]
    public void The_double_majority_of_1958_wants_four_members_as_well()
    {
        // The same article for acts without a proposal: 12 votes by at least four members.
        var test = Threshold.All(Thresholds.AtLeast(12, Weight), Thresholds.AtLeast(4));
        var council = Profile.Of(Unit("large", 4, 3), Unit("middle", 2, 2), Unit("small", 1));
        Assert.Equal(4, Assert.IsType<LeastVoters.Exactly>(Coalitions.LeastToPass(test, council)).Count);
        Assert.Equal(2, Assert.IsType<LeastVoters.Exactly>(Coalitions.LeastToBlock(test, council)).Count);
        Assert.Equal(3, Assert.IsType<LeastVoters.Exactly>(Coalitions.LeastToPass(Thresholds.AtLeast(12, Weight), council)).Count);
    }

    [Fact]
    public void In_the_Security_Council_a_permanent_member_turns_ten_times_as_much()
    {
        // Charter of the United Nations, article 27 (3), with every no a veto: nine in favour, no permanent member not in favour.
        var test = Threshold.All(Thresholds.AtLeast(9), Thresholds.AtMostNotInFavour(0, Weight));
        var council = Profile.Of(Unit("permanent", 1, 5), Unit("elected", 0, 10));
        bool Wins(int permanent, int elected) => test.Holds(new Profile(
        [
            council.Classes[0] with { Given = new ResponseCounts(Yes: permanent, No: 5 - permanent) },
            council.Classes[1] with { Given = new ResponseCounts(Yes: elected, No: 10 - elected) },
        ])) == Truth.True;
        long[] fromFour = [1, 4, 6, 4, 1], fromFive = [1, 5, 10, 10, 5, 1];
        long[] fromNine = [1, 9, 36, 84, 126, 126, 84, 36, 9, 1], fromTen = [1, 10, 45, 120, 210, 252, 210, 120, 45, 10, 1];
        long permanentSwings = 0, electedSwings = 0;
        for (var p = 0; p <= 5; p++)
        {
            for (var e = 0; e <= 10; e++)
            {
                if (p < 5 && Wins(p + 1, e) && !Wins(p, e)) permanentSwings += fromFour[p] * fromTen[e];
                if (e < 10 && Wins(p, e + 1) && !Wins(p, e)) electedSwings += fromFive[p] * fromNine[e];
            }
        }

        Assert.Equal((848, 84), (permanentSwings, electedSwings));
    }

    // Round figures of people in millions, largest first; 27 members.
    private static readonly long[] People = [84, 68, 59, 48, 38, 19, 18, 12, 11, 11, 11, 10, 10, 9, 6, 6, 6, 5, 5, 4, 3, 2, 2, 1, 1, 1, 1];

    private static Profile Union(int against) => new(
        [.. People.Select((people, i) => Unit($"{i}", people) with { Given = i < against ? new ResponseCounts(No: 1) : new ResponseCounts(Yes: 1) })]);

    // Treaty on European Union, article 16 (4): 55% of members with 65% of people; a blocking minority has at least four members.
    private static readonly Threshold Qualified = Threshold.All(
        Thresholds.AtLeast(Ratio.Parse("55%"), Responses.All, name: "members"),
        Threshold.Either(
            Thresholds.AtLeast(Ratio.Parse("65%"), Responses.All, Weight, "people"),
            Thresholds.AtMostNotInFavour(3, name: "fewer than four against")));

    [Fact]
    public void Three_members_with_nearly_half_the_people_do_not_block_and_four_do()
    {
        Assert.Equal(Truth.True, Qualified.Holds(Union(3)));
        Assert.Equal(Truth.False, Qualified.Holds(Union(4)));
        Assert.Equal(4, Assert.IsType<LeastVoters.Exactly>(Coalitions.LeastToBlock(Qualified, Union(0))).Count);
        Assert.Equal(15, Assert.IsType<LeastVoters.Exactly>(Coalitions.LeastToPass(Qualified, Union(0))).Count);
    }

    [Fact]
    public void A_reading_shows_each_gate_with_its_margin()
    {
        var reading = Qualified.Read(Union(4));
        Assert.Null(reading.Margin);
        Assert.Equal([Truth.True, Truth.False], reading.Parts.Select(part => part.Truth));
        var people = reading.Parts[1].Parts[0];
        Assert.Equal("people", Assert.IsType<Gate>(people.Of).Name);
        Assert.Equal((Ratio)(People.Sum() - 259), people.Margin!.Value.Left.Low);
    }

    [Fact]
    public void In_the_appeal_of_W3C_one_more_vote_against_can_carry()
    {
        // Process of March 2026: approve > 3x reject from 5%, > 2x from 15%, > 1x from 20% of the representatives.
        var yes = LinearAmount.Tally(Responses.Yes);
        var no = LinearAmount.Tally(Responses.No);
        Threshold Step(string turnout, long times) => Threshold.All(
            Thresholds.Quorum(Ratio.Parse(turnout)), new Gate(yes, Strict: true, (Ratio)times * no));
        var test = Threshold.Either(Step("5%", 3), Step("15%", 2), Step("20%", 1));
        Assert.Equal(Truth.False, test.Holds(Profile.OfHeads(100, new ResponseCounts(10, 7, 2))));
        Assert.Equal(Truth.True, test.Holds(Profile.OfHeads(100, new ResponseCounts(10, 8, 2))));
        Assert.NotEmpty(test.GatesHurtBy(Response.Absent, Response.No));
        Assert.NotEmpty(test.GatesHurtBy(Response.No, Response.Absent));
        Assert.Empty(test.GatesHurtBy(Response.No, Response.Yes));
    }

    [Fact]
    public void With_a_quorum_staying_away_defeats_what_voting_against_carries()
    {
        var test = Threshold.All(Thresholds.Quorum(Ratio.Half), Thresholds.Majority());
        var votes = Profile.OfHeads(100, new ResponseCounts(Yes: 45));
        Assert.Equal(new Outlook(Truth.Open, IsExact: true), test.Outlook(votes));
        Assert.Equal(new Outlook(Truth.True, IsExact: true), test.Outlook(Profile.OfHeads(100, new ResponseCounts(Yes: 49, No: 1)).Rest(Response.Absent)));
        Assert.NotEmpty(test.GatesHurtBy(Response.No, Response.Absent));
        Assert.Empty(test.GatesHurtBy(Response.Absent, Response.Yes));
        // 51 for: nobody can outvote them, and the quorum is met.
        Assert.Equal(Truth.True, test.Outlook(Profile.OfHeads(100, new ResponseCounts(Yes: 51))).Truth);
        Assert.Equal(Truth.False, test.Outlook(Profile.OfHeads(100, new ResponseCounts(No: 51))).Truth);
    }

    [Fact]
    public void Parties_that_a_rule_cannot_tell_apart_are_tried_as_one()
    {
        // Twelve groups of sixty by heads, a quorum, a majority: the splits of each group apart would be 61 to the twelfth.
        var test = Threshold.All(Thresholds.Quorum(Ratio.Half), Thresholds.Majority());
        Profile Groups(long yes) => new([.. Enumerable.Range(0, 12).Select(i => new VoterClass($"group {i}", 60, [1, i], new ResponseCounts(yes)))]);
        Assert.Equal(new Outlook(Truth.Open, IsExact: true), test.Outlook(Groups(29)));
        Assert.Equal(new Outlook(Truth.Open, IsExact: true), test.Outlook(Groups(30)));
        Assert.Equal(new Outlook(Truth.True, IsExact: true), test.Outlook(Groups(31)));
    }

    [Fact]
    public void A_need_beyond_all_tests_or_below_none_is_never_and_always()
    {
        var one = Thresholds.Majority();
        var votes = Profile.OfHeads(3, new ResponseCounts(Yes: 2));
        foreach (var (needed, expected) in new[] { (int.MinValue, Truth.True), (0, Truth.True), (1, Truth.True), (2, Truth.False), (int.MaxValue, Truth.False) })
        {
            var test = new AtLeastOf(needed, [one]);
            Assert.Equal(expected, test.Holds(votes));
            Assert.NotEqual(expected, test.Negation.Holds(votes));
        }
    }

    [Fact]
    public void A_split_in_the_middle_can_be_the_only_one_that_defeats()
    {
        // Three for; seven may still come. At most four against carries, and so do nine present: only five against and two away do not.
        var test = Threshold.Either(Thresholds.AtMostAgainst(4), Thresholds.QuorumOf(9));
        var votes = Profile.OfHeads(10, new ResponseCounts(Yes: 3));
        Assert.Equal(new Outlook(Truth.Open, IsExact: true), test.Outlook(votes));
        Assert.Equal(Truth.True, Threshold.Either(Thresholds.AtMostAgainst(4), Thresholds.QuorumOf(8)).Outlook(votes).Truth);
    }

    [Fact]
    public void A_referendum_of_a_billion_is_settled_without_trying_every_split()
    {
        var test = Threshold.All(Thresholds.Quorum(Ratio.Half), Thresholds.Majority());
        var people = Profile.OfHeads(1_000_000_000, new ResponseCounts(Yes: 400_000_000, No: 350_000_000));
        Assert.Equal(new Outlook(Truth.Open, IsExact: true), test.Outlook(people));
        var settled = Profile.OfHeads(1_000_000_000, new ResponseCounts(Yes: 500_000_001));
        Assert.Equal(new Outlook(Truth.True, IsExact: true), test.Outlook(settled));
    }

    [Fact]
    public void A_figure_known_only_as_a_range_leaves_a_straddling_gate_open()
    {
        var test = Thresholds.MoreThan(Ratio.Half, Responses.All, Weight);
        Profile With(RatioRange one, RatioRange other) => Profile.Of(
            new VoterClass("for", 1, [1, one], new ResponseCounts(Yes: 1)),
            new VoterClass("against", 1, [1, other], new ResponseCounts(No: 1)));
        Assert.Equal(Truth.Open, test.Holds(With(new RatioRange(90, 110), 100)));
        Assert.Equal(Truth.True, test.Holds(With(new RatioRange(101, 110), 100)));
        Assert.Equal(Truth.False, test.Holds(With(new RatioRange(90, 100), 100)));
        Assert.Equal(Truth.Open, Thresholds.AtLeast(new RatioRange(5, 7)).Holds(Profile.OfHeads(10, new ResponseCounts(Yes: 6))));
    }

    [Fact]
    public void A_range_on_both_sides_counts_once()
    {
        // One unit, in favour: however many people it has, they are all of them.
        var test = Thresholds.MoreThan(Ratio.Half, Responses.All, Weight);
        var profile = Profile.Of(new VoterClass("only", 1, [1, new RatioRange(10, 1_000)], new ResponseCounts(Yes: 1)));
        Assert.Equal(Truth.True, test.Holds(profile));
    }

    [Fact]
    public void When_weights_pull_apart_and_trying_all_would_take_too_long_the_answer_is_a_pair_of_bounds()
    {
        var money = new Measure(2);
        var test = Threshold.All(Thresholds.AtLeast(900, Weight), Thresholds.AtLeast(900, money));
        var units = new Profile([.. Enumerable.Range(0, 40).Select(i => new VoterClass($"{i}", 1, [1, (i * 37) % 101, (i * 61) % 97]))]);
        switch (Coalitions.LeastToPass(test, units))
        {
            case LeastVoters.Between between:
                Assert.True(between.AtLeast < between.AtMost);
                Assert.Equal(between.AtMost, between.ByClass.Sum());
                var carried = new Profile([.. units.Classes.Select((unit, i) => unit with { Given = new ResponseCounts(Yes: between.ByClass[i], No: 1 - between.ByClass[i]) })]);
                Assert.Equal(Truth.True, test.Holds(carried));
                break;
            default:
                Assert.Fail("Expected bounds.");
                break;
        }
    }

    [Fact]
    public void Profiles_that_cannot_be_are_reported_and_still_do_not_throw()
    {
        var profile = Profile.Of(
            new VoterClass("too many", 1, default, new ResponseCounts(long.MaxValue, long.MaxValue, long.MaxValue)),
            new VoterClass("negative", -5, [-1], new ResponseCounts(No: -3)));
        Assert.Equal(
            [ProfileFaultKind.MoreResponsesThanVoters, ProfileFaultKind.NegativeCount, ProfileFaultKind.NegativeResponses, ProfileFaultKind.MoreResponsesThanVoters, ProfileFaultKind.NegativeWeight],
            profile.Faults.Select(fault => fault.Kind));
        var test = Threshold.All(Thresholds.Quorum(Ratio.Half), Thresholds.Majority());
        Assert.NotEqual(Truth.Open, test.Holds(profile));
        Assert.True(test.Outlook(profile).IsExact);
        Assert.NotNull(Coalitions.LeastToPass(test, profile));
        Assert.NotNull(Coalitions.MoreInFavour(test, profile, Response.No));
        Assert.Empty(Profile.OfHeads(5).Faults);
    }

    [Fact]
    public void An_empty_tree_and_an_empty_electorate_have_answers()
    {
        var nobody = new Profile([]);
        Assert.Equal(Truth.True, Threshold.All().Holds(nobody));
        Assert.Equal(Truth.False, Threshold.Either().Holds(nobody));
        Assert.Equal(Truth.False, Thresholds.Majority().Holds(nobody));
        Assert.Equal(Truth.True, Thresholds.AtLeast(Ratio.Half, Responses.All).Holds(nobody));
        Assert.Equal(0, Assert.IsType<LeastVoters.Exactly>(Coalitions.LeastToPass(Threshold.All(), nobody)).Count);
        Assert.IsType<LeastVoters.Never>(Coalitions.LeastToPass(Thresholds.Majority(), nobody));
        Assert.Equal(new Outlook(Truth.False, IsExact: true), Thresholds.Majority().Outlook(nobody));
    }

    [Fact]
    public void A_majority_of_cantons_with_half_votes_needs_more_than_eleven_and_a_half()
    {
        // Swiss Federal Constitution, articles 140 and 142: 20 cantons with one vote, six with half a vote; 23 in all.
        var test = Thresholds.MoreThan(Ratio.Half, Responses.Cast, Weight);
        Profile Cantons(int full, int half) => Profile.Of(
            new VoterClass("full", 20, [1, 1], new ResponseCounts(Yes: full, No: 20 - full)),
            new VoterClass("half", 6, [1, Ratio.Half], new ResponseCounts(Yes: half, No: 6 - half)));
        Assert.Equal(Truth.False, test.Holds(Cantons(11, 1)));
        Assert.Equal(Truth.True, test.Holds(Cantons(11, 2)));
        Assert.Equal("11 1/2", test.Read(Cantons(11, 1)).Margin!.Value.Right.Low.ToMixedString());
    }
}
