namespace Foedus.Counting.Tests.Steps;

public class DelegateNormTests
{
    private static long Seats(SeatSteps steps, long figure)
    {
        var seats = Assert.NotNull(steps.Read(figure).Seats);
        Assert.True(seats.TryToInt64(out var whole));
        return whole;
    }

    [Fact]
    public void Transport_federation_has_23_steps_and_each_is_where_the_rule_puts_it()
    {
        long[] last =
        [
            5_000, 10_000, 20_000, 30_000, 40_000, 50_000, 75_000, 100_000, 125_000, 150_000, 175_000, 200_000,
            250_000, 300_000, 350_000, 400_000, 450_000, 500_000, 600_000, 700_000, 800_000, 900_000,
        ];
        Assert.Empty(DelegateNorms.Transport.Faults);
        for (var i = 0; i < last.Length; i++)
        {
            Assert.Equal(i + 1, Seats(DelegateNorms.Transport, last[i] - 1));
            Assert.Equal(i + 1, Seats(DelegateNorms.Transport, last[i]));
            Assert.Equal(i + 2, Seats(DelegateNorms.Transport, last[i] + 1));
            Assert.Equal(new LeastFigure(last[i] + 1, Included: true), DelegateNorms.Transport.LeastFor(i + 2));
            Assert.Equal(new LeastFigure(1, Included: true), DelegateNorms.Transport.MoreForOneSeat(last[i]));
        }

        Assert.Equal(23, Seats(DelegateNorms.Transport, 50_000_000));
        Assert.Null(DelegateNorms.Transport.LeastFor(24));
        Assert.Null(DelegateNorms.Transport.MoreForOneSeat(1_000_000));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(748, 1)]
    [InlineData(749, 1)]
    [InlineData(750, 2)]
    [InlineData(999, 2)]
    [InlineData(1_000, 3)]
    [InlineData(1_249, 3)]
    [InlineData(1_250, 4)]
    [InlineData(1_500, 5)]
    [InlineData(1_749, 5)]
    [InlineData(1_750, 6)]
    [InlineData(5_000_000, 6)]
    public void Constituency_parties_get_one_for_749_and_one_for_each_further_250_or_part(long members, long delegates)
    {
        Assert.Empty(DelegateNorms.Labour.Faults);
        Assert.Equal(delegates, Seats(DelegateNorms.Labour, members));
    }

    [Fact]
    public void At_exactly_ten_thousand_the_general_federation_is_silent()
    {
        var steps = DelegateNorms.GeneralFederation;
        var fault = Assert.Single(steps.Faults);
        Assert.Equal((StepsFaultKind.BoundUnsaid, 10_000, 10_000), (fault.Kind, fault.From, fault.To));
        Assert.Equal(2, Seats(steps, 9_999));
        Assert.Equal(3, Seats(steps, 10_001));
        var reading = steps.Read(10_000);
        Assert.Null(reading.Seats);
        Assert.Equal([2, 3], reading.Readings.Select(r => r.Seats));
        Assert.Equal(2, reading.Worksheet().Steps[0].Rows.Length);
        Assert.Null(steps.MoreForOneSeat(10_000));
        Assert.Equal(8, Seats(steps, 35_000));
        Assert.Equal(8, Seats(steps, 1_000_000));
    }

    [Theory]
    [InlineData(99, 0)]
    [InlineData(100, 1)]
    [InlineData(599, 5)]
    [InlineData(600, 6)]
    [InlineData(799, 6)]
    [InlineData(800, 7)]
    [InlineData(1_000, 8)]
    public void Sectors_get_one_per_hundred_and_then_one_per_two_hundred(long members, long delegates) =>
        Assert.Equal(delegates, Seats(DelegateNorms.Siptu, members));

    [Theory]
    [InlineData(1, 2)]
    [InlineData(150, 2)]
    [InlineData(151, 3)]
    [InlineData(250, 3)]
    [InlineData(251, 4)]
    [InlineData(450, 5)]
    [InlineData(451, 6)]
    [InlineData(9_999, 6)]
    public void A_trades_council_counts_from_its_first_band(long members, long delegates) =>
        Assert.Equal(delegates, Seats(DelegateNorms.Croydon, members));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(25_000, 1)]
    [InlineData(25_001, 2)]
    [InlineData(1_000_000, 40)]
    public void One_deputy_for_25_000_electors(long electors, long deputies) =>
        Assert.Equal(deputies, Seats(DelegateNorms.TownCouncils, electors));

    [Fact]
    public void The_row_of_a_worksheet_shows_the_reckoning()
    {
        var row = Assert.Single(DelegateNorms.Labour.Read(2_900).Readings);
        Assert.Equal((1, 2_151), (row.Band, row.Excess));
        Assert.Equal("8 151/250", row.Steps!.Value.ToMixedString());
        Assert.Equal((9, 10, 6), (row.Counted, row.Reckoned, row.Seats));
    }
}
