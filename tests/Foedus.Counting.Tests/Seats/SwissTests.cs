using Foedus.Counting.Tests.Fixtures;

namespace Foedus.Counting.Tests.Seats;

public class SwissTests
{
    [Fact]
    public void The_National_Council_of_2019_comes_out_as_ordered()
    {
        var result = Divide(SwissCantons.Cantons.Select(canton => canton.Population2016));
        Assert.Equal(SwissCantons.Cantons.Select(canton => (long)canton.Seats2019), result.Certain);
        Assert.True(result.IsUnique);
    }

    [Fact]
    public void The_National_Council_of_2023_comes_out_as_ordered()
    {
        var result = Divide(SwissCantons.Cantons.Select(canton => canton.Population2020));
        Assert.Equal(SwissCantons.Cantons.Select(canton => (long)canton.Seats2023), result.Certain);
        Assert.True(result.IsUnique);
    }

    [Fact]
    public void Each_round_of_exclusion_is_in_the_certificate()
    {
        var result = Divide(SwissCantons.Cantons.Select(canton => canton.Population2016));
        var certificate = Assert.IsType<ExclusionCertificate>(result.Certificate);
        var first = certificate.Rounds[0];
        Assert.Equal((8_419_550, 200, 42_098), (first.Total, first.Seats, first.Quota));
        Assert.Equal(["Uri", "Obwalden", "Glarus", "Appenzell Innerrhoden"], first.Excluded.Select(unit => SwissCantons.Cantons[unit].Canton));
        Assert.Empty(certificate.Rounds[^1].Excluded);
        Assert.Equal(certificate.Rounds.Length + 1, result.Worksheet().Steps.Length);
    }

    [Fact]
    public void Equal_remainders_are_settled_by_the_first_quota()
    {
        // First quota 11: the unit of 4 leaves. Quota 12: 54 leaves 6, and 41 and 17 both leave 5 for the second seat that is left.
        // By the first quota 41 leaves 8 and 17 leaves 6.
        var result = Divide([41, 4, 54, 17], 11);
        Assert.True(result.IsUnique);
        Assert.Equal([4, 1, 5, 1], result.Certain);
    }

    [Fact]
    public void Equal_remainders_by_both_quotas_are_left_to_the_lot()
    {
        var result = Divide([50, 50, 50], 4);
        Assert.Equal([1, 1, 1], result.Certain);
        Assert.Equal((3, 1), (result.Tie!.Units.Length, result.Tie.Places));
        Assert.Equal(3, result.Outcomes().Count());
    }

    [Fact]
    public void A_quotient_that_is_already_whole_still_goes_up_by_one()
    {
        // 100 / 4 = 25, so the quota is 26 and the unit of 25 does not reach it.
        var result = Divide([75, 25], 4);
        Assert.Equal([3, 1], result.Certain);
        Assert.Equal(1, Assert.Single(Assert.IsType<ExclusionCertificate>(result.Certificate).Rounds[0].Excluded));
    }

    [Theory]
    [InlineData(new long[] { 5, 5, 5 }, 2, ApportionmentRefusal.HouseBelowUnits)]
    [InlineData(new long[] { 0, 0 }, 5, ApportionmentRefusal.NoClaims)]
    [InlineData(new long[] { 1, 1 }, 9, ApportionmentRefusal.ClaimsTooSmall)]
    public void Houses_that_the_article_cannot_fill_are_refused_with_a_reason(long[] populations, long house, ApportionmentRefusal reason)
    {
        var result = Apportionment.Divide(ApportionmentMethod.SwissArticle17, house, populations.Select(p => (Ratio)p));
        Assert.Equal(reason, Assert.IsType<NotApportioned>(result).Reason);
    }

    [Fact]
    public void The_article_knows_no_other_limits_than_its_own()
    {
        var division = new Division(ApportionmentMethod.SwissArticle17, 5, [new Claim(5, Most: 3), new Claim(5)]);
        var refusal = Assert.IsType<NotApportioned>(Apportionment.Divide(division));
        Assert.Equal((ApportionmentRefusal.LimitsNotInMethod, (int?)0), (refusal.Reason, refusal.Unit));
    }

    private static Apportioned Divide(IEnumerable<long> populations, long house = SwissCantons.House) =>
        Assert.IsType<Apportioned>(Apportionment.Divide(ApportionmentMethod.SwissArticle17, house, populations.Select(p => (Ratio)p)));
}
