using System.Numerics;

namespace Foedus.Counting.Tests.Power;

/// <summary>Values that others have published, or that follow from a short count by hand.</summary>
public class PublishedPowerTests
{
    private static ImmutableRatios Shares(VotingGame game) => new([.. VotingPower.ShapleyShubik(game).Value!.ByClass]);

    [Fact]
    public void The_Council_of_1958_left_Luxembourg_without_power()
    {
        // Felsenthal and Machover, The Measurement of Voting Power, 1998, table 5.3.3.
        var game = VotingGame.Weighted(12, 4, 4, 4, 2, 2, 1).Game!;
        var swings = VotingPower.Swings(game).Value!;
        Assert.Equal([10, 10, 10, 6, 6, 0], swings.ByClass);
        Assert.Equal(Ratio.Parse("10/32"), swings.Absolute(0));
        Assert.Equal(Ratio.Parse("10/42"), swings.Normalised(0));
        Assert.Equal(14, swings.Winning);
        Assert.Equal(Ratio.Parse("14/64"), swings.ToAct);
        Assert.Equal(Ratio.Parse("10/14"), swings.ToPrevent(0));
        Assert.Equal(Ratio.Parse("6/50"), swings.ToInitiate(3));
        Assert.Equal("7/30 7/30 7/30 3/20 3/20 0", Shares(game).ToString());
    }

    [Fact]
    public void A_permanent_member_of_the_Security_Council_has_ten_times_the_swings_of_another()
    {
        var permanent = new Measure(1);
        var game = VotingGame.Of(
            Threshold.All(Thresholds.AtLeast(9), Thresholds.NoneAgainst(permanent)),
            Profile.Of(new VoterClass("permanent", 5, [1, 1]), new VoterClass("elected", 10, [1, 0]))).Game!;
        Assert.Equal([848, 84], VotingPower.Swings(game).Value!.ByClass);
        Assert.Equal("421/2145 4/2145", Shares(game).ToString());
        Assert.Equal(new BigInteger(848), VotingPower.Swings(game).Value!.Winning);
    }

    [Fact]
    public void The_Council_by_the_weights_of_Nice()
    {
        // Weights of the Treaty of Nice for 27 members, 255 of 345; swings as computed by others (Leech's and Huettner's programs).
        (long Weight, int Members, long Swings)[] classes =
        [
            (29, 4, 2193664), (27, 2, 2091380), (14, 1, 1200504), (13, 1, 1120138), (12, 5, 1038492), (10, 3, 871654), (7, 5, 614702), (4, 5, 352374), (3, 1, 265568),
        ];
        var game = VotingGame.Weighted(255, classes.Select(c => (new PlayerClass(c.Weight.ToString(System.Globalization.CultureInfo.InvariantCulture), c.Members), (Ratio)c.Weight))).Game!;
        Assert.Equal(classes.Select(c => new BigInteger(c.Swings)), VotingPower.Swings(game).Value!.ByClass);
    }

    [Fact]
    public void In_the_amending_formula_of_Canada_seven_of_ten_provinces_with_half_of_the_people_carry()
    {
        // Constitution Act, 1982, section 38: two thirds of the provinces with half of the people. Census of 1981, in thousands.
        long[] people = [8625, 6438, 2744, 2238, 1026, 968, 847, 696, 568, 123];
        var by = new Measure(1);
        var profile = new Profile([.. people.Select(p => new VoterClass("province", 1, [1, (Ratio)p]))]);
        var test = Threshold.All(Thresholds.AtLeast(Ratio.Parse("2/3"), Responses.All), Thresholds.AtLeast(Ratio.Half, Responses.All, by));
        var oracle = new EveryCoalition(test, [.. people.Select(p => new Ratio[] { 1, p })]);
        var swings = VotingPower.Swings(VotingGame.Of(test, profile).Game!).Value!;
        Assert.Equal(Enumerable.Range(0, 10).Select(i => new BigInteger(oracle.Swings(i))), swings.ByClass);
    }

