using Foedus.Cli.Hosting;
using Foedus.Cli.Tests.Transcripts;

namespace Foedus.Cli.Tests;

/// <summary>
/// Every verb has its page, and <c>docs/commands</c> holds the same pages. With <c>FOEDUS_UPDATE_TRANSCRIPTS=1</c> the pages beside the verbs
/// get the present output, and are then published.
/// </summary>
[Collection("documents")]
public class ManualTests
{
    public static TheoryData<string> Verbs => [.. VerbCatalogue.Names];

    [Theory, MemberData(nameof(Verbs))]
    public async Task A_manual_page_is_published_as_it_stands_beside_its_verb(string verb)
    {
        var source = Path.Combine(CommandRun.Root, "src", "Foedus.Cli", "Verbs", verb + ".md");
        var published = Path.Combine(CommandRun.Root, "docs", "commands", verb + ".md");
        var text = await File.ReadAllTextAsync(source, TestContext.Current.CancellationToken);
        if (Environment.GetEnvironmentVariable("FOEDUS_UPDATE_TRANSCRIPTS") == "1")
        {
            var document = TranscriptDocument.Parse(text);
            var printed = new Dictionary<TranscriptStep, IReadOnlyList<string>>(ReferenceEqualityComparer.Instance);
            foreach (var step in document.Steps.Where(s => s.Arguments is not null))
            {
                var lines = await CommandRun.Lines(step.Arguments!);
                if (!step.Shows(lines)) printed[step] = lines;
            }

            text = document.With(printed);
            await File.WriteAllTextAsync(source, text, TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(published, text, TestContext.Current.CancellationToken);
        }

        Assert.Equal(text, await File.ReadAllTextAsync(published, TestContext.Current.CancellationToken));
    }

    [Theory, MemberData(nameof(Verbs))]
    public void A_manual_page_names_its_verb_and_says_how_it_ends(string verb)
    {
        var page = Manual.Of(verb);
        Assert.StartsWith($"# foedus {verb}\n", page, StringComparison.Ordinal);
        Assert.Contains("Exit code: ", page, StringComparison.Ordinal);
        Assert.Contains("$ ./foedus " + verb, page, StringComparison.Ordinal);
    }
}
