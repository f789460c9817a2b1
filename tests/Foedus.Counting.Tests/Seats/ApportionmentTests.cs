using System.Numerics;

namespace Foedus.Counting.Tests.Seats;

public class ApportionmentTests
{
    private static readonly ApportionmentMethod[] All = Enum.GetValues<ApportionmentMethod>();

    // The Swiss article rounds its quota up to a whole number, so it cannot fill a house that outnumbers the people.
    // Small quotas may come to more whole quotas than there are seats. The quota method gives seat after seat and knows no caps.
    private static readonly ApportionmentMethod[] ByOrder =
    [
        .. All.Where(method => method is not (ApportionmentMethod.SwissArticle17 or ApportionmentMethod.HagenbachBischoff
            or ApportionmentMethod.ImperialiQuota or ApportionmentMethod.QuotaMethod)),
    ];

    // Balinski and Young, Fair Representation (1982): five states, 26 seats, and as many answers as methods.
    [Theory]
    [InlineData("adams", new long[] { 9, 7, 5, 3, 2 })]
    [InlineData("dean", new long[] { 9, 7, 5, 4, 1 })]
    [InlineData("equal proportions", new long[] { 9, 7, 6, 3, 1 })]
    [InlineData("webster", new long[] { 9, 8, 5, 3, 1 })]
    [InlineData("jefferson", new long[] { 10, 7, 5, 3, 1 })]
    [InlineData("hamilton", new long[] { 9, 7, 5, 4, 1 })]
    public void The_same_claims_come_out_differently_by_each_method(string name, long[] expected)
    {
        Assert.True(ApportionmentMethods.TryParse(name, out var method));
        var result = Assert.IsType<Apportioned>(Apportionment.Divide(method, 26, 9_061, 7_179, 5_259, 3_319, 1_182));
        Assert.True(result.IsUnique);
        Assert.Equal(expected, result.Certain);
    }

    [Fact]
    public void Every_method_is_known_by_a_name()
    {
        foreach (var method in All)
        {
            var name = Assert.IsType<string>(ApportionmentMethods.Name(method));
            Assert.True(ApportionmentMethods.TryParse(name.ToUpperInvariant(), out var parsed));
            Assert.Equal(method, parsed);
        }

        Assert.False(ApportionmentMethods.TryParse("fair shares", out _));
        Assert.False(ApportionmentMethods.TryParse(null, out _));
    }

    [Fact]
    public void A_tie_names_its_units_and_the_seats_that_are_certain()
    {
        var result = Assert.IsType<Apportioned>(Apportionment.Divide(ApportionmentMethod.Webster, 5, 100, 100, 100));
        Assert.Equal([1, 1, 1], result.Certain);
        Assert.Equal([0, 1, 2], result.Tie!.Units);
        Assert.Equal(2, result.Tie.Places);
        Assert.Equal(3, result.OutcomeCount);
        Assert.Equal(["2 2 1", "2 1 2", "1 2 2"], result.Outcomes().Select(seats => string.Join(' ', seats)));
        Assert.True(result.TryResolve([2, 0], out var drawn));
        Assert.Equal([2, 1, 2], drawn);
        Assert.False(result.TryResolve([2], out _));
        Assert.False(result.TryResolve([2, 2], out _));
        Assert.False(result.TryResolve([2, 3], out _));
    }

    [Fact]
    public void A_tie_between_a_thousand_units_stays_compact()
    {
        var result = Assert.IsType<Apportioned>(Apportionment.Divide(ApportionmentMethod.Webster, 1500, Enumerable.Repeat((Ratio)7, 1000)));
        Assert.Equal(1000, result.Tie!.Units.Length);
        Assert.Equal(500, result.Tie.Places);
        Assert.True(result.OutcomeCount > BigInteger.Pow(10, 200));
    }

