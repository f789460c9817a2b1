using System.Numerics;
using Foedus.Counting.Tests.Fixtures;

namespace Foedus.Counting.Tests.Seats;

public class RuleTests
{
    [Fact]
    public void The_Cambridge_Compromise_comes_out_as_published()
    {
        var division = new Division(
            DivisorRule.Adams.WithBase(5),
            CambridgeCompromise.House,
            [.. CambridgeCompromise.States.Select(state => new Claim(state.Population, Most: 96))]);
        var result = Assert.IsType<Apportioned>(Apportionment.Divide(division));
        Assert.True(result.IsUnique);
        Assert.Equal(CambridgeCompromise.States.Select(state => (long)state.Seats), result.Certain);
        var bounds = Assert.IsType<DivisorCertificate>(result.Certificate);
        Assert.True(bounds.Low!.Value.Value < 819_000 && bounds.High!.Value.Value > 819_000);
        Assert.Contains("signpost of the last seat", result.Worksheet().Steps[1].Columns);
    }

    [Fact]
    public void A_base_of_six_with_Webster_is_six_each_and_the_rest_in_proportion()
    {
        var figures = CambridgeCompromise.States.Select(state => (Ratio)state.Population).ToArray();
        var whole = Assert.IsType<Apportioned>(Apportionment.Divide(DivisorRule.Webster.WithBase(6), 751, figures));
        var rest = Assert.IsType<Apportioned>(Apportionment.Divide(DivisorRule.Webster, 751 - (27 * 6), figures));
        Assert.Equal(rest.Certain.Select(seats => seats + 6), whole.Certain);
    }

    [Fact]
    public void Seats_by_square_roots_are_compared_exactly()
    {
        // Roots 1000, 2000, 3000: exactly 1 : 2 : 3.
        var result = Assert.IsType<Apportioned>(Apportionment.Divide(DivisorRule.Webster.OnSquareRoots(), 60, 1_000_000, 4_000_000, 9_000_000));
        Assert.Equal([10, 20, 30], result.Certain);

        // Roots of large numbers that differ in the thirtieth digit: one more inhabitant decides.
        var large = BigInteger.Pow(10, 30);
        var close = Assert.IsType<Apportioned>(Apportionment.Divide(DivisorRule.Webster.OnSquareRoots(), 3, large, large + 1));
        Assert.Equal([1, 2], close.Certain);
        Assert.False(Assert.IsType<Apportioned>(Apportionment.Divide(DivisorRule.Webster.OnSquareRoots(), 3, large, large)).IsUnique);
    }

    // Ten seats, worked out by hand from the quotients.
    [Theory]
    [InlineData("jefferson", new long[] { 5, 3, 2, 0, 0 })]
    [InlineData("webster", new long[] { 4, 2, 2, 1, 1 })]
    [InlineData("modified webster 1.4", new long[] { 4, 3, 2, 1, 0 })]
    [InlineData("imperiali divisors", new long[] { 5, 3, 2, 0, 0 })]
    [InlineData("danish", new long[] { 4, 2, 2, 1, 1 })]
    public void Divisors_favour_large_parties_more_or_less(string name, long[] expected)
    {
        Assert.True(ApportionmentMethods.TryParse(name, out var method));
        var result = Assert.IsType<Apportioned>(Apportionment.Divide(method, 10, 43_000, 26_000, 20_000, 8_000, 6_000));
        Assert.Equal(BruteForce.Answers(result.Division), result.Outcomes().Select(answer => string.Join(' ', answer)).ToHashSet(StringComparer.Ordinal));
        Assert.Equal(expected, result.Certain);
    }

    [Fact]
    public void A_power_mean_that_is_a_known_method_gives_its_seats()
    {
        Assert.Same(DivisorRule.Webster, DivisorRule.PowerMean(1));
        Assert.Equal(ApportionmentMethod.HuntingtonHill, DivisorRule.PowerMean(0).Method);
        Assert.Equal(ApportionmentMethod.Dean, DivisorRule.PowerMean(-1).Method);
        Assert.Equal(ApportionmentMethod.Danish, DivisorRule.Stationary(Ratio.Of(1, 3)).Method);
        Assert.Null(DivisorRule.PowerMean(7).Method);
    }

