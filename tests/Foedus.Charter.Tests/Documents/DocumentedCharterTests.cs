using Foedus.Charter.Syntax;
using Foedus.Charter.Text;

namespace Foedus.Charter.Tests.Documents;

/// <summary>What the documents show of the language is the language: every block fenced as <c>foedus</c> is read by the parser.</summary>
public class DocumentedCharterTests
{
    internal static readonly string Root = FindRoot();

    public static TheoryData<string> Documents
    {
        get
        {
            var paths = new List<string>(Directory.EnumerateFiles(Root, "*.md"));
            foreach (var folder in new[] { "docs", "examples" })
                paths.AddRange(Directory.EnumerateFiles(Path.Combine(Root, folder), "*.md", SearchOption.AllDirectories));
            return [.. paths.Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/')).Order(StringComparer.Ordinal)];
        }
    }

    public static TheoryData<string> FilesOfTheTutorial =>
        [.. TutorialFiles().Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Documents))]
    public void Every_block_of_the_language_is_read_without_a_message(string document)
    {
        var messages = new List<string>();
        foreach (var (line, text) in Blocks(File.ReadAllText(Path.Combine(Root, document))))
        {
            // A block that is a part of a file is read as the rest of a file of version 1.
            var whole = text.StartsWith("foedus ", StringComparison.Ordinal) ? text : "foedus 1\n" + text;
            messages.AddRange(SyntaxTree.Parse(SourceText.From($"{document}, block at line {line}", whole)).Diagnostics.Select(message => message.ToString()));
        }

        Assert.True(messages.Count == 0, string.Join('\n', messages));
    }

    [Theory, MemberData(nameof(FilesOfTheTutorial))]
    public void Every_file_of_the_tutorial_is_read_without_a_message(string path)
    {
        var tree = SyntaxTree.Parse(SourceText.From(path, File.ReadAllText(Path.Combine(Root, path))));
        Assert.True(tree.Diagnostics.IsEmpty, string.Join('\n', tree.Diagnostics));
    }

    [Fact]
    public void Every_block_of_the_tutorial_stands_in_its_example()
    {
        var files = TutorialFiles().Select(File.ReadAllText).ToList();
        var strangers = Blocks(File.ReadAllText(Path.Combine(Root, "docs", "tutorial.md")))
            .Where(block => !files.Any(file => file.Contains(block.Text, StringComparison.Ordinal)))
            .Select(block => $"line {block.Line}:\n{block.Text}");
        Assert.Empty(strangers);
    }

    [Fact]
    public void The_tutorial_leaves_no_article_of_its_charter_out()
    {
        var shown = string.Concat(Blocks(File.ReadAllText(Path.Combine(Root, "docs", "tutorial.md"))).Select(block => block.Text));
        var lines = File.ReadLines(Path.Combine(Root, "examples", "choirs", "choirs.charter")).Where(line => line.Length > 0);
        Assert.DoesNotContain(lines, line => !shown.Contains(line + "\n", StringComparison.Ordinal));
    }

    private static IEnumerable<string> TutorialFiles() => Directory.EnumerateFiles(Path.Combine(Root, "examples", "choirs"))
        .Where(path => Path.GetExtension(path) is ".charter" or ".cases" or ".assumptions" or ".journal");

    private static IEnumerable<(int Line, string Text)> Blocks(string document)
    {
        var lines = document.Split('\n');
        for (var index = 0; index < lines.Length; index++)
        {
            if (lines[index] != "```foedus") continue;
            var end = Array.IndexOf(lines, "```", index + 1);
            yield return (index + 1, string.Concat(lines[(index + 1)..end].Select(line => line + "\n")));
            index = end;
        }
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Foedus.slnx"))) return folder.FullName;
        }

        throw new InvalidOperationException("No Foedus.slnx above " + AppContext.BaseDirectory);
    }
}
