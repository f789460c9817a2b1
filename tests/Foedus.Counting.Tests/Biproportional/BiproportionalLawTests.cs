using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;

namespace Foedus.Counting.Tests.Biproportional;

public class BiproportionalLawTests
{
    private static readonly Gen<DivisorRule> AnyRule = Gen.Elements(
        DivisorRule.Webster, DivisorRule.Webster, DivisorRule.Webster, DivisorRule.Jefferson, DivisorRule.Adams, DivisorRule.Dean,
        DivisorRule.HuntingtonHill, DivisorRule.Danish, DivisorRule.Imperiali, DivisorRule.ModifiedWebster(Ratio.Parse("1.4")),
        DivisorRule.PowerMean(3), DivisorRule.PowerMean(-2), DivisorRule.Webster.OnSquareRoots(), DivisorRule.HuntingtonHill.OnSquareRoots(),
        DivisorRule.Webster.WithBase(1));

    // Votes from few values, so that ties, zeros, empty lines and contradictions are common.
    private static Gen<BiproportionalDivision> Tiny(int lines, int seats, Gen<Ratio> votes) =>
        from rule in AnyRule
        from rows in Gen.Choose(1, lines)
        from columns in Gen.Choose(1, lines)
        from table in votes.ArrayOf(columns).ArrayOf(rows)
        from house in Gen.Choose(0, seats)
        from rowOf in Gen.Choose(0, rows - 1).ArrayOf(house)
        from columnOf in Gen.Choose(0, columns - 1).ArrayOf(house)
        select new BiproportionalDivision(
            rule,
            [.. table.Select(row => row.ToImmutableArray())],
            [.. Enumerable.Range(0, rows).Select(row => (long)rowOf.Count(r => r == row))],
            [.. Enumerable.Range(0, columns).Select(column => (long)columnOf.Count(c => c == column))]);

    private static readonly Gen<Ratio> FewValues = Gen.Frequency(
        (2, Gen.Constant((Ratio)0)), (3, Gen.Constant((Ratio)1)), (4, Gen.Choose(1, 4).Select(v => (Ratio)v)), (1, Gen.Constant(Ratio.Of(2, 3))));

    private static readonly Gen<Ratio> NearValues =
        from large in Gen.Elements(1L, 2L, 3L)
        from off in Gen.Choose(-1, 1)
        select (Ratio)((large * 1_000_000_000_000_000_000L) + off);

    private static void Holds(Gen<BiproportionalDivision> gen, Func<BiproportionalDivision, bool> law, int tests) =>
        Prop.ForAll(gen.ToArbitrary(), division => Assert.True(law(division), Describe(division)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(tests).WithQuietOnSuccess(true));

    private static string Describe(BiproportionalDivision division) =>
        $"{division.Rule}; rows {string.Join(' ', division.RowSeats)}; columns {string.Join(' ', division.ColumnSeats)}; votes "
        + string.Join(" | ", division.Votes.Select(row => string.Join(' ', row)));

    private static bool Agrees(BiproportionalDivision division)
    {
        var answers = EveryTable.Answers(division);
        return Counting.Biproportional.Divide(division) switch
        {
            BiproportionalApportioned found => Counting.Biproportional.Verify(found) is null
                && found.Outcomes().Select(EveryTable.Text).ToList() is var outcomes
                && outcomes.Count == answers.Count && answers.SetEquals(outcomes)
                && outcomes[0] == EveryTable.Text(found.Seats),
            BiproportionalInfeasible proof => answers.Count == 0 && Counting.Biproportional.Verify(division, proof) is null,
            _ => false,
        };
    }

    [Fact]
    public void All_answers_are_those_of_least_product_among_all_tables() => Holds(Tiny(3, 7, FewValues), Agrees, 6000);

    [Fact]
    public void All_answers_are_found_in_tables_of_four_by_four() => Holds(Tiny(4, 6, FewValues), Agrees, 600);

    [Fact]
    public void Votes_of_ten_to_the_eighteenth_that_differ_by_one_are_told_apart() => Holds(Tiny(3, 6, NearValues), Agrees, 1500);

    [Fact]
    public void Rows_and_columns_may_be_exchanged() =>
        Holds(
            Tiny(6, 40, Gen.Choose(0, 9).Select(v => (Ratio)v)),
            division =>
            {
                var turned = new BiproportionalDivision(
                    division.Rule,
                    [.. division.ColumnSeats.Select((_, j) => division.Votes.Select(row => row[j]).ToImmutableArray())],
                    division.ColumnSeats,
                    division.RowSeats);
                return (Counting.Biproportional.Divide(division), Counting.Biproportional.Divide(turned)) switch
                {
                    (BiproportionalApportioned one, BiproportionalApportioned other) =>
                        Certain(one).SequenceEqual(Certain(other, turned: true)) && Counting.Biproportional.Verify(one) is null,
                    (BiproportionalInfeasible one, BiproportionalInfeasible other) =>
                        Counting.Biproportional.Verify(division, one) is null && Counting.Biproportional.Verify(turned, other) is null,
                    _ => false,
                };
            },
            600);

    [Fact]
    public void A_row_counted_in_another_unit_gives_the_same_seats() =>
        Holds(
            Tiny(5, 40, Gen.Choose(0, 30).Select(v => (Ratio)v)),
            division =>
            {
                var scaled = division with { Votes = division.Votes.SetItem(0, [.. division.Votes[0].Select(v => v * Ratio.Parse("1000000000000000000000/7"))]) };
                return (Counting.Biproportional.Divide(division), Counting.Biproportional.Divide(scaled)) switch
                {
                    (BiproportionalApportioned one, BiproportionalApportioned other) => Certain(one).SequenceEqual(Certain(other)),
                    (BiproportionalInfeasible, BiproportionalInfeasible) => true,
                    _ => false,
                };
            },
            600);

    [Fact]
    public void One_row_is_divided_as_by_the_rule_itself() =>
        Holds(
            from rule in AnyRule
            from columns in Gen.Choose(1, 6)
            from votes in Gen.Choose(0, 12).ArrayOf(columns)
            from house in Gen.Choose(0, 20)
            let claims = votes.Select(v => new Claim(v)).ToImmutableArray()
            let row = Apportionment.Divide(new Division(rule, house, claims)) is Apportioned fair ? fair.Outcomes().First() : [house, .. new long[columns - 1]]
            select new BiproportionalDivision(rule, [[.. votes.Select(v => (Ratio)v)]], [house], row),
            division => Apportionment.Divide(division.Rule, division.RowSeats[0], division.Votes[0]) is not Apportioned
                || (Counting.Biproportional.Divide(division) is BiproportionalApportioned found && found.IsUnique
                    && found.Seats[0].SequenceEqual(division.ColumnSeats)),
            600);

    // The least seats of each cell over all answers.
    private static IEnumerable<long> Certain(BiproportionalApportioned found, bool turned = false)
    {
        var seats = found.Seats.Select(row => row.ToArray()).ToArray();
        foreach (var cell in found.Ties.SelectMany(tie => tie.Cells))
            if (cell.Has) seats[cell.Row][cell.Column]--;
        return turned ? seats[0].SelectMany((_, j) => seats.Select(row => row[j])) : seats.SelectMany(row => row);
    }
}
