using System.Numerics;

namespace Foedus.Counting.Tests.Voting;

public class ClosedFormTests
{
    private static readonly Ratio[] Shares = [Ratio.Half, Ratio.Parse("2/3"), Ratio.Parse("3/4"), Ratio.Parse("3/5"), Ratio.Parse("1/3")];

    // No votes and abstentions stand; the least yes among voters who have not answered.
    private static BigInteger? LeastYes(Threshold test, long no, long abstain, long members)
    {
        var votes = Profile.OfHeads(members, new ResponseCounts(No: no, Abstain: abstain));
        return Coalitions.MoreInFavour(test, votes, Response.Absent) switch
        {
            LeastVoters.Exactly exact => exact.Count,
            LeastVoters.Never => null,
            _ => throw new InvalidOperationException("One gate is always exact."),
        };
    }

    [Fact]
    public void The_least_yes_has_the_closed_forms_of_the_field()
    {
        const long members = 100;
        for (var no = 0L; no <= 12; no++)
        {
            for (var abstain = 0L; abstain <= 3; abstain++)
            {
                Assert.Equal(no + 1, LeastYes(Thresholds.Majority(), no, abstain, members));
                foreach (var share in Shares)
                {
                    var odds = share / (1 - share);
                    Assert.Equal((odds * no).Floor() + 1, LeastYes(Thresholds.MoreThan(share, Responses.Cast), no, abstain, members));
                    Assert.Equal((odds * no).Ceiling(), LeastYes(Thresholds.AtLeast(share, Responses.Cast), no, abstain, members));
                    Assert.Equal((odds * (no + abstain)).Floor() + 1, LeastYes(Thresholds.MoreThan(share, Responses.Present), no, abstain, members));
                    var ofMembers = (share * members).Floor() + 1;
                    Assert.Equal(ofMembers <= members - no - abstain ? ofMembers : null, LeastYes(Thresholds.MoreThan(share, Responses.All), no, abstain, members));
                }
            }
        }
    }

    [Theory]
    [InlineData(3, 3, 2, 2)]
    [InlineData(371, 187, 186, 186)]
    [InlineData(10, 6, 6, 6)]
    public void Half_plus_one_has_three_readings(long n, long first, long second, long third)
    {
        Assert.Equal(first, LeastYes(Thresholds.AtLeast((Ratio.Half * n) + 1), 0, 0, n));
        Assert.Equal(second, LeastYes(Thresholds.AtLeast((Ratio.Half * n).Floor() + (Ratio)1), 0, 0, n));
        Assert.Equal(third, LeastYes(Thresholds.MoreThan(Ratio.Half, Responses.All), 0, 0, n));
    }

    [Theory]
    [InlineData(1_000, 48)]
    [InlineData(1_024, 48)]
    [InlineData(1_025, 49)]
    public void A_quorum_of_three_times_half_the_root_is_exact(long developers, long quorum) =>
        Assert.Equal(quorum, (Ratio.Parse("9/4") * developers).RootCeiling());

    [Fact]
    public void Roots_are_exact_at_and_around_squares()
    {
        for (var n = 0; n <= 400; n++)
        {
            var floor = (int)((Ratio)n).RootFloor();
            Assert.True(floor * floor <= n && (floor + 1) * (floor + 1) > n);
            Assert.Equal(floor * floor == n ? floor : floor + 1, ((Ratio)n).RootCeiling());
            Assert.Equal(4 * n >= (2 * floor + 1) * (2 * floor + 1) ? floor + 1 : floor, ((Ratio)n).RootHalfUp());
        }

        Assert.Equal(BigInteger.Pow(10, 40), ((Ratio)BigInteger.Pow(10, 80)).RootFloor());
        Assert.Equal(BigInteger.Pow(10, 40) + 1, ((Ratio)(BigInteger.Pow(10, 80) + 1)).RootCeiling());
        Assert.Equal(1, Ratio.Half.RootCeiling());
        Assert.Equal(0, Ratio.Parse("-4").RootCeiling());
    }

    [Fact]
    public void The_blocking_minority_of_a_threshold_of_members()
    {
        var members = Profile.OfHeads(99);
        var block = Assert.IsType<LeastVoters.Exactly>(Coalitions.LeastToBlock(Thresholds.AtLeast(Ratio.Parse("2/3"), Responses.All), members));
        Assert.Equal(34, block.Count);
        var pass = Assert.IsType<LeastVoters.Exactly>(Coalitions.LeastToPass(Thresholds.AtLeast(Ratio.Parse("2/3"), Responses.All), members));
        Assert.Equal(66, pass.Count);
    }

    [Fact]
    public void A_casting_vote_as_half_a_vote_decides_only_when_the_others_are_equal()
    {
        var casting = new Measure(1);
        var test = Thresholds.MajorityWithCastingVote(casting);
        foreach (var cast in new Response?[] { Response.Yes, Response.No, null })
        {
            for (var yes = 0; yes <= 60; yes++)
            {
                for (var no = 0; no <= 60; no++)
                {
                    var profile = Profile.Of(
                        new VoterClass("members", 120, default, new ResponseCounts(yes, no)),
                        Thresholds.CastingVote(casting, cast));
                    var expected = yes > no || (yes == no && cast == Response.Yes);
                    Assert.Equal(expected ? Truth.True : Truth.False, test.Holds(profile));
                }
            }
        }
    }

    [Fact]
    public void The_margin_says_what_is_missing()
    {
        var reading = Thresholds.MoreThan(Ratio.Half, Responses.All).Read(Profile.OfHeads(371, new ResponseCounts(Yes: 174, No: 20)));
        var margin = Assert.NotNull(reading.Margin);
        Assert.Equal((Truth.False, 174, Ratio.Parse("371/2"), Ratio.Parse("23/2"), true), (reading.Truth, margin.Left.Low, margin.Right.Low, margin.Missing, margin.Strict));
        Assert.Equal(12, LeastYesMore(174, 371));

        static BigInteger LeastYesMore(long yes, long members) =>
            Assert.IsType<LeastVoters.Exactly>(Coalitions.MoreInFavour(
                Thresholds.MoreThan(Ratio.Half, Responses.All), Profile.OfHeads(members, new ResponseCounts(yes)), Response.Absent)).Count;
    }

    [Fact]
    public void Voters_who_switch_sides_count_twice()
    {
        // 40 for, 50 against: six who change sides make 46 to 44.
        var votes = Profile.OfHeads(90, new ResponseCounts(40, 50));
        Assert.Equal(6, Assert.IsType<LeastVoters.Exactly>(Coalitions.MoreInFavour(Thresholds.Majority(), votes, Response.No)).Count);
        Assert.IsType<LeastVoters.Never>(Coalitions.MoreInFavour(Thresholds.Majority(), votes, Response.Abstain));
    }
}
