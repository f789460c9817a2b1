using System.Collections.Immutable;

namespace Foedus.Counting.Tests.Biproportional;

public class BiproportionalTests
{
    private static BiproportionalDivision Of(long[][] votes, long[] rows, long[] columns) =>
        new(DivisorRule.Webster, [.. votes.Select(row => row.Select(v => (Ratio)v).ToImmutableArray())], [.. rows], [.. columns]);

    [Fact]
    public void The_divisors_of_the_certificate_round_every_cell_to_its_seats()
    {
        // The example of three districts and parties in the German Wikipedia, Doppeltproportionales Zuteilungsverfahren.
        var division = Of([[5_100, 9_800, 4_500], [6_000, 10_000, 12_000], [6_300, 10_200, 14_400]], [4, 5, 6], [4, 5, 6]);
        var found = Assert.IsType<BiproportionalApportioned>(Counting.Biproportional.Divide(division));
        Assert.Equal([[1, 2, 1], [1, 2, 2], [2, 1, 3]], found.Seats.Select(row => row.ToArray()));
        for (var i = 0; i < 3; i++)
            for (var j = 0; j < 3; j++)
                Assert.Equal(found.Seats[i][j], (division.Votes[i][j] / (found.Certificate.Rows[i] * found.Certificate.Columns[j])).RoundHalfUp());
        Assert.All(found.Certificate.Rows.Concat(found.Certificate.Columns), divisor => Assert.True(divisor.ToString().Length <= 8, divisor.ToString()));
    }

    [Fact]
    public void A_tie_names_its_cells_and_every_way_it_may_fall_out()
    {
        var found = Assert.IsType<BiproportionalApportioned>(Counting.Biproportional.Divide(Of([[1, 1], [1, 1]], [1, 1], [1, 1])));
        var tie = Assert.Single(found.Ties);
        Assert.Equal(4, tie.Cells.Length);
        Assert.Equal([(0, 1), (1, 1)], tie.Rows);
        Assert.Equal([(0, 1), (1, 1)], tie.Columns);
        Assert.Equal(2, found.Outcomes().Count());
        Assert.Equal(4, found.Worksheet().Steps.Length);
    }

