using System.Text.Json;
using Foedus.Cli.Hosting;
using Foedus.Cli.Tests.Hosting;
using Foedus.Cli.Tests.Json;
using Foedus.Cli.Tests.Transcripts;
using Foedus.Counting;

namespace Foedus.Cli.Tests.Verbs;

/// <summary>What <c>foedus tally</c> promises beyond what its page shows.</summary>
public class TallyVerbTests
{
    private const string Tied = "3 1\n4 1 0\n4 2 0\n1 3 0\n0\n\"Ann\"\n\"Bert\"\n\"Cleo\"\n\"Chair\"\n";

    public static TheoryData<string> Rules => [.. TallyRules.All.Select(rule => rule.Name)];

    [Fact]
    public void Without_a_file_every_rule_is_listed_with_its_source()
    {
        var given = Given.Command("tally");
        Assert.Equal(ExitCode.Fine, given.Code);
        Assert.All(TallyRules.All, rule => Assert.Contains(rule.Source, given.Output, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Rules))]
    public void What_any_rule_finds_fits_the_schema(string rule)
    {
        using var folder = new Folder();
        var file = folder.With("x.blt", Tied);
        foreach (var words in (string[][])[["--ties", "order=2-1-3"], [], ["--seed", "dice"]])
        {
            var given = Given.Command(["tally", file, "--rule", rule, "--json", .. words]);
            Assert.True(given.Code is ExitCode.Fine or ExitCode.Findings, given.All);
            var problems = JsonSchema.Read(Path.Combine(CommandRun.Root, "docs", "json", "tally.schema.json")).Problems(JsonDocument.Parse(given.Output).RootElement);
            Assert.True(problems.Count == 0, rule + "\n" + string.Join('\n', problems.Take(10)));
            Assert.DoesNotContain("TallyEvent.", Given.Command(["tally", file, "--rule", rule, "--rounds", .. words]).All, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_bad_file_is_refused_with_every_line_and_counted_not_at_all()
    {
        using var folder = new Folder();
        var file = folder.With("x.blt", "3 1\nx 1 5 0\n1.5 2 0\n[tie 1 2]\n0\n\"Ann\"\n\"Bert\"\n\"Cleo\"\n\"Chair\"\n");
        var given = Given.Command("tally", file, "--rule", "irv");
        Assert.Equal(ExitCode.Findings, given.Code);
        Assert.Equal(
            $"""
            {file}:2: 'x' is no count of papers.
            {file}:3: '1.5' is no count of papers.
            {file}:4: Options in brackets are not part of the format; write a withdrawn candidate as a negative number.

            Nothing was counted: a file of ballots is counted whole or not at all.

            """.ReplaceLineEndings("\n"),
            given.Output);
        Assert.Equal(3, JsonDocument.Parse(Given.Command("tally", file, "--json").Output).RootElement.GetProperty("faults").GetArrayLength());
    }

    [Fact]
    public void An_open_tie_is_a_finding_with_every_way_it_may_go()
    {
        using var folder = new Folder();
        var file = folder.With("x.blt", Tied);
        var given = Given.Command("tally", file, "--rule", "irv");
        Assert.Equal(ExitCode.Findings, given.Code);
        Assert.Contains("elected in some ways: Ann, Bert", given.Output, StringComparison.Ordinal);
        Assert.Contains("Way 2", given.Output, StringComparison.Ordinal);
        Assert.Contains("\n  Bert", Given.Command("tally", file, "--rule", "irv", "--ties", "order=2-1").Output, StringComparison.Ordinal);
        Assert.Contains("by lot", Given.Command("tally", file, "--rule", "irv", "--ties", "backwards,lot", "--seed", "dice 3 5").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Seats_are_reserved_for_a_group_by_numbers()
    {
        using var folder = new Folder();
        var file = folder.With("x.blt", "3 1\n4 1 0\n3 2 0\n1 3 0\n0\n\"Ann\"\n\"Bert\"\n\"Cleo\"\n\"Chair\"\n");
        Assert.Contains("Elected\n  Cleo", Given.Command("tally", file, "--rule", "meek", "--group", "young=3", "--reserve", "young=1").Output, StringComparison.Ordinal);
        Assert.Contains("young: 1 stand, 2 are reserved", Given.Command("tally", file, "--rule", "meek", "--group", "young=3", "--reserve", "young=2").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tally|x.blt|--rule|stv", "there is no rule \"stv\"")]
    [InlineData("tally|x.blt|--rule|scotish", "did you mean scottish?")]
    [InlineData("tally|gone.blt", "there is no file gone.blt")]
    [InlineData("tally|x.txt", "does not say by its name")]
    [InlineData("tally|x.blt|--format|pdf", "--format cannot be \"pdf\"")]
    [InlineData("tally|x.blt|--rule|irv|--ties|dice", "--ties cannot be \"dice\"")]
    [InlineData("tally|x.blt|--rule|irv|--ties|lot", "a lot wants a seed")]
    [InlineData("tally|x.blt|--rule|irv|--ties|order=0", "--ties cannot be \"0\"")]
    [InlineData("tally|x.blt|--rule|irv|--ties|order=9", "there is no candidate 9")]
    [InlineData("tally|x.blt|--rule|irv|--ties|backwards|--seed|x", "--ties has no lot")]
    [InlineData("tally|x.blt|--rule|irv|--seats|0", "--seats cannot be \"0\"")]
    [InlineData("tally|x.blt|--rule|irv|--group|young", "--group cannot be \"young\"")]
    [InlineData("tally|x.blt|--rule|irv|--reserve|young=1", "no candidate belongs to a group \"young\"")]
    [InlineData("tally|x.blt|--rule|irv|--reserve|young", "--reserve cannot be \"young\"")]
    [InlineData("tally|--rule|irv", "wants a file of ballots")]
    public void What_cannot_be_carried_out_says_why(string typed, string sentence)
    {
        using var folder = new Folder();
        var file = folder.With("x.blt", Tied);
        var given = Given.Command([.. typed.Split('|').Select(word => word == "x.blt" ? file : word)]);
        Assert.Equal(ExitCode.Usage, given.Code);
        Assert.Contains(sentence, given.Errors, StringComparison.Ordinal);
        Assert.Empty(given.Output);
    }

    [Fact]
    public void A_table_of_marks_is_counted_by_the_rules_for_marks()
    {
        using var folder = new Folder();
        var file = folder.With("x.csv", "# title: Board\n# most: 5\npapers,Ann,Bert,Cleo\n3,5,2,0\n2,0,4,1\n1,,,\n");
        foreach (var rule in ScoreRules.All)
        {
            Assert.Contains(rule.Source, Given.Command("tally").Output, StringComparison.Ordinal);
            var json = Given.Command("tally", file, "--format", "marks", "--rule", rule.Name, "--json");
            Assert.True(json.Code is ExitCode.Fine or ExitCode.Findings, json.All);
            Assert.Empty(JsonSchema.Read(Path.Combine(CommandRun.Root, "docs", "json", "tally.schema.json")).Problems(JsonDocument.Parse(json.Output).RootElement));
        }

        var given = Given.Command("tally", file, "--format", "marks", "--rule", "score");
        Assert.Contains("5 valid, 2 different", given.Output, StringComparison.Ordinal);
        Assert.Contains("Elected\n  Ann", given.Output, StringComparison.Ordinal);
        Assert.Contains("Elected\n  Cleo", Given.Command("tally", file, "--format", "marks", "--rule", "score", "--group", "young=3", "--reserve", "young=1").Output, StringComparison.Ordinal);
        Assert.Contains(":4: ", Given.Command("tally", folder.With("y.csv", "# most: 5\npapers,A\n1,2\n1,6\n"), "--format", "marks", "--rule", "score").Output, StringComparison.Ordinal);
        Assert.Contains("schulze", Given.Command("tally", file, "--format", "marks", "--rule", "schulze").All, StringComparison.Ordinal);
    }

    [Fact]
    public void Pairs_name_the_sets_that_a_reader_may_check_against()
    {
        using var folder = new Folder();
        var given = Given.Command("tally", folder.With("x.blt", "3 1\n4 1 2 3 0\n3 2 3 1 0\n2 3 1 2 0\n0\n\"Ann\"\n\"Bert\"\n\"Cleo\"\n\"Chair\"\n"), "--rule", "schulze", "--rounds");
        Assert.Contains("The Smith set: the fewest who each beat everybody outside\n  Ann, Bert, Cleo.", given.Output, StringComparison.Ordinal);
        Assert.Contains("Elected\n  Ann", given.Output, StringComparison.Ordinal);
    }
}