    [Fact]
    public void Power_means_lie_between_Adams_and_Jefferson()
    {
        Ratio[] figures = [9_061, 7_179, 5_259, 3_319, 1_182];
        var bySize = Enumerable.Range(-16, 33).Select(p => Assert.IsType<Apportioned>(Apportionment.Divide(DivisorRule.PowerMean(p), 26, figures)).Certain[0]).ToArray();
        Assert.Equal(bySize.Order(), bySize);
        Assert.Equal(9, bySize[0]);
        Assert.InRange(bySize[^1], 9, 10);
    }

    [Theory]
    [InlineData(-1, 0, 0)]
    [InlineData(11, 0, 0)]
    [InlineData(1, 99, 0)]
    [InlineData(1, 0, -4)]
    public void Rules_that_make_no_sense_are_refused(long fraction, int exponent, long seats)
    {
        var rule = exponent != 0 ? DivisorRule.PowerMean(exponent) : DivisorRule.Stationary(fraction);
        var refusal = Assert.IsType<NotApportioned>(Apportionment.Divide(rule.WithBase(seats), 5, 3, 4));
        Assert.Equal(ApportionmentRefusal.UnsoundRule, refusal.Reason);
    }

    [Fact]
    public void A_first_signpost_that_is_not_below_the_second_is_refused()
    {
        Assert.Equal(ApportionmentRefusal.UnsoundRule, Reason(DivisorRule.Webster.WithFirst(2)));
        Assert.Equal(ApportionmentRefusal.UnsoundRule, Reason(DivisorRule.Webster.WithFirst(-1)));
        Assert.IsType<Apportioned>(Apportionment.Divide(DivisorRule.Webster.WithFirst(0), 5, 3, 4));

        static ApportionmentRefusal Reason(DivisorRule rule) => Assert.IsType<NotApportioned>(Apportionment.Divide(rule, 5, 3, 4)).Reason;
    }

    [Fact]
    public void A_small_quota_that_is_met_too_often_is_refused_with_both_numbers()
    {
        // Total 60, quota 60 / 6 = 10: six whole quotas for five seats.
        var refusal = Assert.IsType<NotApportioned>(Apportionment.Divide(ApportionmentMethod.HagenbachBischoff, 5, 30, 20, 10));
        Assert.Equal((ApportionmentRefusal.QuotasAboveHouse, 6, 5), (refusal.Reason, refusal.Required, refusal.Available));
        Assert.Equal("The claims hold 6 whole quotas; there are 5 seats.", refusal.Explanation);
        Assert.Equal([3, 1, 1], Assert.IsType<Apportioned>(Apportionment.Divide(ApportionmentMethod.HagenbachBischoff, 5, 31, 19, 10)).Certain);
    }

    [Theory]
    [InlineData(false, new long[] { 6, 3, 1 })]
    [InlineData(true, new long[] { 6, 4, 0 })]
    public void A_unit_at_the_threshold_exactly_takes_part_unless_more_is_asked(bool mustExceed, long[] expected)
    {
        var division = new Division(ApportionmentMethod.Webster, 10, [new Claim(60), new Claim(35), new Claim(5, Least: 1)])
        {
            Threshold = new ShareThreshold(Ratio.Of(1, 20), mustExceed),
        };
        var result = Assert.IsType<Apportioned>(Apportionment.Divide(division));
        Assert.Equal(expected, result.Certain);
        Assert.Contains("threshold", result.Worksheet().Steps[0].Title, StringComparison.Ordinal);
        Assert.Equal(ApportionmentRefusal.LimitsNotInMethod, Assert.IsType<NotApportioned>(Apportionment.Divide(division with { Rule = ApportionmentMethod.SwissArticle17 })).Reason);
    }

    [Fact]
    public void A_threshold_that_nobody_reaches_leaves_nothing_to_divide_by()
    {
        var division = new Division(ApportionmentMethod.Webster, 10, [new Claim(1), new Claim(1)]) { Threshold = new ShareThreshold(Ratio.Of(2, 3)) };
        Assert.Equal(ApportionmentRefusal.NobodyPassesThreshold, Assert.IsType<NotApportioned>(Apportionment.Divide(division)).Reason);
    }