    [Fact]
    public void Least_seats_that_exceed_the_house_are_refused_with_both_sums()
    {
        var division = new Division(ApportionmentMethod.Webster, 50, [new Claim(5, Least: 30), new Claim(7, Least: 30)]);
        var refusal = Assert.IsType<NotApportioned>(Apportionment.Divide(division));
        Assert.Equal((ApportionmentRefusal.LeastAboveHouse, 60, 50), (refusal.Reason, refusal.Required, refusal.Available));
        Assert.Equal("The least seats add up to 60; there are 50 seats.", refusal.Explanation);
    }

    [Fact]
    public void Caps_below_the_house_are_refused_with_both_sums()
    {
        var division = new Division(ApportionmentMethod.LargestRemainder, 50, [new Claim(5, Most: 20), new Claim(7, Most: 20), new Claim(0, Least: 3)]);
        var refusal = Assert.IsType<NotApportioned>(Apportionment.Divide(division));
        Assert.Equal((ApportionmentRefusal.MostBelowHouse, 50, 43), (refusal.Reason, refusal.Required, refusal.Available));
    }

    [Fact]
    public void Bad_input_is_refused_by_name()
    {
        foreach (var method in All)
        {
            Assert.Equal(ApportionmentRefusal.NegativeHouse, Refusal(new Division(method, -1, [new Claim(1)])));
            Assert.Equal(ApportionmentRefusal.NoUnits, Refusal(new Division(method, 5, [])));
            Assert.Equal(ApportionmentRefusal.NoUnits, Refusal(new Division(method, 5, default)));
            Assert.Equal(ApportionmentRefusal.NegativeClaim, Refusal(new Division(method, 5, [new Claim(1), new Claim(-1)])));
            Assert.Equal(ApportionmentRefusal.NegativeLeast, Refusal(new Division(method, 5, [new Claim(1, Least: -1)])));
            Assert.Equal(ApportionmentRefusal.MostBelowLeast, Refusal(new Division(method, 5, [new Claim(1, Least: 2, Most: 1)])));
            Assert.Equal(ApportionmentRefusal.NoClaims, Refusal(new Division(method, 5, [new Claim(0), new Claim(0)])));
        }

        Assert.Equal(ApportionmentRefusal.UnknownMethod, Refusal(new Division((ApportionmentMethod)99, 5, [new Claim(1)])));
        Assert.Equal(ApportionmentRefusal.HouseBelowUnits, Refusal(new Division(ApportionmentMethod.Adams, 1, [new Claim(1), new Claim(1)])));
    }

