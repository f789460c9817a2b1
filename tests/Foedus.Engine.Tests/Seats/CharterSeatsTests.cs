using Foedus.Charter.Binding;
using Foedus.Charter.Diagnostics;
using Foedus.Charter.Model;
using Foedus.Charter.Text;
using Foedus.Engine.Cases;
using Foedus.Engine.Kernel;
using Foedus.Engine.Records;
using Foedus.Engine.Rules;
using Foedus.Engine.Seats;
using Foedus.Engine.Things;

namespace Foedus.Engine.Tests.Seats;

/// <summary>Rules of seats as a charter writes them.</summary>
public sealed class CharterSeatsTests
{
    private const string Head = """
        foedus 1
        charter "Test"
        edition 1, in force 2000-01-01
        register "units.csv"
        time: zone "Europe/Vienna"; first day not counted
        kind region
        kind branch in region, plural branches
        measure members of branch
        measure women-members of branch
        measure card-votes of branch = 1 per 1_000 members, any part counts

        """;

    private static Federation Read(string charter, string figures, string units = "North,region,\nLeeds,branch,North\nYork,branch,North\n", string cases = "")
    {
        var federation = FederationReader.Read(
        [
            SourceText.From("test.charter", Head + charter),
            SourceText.From("units.csv", "unit,kind,within\n" + units),
            SourceText.From("figures.csv", "unit,measure,value,as_at,quality,source\n" + figures),
            SourceText.From("test.cases", "foedus 1\ncases \"Test\" of \"Test\"\n\n" + cases),
        ]);
        Assert.DoesNotContain(federation.Diagnostics, d => d.Severity == DiagnosticSeverity.Error);
        return federation;
    }

    private static SeatReport Report(Federation federation, string body, Day? day = null)
    {
        var state = State.Opening(new Rulebooks(federation));
        return SeatInquiry.Of(state, state.Books[0], day ?? Day.Of(2024, 3, 1), state.Books[0].Body(body)!);
    }

    /// <summary>General Federation of Trade Unions: what a part of a step beyond 10,000 gives is not said.</summary>
    [Fact]
    public void A_table_of_bands_with_a_silent_remainder()
    {
        var report = Report(
            Read(
                """
                art 1 body Congress
                  chosen by each branch
                  term 2 years
                  seats by bands of members of each branch
                    figures latest return
                    remainder unspecified (dropped | any part counts)
                    up to 1_000 1
                    up to 10_000 2
                    above 10_000 + 1 per 5_000, at most 8
                """,
                "Leeds,members,10_000,2023-12-31,exact,return\nYork,members,10_001,2023-12-31,exact,return\n"),
            "Congress");
        Assert.Equal("4 or 5 seats by art 1 remainder: 2 ways; Leeds 2 whichever; York 2 or 3 by art 1 remainder", report.Summary());
    }

    /// <summary>Labour Party: a norm with further seats; figures of the last day of the year before.</summary>
    [Fact]
    public void Bands_further_seats_and_the_figures_of_the_last_day_of_a_year()
    {
        var report = Report(
            Read(
                """
                art 1 body Conference
                  chosen by each branch
                  term 1 year
                  seats by bands of members of each branch
                    figures as at 31 December last
                    remainder any part counts
                    up to 749 1
                    above 749 + 1 per 250, at most 6
                  seats 1 when at least 100 women-members of each branch
                    figures as at 31 December last
                """,
                """
                Leeds,members,1_000,2023-12-31,exact,return
                Leeds,women-members,100,2023-12-31,exact,return
                York,members,749,2023-12-31,exact,return
                York,women-members,99,2023-12-31,exact,return
                York,members,5_000,2024-02-01,exact,return
                """),
            "Conference");
        Assert.Equal("5 seats; Leeds 4; York 1", report.Summary());
    }

    [Fact]
    public void A_derived_measure_shares_a_house_among_the_tier_above()
    {
        var report = Report(
            Read(
                """
                art 1 body Council
                  chosen by each region
                  term 2 years
                  seats 10 among regions by card-votes
                    figures latest return
                    method Webster
                    tie lot
                """,
                "Leeds,members,1_500,2023-12-31,exact,return\nYork,members,1_001,2023-12-31,exact,return\nBath,members,1_000,2023-12-31,exact,return\n",
                "North,region,\nSouth,region,\nLeeds,branch,North\nYork,branch,North\nBath,branch,South\n"),
            "Council");
        Assert.Equal("10 seats; North 8; South 2", report.Summary());
        Assert.Equal(["North", "4", "2023-12-31", "sum", "sum of the 2 within it", "8"], report.Ways[0].Count.Sheets[0].Rows[0]);
    }

    [Fact]
    public void Credentials_of_one_branch_do_not_wait_for_the_return_of_another()
    {
        var federation = Read(
            """
            art 1 body Congress
              chosen by each branch
              term 2 years
              seats 1 per 100 members of each branch
                figures latest return
                remainder dropped
            """,
            "Leeds,members,350,2023-12-31,exact,return\n",
            cases: """
                case "the branch that returned"
                  given 2024-03-01 Leeds certifies Congress, Leeds 3
                  expect accepted, by art 1

                case "more than it has"
                  given 2024-03-01 Leeds certifies Congress, Leeds 4
                  expect refused, by art 1

                case "a return for an earlier day that comes in late hides nothing"
                  given 2024-03-01 Leeds returns members 900 as at 2022-12-31
                  expect seats of Leeds in Congress = 3, by art 1
                  on 2023-06-01
                  expect seats of Leeds in Congress = 9, by art 1

                case "the branch that did not"
                  given 2024-03-01 York certifies Congress, York 1
                  expect undetermined, by art 1, needing "members of York"

                """);
        Assert.All(CaseRunner.Run(federation), r => Assert.True(r.Passed, r.Case.Title + ": " + string.Join("\n", r.Diagnostics.Select(d => d.Message + string.Join(" | ", d.Help)))));
    }
}