    [Fact]
    public void The_quota_method_gives_the_textbook_seats_and_shows_their_order()
    {
        // Balinski and Young 1975: the quota method gives the five states of their example 10, 7, 5, 3, 1.
        var result = Assert.IsType<Apportioned>(Apportionment.Divide(ApportionmentMethod.QuotaMethod, 26, 9_061, 7_179, 5_259, 3_319, 1_182));
        Assert.Equal([10, 7, 5, 3, 1], result.Certain);
        var sequence = Assert.IsType<SequenceCertificate>(result.Certificate);
        Assert.Equal(26, sequence.Order.Length);
        Assert.Equal(0, sequence.Order[0]);
        Assert.Equal(26, result.Worksheet().Steps[1].Rows.Length);
    }

    [Fact]
    public void The_quota_method_knows_its_limits()
    {
        var far = Assert.IsType<NotApportioned>(Apportionment.Divide(ApportionmentMethod.QuotaMethod, 1_000_000_000, BigInteger.Pow(10, 30), BigInteger.Pow(10, 29) + 7));
        Assert.Equal((ApportionmentRefusal.HouseTooLarge, 1_000_000_000), (far.Reason, far.Required));
        var whole = Assert.IsType<Apportioned>(Apportionment.Divide(ApportionmentMethod.QuotaMethod, 1_000_000_000_000_000_001, 7, 3));
        Assert.Equal([700_000_000_000_000_001, 300_000_000_000_000_000], whole.Certain);
        var capped = new Division(ApportionmentMethod.QuotaMethod, 5, [new Claim(1), new Claim(2, Most: 1)]);
        Assert.Equal(ApportionmentRefusal.LimitsNotInMethod, Assert.IsType<NotApportioned>(Apportionment.Divide(capped)).Reason);
    }

    [Fact]
    public void A_tie_of_the_quota_method_may_leave_out_latecomers()
    {
        var tie = new SeatTie([0, 1, 2], 2) { Needs = [new TieNeed([0, 1], 1)] };
        Assert.Equal(3, tie.Outcomes);
        var late = new SeatTie([0, 1, 2, 3], 2) { Needs = [new TieNeed([0, 1, 2], 2)] };
        Assert.Equal((3, 3), (late.Outcomes, late.Ways().Count()));
        Assert.False(late.Allows([2, 3]));
        Assert.True(late.Allows([2, 0]));
    }

    [Fact]
    public void A_million_parties_are_divided()
    {
        var figures = Enumerable.Range(0, 1_000_000).Select(i => (Ratio)((i * 7919L % 1_000_003) + 1)).ToArray();
        var result = Assert.IsType<Apportioned>(Apportionment.Divide(ApportionmentMethod.Webster, 3_000_000, figures));
        Assert.Equal(3_000_000, result.Certain.Sum() + (result.Tie?.Places ?? 0));
    }

    [Fact]
    public void Two_hundred_thousand_equal_parties_tie_for_one_seat_each()
    {
        var claims = Enumerable.Repeat(new Claim(1_000_000_000_000_000_000), 200_000);
        var result = Assert.IsType<Apportioned>(Apportionment.Divide(new Division(ApportionmentMethod.LargestRemainder, 300_000, [.. claims])));
        Assert.Equal((200_000, 100_000), (result.Tie!.Units.Length, result.Tie.Places));
    }

    [Fact]
    public void Floors_and_caps_of_a_hundred_thousand_parties_hold()
    {
        var claims = Enumerable.Range(0, 100_000).Select(i => new Claim((i * 7919L % 100_003) + 1, Least: i % 3, Most: i % 5 == 0 ? 2 : null)).ToArray();
        var result = Assert.IsType<Apportioned>(Apportionment.Divide(new Division(ApportionmentMethod.Webster, 700_000, [.. claims])));
        Assert.DoesNotContain(result.Certain.Zip(claims), pair => pair.First < pair.Second.Least || pair.First > pair.Second.Most);
    }
}
