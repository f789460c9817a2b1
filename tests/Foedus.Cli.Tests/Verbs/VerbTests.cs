using Foedus.Cli.Hosting;
using Foedus.Cli.Tests.Hosting;

namespace Foedus.Cli.Tests.Verbs;

/// <summary>What the verbs promise beyond what their pages show.</summary>
public class VerbTests
{
    private const string Journal = "foedus 1\njournal \"J\" of \"Small\"\n\nact 1 2024-03-01 Chair convenes Assembly, ordinary for 2024-04-01\nact 2 2024-04-01 Assembly elects Ada as Chair\n";

    [Fact]
    public void A_warning_is_a_finding_only_where_it_is_asked_for()
    {
        using var folder = new Folder();
        folder.With("small.charter", Folder.SmallCharter.Replace("    quorum more than half of seats\n", "", StringComparison.Ordinal));
        Assert.Equal(ExitCode.Fine, Given.Command("check", folder.Path).Code);
        Assert.Equal(ExitCode.Findings, Given.Command("check", folder.Path, "--strict").Code);
    }

    [Fact]
    public void An_error_is_shown_with_its_line_and_is_a_finding()
    {
        using var folder = new Folder();
        folder.With("small.charter", Folder.SmallCharter + "\nart 3\n  bodie X\n");
        var given = Given.Command("check", folder.Path);
        Assert.Equal(ExitCode.Findings, given.Code);
        Assert.Contains("small.charter:39:3\n39 |   bodie X\n   |   ^^^^^", given.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_the_messages_of_the_file_that_was_named_are_shown()
    {
        using var folder = new Folder();
        folder.With("small.charter", Folder.SmallCharter + "\nbodie X\n");
        var journal = folder.With("j.journal", Journal);
        Assert.StartsWith("Small: nothing wrong.", Given.Command("check", journal).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_folder_may_stand_after_what_is_asked_about()
    {
        using var folder = new Folder();
        folder.With("small.charter", Folder.SmallCharter);
        var given = Given.Command("show", "Assembly", folder.Path);
        Assert.Equal(ExitCode.Fine, given.Code);
        Assert.Equal(Given.Command("show", folder.Path, "Assembly").Output, given.Output);
    }

    [Fact]
    public void The_examples_stand_as_the_formatter_writes_them()
    {
        var given = Given.Command("fmt", "--check", Given.Example(""));
        Assert.Equal("", given.Errors);
        Assert.Equal(ExitCode.Fine, given.Code);
    }

    [Fact]
    public void Formatting_writes_the_file_once_and_keeps_its_mode()
    {
        using var folder = new Folder();
        var path = folder.With("small.charter", Folder.SmallCharter);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        Assert.Equal(ExitCode.Findings, Given.Command("fmt", path, "--check").Code);
        Assert.Equal(Folder.SmallCharter, File.ReadAllText(path));
        Assert.Equal(ExitCode.Fine, Given.Command("fmt", path).Code);
        Assert.NotEqual(Folder.SmallCharter, File.ReadAllText(path));
        Assert.Equal(ExitCode.Fine, Given.Command("fmt", path, "--check").Code);
        Assert.Single(Directory.EnumerateFiles(folder.Path));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead, File.GetUnixFileMode(path));
    }

    [Fact]
    public void A_file_that_cannot_be_read_leaves_the_others_unwritten()
    {
        using var folder = new Folder();
        var path = folder.With("small.charter", Folder.SmallCharter);
        Assert.Equal(ExitCode.Usage, Given.Command("fmt", path, Path.Combine(folder.Path, "gone.charter")).Code);
        Assert.Equal(Folder.SmallCharter, File.ReadAllText(path));
    }

    [Fact]
    public void A_table_is_not_formatted() => Assert.Equal(ExitCode.Usage, Given.Command("fmt", Path.Combine(Given.Example("choirs"), "units.csv")).Code);

    [Fact]
    public void An_act_that_is_ruled_otherwise_than_recorded_is_a_finding()
    {
        using var folder = Recorded(Journal + "  ruling refused\n");
        var given = Given.Command("run", folder.Path);
        Assert.Equal(ExitCode.Findings, given.Code);
        Assert.Contains("error[FD0530]: act 2 was ruled refused; it is ruled accepted", given.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_known_after_an_act_knows_no_later_one()
    {
        using var folder = Recorded(Journal);
        Assert.Contains("Chair  Ada", Given.Command("run", folder.Path).Output, StringComparison.Ordinal);
        var earlier = Given.Command("run", folder.Path, "--known", "1").Output;
        Assert.DoesNotContain("Ada", earlier, StringComparison.Ordinal);
        Assert.Contains("How things stand on 2024-03-01", earlier, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, Given.Command("run", folder.Path, "--known", "7").Code);
    }

    [Fact]
    public void Things_stand_on_the_day_that_was_asked_for()
    {
        using var folder = Recorded(Journal);
        Assert.Contains("Chair  Ada", Given.Command("run", folder.Path, "--at", "2024-04-01").Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Chair  Ada", Given.Command("run", folder.Path, "--at", "2024-03-31").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rehearsal_is_marked_and_played_only_where_it_is_asked_for()
    {
        using var folder = Recorded(Journal);
        var rehearsal = folder.With("r.journal", "foedus 1\nrehearsal \"R\" of \"Small\" after \"j.journal\"\n\nact 1 2024-05-01 Assembly elects Bea as Chair\n");
        Assert.DoesNotContain("Bea", Given.Command("run", folder.Path).Output, StringComparison.Ordinal);
        foreach (var played in (Given[])[Given.Command("run", folder.Path, "--rehearse"), Given.Command("run", rehearsal)])
        {
            Assert.Contains("R (a rehearsal: nothing of it happened)", played.Output, StringComparison.Ordinal);
            Assert.Contains("~ 1  2024-05-01  refused ", played.Output, StringComparison.Ordinal);
        }

        folder.With("s.journal", "foedus 1\nrehearsal \"S\" of \"Small\"\n\nact 1 2024-05-01 Assembly elects Bea as Chair\n");
        Assert.Contains("holds 2 rehearsals", Given.Command("run", folder.Path, "--rehearse").Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void An_act_that_nobody_has_done_is_ruled_on_and_written_nowhere()
    {
        using var folder = Recorded(Journal);
        var before = Directory.EnumerateFiles(folder.Path).Select(File.ReadAllText).ToList();
        var one = Given.Command("explain", folder.Path, "2024-05-01 Assembly elects Bea as Chair");
        Assert.Equal(ExitCode.Findings, one.Code);
        var two = Given.Command("explain", folder.Path, "2024-05-01 Ada resigns from Chair", "2024-05-02 Assembly elects Bea as Chair");
        Assert.Equal(ExitCode.Fine, two.Code);
        Assert.Contains("if on 2024-05-01 Ada resigns from Chair: accepted\n", two.Output, StringComparison.Ordinal);
        Assert.Equal(before, Directory.EnumerateFiles(folder.Path).Select(File.ReadAllText));
        Assert.Equal(one.Output, Given.Command("explain", folder.Path, "2024-05-01 Assembly elects Bea as Chair").Output);
    }

    [Fact]
    public void Words_that_are_no_act_are_told_so()
    {
        using var folder = Recorded(Journal);
        var given = Given.Command("explain", folder.Path, "2024-05-01 Assembly dances");
        Assert.Equal(ExitCode.Usage, given.Code);
        Assert.StartsWith("foedus: \"2024-05-01 Assembly dances\" is not an act: ", given.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("explain|Constitushion", "nothing is called")]
    [InlineData("show|Presidum", "did you mean Presidium?")]
    [InlineData("explain|D1", "add --rehearse")]
    [InlineData("explain|act 999", "the journals have no act 999")]
    [InlineData("explain|act six", "the journals have no act six")]
    [InlineData("seats", "bodies with seats: ")]
    [InlineData("seats|Comittee", "did you mean Committee?")]
    [InlineData("seats|Committee|--method|Dean", "it lists largest remainder, Webster, Jefferson")]
    [InlineData("seats|Presidium|--method|Webster", "only where it leaves the method open")]
    [InlineData("read|99", "edition 1 has no article \"99\"")]
    [InlineData("read|--edition|9", "has no edition 9")]
    [InlineData("run|--edition|9", "has no edition 9")]
    public void What_is_not_there_is_told_so(string typed, string sentence)
    {
        var words = typed.Split('|');
        var given = Given.Command([words[0], Given.Example("union-1922"), .. words[1..]]);
        Assert.Equal(ExitCode.Usage, given.Code);
        Assert.Contains(sentence, given.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_message_of_the_language_can_be_asked_about()
    {
        Assert.Contains("nothing is called", Given.Command("help", "fd0302").Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, Given.Command("help", "FD9999").Code);
    }

    [Fact]
    public void The_same_question_has_the_same_answer()
    {
        foreach (var words in (string[][])[["run", "--rehearse"], ["silences"], ["seats", "Committee"], ["check", "--json"]])
        {
            var command = (string[])[words[0], Given.Example("union-1922"), .. words[1..]];
            Assert.Equal(Given.Command(command).All, Given.Command(command).All);
        }
    }

    [Fact]
    public void A_charter_without_a_line_that_can_be_read_is_told_so()
    {
        using var folder = new Folder();
        folder.With("x.charter", "this is no charter\n");
        Assert.Equal(ExitCode.Findings, Given.Command("check", folder.Path).Code);
        foreach (var verb in (string[])["run", "silences", "read"])
            Assert.Contains("foedus check", Given.Command(verb, folder.Path).Errors, StringComparison.Ordinal);
    }

    private static Folder Recorded(string journal)
    {
        var folder = new Folder();
        folder.With("small.charter", Folder.SmallCharter);
        folder.With("j.journal", journal);
        return folder;
    }
}
