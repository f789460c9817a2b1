using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;

namespace Foedus.Counting.Tests.Seats;

public class ApportionmentLawTests
{
    private static readonly ApportionmentMethod[] ByOrder =
    [
        ApportionmentMethod.LargestRemainder, ApportionmentMethod.Droop, ApportionmentMethod.Jefferson, ApportionmentMethod.Webster,
        ApportionmentMethod.Adams, ApportionmentMethod.Dean, ApportionmentMethod.HuntingtonHill, ApportionmentMethod.Danish,
        ApportionmentMethod.ImperialiDivisors, ApportionmentMethod.ModifiedWebster14, ApportionmentMethod.ModifiedWebster12,
    ];

    private static readonly ApportionmentMethod[] SmallQuotas = [ApportionmentMethod.HagenbachBischoff, ApportionmentMethod.ImperialiQuota];

    private static readonly ApportionmentMethod[] Divisors =
    [
        ApportionmentMethod.Jefferson, ApportionmentMethod.Webster, ApportionmentMethod.Adams, ApportionmentMethod.Dean,
        ApportionmentMethod.HuntingtonHill, ApportionmentMethod.Danish, ApportionmentMethod.ImperialiDivisors,
        ApportionmentMethod.ModifiedWebster14, ApportionmentMethod.ModifiedWebster12,
    ];

    private static readonly Gen<ApportionmentRule> AnyDivisorRule =
        from kind in Gen.Choose(0, 2)
        from fraction in Gen.Elements(Ratio.Zero, Ratio.Half, Ratio.Of(1, 3), Ratio.Of(2, 5), Ratio.One, 2)
        from exponent in Gen.Choose(-4, 4)
        from first in Gen.Elements<Ratio?>(null, null, Ratio.Of(1, 10), Ratio.Of(7, 10))
        from seats in Gen.Elements(0, 0, 1, 2)
        from roots in Gen.Elements(false, false, true)
        let plain = kind == 0 ? DivisorRule.PowerMean(exponent) : DivisorRule.Stationary(fraction)
        let raised = first is { } signpost && plain.WithFirst(signpost).IsSound ? plain.WithFirst(signpost) : plain
        let based = raised.WithBase(seats)
        select (ApportionmentRule)(roots ? based.OnSquareRoots() : based);

    // Small figures, so that ties, zeros and floors that bite are common.
    private static readonly Gen<Ratio> SmallFigure =
        from top in Gen.Choose(0, 12)
        from bottom in Gen.Frequency((5, Gen.Constant(1)), (1, Gen.Choose(1, 3)))
        select Ratio.Of(top, bottom);

    private static readonly Gen<Claim> LimitedClaim =
        from figure in SmallFigure
        from least in Gen.Frequency((3, Gen.Constant(0)), (1, Gen.Choose(0, 3)))
        from cap in Gen.Frequency((3, Gen.Constant(-1)), (1, Gen.Choose(0, 4)))
        select new Claim(figure, least, cap < 0 ? null : least + cap);

    private static Gen<Division> AnyDivision(Gen<Claim> claim, ApportionmentMethod[] methods, int house) =>
        from method in Gen.Elements(methods)
        from units in Gen.Choose(1, 4)
        from claims in claim.ArrayOf(units)
        from seats in Gen.Choose(0, house)
        select new Division(method, seats, [.. claims]);

    private static Gen<Division> AnyRuleDivision(Gen<Claim> claim, int house) =>
        from rule in AnyDivisorRule
        from units in Gen.Choose(1, 4)
        from claims in claim.ArrayOf(units)
        from seats in Gen.Choose(0, house)
        select new Division(rule, seats, [.. claims]);

    private static Gen<Division> Large(ApportionmentMethod[] methods) =>
        from method in Gen.Elements(methods)
        from units in Gen.Choose(1, 40)
        from figures in Gen.Choose(1, 5_000_000).ArrayOf(units)
        from more in Gen.Choose(0, 500)
        select new Division(method, units + more, [.. figures.Select(figure => new Claim(figure))]);