    [Fact]
    public void Two_ties_that_do_not_meet_are_named_apart()
    {
        var found = Assert.IsType<BiproportionalApportioned>(Counting.Biproportional.Divide(
            Of([[1, 1, 0, 0], [1, 1, 0, 0], [0, 0, 5, 5], [0, 0, 5, 5]], [1, 1, 1, 1], [1, 1, 1, 1])));
        Assert.Equal(2, found.Ties.Length);
        Assert.Equal(4, found.Outcomes().Select(EveryTable.Text).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void A_table_that_cannot_be_is_refuted_by_rows_whose_votes_lie_in_too_few_seats()
    {
        // The first two rows have votes only in the first column, which has three seats for their four.
        var division = Of([[5, 0, 0], [7, 0, 0], [1, 2, 3]], [2, 2, 2], [3, 2, 1]);
        var proof = Assert.IsType<BiproportionalInfeasible>(Counting.Biproportional.Divide(division));
        Assert.Equal([0, 1], proof.Rows);
        Assert.Equal([0], proof.Columns);
        Assert.Equal((4, 3), (proof.Required, proof.Available));
        Assert.Null(Counting.Biproportional.Verify(division, proof));
        Assert.Equal(BiproportionalFault.VotesElsewhere, Counting.Biproportional.Verify(division, proof with { Rows = [0, 2] }));
        Assert.Equal(BiproportionalFault.NoContradiction, Counting.Biproportional.Verify(division, proof with { Required = 5 }));
        Assert.Equal(BiproportionalFault.Shape, Counting.Biproportional.Verify(division, proof with { Columns = [7] }));
    }

    [Fact]
    public void Rows_and_columns_without_seats_or_without_votes_are_left_empty()
    {
        var found = Assert.IsType<BiproportionalApportioned>(Counting.Biproportional.Divide(
            Of([[5, 9, 0], [7, 3, 0], [1, 2, 0], [0, 0, 0]], [3, 3, 0, 0], [3, 3, 0])));
        Assert.Null(Counting.Biproportional.Verify(found));
        Assert.All(found.Seats[2].Concat(found.Seats[3]), seats => Assert.Equal(0, seats));
        Assert.Null(Counting.Biproportional.Verify(Assert.IsType<BiproportionalApportioned>(Counting.Biproportional.Divide(Of([[0]], [0], [0])))));
        Assert.Null(Counting.Biproportional.Verify(Assert.IsType<BiproportionalApportioned>(Counting.Biproportional.Divide(Of([[7]], [1], [1])))));
    }

    [Fact]
    public void Adams_is_refuted_where_a_row_has_more_cells_than_seats()
    {
        var division = Of([[5, 9, 1], [7, 3, 2]], [2, 4], [2, 2, 2]) with { Rule = DivisorRule.Adams };
        var proof = Assert.IsType<BiproportionalInfeasible>(Counting.Biproportional.Divide(division));
        Assert.Null(Counting.Biproportional.Verify(division, proof));
    }

    [Fact]
    public void Every_senseless_table_is_refused_by_name()
    {
        Assert.Equal(BiproportionalRefusal.NoCells, Reason(new BiproportionalDivision(DivisorRule.Webster, default, [1], [1])));
        Assert.Equal(BiproportionalRefusal.NoCells, Reason(Of([], [], [])));
        Assert.Equal(BiproportionalRefusal.Ragged, Reason(Of([[1, 2], [1]], [1, 1], [1, 1])));
        Assert.Equal(BiproportionalRefusal.Ragged, Reason(Of([[1, 2]], [1, 1], [1, 1])));
        Assert.Equal(BiproportionalRefusal.NegativeVotes, Reason(Of([[1, -2]], [1], [1, 0])));
        Assert.Equal(BiproportionalRefusal.NegativeSeats, Reason(Of([[1, 2]], [-1], [1, 0])));
        Assert.Equal(BiproportionalRefusal.NegativeSeats, Reason(Of([[1, 2]], [1], [2, -1])));
        Assert.Equal(BiproportionalRefusal.SumsDiffer, Reason(Of([[1, 2]], [1], [1, 1])));
        Assert.Equal(BiproportionalRefusal.HouseTooLarge, Reason(Of([[1, 2]], [long.MaxValue], [long.MaxValue, 0])));
        Assert.Equal(BiproportionalRefusal.UnsoundRule, Reason(Of([[1]], [1], [1]) with { Rule = DivisorRule.Stationary(-1) }));
        foreach (var reason in Enum.GetValues<BiproportionalRefusal>())
            Assert.EndsWith(".", new BiproportionalRefused(reason).Explanation, StringComparison.Ordinal);

        static BiproportionalRefusal Reason(BiproportionalDivision division) =>
            Assert.IsType<BiproportionalRefused>(Counting.Biproportional.Divide(division)).Reason;
    }

    [Fact]
    public void An_answer_that_was_tampered_with_is_found_out()
    {
        var found = Assert.IsType<BiproportionalApportioned>(Counting.Biproportional.Divide(Of([[50, 31], [20, 47]], [4, 5], [4, 5])));
        Assert.Null(Counting.Biproportional.Verify(found));
        Assert.Equal(BiproportionalFault.RowSum, Fault(found with { Seats = found.Seats.SetItem(0, found.Seats[0].SetItem(0, 9)) }));
        Assert.Equal(BiproportionalFault.ColumnSum, Fault(found with { Seats = found.Seats.SetItem(0, [found.Seats[0][0] + 1, found.Seats[0][1] - 1]) }));
        Assert.Equal(
            BiproportionalFault.Rounding,
            Fault(found with { Seats = [[found.Seats[0][0] - 1, found.Seats[0][1] + 1], [found.Seats[1][0] + 1, found.Seats[1][1] - 1]] }));
        Assert.Equal(BiproportionalFault.Divisor, Fault(found with { Certificate = found.Certificate with { Rows = [0, 1] } }));
        Assert.Equal(BiproportionalFault.Divisor, Fault(found with { Certificate = found.Certificate with { Power = 2 } }));
        Assert.Equal(BiproportionalFault.Shape, Fault(found with { Certificate = found.Certificate with { Rows = [1] } }));
        Assert.Equal(BiproportionalFault.Ties, Fault(found with { Ties = [new BiproportionalTie([new TiedCell(0, 0, Has: true)])] }));

        static BiproportionalFault? Fault(BiproportionalApportioned answer) => Counting.Biproportional.Verify(answer);
    }

    [Fact]
    public void Votes_of_five_hundred_digits_are_divided()
    {
        var giant = Ratio.Parse("1" + new string('0', 390));
        var votes = ImmutableArray.Create<ImmutableArray<Ratio>>([giant, 1, giant + 1], [1, giant * giant, 1 / giant], [3, 1, giant]);
        foreach (var rule in (ReadOnlySpan<DivisorRule>)[DivisorRule.Webster, DivisorRule.HuntingtonHill, DivisorRule.Jefferson])
        {
            var found = Assert.IsType<BiproportionalApportioned>(Counting.Biproportional.Divide(new BiproportionalDivision(rule, votes, [5, 7, 9], [8, 6, 7])));
            Assert.Null(Counting.Biproportional.Verify(found));
        }
    }
}
