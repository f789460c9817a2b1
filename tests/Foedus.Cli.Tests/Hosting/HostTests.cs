using System.Text;
using Foedus.Cli.Hosting;

namespace Foedus.Cli.Tests.Hosting;

/// <summary>How the command meets whoever types it.</summary>
public class HostTests
{
    [Fact]
    public void Without_words_it_says_what_it_can_do()
    {
        var given = Given.Command();
        Assert.Equal(ExitCode.Fine, given.Code);
        foreach (var verb in VerbCatalogue.Names) Assert.Contains($"foedus {verb} ", given.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("chek", "did you mean check?")]
    [InlineData("silence", "did you mean silences?")]
    [InlineData("RUN", "the verbs are check, run")]
    [InlineData("--json", "write the verb first")]
    public void An_unknown_verb_is_told_with_the_one_that_was_meant(string typed, string hint)
    {
        var given = Given.Command(typed);
        Assert.Equal(ExitCode.Usage, given.Code);
        Assert.Empty(given.Output);
        Assert.Contains(hint, given.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check|--strct|.", "did you mean --strict?")]
    [InlineData("check|a|b", "foedus check has no use for \"b\"")]
    [InlineData("run|--known|soon", "--known cannot be \"soon\"")]
    [InlineData("run|--at", "the option --at wants a value")]
    [InlineData("run|--at|1923-02-30", "--at wants a day")]
    [InlineData("run|--at|1923", "--at wants a day")]
    [InlineData("new", "foedus new wants NAME")]
    [InlineData("explain", "foedus explain wants a name")]
    [InlineData("show", "foedus show wants a name")]
    public void A_command_that_cannot_be_read_says_why(string typed, string sentence)
    {
        var given = Given.Command(typed.Split('|'));
        Assert.Equal(ExitCode.Usage, given.Code);
        Assert.Empty(given.Output);
        Assert.Contains(sentence, given.Errors, StringComparison.Ordinal);
        Assert.Contains("\nhelp: ", given.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("help|check")]
    [InlineData("check|--help")]
    [InlineData("check|-h")]
    [InlineData("check|somewhere|--help")]
    public void Help_prints_the_manual_page(string typed)
    {
        var given = Given.Command(typed.Split('|'));
        Assert.Equal(ExitCode.Fine, given.Code);
        Assert.StartsWith("foedus check\n", given.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("```", given.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('`', given.Output);
    }

    [Fact]
    public void A_fault_is_one_sentence_and_no_trace()
    {
        using var output = new MemoryStream();
        using var errors = new MemoryStream();
        ExitCode code;
        using (var terminal = new Terminal(output, errors, colouredOutput: false, colouredErrors: false))
            code = Host.Guard(["check", "x"], terminal, () => throw new InvalidOperationException("the count is off\nby one"));
        var told = Encoding.UTF8.GetString(errors.ToArray());
        Assert.Equal(ExitCode.Fault, code);
        Assert.Equal(0, output.Length);
        Assert.Equal(2, told.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.StartsWith("foedus: a fault in Foedus stopped the command (InvalidOperationException: the count is off by one)\n", told, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", told, StringComparison.Ordinal);
        var report = told.Split("what is in ")[1].Split(';')[0];
        Assert.Contains("foedus check x", File.ReadAllText(report), StringComparison.Ordinal);
        File.Delete(report);
    }

    [Fact]
    public void Colours_are_written_where_they_are_wanted_and_nowhere_else()
    {
        Assert.Contains("\u001b[", Coloured(true), StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', Coloured(false));
        Assert.Equal(Coloured(false), Plain(Coloured(true)));

        static string Coloured(bool colour)
        {
            using var output = new MemoryStream();
            using var errors = new MemoryStream();
            using (var terminal = new Terminal(output, errors, colour, colour)) Host.Run(["read", Given.Example("choirs"), "5"], terminal);
            return Encoding.UTF8.GetString(output.ToArray());
        }

        static string Plain(string text) => System.Text.RegularExpressions.Regex.Replace(text, "\u001b\\[[0-9;]*m", "", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)).ReplaceLineEndings("\n");
    }

    [Fact]
    public void A_terminal_gets_its_tables_drawn()
    {
        using var output = new MemoryStream();
        using var errors = new MemoryStream();
        using (var terminal = new Terminal(output, errors, colouredOutput: true, colouredErrors: true)) Host.Run(["seats", Given.Example("choirs"), "Board"], terminal);
        Assert.Contains('─', Encoding.UTF8.GetString(output.ToArray()));
    }

    [Fact]
    public void What_a_terminal_would_obey_is_not_passed_on()
    {
        using var folder = new Folder();
        folder.With("odd.charter", Folder.SmallCharter.Replace("\"Small\"", "\"Small\u001b[31m\"", StringComparison.Ordinal));
        Assert.DoesNotContain('\u001b', Given.Command("check", folder.Path).All);
    }
}
