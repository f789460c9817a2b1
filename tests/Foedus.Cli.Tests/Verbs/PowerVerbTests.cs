using System.Text.Json;
using Foedus.Cli.Hosting;
using Foedus.Cli.Tests.Hosting;

namespace Foedus.Cli.Tests.Verbs;

public class PowerVerbTests
{
    private const string UnitedStates = "name,count,house,senate,president\nrepresentative,435,1,0,0\nsenator,100,0,1,0\nPresident,1,0,0,1\n";
    private const string Passed = "house > 50% and senate > 50% and president >= 1 or house >= 2/3 of all and senate >= 2/3 of all";

    private static JsonElement Game(params string[] words)
    {
        var given = Given.Command([.. words, "--json"]);
        Assert.True(given.Code == ExitCode.Fine, given.All);
        return JsonDocument.Parse(given.Output).RootElement.GetProperty("games")[0].Clone();
    }

    private static string[] Column(JsonElement game, string field) => [.. game.GetProperty("classes").EnumerateArray().Select(c => c.GetProperty(field).GetString()!)];

    [Fact]
    public void A_game_may_be_typed()
    {
        var game = Game("power", "--quota", "12", "4x3", "2", "2", "Luxembourg=1", "--index", "all");
        Assert.Equal(["10", "6", "6", "0"], Column(game, "swings"));
        Assert.Equal(["7/30", "3/20", "3/20", "0"], Column(game, "shapleyShubik"));
        Assert.Equal("Luxembourg", game.GetProperty("classes")[3].GetProperty("player").GetString());
        Assert.Equal("7/32", game.GetProperty("toAct").GetString());
    }

    [Theory]
    [InlineData("--quota", "12")]
    [InlineData("--more-than", "65%")]
    [InlineData("--at-least", "12/17")]
    [InlineData("--wins", "weight >= 12")]
    [InlineData("--wins", "(weight > 11.5 and members >= 1) or members > 100%")]
    [InlineData("--wins", "at least 2 of (weight >= 12, weight >= 12, members >= 7)")]
    public void The_same_rule_may_be_said_in_several_ways(string option, string rule) =>
        Assert.Equal(["10", "10", "10", "6", "6", "0"], Column(Game("power", option, rule, "4", "4", "4", "2", "2", "1"), "swings"));

