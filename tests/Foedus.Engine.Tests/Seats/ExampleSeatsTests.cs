using Foedus.Charter.Binding;
using Foedus.Charter.Model;
using Foedus.Counting;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;
using Foedus.Engine.Rules;
using Foedus.Engine.Seats;
using Foedus.Engine.Things;

namespace Foedus.Engine.Tests.Seats;

/// <summary>The seats of the worked examples, as their charters are written.</summary>
public sealed class ExampleSeatsTests
{
    private static State Read(string example)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Foedus.slnx")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The repository was not found above " + AppContext.BaseDirectory);
        return State.Opening(new Rulebooks(FederationFolder.Read(Path.Combine(folder.FullName, "examples", example))));
    }

    private static SeatReport Report(State state, string body, Day day, int edition = 1)
    {
        var book = state.Books.Edition(edition)!;
        return SeatInquiry.Of(state, book, day, book.Body(body)!);
    }

    private static int Unit(State state, string name) => state.Roll.Find(ThingKind.Unit, name);

    private static AssumptionSet Assuming(State state, params string[] names) =>
        new(state.Books.Federation.Assumptions.Where(a => names.Contains(a.Name, StringComparer.Ordinal)));

    private static readonly Day Treaty = Day.Of(1922, 12, 30);

    [Fact]
    public void Of_the_371_seats_of_1922_one_turns_on_the_method()
    {
        var state = Read("union-1922");
        var report = Report(state, "Committee", Treaty);
        Assert.Equal(371, report.Total().Seats);
        Assert.Null(report.Of(Unit(state, "Ukraine")).Seats);
        Assert.Equal(
            "371 seats: 3 ways; Russia 277 or 278 by art 6 method; Ukraine 73 whichever; Byelorussia 4 or 5 by art 6 method; Transcaucasia 16 whichever",
            report.Summary(Assuming(state, "A4", "P1", "P2", "P3", "P4")));
        var jefferson = report.Of(Unit(state, "Byelorussia"), Assuming(state, "B3", "A4", "P1", "P2", "P3", "P4"));
        Assert.Equal(4, jefferson.Seats);
        Assert.Contains("B3", jefferson.Assuming.Select(a => a.Name));
        var later = Assuming(state, "A4", "Q1", "Q2", "Q3", "Q4");
        Assert.Equal("265 or 266", report.Of(Unit(state, "Russia"), later).ToString());
        Assert.Equal("15 or 16", report.Of(Unit(state, "Transcaucasia"), later).ToString());
        Assert.Equal(77, report.Of(Unit(state, "Ukraine"), later).Seats);
        Assert.Equal(13, report.Of(Unit(state, "Byelorussia"), later).Seats);
    }

    [Fact]
    public void Bodies_of_1922_whose_number_the_treaty_leaves_open_say_what_is_needed()
    {
        var state = Read("union-1922");
        Assert.Equal(19, Report(state, "Presidium", Treaty).Total().Seats);
        var council = Report(state, "Council", Treaty).Total();
        Assert.Null(council.Seats);
        Assert.Equal("at least 11", council.ToString());
        Assert.Equal("art 11 number", Assert.Single(council.Needs).Text);
        Assert.Null(Report(state, "Congress", Treaty).Total().Seats);
    }

    [Fact]
    public void The_second_chamber_of_1923_has_a_least_number_and_no_greatest()
    {
        var state = Read("union-1922");
        var total = Report(state, "Soviet-of-Nationalities", Day.Of(1923, 6, 12), 2).Total();
        Assert.Equal(new SeatRange(78, null), Assert.Single(total.Values));
    }

    [Fact]
    public void The_house_of_the_census_of_2020()
    {
        var state = Read("us-congress");
        var report = Report(state, "House", Day.Of(2021, 5, 1));
        Assert.Equal(435, report.Total().Seats);
        Assert.Equal(26, report.Of(Unit(state, "New-York")).Seats);
        Assert.Equal(8, report.Of(Unit(state, "Minnesota")).Seats);
        Assert.Empty(report.Met);
        Assert.Equal(100, Report(state, "Senate", Day.Of(2021, 5, 1)).Total().Seats);
        Assert.Equal(535, Report(state, "Electors", Day.Of(2021, 5, 1)).Total().Seats);
        Assert.Equal(28, Report(state, "Electors", Day.Of(2021, 5, 1)).Of(Unit(state, "New-York")).Seats);
        Assert.Equal(2, Report(state, "Presidency", Day.Of(2021, 5, 1)).Total().Seats);
    }

    [Fact]
    public void The_national_council_of_2023()
    {
        var state = Read("swiss-confederation");
        var day = Day.Of(2023, 10, 22);
        var report = Report(state, "National-Council", day);
        Assert.Equal(200, report.Total().Seats);
        Assert.Equal(36, report.Of(Unit(state, "Zürich")).Seats);
        Assert.Equal(4, report.Of(Unit(state, "Basel-Stadt")).Seats);
        Assert.Equal(1, report.Of(Unit(state, "Uri")).Seats);
        Assert.Equal(46, Report(state, "Council-of-States", day).Total().Seats);
        Assert.Equal(246, Report(state, "Assembly", day).Total().Seats);
    }

    [Fact]
    public void The_bodies_of_a_world_confederation()
    {
        var state = Read("union-confederation");
        var day = Day.Of(2024, 3, 1);
        var congress = Report(state, "Congress", day);
        Assert.Equal(251, congress.Total().Seats);
        Assert.Equal(23, congress.Of(Unit(state, "Garment-Workers")).Seats);
        Assert.Equal(3, congress.Of(Unit(state, "Bakers")).Seats);
        var general = Report(state, "General-Council", day);
        Assert.Equal(119, general.Total().Seats);
        Assert.Equal(7, general.Of(Unit(state, "Garment-Workers")).Seats);
        Assert.Equal(5, general.Of(Unit(state, "Seafarers")).Seats);
        Assert.Equal(1, general.Of(Unit(state, "Railway-Union")).Seats);
        var executive = Report(state, "Executive", day);
        Assert.Equal(
            [("Arab-States", 3), ("Africa", 3), ("Americas", 8), ("Europe", 13), ("Asia-Pacific", 14)],
            ((string[])["Arab-States", "Africa", "Americas", "Europe", "Asia-Pacific"]).Select(r => (r, (int)executive.Of(Unit(state, r)).Seats!.Value.Floor())));
        Assert.Equal(41 + 6 + 2 + 2, executive.Total().Seats);
    }

    [Fact]
    public void Every_body_of_every_example_can_be_counted_and_written_out()
    {
        foreach (var example in (string[])["union-1922", "us-congress", "swiss-confederation", "eu-council", "union-confederation"])
        {
            var state = Read(example);
            foreach (var edition in state.Books.Federation.Editions)
            {
                var book = state.Books.Edition(edition.Number)!;
                foreach (var body in edition.Bodies)
                {
                    var report = SeatInquiry.Of(state, book, Day.Of(2024, 1, 1), body);
                    Assert.False(report.BudgetSpent, example + " " + body);
                    Assert.All(report.Ways[0].Count.Sheets, s => Assert.All(s.Rows, r => Assert.Equal(s.Columns.Length, r.Length)));
                    Assert.True(report.Total().Seats is not null || report.Total().Needs.Length > 0 || report.Total().Values.Any(v => v.Least.Sign > 0), example + " " + body + ": " + report.Summary());
                }
            }
        }
    }
}
