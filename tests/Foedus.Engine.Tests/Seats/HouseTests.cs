using Foedus.Charter.Model;
using Foedus.Counting;
using Foedus.Engine.Seats;
using NodaTime;

namespace Foedus.Engine.Tests.Seats;

/// <summary>The House of Representatives as apportioned in 2021.</summary>
public sealed class HouseTests
{
    private static readonly LocalDate CensusDay = new(2020, 4, 1);

    private static (SmallFederation Federation, Body House) Congress(Func<string, long, long>? figure = null)
    {
        var f = new SmallFederation();
        var state = f.Kind("state");
        var inhabitants = f.Measure("inhabitants", state);
        foreach (var (name, people, _) in CensusOf2020.States)
        {
            f.Unit(name, state);
            f.Return(name, inhabitants, figure?.Invoke(name, people) ?? people, asAt: CensusDay);
        }

        var house = f.Body("House");
        f.Group(house, new SeatFormula.Shared(435, state, inhabitants))
            .With("Least", f.Said(new SeatBound(1, state)))
            .With("Method", f.Said(ApportionmentMethod.HuntingtonHill))
            .With("Figures", f.Said(new FigureBasis(false, CensusDay, null, null)));
        return (f, house);
    }

    [Fact]
    public void The_435_seats_are_those_apportioned()
    {
        var (f, house) = Congress();
        var report = f.Report(house, new LocalDate(2021, 5, 1));
        Assert.Equal(435, report.Total().Seats);
        Assert.Equal(CensusOf2020.States.Select(s => (Ratio?)s.Seats), CensusOf2020.States.Select(s => report.Of(f[s.State]).Seats));
        Assert.Single(report.Results());
    }

    [Theory]
    [InlineData(88, 26, 8)]
    [InlineData(89, 27, 7)]
    public void New_York_missed_a_seat_by_89_people(long more, int newYork, int minnesota)
    {
        var (f, house) = Congress((state, people) => state == "New York" ? people + more : people);
        var report = f.Report(house, new LocalDate(2021, 5, 1));
        Assert.Equal(newYork, report.Of(f["New York"]).Seats);
        Assert.Equal(minnesota, report.Of(f["Minnesota"]).Seats);
    }

    [Fact]
    public void The_sheet_gives_the_divisor_and_each_signpost()
    {
        var (f, house) = Congress();
        var sheets = f.Report(house, new LocalDate(2021, 5, 1)).Ways[0].Count.Sheets;
        Assert.Equal(4, sheets.Length);
        Assert.Equal("art 6: Divide each claim by the divisor and round it at the method's signpost", sheets[2].Title);
        var divided = sheets[2].Rows.Single(r => r[0] == "Minnesota");
        Assert.Equal("8", divided[^1]);
    }
}
