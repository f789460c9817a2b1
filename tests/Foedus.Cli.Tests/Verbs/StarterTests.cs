using Foedus.Cli.Hosting;
using Foedus.Cli.Tests.Hosting;

namespace Foedus.Cli.Tests.Verbs;

/// <summary>What <c>foedus new</c> begins is in order from the first day.</summary>
public class StarterTests
{
    public static TheoryData<string> Kinds => ["union", "club", "league"];

    [Theory, MemberData(nameof(Kinds))]
    public void A_starter_checks_clean_passes_its_cases_and_is_written_as_it_should_be(string kind)
    {
        using var folder = new Folder();
        var path = Path.Combine(folder.Path, "my-first-one");
        var made = Given.Command("new", path, "--kind", kind, "--year", "2024");
        Assert.Equal(ExitCode.Fine, made.Code);
        Assert.Contains("My first one is begun", made.Output, StringComparison.Ordinal);
        Assert.Contains("My first one: 1 note.\n1 place is left open", Given.Command("check", path, "--strict").Output, StringComparison.Ordinal);
        Assert.Contains("5 cases: all passed", Given.Command("test", path).Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Fine, Given.Command("fmt", path, "--check").Code);
        var run = Given.Command("run", path);
        Assert.Equal(ExitCode.Fine, run.Code);
        Assert.DoesNotContain("refused", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("undetermined", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_ever_overwritten()
    {
        using var folder = new Folder();
        var charter = folder.With("mine.charter", "foedus 1\n");
        var given = Given.Command("new", folder.Path);
        Assert.Equal(ExitCode.Usage, given.Code);
        Assert.Contains("is there already", given.Errors, StringComparison.Ordinal);
        Assert.Equal("foedus 1\n", File.ReadAllText(charter));
        Assert.Single(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Theory]
    [InlineData("a\"b")]
    [InlineData("..")]
    [InlineData("x\ny")]
    public void A_name_that_no_folder_should_have_is_refused(string name) => Assert.Equal(ExitCode.Usage, Given.Command("new", name).Code);

    [Fact]
    public void A_kind_that_is_misspelt_is_put_right() => Assert.Contains("did you mean club?", Given.Command("new", "x", "--kind", "klub").Errors, StringComparison.Ordinal);
}
