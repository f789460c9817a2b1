using System.Text;
using System.Text.RegularExpressions;

namespace Foedus.Architecture.Tests;

/// <summary>A link that leads nowhere costs a reader more than a missing one.</summary>
public partial class DocumentLinkTests
{
    public static TheoryData<string> Documents => [.. Repository.Files(".", ".md")];

    [Theory, MemberData(nameof(Documents))]
    public void Every_link_of_a_document_resolves(string document)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Repository.Root, document))!;
        var broken = new List<string>();
        foreach (Match link in Link().Matches(WithoutCode(Repository.Read(document))))
        {
            var target = link.Groups["target"].Value;
            if (target.StartsWith("https://", StringComparison.Ordinal) || target.StartsWith("mailto:", StringComparison.Ordinal)) continue;
            var parts = target.Split('#', 2);
            var path = parts[0].Length == 0 ? Path.Combine(Repository.Root, document) : Path.GetFullPath(Path.Combine(folder, Uri.UnescapeDataString(parts[0])));
            if (!Path.Exists(path)) broken.Add($"{target}: no such file");
            else if (parts.Length == 2 && path.EndsWith(".md", StringComparison.Ordinal) && !Anchors(path).Contains(parts[1]))
                broken.Add($"{target}: no such heading");
        }

        Rule.Holds("A link leads to a file, and to a heading, that are there.", broken);
    }

    private static HashSet<string> Anchors(string path)
    {
        var anchors = new HashSet<string>(StringComparer.Ordinal);
        foreach (Match heading in Heading().Matches(WithoutCode(File.ReadAllText(path))))
        {
            var anchor = new StringBuilder();
            foreach (var character in heading.Groups["words"].Value.Trim().ToLowerInvariant())
            {
                if (character == ' ') anchor.Append('-');
                else if (char.IsLetterOrDigit(character) || character is '-' or '_') anchor.Append(character);
            }

            anchors.Add(anchor.ToString());
        }

        foreach (Match named in Named().Matches(File.ReadAllText(path))) anchors.Add(named.Groups["name"].Value);
        return anchors;
    }

    private static string WithoutCode(string text) => Fence().Replace(text, "");

    [GeneratedRegex(@"^(?<fence>`{3,}).*?^\k<fence>\s*$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Fence();

    [GeneratedRegex(@"(?<!`)\[[^\]\[]*\]\((?<target>[^)\s]+)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();

    [GeneratedRegex(@"^#{1,6} (?<words>.*)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Heading();

    [GeneratedRegex("<a (id|name)=\"(?<name>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Named();
}
