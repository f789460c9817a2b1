using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Foedus.Counting.Tests.Steps;

namespace Foedus.Counting.Tests.Tallies.Delegations;

/// <summary>Places of delegations by the rule books of real federations.</summary>
public class DelegationTests
{
    private const string Women = "women";
    private const string Young = "young";

    /// <summary>ITF, constitution of 2018: women at least in proportion to membership, and one at least in a delegation of three or more.</summary>
    private static readonly GroupNorm[] Transport = [new GroupNorm.Share(Women), new GroupNorm.Least(Women, 1, 3)];

    /// <summary>Labour constituency parties: every second delegate a woman, one more from 100 women, one more under 27 from 30 young members.</summary>
    private static readonly GroupNorm[] Labour =
        [new GroupNorm.Every(Women), new GroupNorm.Extra(Women, 1, 100), new GroupNorm.Extra(Young, 1, 30)];

    [Theory]
    [InlineData(5_000, 0, 1, 0)] // one delegate
    [InlineData(10_000, 0, 2, 0)] // two: nothing is owed without women
    [InlineData(10_001, 0, 3, 1)] // three: one at least
    [InlineData(10_001, 3_333, 3, 1)] // a third less one: one
    [InlineData(10_002, 3_334, 3, 1)] // exactly a third
    [InlineData(10_002, 3_335, 3, 2)] // more than a third
    [InlineData(900_001, 450_001, 23, 12)]
    [InlineData(1, 1, 1, 1)]
    public void Transport_workers_by_their_share_and_one_at_least(long members, long women, long places, long least)
    {
        Assert.True(DelegateNorms.Transport.Read(members).Seats is { } seats && seats == places);
        var result = Reckoned(places, members, [new(Women, women)], Transport);
        Assert.Equal((places, least), (result.Total, Least(result, Women)));
    }

    [Theory]
    [InlineData(749, 99, 29, 1, 0, 0)]
    [InlineData(749, 100, 29, 2, 1, 0)]
    [InlineData(750, 99, 30, 3, 1, 1)] // two delegates, one a woman, one more who is young
    [InlineData(1_999, 100, 30, 8, 4, 1)] // six and two: eight at most
    [InlineData(50_000, 20_000, 9_000, 8, 4, 1)]
    [InlineData(1_499, 0, 0, 4, 2, 0)]
    public void Constituency_parties_of_Labour(long members, long women, long young, long total, long leastWomen, long leastYoung)
    {
        Assert.True(DelegateNorms.Labour.Read(members).Seats is { } seats && seats.TryToInt64(out var places)
            && Reckoned(places, members, [new(Women, women), new(Young, young)], Labour) is var result
            && result.Total == total && Least(result, Women) == leastWomen && Least(result, Young) == leastYoung);
    }

    [Fact]
    public void The_districts_of_IG_Metall_have_483_delegates_and_women_at_least_by_their_share()
    {
        // Places by district in 2019. The members are the fewest for these places at 1 for 5,000, and 18% women is made up.
        long[] districts = [113, 93, 80, 68, 58, 38, 33];
        Assert.Equal(483, districts.Sum());
        var steps = new SeatSteps([Band.Beyond(0, new Growth(1, 5_000, Rounding.Down))]);
        Assert.All(districts, places => Assert.True(
            steps.Read(places * 5_000).Seats == places && steps.Read((places * 5_000) + 4_999).Seats == places && steps.Read((places * 5_000) - 1).Seats == places - 1));
        var least = districts.Select(places => Least(Reckoned(places, places * 5_000, [new(Women, places * 900)], new GroupNorm.Share(Women)), Women));
        Assert.Equal([21, 17, 15, 13, 11, 7, 6], least); // 20.34, 16.74, 14.4, 12.24, 10.44, 6.84, 5.94, any part counted
    }

    [Fact]
    public void The_minority_in_a_works_council_has_the_places_of_D_Hondt()
    {
        // Fifteen women and 45 men for five places: 45, 22.5, 15 and 11.25 against 15. The third and the fourth number are tied at 15,
        // and both are within the five.
        var result = Reckoned(5, 60, [new(Women, 15)], new GroupNorm.Division(Women));
        Assert.Equal(1, Least(result, Women));
        var tied = Reckoned(3, 60, [new(Women, 15)], new GroupNorm.Division(Women));
        Assert.True(tied.Groups[0].Reckonings[0].Tied);
        Assert.Equal(0, Least(tied, Women));
    }

    [Fact]
    public void A_fixed_part_is_rounded_as_stated()
    {
        Assert.Equal(4, Least(Reckoned(7, 0, [], new GroupNorm.Part(Women, Ratio.Half)), Women));
        Assert.Equal(3, Least(Reckoned(7, 0, [], new GroupNorm.Part(Women, Ratio.Half, Rounding.Down)), Women));
        Assert.Equal(4, Least(Reckoned(7, 0, [], new GroupNorm.Part(Women, Ratio.Half), new GroupNorm.Every(Women)), Women));
    }

