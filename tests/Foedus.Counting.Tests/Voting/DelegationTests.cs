namespace Foedus.Counting.Tests.Voting;

/// <summary>Delegations with many votes, and what is true of every base, share and way to count abstentions.</summary>
public class DelegationTests
{
    private static readonly ResponseCounts Members = new(Yes: 4, No: 3, Abstain: 2);

    [Fact]
    public void A_delegation_may_part_its_votes()
    {
        var profile = Profile.Of(
            Delegations.Split("Miners", 100, new ResponseCounts(Yes: 70, No: 30)),
            Delegations.Split("Weavers", 55, new ResponseCounts(No: 55)));
        var reading = Thresholds.Majority().Read(profile);
        Assert.Equal((70, 85), (reading.Margin!.Value.Left.Low, reading.Margin.Value.Right.Low));
        Assert.Equal(Truth.False, reading.Truth);
        Assert.Equal(8, Assert.IsType<LeastVoters.Exactly>(Coalitions.MoreInFavour(Thresholds.Majority(), profile, Response.No)).Count);
    }

    [Fact]
    public void Votes_not_yet_cast_are_open_and_too_many_are_a_fault()
    {
        var profile = Profile.Of(Delegations.Split("Miners", 100, new ResponseCounts(Yes: 51, No: 30)));
        Assert.Equal(new Outlook(Truth.True, true), Thresholds.MoreThan(Ratio.Half, Responses.All).Outlook(profile));
        Assert.Equal(Truth.Open, Thresholds.MoreThan(Ratio.Parse("2/3"), Responses.All).Outlook(profile).Truth);
        Assert.Single(Profile.Of(Delegations.Split("Miners", 100, new ResponseCounts(Yes: 71, No: 30))).Faults);
    }

    [Theory]
    [InlineData(4, 3, Response.Yes)]
    [InlineData(3, 4, Response.No)]
    [InlineData(3, 3, Response.Abstain)]
    public void A_bloc_votes_as_most_of_its_members_and_not_at_all_where_they_are_divided(long yes, long no, Response answer)
    {
        var bloc = Delegations.EnBloc("Weavers", 55, new ResponseCounts(yes, no, Abstain: 9), ifDivided: Response.Abstain);
        Assert.Equal(55, bloc.Given[answer]);
        Assert.Equal(55, bloc.Given.Total);
    }

    [Fact]
    public void A_delegation_may_decide_by_a_rule_of_its_own()
    {
        var members = Profile.OfHeads(9, Members);
        Assert.Equal(55, Delegations.AsDecided("Weavers", 55, Thresholds.Majority(), members).Given.Yes);
        Assert.Equal(55, Delegations.AsDecided("Weavers", 55, Thresholds.MoreThan(Ratio.Half, Responses.Present), members).Given.No);
        Assert.Equal(55, Delegations.AsDecided("Weavers", 55, Thresholds.AtLeast(Ratio.Parse("2/3"), Responses.Cast), members, Response.Abstain).Given.Abstain);
        var open = new Gate(LinearAmount.Tally(Responses.Yes), false, new RatioRange(4, 5));
        Assert.Equal(55, Delegations.AsDecided("Weavers", 55, open, members).Unanswered);
    }

    [Fact]
    public void A_test_may_have_to_hold_in_so_many_parts()
    {
        // Three cantons of five, two and three votes: carried in two of them, though not by the people.
        Measure[] cantons = [new(1), new(2), new(3)];
        var profile = Profile.Of(
            new VoterClass("A", 5, [1, 1, 0, 0], new ResponseCounts(No: 5)),
            new VoterClass("B", 2, [1, 0, 1, 0], new ResponseCounts(Yes: 2)),
            new VoterClass("C", 3, [1, 0, 0, 1], new ResponseCounts(Yes: 2, No: 1)));
        Assert.Equal(Truth.True, Thresholds.InAtLeast(2, cantons, by => Thresholds.Majority(by)).Holds(profile));
        Assert.Equal(Truth.False, Thresholds.InAtLeast(3, cantons, by => Thresholds.Majority(by)).Holds(profile));
        Assert.Equal(Truth.False, Thresholds.Majority().Holds(profile));
    }

    [Theory]
    [InlineData("1/2", true, 6, 6, 7)]
    [InlineData("1/2", false, 5, 6, 6)]
    [InlineData("2/3", false, 7, 8, 8)]
    [InlineData("2/3", true, 7, 8, 9)]
    [InlineData("3/4", false, 8, 9, 9)]
    [InlineData("3/4", true, 8, 9, 10)]
    public void Each_share_of_votes_cast_of_those_present_and_of_all_has_its_least_number_in_favour(string share, bool moreThan, long ofCast, long ofPresent, long ofAll)
    {
        // Twelve members: ten are for or against, one abstains, which is neutral or counts against, and one is absent.
        Assert.Equal((ofCast, ofPresent, ofAll), (Fewest(Responses.Cast), Fewest(Responses.Present), Fewest(Responses.All)));

        long Fewest(Responses of)
        {
            var test = moreThan ? Thresholds.MoreThan(Ratio.Parse(share), of) : Thresholds.AtLeast(Ratio.Parse(share), of);
            for (var yes = 0L; yes <= 10; yes++)
                if (test.Holds(Profile.OfHeads(12, new ResponseCounts(yes, 10 - yes, Abstain: 1, Absent: 1))) == Truth.True) return yes;
            return -1;
        }
    }

    [Fact]
    public void An_abstention_may_count_for_the_quorum_only()
    {
        // Seven of twelve are there, three of them abstaining: with them there is a quorum of more than half, and three to one carry.
        var profile = Profile.OfHeads(12, new ResponseCounts(Yes: 3, No: 1, Abstain: 3));
        var present = Thresholds.Quorum(Ratio.Parse("7/12"));
        Assert.Equal(Truth.True, Threshold.All(present, Thresholds.Majority()).Holds(profile));
        Assert.Equal(Truth.False, Threshold.All(present, Thresholds.MoreThan(Ratio.Half, Responses.Present)).Holds(profile));
        var withoutThem = new Gate(LinearAmount.Tally(Responses.Cast), false, Ratio.Parse("7/12") * LinearAmount.Tally(Responses.All));
        Assert.Equal(Truth.False, Threshold.All(withoutThem, Thresholds.Majority()).Holds(profile));
    }
}
