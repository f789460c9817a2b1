using System.Collections.Immutable;
using Foedus.Counting.Tests.Fixtures;

namespace Foedus.Counting.Tests.Biproportional;

public class ElectionTests
{
    [Fact]
    public void Zug_of_2018_comes_out_as_the_canton_published_it()
    {
        var election = DoubleProportionalElections.Zug;
        var result = DoubleProportional.Divide(new DoubleProportionalDivision(DoubleProportionalElections.Votes(election), [.. election.Select(row => row.Seats)])
        {
            Quorum = PartyQuorum.Either(Ratio.Of(5, 100), Ratio.Of(3, 100)),
        });
        Assert.Equal(["AuBü"], DoubleProportionalElections.ZugParties.Where((_, party) => !result.Admitted[party]));
        var found = Assert.IsType<BiproportionalApportioned>(result.Lower);
        Assert.True(found.IsUnique);
        Assert.Equal(election.Select(row => row.SeatsGiven), found.Seats.Select(row => row.ToArray()));
        Assert.Null(Counting.Biproportional.Verify(found));
        var sheet = found.Worksheet();
        Assert.All(sheet.Steps, step => Assert.All(step.Rows, row => Assert.Equal(step.Columns.Length, row.Cells.Length)));
    }

    [Theory]
    [InlineData(VoterNumbers.PerSeat)]
    [InlineData(VoterNumbers.PerSeatRounded)]
    public void Uri_of_2020_comes_out_as_the_canton_published_it(VoterNumbers voters)
    {
        var election = DoubleProportionalElections.Uri;
        var result = DoubleProportional.Divide(new DoubleProportionalDivision(DoubleProportionalElections.Votes(election), [.. election.Select(row => row.Seats)]) { Voters = voters });
        Assert.Equal([12, 9, 7, 9], Assert.IsType<Apportioned>(result.Upper).Certain);
        var found = Assert.IsType<BiproportionalApportioned>(result.Lower);
        Assert.Equal(election.Select(row => row.SeatsGiven), found.Seats.Select(row => row.ToArray()));
        Assert.Null(Counting.Biproportional.Verify(found));
    }

    [Fact]
    public void The_textbook_example_of_three_parties_comes_out_as_published()
    {
        // The example of three parties and three regions in the English Wikipedia, Biproportional apportionment.
        ImmutableArray<ImmutableArray<Ratio>> votes = [[123, 45, 815], [912, 714, 414], [312, 255, 215]];
        var parties = Assert.IsType<Apportioned>(Apportionment.Divide(DivisorRule.Webster, 20, 983, 2040, 782)).Certain;
        var regions = Assert.IsType<Apportioned>(Apportionment.Divide(DivisorRule.Webster, 20, 1347, 1014, 1444)).Certain;
        Assert.Equal([5, 11, 4], parties);
        Assert.Equal([7, 5, 8], regions);
        var found = Assert.IsType<BiproportionalApportioned>(Counting.Biproportional.Divide(new BiproportionalDivision(DivisorRule.Webster, votes, parties, regions)));
        Assert.Equal([[1, 0, 4], [4, 4, 3], [2, 1, 1]], found.Seats.Select(row => row.ToArray()));
    }

    [Fact]
    public void A_tie_of_the_upper_step_waits_for_the_lot()
    {
        var division = new DoubleProportionalDivision([[10, 10], [10, 10]], [2, 1]) { Voters = VoterNumbers.Votes };
        var open = DoubleProportional.Divide(division);
        Assert.Equal([0, 1], Assert.IsType<Apportioned>(open.Upper).Tie!.Units);
        Assert.Null(open.Lower);
        var drawn = DoubleProportional.Divide(division with { UpperWinners = [1] });
        var found = Assert.IsType<BiproportionalApportioned>(drawn.Lower);
        Assert.Equal([1, 2], found.Division.ColumnSeats);
    }
}