    private static void Holds(Gen<Division> gen, Func<Division, bool> law, int tests = 400) =>
        Prop.ForAll(gen.ToArbitrary(), division => Assert.True(law(division), Describe(division)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(tests).WithQuietOnSuccess(true));

    private static string Describe(Division division) =>
        $"{division.Rule}, house {division.House}: "
        + string.Join("; ", division.Claims.Select(claim => $"{claim.Figure} ({claim.Least}..{claim.Most})"));

    [Fact]
    public void Every_method_finds_all_answers_that_brute_force_finds() =>
        Holds(
            AnyDivision(LimitedClaim, [.. ByOrder, .. SmallQuotas], 9),
            division => Agrees(division, BruteForce.Answers(division)),
            8000);

    [Fact]
    public void Every_rule_of_signposts_finds_all_answers_that_brute_force_finds() =>
        Holds(AnyRuleDivision(LimitedClaim, 9), division => Agrees(division, BruteForce.Answers(division)), 4000);

    [Fact]
    public void The_quota_method_finds_all_answers_that_its_recursion_finds() =>
        Holds(
            from units in Gen.Choose(1, 6)
            from claims in (from figure in SmallFigure from least in Gen.Frequency((7, Gen.Constant(0)), (1, Gen.Choose(0, 2))) select new Claim(figure, least)).ArrayOf(units)
            from seats in Gen.Choose(0, 14)
            select new Division(ApportionmentMethod.QuotaMethod, seats, [.. claims]),
            division => Agrees(division, NaiveQuotaMethod.Answers(division)),
            4000);

    [Fact]
    public void Article_17_finds_all_answers_that_the_letter_of_the_act_finds() =>
        Holds(
            from units in Gen.Choose(1, 6)
            from people in Gen.Choose(0, 60).ArrayOf(units)
            from seats in Gen.Choose(0, 20)
            select new Division(ApportionmentMethod.SwissArticle17, seats, [.. people.Select(p => new Claim(p))]),
            division => Agrees(division, NaiveArticle17.Answers([.. division.Claims.Select(claim => (long)claim.Figure.Numerator)], division.House)),
            4000);

    private static bool Agrees(Division division, HashSet<string> answers) =>
        Apportionment.Divide(division) is Apportioned result
            ? answers.SetEquals(result.Outcomes().Select(seats => string.Join(' ', seats)))
                && result.OutcomeCount == answers.Count
                && result.Worksheet().Steps.All(step => step.Rows.All(row => row.Cells.Length == step.Columns.Length))
            : answers.Count == 0;

    [Fact]
    public void The_quota_method_stays_within_the_quota_and_no_seat_is_lost_to_a_greater_house() =>
        Holds(
            Large([ApportionmentMethod.QuotaMethod]),
            division =>
            {
                var before = (Apportioned)Apportionment.Divide(division);
                var after = (Apportioned)Apportionment.Divide(division with { House = division.House + 1 });
                var shares = Assert.IsType<SequenceCertificate>(before.Certificate).Units;
                return before.Certain.Zip(after.Certain).All(pair => pair.First <= pair.Second)
                    && before.Certain.Zip(Possible(before), shares).All(unit =>
                        unit.First >= unit.Third.Whole && unit.Second <= unit.Third.Whole + (unit.Third.Remainder.IsZero ? 0 : 1));
            },
            200);

    [Fact]
    public void A_unit_that_grows_while_another_shrinks_gives_it_no_seat_by_a_divisor_method() =>
        Holds(
            Large(Divisors),
            division =>
            {
                // Population monotonicity (Balinski and Young 1982): never a seat from the growing to the shrinking unit.
                if (division.Claims.Length < 2 || division.Claims[1].Figure == 1) return true;
                var claims = division.Claims.SetItem(0, new Claim(division.Claims[0].Figure + 1 + (division.House % 1000)))
                    .SetItem(1, new Claim(Ratio.Max(1, division.Claims[1].Figure - 1 - (division.House % 777))));
                var before = (Apportioned)Apportionment.Divide(division);
                var after = (Apportioned)Apportionment.Divide(division with { Claims = claims });
                return !(Possible(after).First() < before.Certain[0] && after.Certain[1] > Possible(before).ElementAt(1));
            });

    [Fact]
    public void Every_seat_given_is_worth_at_least_every_seat_not_given_in_every_answer() =>
        Holds(
            from rule in AnyDivisorRule
            from units in Gen.Choose(1, 25)
            from figures in Gen.Choose(1, 5_000_000).ArrayOf(units)
            from more in Gen.Choose(0, 300)
            select new Division(rule, (units * (NaiveRule.Free(rule) + 1)) + more, [.. figures.Select(figure => new Claim(figure))]),
            division =>
            {
                var free = NaiveRule.Free(division.Rule);
                var result = (Apportioned)Apportionment.Divide(division);
                return result.Outcomes().Take(5).All(seats =>
                {
                    var last = seats.Select((s, i) => s > free ? NaiveRule.Worth(division.Rule, division.Claims[i].Figure, s) : (Ratio?)null).Min();
                    var next = seats.Select((s, i) => NaiveRule.Worth(division.Rule, division.Claims[i].Figure, s + 1)).Max();
                    return last is null || last >= next;
                });
            });

    [Fact]
    public void The_seats_add_up_to_the_house_in_every_answer() =>
        Holds(
            Large([.. ByOrder, ApportionmentMethod.SwissArticle17, ApportionmentMethod.QuotaMethod]),
            division => Apportionment.Divide(division) is Apportioned result
                && result.Outcomes().Take(20).All(seats => seats.Sum() == division.House)
                && result.Certain.Sum() + (result.Tie?.Places ?? 0) == division.House);

    [Fact]
    public void One_more_seat_in_the_house_never_costs_a_unit_a_seat_by_a_divisor_method() =>
        Holds(
            Large(Divisors),
            division =>
            {
                var before = (Apportioned)Apportionment.Divide(division);
                var after = (Apportioned)Apportionment.Divide(division with { House = division.House + 1 });
                // With ties: nobody is sure of more before than it may have after, and nobody may have more before than after.
                return before.Certain.Zip(after.Certain).All(pair => pair.First <= pair.Second)
                    && Possible(before).Zip(Possible(after)).All(pair => pair.First <= pair.Second);
            });

    [Fact]
    public void The_Alabama_paradox_is_real_for_largest_remainders()
    {
        // The textbook case: one more seat costs the third unit one.
        Assert.Equal([4, 4, 2], Certain(10));
        Assert.Equal([5, 5, 1], Certain(11));

        static ImmutableArray<long> Certain(long house) =>
            Assert.IsType<Apportioned>(Apportionment.Divide(ApportionmentMethod.LargestRemainder, house, 6, 6, 2)).Certain;
    }

    [Fact]
    public void Largest_remainders_stay_within_the_quota() =>
        Holds(
            Large([ApportionmentMethod.LargestRemainder]),
            division =>
            {
                var result = (Apportioned)Apportionment.Divide(division);
                var quota = Assert.IsType<QuotaCertificate>(result.Certificate).Quota!.Value;
                return result.Certain.Zip(Possible(result), division.Claims).All(unit =>
                    unit.First >= (unit.Third.Figure / quota).Floor() && unit.Second <= (unit.Third.Figure / quota).Ceiling());
            });

    [Fact]
    public void The_order_of_the_units_does_not_matter() =>
        Holds(
            AnyDivision(LimitedClaim, [.. ByOrder, .. SmallQuotas, ApportionmentMethod.SwissArticle17, ApportionmentMethod.QuotaMethod], 12),
            division =>
            {
                var forward = Apportionment.Divide(division);
                var backward = Apportionment.Divide(division with { Claims = [.. division.Claims.Reverse()] });
                return (forward, backward) switch
                {
                    (Apportioned a, Apportioned b) => a.Certain.SequenceEqual(b.Certain.Reverse()) && a.Tie?.Places == b.Tie?.Places,
                    (NotApportioned a, NotApportioned b) => a.Reason == b.Reason,
                    _ => false,
                };
            },
            2000);

    [Fact]
    public void Claims_counted_in_another_unit_give_the_same_seats() =>
        Holds(
            AnyDivision(LimitedClaim, [.. ByOrder.Where(method => method != ApportionmentMethod.Droop)], 12),
            division =>
            {
                // Times 10^30 / 7 forces the arithmetic out of 64 bits.
                var factor = Ratio.Parse("1000000000000000000000000000000/7");
                var scaled = division with { Claims = [.. division.Claims.Select(claim => claim with { Figure = claim.Figure * factor })] };
                return (Apportionment.Divide(division), Apportionment.Divide(scaled)) switch
                {
                    (Apportioned a, Apportioned b) => a.Certain.SequenceEqual(b.Certain) && a.Tie?.Places == b.Tie?.Places,
                    (NotApportioned a, NotApportioned b) => a.Reason == b.Reason,
                    _ => false,
                };
            },
            2000);

    [Fact]
    public void A_part_of_a_fair_division_is_fair() =>
        Holds(
            Large(Divisors),
            division =>
            {
                // Consistency: any two units divide their seats among themselves as the method would.
                var whole = (Apportioned)Apportionment.Divide(division);
                var seats = whole.Outcomes().First();
                if (seats.Length < 2) return true;
                var pair = new Division(division.Rule, seats[0] + seats[1], [division.Claims[0], division.Claims[1]]);
                return ((Apportioned)Apportionment.Divide(pair)).Outcomes().Any(part => part[0] == seats[0] && part[1] == seats[1]);
            });

    private static IEnumerable<long> Possible(Apportioned result) =>
        result.Certain.Select((seats, unit) => result.Tie is { } tie && tie.Units.Contains(unit) ? seats + 1 : seats);
}
