using System.Text.RegularExpressions;
using Foedus.Charter.Forms;
using Foedus.Charter.Syntax;
using Foedus.Charter.Tests.Reference;
using Foedus.Charter.Text;

namespace Foedus.Charter.Tests.Documents;

/// <summary>The page of acts has every act of the table, and every line by which a matter goes on.</summary>
public sealed partial class ActsPageTests
{
    private static string Page { get; } = File.ReadAllText(Path.Combine(Kept.Root, "docs", "acts.md"));

    [Fact]
    public void Every_kind_of_act_is_on_the_page()
    {
        var told = Shown().Select(a => a.CaseName).ToHashSet(StringComparer.Ordinal);
        Assert.All(FormTable.Default.Phrase("action")!.Cases, c => Assert.Contains(c.Name, told));
    }

    [Fact]
    public void Every_line_by_which_a_matter_goes_on_is_on_the_page() =>
        Assert.All(
            FormTable.Default.Forms.Where(f => f.Under.Contains("stage") && f.Cases.Any(c => c.CaptureNames.Contains("way"))),
            f => Assert.Contains("`" + f.Keyword, Page, StringComparison.Ordinal));

    /// <summary>What stands in the first column of a table between accents and is an act; what goes on with dots is left aside.</summary>
    private static IEnumerable<Foedus.Charter.Syntax.Match> Shown() => Page.Split('\n').Where(l => l.StartsWith('|')).Select(l => l.Split('|')[1])
        .SelectMany(cell => Code().Matches(cell).Select(m => m.Groups[1].Value))
        .Select(text => SyntaxTree.Parse(SourceText.From("page.journal", "act 1 2024-01-01 " + text)).Clauses[0].Match?.SubOrNull("action")).OfType<Foedus.Charter.Syntax.Match>();

    [GeneratedRegex("`([^`]+)`", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Code();
}
