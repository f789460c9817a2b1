using System.CommandLine;
using System.Text.RegularExpressions;
using Foedus.Cli.Hosting;

namespace Foedus.Cli.Tests.Hosting;

/// <summary>Options and manual pages say the same.</summary>
public partial class OptionTests
{
    public static TheoryData<string> Verbs => [.. VerbCatalogue.Names];

    [Theory, MemberData(nameof(Verbs))]
    public void Every_option_stands_in_the_manual_and_every_option_of_the_manual_is_there(string name)
    {
        var command = new Command(name);
        VerbCatalogue.Find(name)!.Declare(command);
        var synopsis = Manual.Of(name).Split("```")[1];
        Assert.Equal(
            command.Options.Select(o => o.Name).Order(StringComparer.Ordinal),
            OptionWord().Matches(synopsis).Select(m => m.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        foreach (var option in command.Options) Assert.Contains("`" + option.Name, Manual.Of(name), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Verbs))]
    public void Every_verb_can_answer_a_program(string name)
    {
        var command = new Command(name);
        VerbCatalogue.Find(name)!.Declare(command);
        Assert.Contains(command.Options, o => o.Name == "--json");
        Assert.Contains($"docs/json/{name}.md", Manual.Of(name), StringComparison.Ordinal);
    }

    [GeneratedRegex("--[a-z-]+", RegexOptions.None, 1000)]
    private static partial Regex OptionWord();
}
