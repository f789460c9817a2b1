using FsCheck;
using FsCheck.Fluent;

namespace Foedus.Counting.Tests.Seats;

/// <summary>Three ways to the same seats: by first houses and terms, by heaps, and in fractions seat after seat.</summary>
public class QuotaMethodLawTests
{
    private static readonly Gen<Ratio> AnyFigure = Gen.Frequency(
        (4, Gen.Choose(1, 12).Select(figure => (Ratio)figure)),
        (1, Gen.Constant(Ratio.Zero)),
        (3, Gen.Choose(1, 40_000_000).Select(figure => (Ratio)figure)),
        (1, from top in Gen.Choose(1, 50) from bottom in Gen.Choose(1, 7) select Ratio.Of(top, bottom)));

    // Of 10^18, one more or one less, or the half of it.
    private static readonly Gen<Ratio> HugeFigure =
        from more in Gen.Choose(-2, 2)
        from half in Gen.Choose(1, 2)
        select (Ratio)((1_000_000_000_000_000_000 / half) + more);

    private static Gen<Division> Any(Gen<Ratio> figure, int units, int house) =>
        from some in Gen.Choose(1, units)
        from claims in (from value in figure from least in Gen.Frequency((6, Gen.Constant(0)), (1, Gen.Choose(0, 4))) select new Claim(value, least)).ArrayOf(some)
        from more in Gen.Choose(0, house)
        where claims.Any(claim => !claim.Figure.IsZero)
        select new Division(ApportionmentMethod.QuotaMethod, claims.Sum(claim => claim.Least) + more, [.. claims]);

    private static void Holds(Gen<Division> gen, Action<Division> law, int tests) =>
        Prop.ForAll(gen.ToArbitrary(), law).Check(Config.QuickThrowOnFailure.WithMaxTest(tests).WithQuietOnSuccess(true));

    [Fact]
    public void The_order_is_that_of_the_seats_given_one_after_the_other() =>
        Holds(Any(AnyFigure, 9, 40), IsInOrder, 1500);

    [Fact]
    public void The_order_of_huge_claims_is_that_of_the_seats_given_one_after_the_other() =>
        Holds(Any(HugeFigure, 6, 20), IsInOrder, 400);

    [Fact]
    public void A_claim_that_is_nearly_all_leaves_the_others_their_turn()
    {
        foreach (var house in new[] { 1, 2, 17, 700 })
        {
            Claim[] claims = [new(1), new(1_000_000_000_000), new(1, Least: 1), new(0), new(3)];
            IsInOrder(new Division(ApportionmentMethod.QuotaMethod, house, [.. claims]));
        }
    }

    [Fact]
    public void Floors_that_are_far_above_the_shares_let_the_others_catch_up()
    {
        // Of a thousand seats 990 are a floor; the last ten go to those who have none, the greater first.
        Claim[] claims = [new(1, Least: 990), new(900), new(899), new(3)];
        IsInOrder(new Division(ApportionmentMethod.QuotaMethod, 1000, [.. claims]));
    }

    [Fact]
    public void First_houses_and_terms_give_what_the_heaps_give()
    {
        var scheduled = 0;
        Holds(Any(Gen.Frequency((1, AnyFigure), (6, Gen.Choose(1, 9_000_000).Select(figure => (Ratio)figure))), 150, 600), division =>
        {
            if (division.Claims.Any(claim => !claim.Figure.IsInteger)) return;
            var claims = division.Claims.Select(claim => (long)claim.Figure.Numerator).ToArray();
            var start = division.Claims.Select(claim => claim.Least).ToArray();
            var quick = QuotaSchedule.Run(claims, claims.Sum(), start, start.Sum(), division.House);
            var (seats, order, ties) = QuotaMethod<SmallRights, SmallQuotient>.Run(new SmallRights(claims, claims.Sum()), [.. start], start.Sum(), division.House);
            if (quick is not { } given) return;
            scheduled++;
            Assert.Empty(ties);
            Assert.Equal(seats, given.Seats);
            Assert.Equal(order, given.Order);
        }, 600);
        Assert.True(scheduled > 200, $"only {scheduled} were scheduled");
    }

    private static void IsInOrder(Division division)
    {
        var result = Assert.IsType<Apportioned>(Apportionment.Divide(division));
        var certificate = Assert.IsType<SequenceCertificate>(result.Certificate);
        var naive = NaiveQuotaMethod.Order(division);

        // What is given at once, where every share is whole, comes before.
        Assert.Equal(naive.Skip(naive.Count - certificate.Order.Length), certificate.Order);
        var seats = certificate.Start.ToArray();
        foreach (var unit in certificate.Order) seats[unit]++;
        Assert.Contains(result.Outcomes().Take(1000), way => way.AsSpan().SequenceEqual(seats));
    }
}
