using System.Text.Json;
using Foedus.Cli.Hosting;
using Foedus.Cli.Tests.Hosting;
using Foedus.Cli.Tests.Transcripts;

namespace Foedus.Cli.Tests.Json;

/// <summary>What programs are given is what the schemas say. The pages are made from the schemas, with <c>FOEDUS_UPDATE_TRANSCRIPTS=1</c>.</summary>
public class JsonResultTests
{
    private static readonly string[] Examples = [.. Directory.EnumerateDirectories(Path.Combine(CommandRun.Root, "examples")).Select(p => Path.GetFileName(p)).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Verbs => [.. VerbCatalogue.Names];

    public static TheoryData<string, string> ReadersOfExamples
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var verb in (string[])["check", "run", "test", "silences", "read", "fmt --check"])
            {
                foreach (var example in Examples) data.Add(verb, example);
            }

            return data;
        }
    }

    [Theory, MemberData(nameof(ReadersOfExamples))]
    public void What_is_found_in_an_example_fits_the_schema(string verb, string example) => Fits([.. verb.Split(' '), Given.Example(example)]);

    [Theory]
    [InlineData("run|--rehearse")]
    [InlineData("run|--no-assumptions")]
    [InlineData("run|--known|8|--at|1923-01-01")]
    [InlineData("explain|act 20")]
    [InlineData("explain|act 18")]
    [InlineData("explain|act 10|--rehearse")]
    [InlineData("explain|art 16")]
    [InlineData("explain|art 6 method")]
    [InlineData("explain|Ukraine in Committee")]
    [InlineData("explain|Constitution")]
    [InlineData("explain|1923-08-02 Committee of Ukraine annuls O1|--rehearse")]
    [InlineData("show|Ukraine")]
    [InlineData("show|Presidium")]
    [InlineData("show|Committee of Ukraine")]
    [InlineData("show|Finance of Council")]
    [InlineData("show|O1|--rehearse")]
    [InlineData("seats|Committee|--worksheet")]
    [InlineData("seats|Committee|--method|Jefferson")]
    [InlineData("seats|Congress")]
    [InlineData("power|Committee|--en-bloc|--index|all|--coalitions|3|--unions|Ukraine+Byelorussia")]
    [InlineData("power|Committee|--estimate|50|--index|all")]
    [InlineData("silences|--material|--rehearse")]
    public void What_is_asked_about_the_union_fits_the_schema(string typed)
    {
        var words = typed.Split('|');
        Fits([words[0], Given.Example("union-1922"), .. words[1..]]);
    }

    [Fact]
    public void What_is_begun_fits_the_schema()
    {
        using var folder = new Folder();
        Fits(["new", Path.Combine(folder.Path, "x")]);
    }

    [Fact]
    public void Messages_fit_the_schema()
    {
        using var folder = new Folder();
        folder.With("x.charter", Folder.SmallCharter + "\nart 3\n  boddy X\nart 3\n  body Assembly\n");
        var found = Fits(["check", folder.Path]);
        Assert.True(found.GetProperty("errors").GetInt32() > 0);
    }

    [Theory, MemberData(nameof(Verbs))]
    public void Every_verb_has_a_schema_and_a_page_that_is_made_from_it(string verb)
    {
        var folder = Path.Combine(CommandRun.Root, "docs", "json");
        var page = JsonPage.Of(verb, JsonSchema.Read(Path.Combine(folder, verb + ".schema.json")));
        var path = Path.Combine(folder, verb + ".md");
        if (Environment.GetEnvironmentVariable("FOEDUS_UPDATE_TRANSCRIPTS") == "1") File.WriteAllText(path, page);
        Assert.Equal(page, File.ReadAllText(path));
    }

    [Theory]
    [InlineData("{}", "verb is missing")]
    [InlineData("{\"verb\":\"fmt\",\"version\":1,\"written\":1,\"files\":[]}", "integer instead of boolean")]
    [InlineData("{\"verb\":\"run\",\"version\":1,\"written\":true,\"files\":[]}", "run instead of fmt")]
    [InlineData("{\"verb\":\"fmt\",\"version\":1,\"written\":true,\"files\":[{}]}", "$.files[0]: path is missing")]
    [InlineData("{\"verb\":\"fmt\",\"version\":1,\"written\":true,\"files\":[],\"more\":1}", "more is not in the schema")]
    public void The_validator_finds_what_is_wrong(string json, string problem)
    {
        var schema = JsonSchema.Read(Path.Combine(CommandRun.Root, "docs", "json", "fmt.schema.json"));
        Assert.Contains(schema.Problems(JsonDocument.Parse(json).RootElement), p => p.Contains(problem, StringComparison.Ordinal));
    }

    private static JsonElement Fits(string[] words)
    {
        var given = Given.Command([.. words, "--json"]);
        Assert.True(given.Code is ExitCode.Fine or ExitCode.Findings, given.All);
        Assert.EndsWith("}\n", given.Output, StringComparison.Ordinal);
        var result = JsonDocument.Parse(given.Output).RootElement.Clone();
        var problems = JsonSchema.Read(Path.Combine(CommandRun.Root, "docs", "json", words[0] + ".schema.json")).Problems(result);
        Assert.True(problems.Count == 0, string.Join('\n', problems.Take(20)));
        return result;
    }
}
