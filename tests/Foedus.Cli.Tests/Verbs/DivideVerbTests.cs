using System.Text.Json;
using Foedus.Cli.Hosting;
using Foedus.Cli.Tests.Hosting;
using Foedus.Cli.Tests.Json;
using Foedus.Cli.Tests.Transcripts;
using Foedus.Counting;

namespace Foedus.Cli.Tests.Verbs;

/// <summary>What <c>foedus divide</c> promises beyond what its page shows.</summary>
public class DivideVerbTests
{
    private const string Districts = "district;members;least;most\r\n\"Harbour; old\";4 120;;\r\nHill;3085;4;\r\nIsle;310;;0\r\n";

    public static TheoryData<string> Methods => [.. ApportionmentMethods.All.Select(known => known.Name)];

    [Theory, MemberData(nameof(Methods))]
    public void What_any_method_finds_fits_the_schema(string method)
    {
        using var folder = new Folder();
        var file = folder.With("x.csv", "unit,votes\nA,55\nB,35\nC,35\nD,0\n");
        foreach (var seats in (string[])["0", "1", "2", "3", "10"])
        {
            var given = Given.Command("divide", file, "--seats", seats, "--method", method, "--json", "--worksheet");
            Assert.True(given.Code is ExitCode.Fine or ExitCode.Findings, given.All);
            var problems = JsonSchema.Read(Path.Combine(CommandRun.Root, "docs", "json", "divide.schema.json")).Problems(JsonDocument.Parse(given.Output).RootElement);
            Assert.True(problems.Count == 0, method + "\n" + string.Join('\n', problems.Take(10)));
            Assert.NotEmpty(Given.Command("divide", file, "--seats", seats, "--method", method, "--worksheet").Output);
        }
    }

    [Fact]
    public void A_file_with_semicolons_quotation_marks_and_limits_is_read()
    {
        using var folder = new Folder();
        var file = folder.With("x.csv", Districts);
        var given = Given.Command("divide", file, "--seats", "7", "--method", "Webster", "--json");
        Assert.Equal(ExitCode.Fine, given.Code);
        var units = JsonDocument.Parse(given.Output).RootElement.GetProperty("units").EnumerateArray().ToList();
        Assert.Equal(["Harbour; old", "Hill", "Isle"], units.Select(unit => unit.GetProperty("unit").GetString()));
        Assert.Equal(["3", "4", "0"], units.Select(unit => unit.GetProperty("seats").GetString()));
    }

