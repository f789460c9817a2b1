namespace Foedus.Cli.Tests.Transcripts;

/// <summary>
/// What the documents show is what the command prints. To write the present output into the documents:
/// <c>FOEDUS_UPDATE_TRANSCRIPTS=1 ./test cli</c>, and then read the difference.
/// </summary>
[Collection("documents")]
public class TranscriptTests
{
    private static readonly bool Update = Environment.GetEnvironmentVariable("FOEDUS_UPDATE_TRANSCRIPTS") == "1";

    public static TheoryData<string> Documents
    {
        get
        {
            var paths = new List<string> { "README.md" };
            foreach (var folder in new[] { "docs", "examples" })
            {
                var start = Path.Combine(CommandRun.Root, folder);
                if (!Directory.Exists(start)) continue;
                paths.AddRange(Directory.EnumerateFiles(start, "*.md", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(CommandRun.Root, path).Replace('\\', '/')));
            }

            paths.Sort(StringComparer.Ordinal);
            return [.. paths];
        }
    }

    [Theory, MemberData(nameof(Documents))]
    public async Task A_document_shows_what_the_command_prints(string path)
    {
        var full = Path.Combine(CommandRun.Root, path);
        var document = TranscriptDocument.Parse(await File.ReadAllTextAsync(full, TestContext.Current.CancellationToken));
        var wrong = new List<string>();
        var printed = new Dictionary<TranscriptStep, IReadOnlyList<string>>(ReferenceEqualityComparer.Instance);
        foreach (var step in document.Steps)
        {
            if (step.Arguments is null)
            {
                wrong.Add($"{path}:{step.Line}: a console block may only run ./foedus, with its quotes closed: {step.Command}");
                continue;
            }

            var lines = await CommandRun.Lines(step.Arguments);
            if (step.Shows(lines)) continue;
            printed[step] = lines;
            wrong.Add($"{path}:{step.Line}: $ {step.Command}\n--- shown\n{string.Join('\n', step.Output)}\n--- printed\n{string.Join('\n', lines)}\n");
        }

        if (Update && printed.Count > 0)
        {
            await File.WriteAllTextAsync(full, document.With(printed), TestContext.Current.CancellationToken);
            return;
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void A_document_without_a_change_is_written_back_as_it_was()
    {
        const string text = "# Title\n\n```console\n$ ./foedus a\none\ntwo\n$ ./foedus b\n```\n\nEnd.\n\n```console\n$ ./foedus c\n...\nlast\n```\n";
        var document = TranscriptDocument.Parse(text);
        Assert.Equal(text, document.With(new Dictionary<TranscriptStep, IReadOnlyList<string>>()));
        Assert.Equal([4, 7, 13], document.Steps.Select(step => step.Line));
    }

    [Fact]
    public void A_changed_output_takes_the_place_of_the_old_one_only()
    {
        var document = TranscriptDocument.Parse("```console\n$ ./foedus a\nold\n$ ./foedus b\nkept\n```\n");
        var first = document.Steps.First();
        Assert.Equal("```console\n$ ./foedus a\nnew\n$ ./foedus b\nkept\n```\n", document.With(new Dictionary<TranscriptStep, IReadOnlyList<string>> { [first] = ["new"] }));
    }

    [Theory]
    [InlineData("a|b", "a|b", true)]
    [InlineData("a|b", "a|c", false)]
    [InlineData("a", "a|b", false)]
    [InlineData("a|b", "a", false)]
    [InlineData("a|...|d", "a|b|c|d", true)]
    [InlineData("a|...", "a", true)]
    [InlineData("...|d", "a|d|e", false)]
    [InlineData("...|d|...|d", "d|x|d|d", true)]
    public void Three_dots_stand_for_lines_left_out(string shown, string printed, bool same)
    {
        var step = new TranscriptStep(1, "./foedus", shown.Split('|'));
        Assert.Equal(same, step.Shows(printed.Split('|')));
    }

    [Fact]
    public void Words_in_double_quotes_are_one_argument()
    {
        Assert.Equal(["show", "body Council", "--as-at", "1923-07-06"], new TranscriptStep(1, "./foedus show \"body Council\" --as-at 1923-07-06", []).Arguments);
        Assert.Null(new TranscriptStep(1, "rm -rf /", []).Arguments);
        Assert.Null(new TranscriptStep(1, "./foedus show \"body", []).Arguments);
    }
}