    [Fact]
    public void The_Council_since_Lisbon_with_the_figures_of_2024()
    {
        // At least 15 of 27 members with 65% of the people, or 24 members; persons on 1 January 2024 (Eurostat). The numbers were also had by
        // trying all 2^27 coalitions one by one.
        long[] people =
        [
            9158750, 11832049, 6445481, 3861967, 933505, 10900555, 5961249, 1374687, 5603851, 68401997, 83445000, 10397193, 9584627, 5343805,
            58989749, 1871882, 2885891, 672050, 563443, 17942942, 36620970, 10639726, 19064409, 5424687, 2123949, 48610458, 10551707,
        ];
        var by = new Measure(1);
        var game = VotingGame.Of(
            Threshold.Either(
                Threshold.All(Thresholds.AtLeast(Ratio.Parse("55%"), Responses.All), Thresholds.AtLeast(15), Thresholds.AtLeast(Ratio.Parse("65%"), Responses.All, by)),
                Thresholds.AtMostNotInFavour(3)),
            new Profile([.. people.Select(p => new VoterClass("state", 1, [1, (Ratio)p]))])).Game!;
        var swings = VotingPower.Swings(game).Value!;
        Assert.Equal(17762672, swings.Winning);
        Assert.Equal([3230694, 11854280, 14156190, 2030324], new[] { 0, 9, 10, 18 }.Select(state => (int)swings.ByClass[state]));
        var shares = VotingPower.ShapleyShubik(game).Value!.ByClass;
        Assert.Equal("0.176462", shares[10].ToDecimalString(6));
        Assert.Equal(Ratio.One, shares.Aggregate((a, b) => a + b));
        Assert.Equal(4, VotingPower.MinimalBlocking(game).Value!.Smallest);
    }

    [Fact]
    public void The_President_of_the_United_States_has_a_sixth_of_the_power_to_make_laws()
    {
        // As textbooks give it, without the Vice-President: 0.16047 by Shapley and Shubik, 0.038 by Banzhaf.
        var game = UnitedStates(435, 100, withVicePresident: false);
        Assert.StartsWith("0.16047", VotingPower.ShapleyShubik(game).Value!.ByClass[3].ToDecimalString(6), StringComparison.Ordinal);
        Assert.Equal("0.038", VotingPower.Swings(game).Value!.Normalised(3)!.Value.ToDecimalString(3));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_federal_game_of_537_players_agrees_with_a_sum_over_its_numbers(bool withVicePresident)
    {
        var game = UnitedStates(435, 100, withVicePresident);
        var (house, senate) = (Row(435), Row(100));
        var vice = withVicePresident ? 1 : 0;
        var (swings, orders, n) = (BigInteger.Zero, Ratio.Zero, 536 + vice);
        var factorials = Enumerable.Range(0, n + 1).Select(k => Enumerable.Range(1, k).Aggregate(BigInteger.One, (product, i) => product * i)).ToArray();
        var bySize = new BigInteger[n];
        for (var h = 218; h <= 435; h++)
        {
            for (var s = 0; s <= 100; s++)
            {
                for (var v = 0; v <= vice; v++)
                {
                    if ((2 * s) + v > 100 && (h < 290 || s < 67)) bySize[h + s + v] += house[h] * senate[s];
                }
            }
        }

        for (var size = 0; size < n; size++)
        {
            swings += bySize[size];
            if (!bySize[size].IsZero) orders += Ratio.Of(bySize[size] * factorials[size] * factorials[n - 1 - size], factorials[n]);
        }

        Assert.Equal(swings, VotingPower.Swings(game).Value!.ByClass[3]);
        Assert.Equal(orders, VotingPower.ShapleyShubik(game).Value!.ByClass[3]);
    }

    private static BigInteger[] Row(int n)
    {
        var row = new BigInteger[n + 1];
        row[0] = 1;
        for (var k = 1; k <= n; k++) row[k] = row[k - 1] * (n - k + 1) / k;
        return row;
    }

    private static VotingGame UnitedStates(int house, int senate, bool withVicePresident)
    {
        Measure representatives = new(1), senators = new(2), president = new(3);
        var profile = Profile.Of(
            new VoterClass("representative", house, [1, 1, 0, 0]),
            new VoterClass("senator", senate, [1, 0, 1, 0]),
            new VoterClass("Vice-President", withVicePresident ? 1 : 0, [1, 0, Ratio.Half, 0]),
            new VoterClass("President", 1, [1, 0, 0, 1]));
        var half = (Ratio)senate / 2;
        var test = Threshold.Either(
            Threshold.All(Thresholds.MoreThan((Ratio)house / 2, representatives), Thresholds.MoreThan(half, senators), Thresholds.AtLeast(1, president)),
            Threshold.All(Thresholds.AtLeast((Ratio)(2 * house) / 3, representatives), Thresholds.AtLeast((Ratio)(2 * senate) / 3, senators)));
        return VotingGame.Of(test, profile).Game!;
    }

    private sealed record ImmutableRatios(Ratio[] Values)
    {
        public override string ToString() => string.Join(' ', Values);
    }
}