    [Fact]
    public void What_cannot_be_reckoned_is_refused_by_name()
    {
        Check(DelegationRefusal.NegativePlaces, null, -1, 10, []);
        Check(DelegationRefusal.NegativeFigure, null, 1, -10, []);
        Check(DelegationRefusal.NegativeFigure, Women, 1, 10, [new(Women, -1)]);
        Check(DelegationRefusal.GroupAboveMembers, Women, 1, 10, [new(Women, 11)]);
        Check(DelegationRefusal.GroupTwice, Women, 1, 10, [new(Women, 1), new(Women, 2)]);
        Check(DelegationRefusal.MembersUnknown, Women, 1, 10, [], new GroupNorm.Share(Women));
        Check(DelegationRefusal.MembersUnknown, Women, 1, 10, [], new GroupNorm.Extra(Women, 1, 3));
        Check(DelegationRefusal.NoMembers, Women, 1, 0, [new(Women, 0)], new GroupNorm.Share(Women));
        Check(DelegationRefusal.NormImpossible, Women, 1, 10, [], new GroupNorm.Every(Women, 0));
        Check(DelegationRefusal.NormImpossible, Women, 1, 10, [], new GroupNorm.Part(Women, 2));
        Check(DelegationRefusal.NegativeFigure, Women, 1, 10, [], new GroupNorm.Least(Women, -1));
        Check(DelegationRefusal.PlacesTooFew, null, 2, 10, [], new GroupNorm.Least(Women, 2), new GroupNorm.Least(Young, 1));
        Check(DelegationRefusal.NormImpossible, Women, 2, 10, [new(Women, 1)], new GroupNorm.Extra(Women, long.MaxValue, 0));

        static void Check(DelegationRefusal reason, string? group, long places, long members, GroupMembers[] groups, params GroupNorm[] norms)
        {
            var refusal = Assert.IsType<NotReckoned>(DelegationShare.Reckon(places, members, groups, norms));
            Assert.Equal((reason, group), (refusal.Reason, refusal.Group));
            Assert.Contains('.', refusal.Explanation);
        }
    }

    [Fact]
    public void The_worksheet_shows_the_exact_share_and_the_election_gets_the_reserved_seats()
    {
        var result = Reckoned(3, 10_002, [new(Women, 3_335)], Transport);
        var sheet = result.Worksheet();
        Assert.Equal(Ratio.Of(3_335, 3_334), sheet.Steps[0].Rows[0].Cells[1]);
        Assert.All(sheet.Steps, step => Assert.All(step.Rows, row => Assert.Equal(step.Columns.Length, row.Cells.Length)));
        Assert.Equal([new ReservedSeats(Women, 2)], result.Reserved);
        var contest = Contest.Create(
            [new("A"), new("B"), new("C"), new("D", Group: Women), new("E", Group: Women)], (int)result.Total, [new RankedBallot(1, [[0], [1], [2], [3], [4]])]);
        Assert.Equal([0, 3, 4], Assert.IsType<Tallied>(Papers.Rule("borda").Run(contest, new TallyOptions(TieBreaking.None, result.Reserved))).Winners);
    }

    [Fact]
    public void The_share_reached_is_never_less_than_the_share_of_members() =>
        Prop.ForAll(
                (from places in Gen.Choose(0, 60)
                 from members in Gen.Choose(1, 5_000)
                 from women in Gen.Choose(0, members)
                 select (places, members, women)).ToArbitrary(),
                one =>
                {
                    var least = Least(Reckoned(one.places, one.members, [new(Women, one.women)], new GroupNorm.Share(Women)), Women);
                    Assert.True(least * (long)one.members >= (long)one.women * one.places);
                    Assert.True((least - 1) * one.members < (long)one.women * one.places || least == 0);
                })
            .Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true));

    [Fact]
    public void Every_second_place_is_kept_and_each_side_keeps_its_order()
    {
        bool[] women = [false, false, true, false, true, true];
        Assert.Equal([0, 2, 1, 4, 3, 5], PlaceOrder.Zip(women).Order);
        Assert.Equal([0, 1, 2, 3], PlaceOrder.Zip([true, true, false, false]).Order);
        var wanting = PlaceOrder.Zip([false, false, true, false, false, false]);
        Assert.Equal([0, 2, 1, 3, 4, 5], wanting.Order);
        Assert.Equal([4, 6], wanting.Wanting);
        Assert.Equal([0, 1, 3, 2], PlaceOrder.Zip([false, false, false, true], 3).Order);
    }

    [Fact]
    public void Of_the_first_places_so_many_are_of_the_group_while_it_lasts() =>
        Prop.ForAll(
                (from size in Gen.Choose(0, 12)
                 from people in Gen.Elements(true, false).ArrayOf(size)
                 from nth in Gen.Choose(1, 4)
                 select (people, nth)).ToArbitrary(),
                one =>
                {
                    var order = PlaceOrder.Zip(one.people, one.nth).Order;
                    Assert.Equal(Enumerable.Range(0, one.people.Length), order.Order());
                    for (var first = 0; first <= order.Length; first++)
                    {
                        var members = order.Take(first).Count(candidate => one.people[candidate]);
                        Assert.True(members >= Math.Min(first / one.nth, one.people.Count(member => member)));
                    }

                    Assert.True(order.Where(c => one.people[c]).SequenceEqual(order.Where(c => one.people[c]).Order()));
                    Assert.True(order.Where(c => !one.people[c]).SequenceEqual(order.Where(c => !one.people[c]).Order()));
                })
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithQuietOnSuccess(true));

    private static DelegationPlaces Reckoned(long places, long members, GroupMembers[] groups, params GroupNorm[] norms) =>
        Assert.IsType<DelegationPlaces>(DelegationShare.Reckon(places, members, groups, norms));

    private static long Least(DelegationPlaces result, string group) => result.Groups.Single(one => one.Group == group).Least;
}
