using System.Text.RegularExpressions;
using Foedus.Charter.Diagnostics;
using Foedus.Charter.Tests.Reference;
using Foedus.Charter.Text;

namespace Foedus.Charter.Tests.Gallery;

/// <summary>
/// A page of <c>docs/diagnostics</c>: what one message means, why it matters, a bad example with its output, a good example.
/// Title, severity, meaning and output come from the catalogue and the program; the rest is written by hand.
/// </summary>
internal sealed partial record GalleryPage(string Number, string Path, IReadOnlyList<string> Lines, IReadOnlyList<GalleryBlock> Blocks)
{
    public static string Folder { get; } = System.IO.Path.Combine(Kept.Root, "docs", "diagnostics");

    public IReadOnlyList<SourceText> Bad => [.. Blocks.Where(b => b.IsBad).Select(b => b.File())];

    public IReadOnlyList<SourceText> Good => [.. Blocks.Where(b => b.IsGood).Select(b => b.File())];

    public IReadOnlyList<string> Along => [.. Blocks.SelectMany(b => b.Along)];

    /// <summary>The block with the output of the bad example; null if the page has none.</summary>
    public GalleryBlock? Output => Blocks.FirstOrDefault(b => b is { Language: "text", IsBad: false, IsGood: false });

    public static IEnumerable<string> Numbers() =>
        Directory.EnumerateFiles(Folder, "FD*.md").Select(System.IO.Path.GetFileNameWithoutExtension).Select(n => n!).Order(StringComparer.Ordinal);

    public static GalleryPage Read(string number)
    {
        var path = System.IO.Path.Combine(Folder, number + ".md");
        var lines = System.IO.File.ReadAllText(path).ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        var blocks = new List<GalleryBlock>();
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith("```", StringComparison.Ordinal)) continue;
            var end = Array.IndexOf(lines, "```", i + 1);
            if (end < 0) end = lines.Length;
            var words = lines[i][3..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            blocks.Add(new GalleryBlock(i, end, words.FirstOrDefault(""), [.. words.Skip(1)], string.Concat(lines[(i + 1)..end].Select(line => line + "\n"))));
            i = end;
        }
        return new GalleryPage(number, path, lines, blocks);
    }

    /// <summary>The page as it should be, given the output of its bad example.</summary>
    public string Corrected(DiagnosticDescriptor kind, string output)
    {
        var lines = new List<string>(Lines);
        if (Output is { } block)
        {
            lines.RemoveRange(block.First + 1, block.Last - block.First - 1);
            lines.InsertRange(block.First + 1, output.TrimEnd('\n').Split('\n'));
        }
        var meaning = lines.IndexOf("## What it means");
        if (meaning >= 0 && meaning + 2 < lines.Count)
        {
            var end = lines.FindIndex(meaning + 2, line => line.Length == 0);
            lines.RemoveRange(meaning + 2, end - meaning - 2);
            lines.Insert(meaning + 2, kind.EnglishExplanation);
        }
        lines[0] = Heading(kind);
        lines[2] = Severity(kind);
        return string.Join('\n', lines) + "\n";
    }

    public static string Heading(DiagnosticDescriptor kind) => $"# {kind.Number}: {Title(kind)}";

    /// <summary>The message with dots in place of what it is about.</summary>
    public static string Title(DiagnosticDescriptor kind) => Placeholder().Replace(kind.EnglishTitle, "…");

    public static string Severity(DiagnosticDescriptor kind) => kind.Severity switch
    {
        DiagnosticSeverity.Error => "An error: it has to be mended.",
        DiagnosticSeverity.Warning => "A warning: nothing is lost by it, and something is probably not meant.",
        _ => "A note: nothing is wrong.",
    };

    [GeneratedRegex(@"\{[0-9]\}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Placeholder();
}
