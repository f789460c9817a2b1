using Foedus.Cli.Hosting;
using Foedus.Cli.Tests.Hosting;

namespace Foedus.Cli.Tests.Verbs;

/// <summary>Nothing is assumed that nobody says, and nobody is taken to say two things at once.</summary>
public class AssumptionChoiceTests
{
    private const string Vote = "2024-05-01 Assembly votes on M1, for 2, against 1, abstaining 1";

    [Fact]
    public void The_assumptions_of_the_files_are_used_and_listed()
    {
        using var folder = Federation(("a.assumptions", "A1", "not counted"));
        var given = Given.Command("explain", folder.Path, Vote);
        Assert.Contains("carried (art 2; assuming A1)", given.Output, StringComparison.Ordinal);
        Assert.Contains("Without any assumption: undetermined", given.Output, StringComparison.Ordinal);
        Assert.Contains("Assumptions used\n  A1  art 2 abstention = not counted  a.assumptions", given.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void None_is_used_where_none_is_wanted()
    {
        using var folder = Federation(("a.assumptions", "A1", "not counted"));
        Assert.Contains("\nundetermined (art 2)\n", Given.Command("explain", folder.Path, Vote, "--no-assumptions").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_files_contradict_each_other_the_secretary_is_followed_and_it_is_said()
    {
        using var folder = Federation(("secretary.assumptions", "A1", "not counted"), ("others.assumptions", "B1", "counts against"));
        var run = Given.Command("run", folder.Path);
        Assert.Contains("only the assumptions of", run.Output, StringComparison.Ordinal);
        Assert.Contains("since B1 and A1 contradict each other", run.Output, StringComparison.Ordinal);
        Assert.Contains("assuming A1", Given.Command("explain", folder.Path, Vote).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nobody_is_the_secretary_the_user_has_to_choose()
    {
        using var folder = Federation(("one.assumptions", "A1", "not counted"), ("two.assumptions", "B1", "counts against"));
        var given = Given.Command("run", folder.Path);
        Assert.Equal(ExitCode.Usage, given.Code);
        Assert.Contains("A1 and B1 both fill art 2 abstention", given.Errors, StringComparison.Ordinal);
        Assert.Contains("choose with --assuming", given.Errors, StringComparison.Ordinal);
        Assert.Contains("carried", Given.Command("explain", folder.Path, Vote, "--assuming", "A1").Output, StringComparison.Ordinal);
        Assert.Contains("lost (art 2; assuming B1)", Given.Command("explain", folder.Path, Vote, "--assuming", "B1").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_is_misspelt_is_put_right()
    {
        using var folder = Federation(("a.assumptions", "Abstain", "not counted"));
        Assert.Contains("did you mean Abstain?", Given.Command("run", folder.Path, "--assuming", "Abstian").Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Naming_some_and_wanting_none_is_refused() =>
        Assert.Equal(ExitCode.Usage, Given.Command("run", Given.Example("choirs"), "--assuming", "A1", "--no-assumptions").Code);

    private static Folder Federation(params (string File, string Name, string Reading)[] assumptions)
    {
        var folder = new Folder();
        folder.With("small.charter", Folder.SmallCharter);
        foreach (var (file, name, reading) in assumptions)
            folder.With(file, $"foedus 1\nassumptions \"{file}\" of \"Small\"\n\nassume {name} art 2 abstention = {reading}\n  owner \"{file}\"\n  because \"so\"\n");
        return folder;
    }
}
