using System.Diagnostics;
using Foedus.Counting.Tests.Fixtures;

namespace Foedus.Counting.Tests.Seats;

public class CensusTests
{
    private static Division House(Func<(string State, long Population2010, int Seats2010, long Population2020, int Seats2020), long> population) =>
        new(ApportionmentMethod.HuntingtonHill, UnitedStatesCensus.House,
            [.. UnitedStatesCensus.States.Select(state => new Claim(population(state), Least: 1))]);

    [Fact]
    public void The_House_of_2010_comes_out_as_apportioned()
    {
        var result = Assert.IsType<Apportioned>(Apportionment.Divide(House(state => state.Population2010)));
        Assert.True(result.IsUnique);
        Assert.Equal(UnitedStatesCensus.States.Select(state => (long)state.Seats2010), result.Certain);
    }

    [Fact]
    public void The_House_of_2020_comes_out_as_apportioned()
    {
        var result = Assert.IsType<Apportioned>(Apportionment.Divide(House(state => state.Population2020)));
        Assert.True(result.IsUnique);
        Assert.Equal(UnitedStatesCensus.States.Select(state => (long)state.Seats2020), result.Certain);
    }

    [Fact]
    public void New_York_was_89_people_short_of_a_seat_in_2020()
    {
        // Published by the Census Bureau: 89 more people would have kept the 27th seat, which Minnesota took.
        var newYork = Array.FindIndex(UnitedStatesCensus.States, state => state.State == "New York");
        var minnesota = Array.FindIndex(UnitedStatesCensus.States, state => state.State == "Minnesota");
        var house = House(state => state.Population2020);
        Assert.Equal((26, 8), Seats(88));
        Assert.Equal((27, 7), Seats(89));

        (long NewYork, long Minnesota) Seats(int more)
        {
            var claims = house.Claims.SetItem(newYork, new Claim(house.Claims[newYork].Figure + more, Least: 1));
            var result = Assert.IsType<Apportioned>(Apportionment.Divide(house with { Claims = claims }));
            return (result.Certain[newYork], result.Certain[minnesota]);
        }
    }

    [Fact]
    public void The_divisor_of_the_certificate_rounds_every_state_to_its_seats()
    {
        var result = Assert.IsType<Apportioned>(Apportionment.Divide(House(state => state.Population2020)));
        var certificate = Assert.IsType<DivisorCertificate>(result.Certificate);
        var divisor = Assert.NotNull(certificate.Divisor);
        Assert.True(divisor.IsInteger);
        Assert.True(certificate.Low!.Value.IsSquare && certificate.Low.Value.Value < divisor * divisor && divisor * divisor < certificate.High!.Value.Value);
        for (var i = 0; i < result.Certain.Length; i++)
        {
            var quotient = UnitedStatesCensus.States[i].Population2020 / divisor;
            Ratio whole = quotient.Floor();
            var rounded = quotient * quotient > whole * (whole + 1) ? whole + 1 : whole;
            Assert.Equal((Ratio)result.Certain[i], rounded);
        }
    }

    [Fact]
    public void Fifty_states_and_435_seats_take_well_below_a_millisecond()
    {
        var house = House(state => state.Population2020);
        var best = double.MaxValue;
        for (var round = 0; round < 2000; round++)
        {
            var watch = Stopwatch.StartNew();
            Apportionment.Divide(house);
            best = Math.Min(best, watch.Elapsed.TotalMicroseconds);
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{best:F1} microseconds");
        Assert.True(best < 1000, "Slower than one millisecond.");
    }
}