    [Fact]
    public void Every_refusal_has_a_sentence()
    {
        foreach (var reason in Enum.GetValues<ApportionmentRefusal>())
            Assert.EndsWith(".", new NotApportioned(reason, null, 2, 1).Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void One_unit_takes_the_whole_house()
    {
        foreach (var method in ByOrder.Append(ApportionmentMethod.SwissArticle17).Append(ApportionmentMethod.QuotaMethod))
            Assert.Equal([17], Assert.IsType<Apportioned>(Apportionment.Divide(method, 17, 1_000)).Certain);
    }

    [Fact]
    public void An_empty_house_gives_nobody_a_seat()
    {
        foreach (var method in new[] { ApportionmentMethod.LargestRemainder, ApportionmentMethod.Droop, ApportionmentMethod.Jefferson, ApportionmentMethod.Webster })
        {
            var result = Assert.IsType<Apportioned>(Apportionment.Divide(method, 0, 5, 0));
            Assert.Equal([0, 0], result.Certain);
            Assert.NotEmpty(result.Worksheet().Steps);
        }
    }

    [Fact]
    public void Claims_of_zero_get_their_floor_and_no_more()
    {
        foreach (var method in ByOrder)
        {
            var division = new Division(method, 10, [new Claim(0, Least: 2), new Claim(9), new Claim(0)]);
            Assert.Equal([2, 8, 0], Assert.IsType<Apportioned>(Apportionment.Divide(division)).Certain);
        }
    }

    [Fact]
    public void Floors_without_any_claims_fill_a_house_that_they_fill_exactly()
    {
        var division = new Division(ApportionmentMethod.Webster, 3, [new Claim(0, Least: 2), new Claim(0, Least: 1)]);
        var result = Assert.IsType<Apportioned>(Apportionment.Divide(division));
        Assert.Equal([2, 1], result.Certain);
        Assert.Equal(new DivisorCertificate(null, null), result.Certificate);
        Assert.NotEmpty(result.Worksheet().Steps);
    }

    [Fact]
    public void A_house_of_ten_to_the_eighteenth_is_divided_at_once()
    {
        const long house = 1_000_000_000_000_000_000;
        var claims = new[] { BigInteger.Pow(10, 30), BigInteger.Pow(10, 30) * 2, BigInteger.One, BigInteger.Pow(7, 40) };
        foreach (var method in ByOrder)
        {
            var result = Assert.IsType<Apportioned>(Apportionment.Divide(method, house, claims.Select(claim => (Ratio)claim)));
            Assert.Equal(house, result.Certain.Sum() + (result.Tie?.Places ?? 0));
            Assert.InRange(result.Certain[1], (result.Certain[0] * 2) - 2, (result.Certain[0] * 2) + 2);
        }
    }

    [Fact]
    public void The_largest_house_of_64_bits_does_not_overflow()
    {
        foreach (var method in ByOrder)
        {
            var result = Assert.IsType<Apportioned>(Apportionment.Divide(method, long.MaxValue, long.MaxValue, long.MaxValue - 1, 1));
            Assert.Equal(long.MaxValue, result.Certain.Sum() + (result.Tie?.Places ?? 0));
        }
    }

    [Fact]
    public void A_cap_on_a_giant_leaves_the_rest_to_the_others()
    {
        foreach (var method in ByOrder)
        {
            var division = new Division(method, 1_000_001, [new Claim(Ratio.Parse("1000000000000000000000000000000"), Most: 1), new Claim(3), new Claim(1)]);
            var result = Assert.IsType<Apportioned>(Apportionment.Divide(division));
            Assert.Equal(1, result.Certain[0]);
            Assert.Equal(1_000_001, result.Certain.Sum() + (result.Tie?.Places ?? 0));
            // A divisor method sees only the proportion of the others; a quota method fills unmet quotas, and these are all but equal.
            if (result.Certificate is DivisorCertificate) Assert.InRange(result.Certain[1], 749_999, 750_001);
        }
    }

    [Fact]
    public void The_divisor_offered_is_as_round_as_the_bounds_allow()
    {
        var result = Assert.IsType<Apportioned>(Apportionment.Divide(ApportionmentMethod.Jefferson, 10, 41_000, 29_000, 17_000, 13_000));
        var certificate = Assert.IsType<DivisorCertificate>(result.Certificate);
        Assert.Equal((Ratio)8_200, certificate.Low!.Value.Value);
        Assert.Equal((Ratio)8_500, certificate.High!.Value.Value);
        Assert.Equal((Ratio)8_300, certificate.Divisor);
        Assert.Equal([4, 3, 2, 1], result.Certain);
    }

    [Fact]
    public void A_worksheet_shows_every_unit_in_every_table_about_units()
    {
        foreach (var method in All)
        {
            var result = Assert.IsType<Apportioned>(Apportionment.Divide(method, 20, 50, 31, 19, Ratio.Parse("7.5")));
            var sheet = result.Worksheet();
            foreach (var step in sheet.Steps)
                Assert.All(step.Rows, row => Assert.Equal(step.Columns.Length, row.Cells.Length));
            var seats = sheet.Steps.Last(step => step.Columns.Contains("seats") && step.Rows.Length == 4);
            var column = seats.Columns.IndexOf("seats");
            Assert.Equal(result.Certain.Select(s => (Ratio?)s), seats.Rows.Select(row => row.Cells[column]));
        }
    }

    private static ApportionmentRefusal Refusal(Division division) =>
        Assert.IsType<NotApportioned>(Apportionment.Divide(division)).Reason;
}