    [Theory]
    [InlineData("unit,votes\nA,5\nB\n", "line 3: a name and a figure are wanted")]
    [InlineData("unit,votes\nA,5\n\nB,many\n", "line 4: \"many\" is no number from zero up")]
    [InlineData("unit,votes\nA,5\nB,-2\n", "line 3: \"-2\" is no number from zero up")]
    [InlineData("unit,votes\nA,5\nA,2\n", "line 3: \"A\" stands in line 2 already")]
    [InlineData("unit,votes,least\nA,5,half\n", "line 2: \"half\" is no number from zero up")]
    [InlineData("unit,votes\nA,1.204\nB,1.310\n", "line 2: \"1.204\" is 1.204 or 1204; the file does not tell")]
    [InlineData("unit;votes\nA;1.204\nB;2,5\nC;2.5\n", "line 2: \"1.204\" is 1.204 or 1204; the file does not tell")]
    [InlineData("# decimal point\nunit;votes\nA;2,5\n", "line 3: \"2,5\" is 2.5; the file does not tell")]
    [InlineData("unit,votes\nA,5\nB,7\nTotal,13\n", "line 4: \"Total\" says 13, and the units have 12 together")]
    [InlineData("unit,members,votes\nA,5,6\nB,7,8\n", "has several columns of figures: members, votes")]
    [InlineData("unit,votes\nA,5,1\n", "line 2: ")]
    [InlineData("unit\nA\n", "has one column only")]
    [InlineData("unit,votes\n", "has no line of heads with a unit below it")]
    [InlineData("", "has no line of heads with a unit below it")]
    public void A_bad_line_is_named_with_its_reason(string content, string reason)
    {
        using var folder = new Folder();
        var given = Given.Command("divide", folder.With("x.csv", content), "--seats", "5", "--method", "webster");
        Assert.Equal(ExitCode.Usage, given.Code);
        Assert.Contains(reason, given.All, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("wants a file")]
    [InlineData("there is no", "nowhere.csv", "--seats", "5", "--method", "webster")]
    [InlineData("is a folder", "examples", "--seats", "5", "--method", "webster")]
    [InlineData("--seats N", "docs/figures/districts.csv", "--method", "webster")]
    [InlineData("the methods are", "docs/figures/districts.csv", "--seats", "5")]
    [InlineData("did you mean", "docs/figures/districts.csv", "--seats", "5", "--method", "webstr")]
    [InlineData("a share is written", "docs/figures/districts.csv", "--seats", "5", "--method", "webster", "--threshold", "120%")]
    public void What_is_missing_or_wrong_is_said_with_what_to_do(string said, params string[] words)
    {
        for (var i = 0; i < words.Length; i++)
            if (words[i] is "examples" || words[i].StartsWith("docs/", StringComparison.Ordinal)) words[i] = Path.Combine(CommandRun.Root, words[i]);
        var given = Given.Command(["divide", .. words]);
        Assert.Equal(ExitCode.Usage, given.Code);
        Assert.Contains(said, given.All, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("unit,votes\nA,1.204\nB,2.5\n", "301/250, 5/2")]
    [InlineData("unit;votes\nA;1.204\nB;2,5\n", "1204, 5/2")]
    [InlineData("unit;votes\nA;1.204\nB;1.204.000\n", "1204, 1204000")]
    [InlineData("# decimal comma\nunit;votes\nA;1.204\nB;12\n", "1204, 12")]
    [InlineData("unit;votes\nA;1 204\nB;1'310\n", "1204, 1310")]
    [InlineData("A,55\nB,35\n", "55, 35")]
    [InlineData("unit,votes\nA,5\nB,7\nTotal,12\n", "5, 7")]
    [InlineData("unit,region,votes\nA,North,5\nB,South,7\n", "5, 7")]
    public void Figures_are_read_as_the_file_writes_them_and_no_unit_is_lost_or_made(string content, string figures)
    {
        using var folder = new Folder();
        var given = Given.Command("divide", folder.With("x.csv", content), "--seats", "3", "--method", "webster", "--json");
        Assert.True(given.Code is ExitCode.Fine or ExitCode.Findings, given.All);
        var units = JsonDocument.Parse(given.Output).RootElement.GetProperty("units").EnumerateArray();
        Assert.Equal(figures, string.Join(", ", units.Select(unit => unit.GetProperty("figure").GetString())));
    }

    [Fact]
    public void The_column_that_counts_is_named_where_several_could()
    {
        using var folder = new Folder();
        var file = folder.With("x.csv", "unit,members,votes\nA,5,60\nB,7,10\n");
        Assert.Matches("A +60 +6", Given.Command("divide", file, "--seats", "7", "--method", "webster", "--figure", "votes").Output);
        Assert.Contains("its columns are members, votes", Given.Command("divide", file, "--seats", "7", "--method", "webster", "--figure", "people").All, StringComparison.Ordinal);
    }

    [Fact]
    public void A_threshold_that_nobody_reaches_and_a_least_that_it_takes_away_are_said()
    {
        using var folder = new Folder();
        var file = folder.With("x.csv", "unit,votes,least\nA,50,\nB,49,\nC,1,1\n");
        Assert.Contains("No unit reaches the threshold", Given.Command("divide", file, "--seats", "7", "--method", "webster", "--threshold", "60%").Output, StringComparison.Ordinal);
        Assert.Contains("C is below the threshold, so that its least of 1 is not given", Given.Command("divide", file, "--seats", "7", "--method", "webster", "--threshold", "5%").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_division_that_is_not_possible_is_a_finding_with_its_reason()
    {
        using var folder = new Folder();
        var file = folder.With("x.csv", "unit,votes,least,most\nA,5,3,2\nB,4,,\n");
        var given = Given.Command("divide", file, "--seats", "5", "--method", "webster");
        Assert.Equal(ExitCode.Findings, given.Code);
        Assert.Contains("A: The most seats of a unit are fewer than its least seats.", given.Output, StringComparison.Ordinal);
    }
}