    [Fact]
    public void A_table_may_hold_several_weights_and_the_rule_joins_them()
    {
        using var folder = new Folder();
        folder.With("us.csv", UnitedStates);
        var game = Game("power", Path.Combine(folder.Path, "us.csv"), "--wins", Passed);

        // As textbooks give the President: 0.16047.
        Assert.StartsWith("0.16047", Counting.Ratio.Parse(Limited(Column(game, "shapleyShubik")[2])).ToDecimalString(6), StringComparison.Ordinal);
        Assert.Equal("537", (int.Parse(game.GetProperty("players").GetString()!, System.Globalization.CultureInfo.InvariantCulture) + 1).ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void The_rule_of_a_charter_is_laid_out_over_its_voters()
    {
        var given = Given.Command("power", Given.Example("eu-council"), "Qualified-Majority");
        Assert.Contains("at least 65% of inhabitants, or at most 3 members not in favour", given.Output, StringComparison.Ordinal);
        var game = Game("power", Given.Example("eu-council"), "Qualified-Majority");
        Assert.Equal(27, game.GetProperty("classes").GetArrayLength());
        Assert.Equal("17762672", game.GetProperty("winning").GetString());
        Assert.Equal("14156190", Column(game, "swings")[10]);
    }

    [Fact]
    public void A_rule_of_no_body_is_asked_about_with_its_body()
    {
        Assert.Equal(ExitCode.Usage, Given.Command("power", Given.Example("eu-council"), "Unanimity").Code);
        Assert.All(Column(Game("power", Given.Example("eu-council"), "Unanimity", "in", "Council"), "swings"), swings => Assert.Equal("1", swings));
    }

    [Fact]
    public void Units_may_be_taken_as_one_voter_each()
    {
        var game = Game("power", Given.Example("union-1922"), "Committee", "--en-bloc");
        Assert.Equal(["1", "0", "0", "0"], Column(game, "banzhaf"));
    }

    [Fact]
    public void What_takes_too_long_is_estimated_and_said_to_be()
    {
        using var folder = new Folder();
        folder.With("many.csv", string.Concat(Enumerable.Range(1, 300).Select(i => $"p{i},{1_000_003L * i * i % 99_991_337}\n")));
        var given = Given.Command("power", Path.Combine(folder.Path, "many.csv"), "--more-than", "1/2", "--budget", "1");
        Assert.Equal(ExitCode.Fine, given.Code);
        Assert.Contains("Estimated, not exact", given.Output, StringComparison.Ordinal);
        Assert.Contains("not counted", given.Output, StringComparison.Ordinal);
        Assert.Contains("estimated", given.Output.Split('\n')[3], StringComparison.Ordinal);
    }

    [Fact]
    public void More_players_than_can_be_drawn_are_said_to_be_out_of_reach()
    {
        var given = Given.Command("power", "--quota", "1000", "1x1000000000000000", "3x1000000000000000", "--estimate", "10");
        Assert.Equal(ExitCode.Fine, given.Code);
        Assert.Contains("Shapley-Shubik: not counted. It is out of reach", given.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("power", "wants a rule or a body")]
    [InlineData("power|--quota|12", "no weights")]
    [InlineData("power|--quota|twelve|4", "--quota cannot be")]
    [InlineData("power|--quota|3|4xx", "\"4xx\" is no weight")]
    [InlineData("power|--quota|3|a=b", "\"a=b\" is no weight")]
    [InlineData("power|--quota|3|--at-least|1/2|4", "only one of")]
    [InlineData("power|--quota|3|2|2|--index|power", "\"power\" is no index")]
    [InlineData("power|--quota|3|2|2|--unions|2+9", "\"9\" is no player")]
    [InlineData("power|--quota|3|a=2|b=2|--unions|a+a", "two unions")]
    [InlineData("power|--quota|3|2|2|--estimate|0", "above zero")]
    [InlineData("power|--wins|weight|2|2", "not understood at \"the end\"")]
    [InlineData("power|--wins|people >= 3|2|2", "\"people\" is no weight")]
    [InlineData("power|--wins|weight >= 3 or|2|2", "\"the end\" is no weight")]
    [InlineData("power|--wins|weight >= 3)|2|2", "not understood at \")\"")]
    [InlineData("power|nothing.csv|--quota|3", "nothing.csv")]
    public void What_cannot_be_understood_is_said_in_a_sentence(string typed, string said)
    {
        var given = Given.Command(typed.Split('|'));
        Assert.Equal(ExitCode.Usage, given.Code);
        Assert.Contains(said, given.Errors, StringComparison.Ordinal);
        Assert.Contains("help: ", given.Errors, StringComparison.Ordinal);
        Assert.Empty(given.Output);
    }

    [Theory]
    [InlineData("", "holds no player")]
    [InlineData("Malta\n", "no column with a weight")]
    [InlineData("Malta,3\nCyprus\n", "line 2: 1 cells, where there are 2 columns")]
    [InlineData("name,weight\nMalta,three\n", "line 2: weight is \"three\"")]
    [InlineData("name,count,weight\nMalta,-1,3\n", "line 2: \"-1\" is no number of players")]
    [InlineData("Malta,-3\n", "Malta cannot be measured: A vote in favour counts against")]
    public void A_bad_table_is_refused_with_its_line(string table, string said)
    {
        using var folder = new Folder();
        folder.With("game.csv", table);
        var given = Given.Command("power", Path.Combine(folder.Path, "game.csv"), "--quota", "2");
        Assert.Equal(ExitCode.Usage, given.Code);
        Assert.Contains(said, given.Errors, StringComparison.Ordinal);
    }

    // A fraction of 537 factorial is longer than any that is read back; its first digits do.
    private static string Limited(string fraction)
    {
        var parts = fraction.Split('/');
        var cut = Math.Max(0, parts[1].Length - 100);
        return parts[0][..Math.Max(1, parts[0].Length - cut)] + "/" + parts[1][..^cut];
    }
}
