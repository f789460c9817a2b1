using Foedus.Charter.Formatting;
using Foedus.Charter.Forms;
using Foedus.Charter.Syntax;
using Foedus.Charter.Tests.Forms;
using Foedus.Charter.Tests.Syntax;
using Foedus.Charter.Text;

namespace Foedus.Charter.Tests.Formatting;

public sealed class CharterFormatterTests
{
    [Fact]
    public void A_file_is_written_as_all_files_are()
    {
        Assert.Equal(""""
            # A sample.
            foedus     1
            charter    "Treaty of ""Union"""  # both on one line
            languages  ru, uk,  # a list that
                be, ka  # goes on

            note "before the articles"
            art 3 body Congress "Congress of Soviets"
              > The supreme organ is the Congress.
              >uk З'їзд є вищим органом.
              seats   371 among republics by inhabitants: method unspecified (largest remainder | Webster | Jefferson)
              chosen  by Supreme Court or any republic of Union alone
                # about the end
              term    4 years
              # still inside
            art 6 stage Reading
              before Congress and Committee, in turn
              on approval  -> Adopted
              on amendment -> Reading
              otherwise    -> Lost  # last
              within     left to Congress, within "a ""short"" time"
              if missed  unspecified (nothing)

            unsaid deciding in Congress
              needs   more than 1/2 of votes cast
                note "of needs"
              quorum  none
              needs simple majority
            nonsense that   stays ( as it
              is )
            art 9 deciding Rule
              needs   at least 55% of members
              needs   at least 15 of members
              quorum  none
              note    "a"

            """".ReplaceLineEndings("\n"), Format(Samples.Charter));
    }

    [Fact]
    public void Three_short_children_stay_on_the_line_and_four_do_not()
    {
        const string Three = "art 1 deciding X: needs at least 1 of members; needs at least 2 of members; quorum none\n";
        Assert.Equal(Three, Format(Three));
        Assert.Equal(5, Format(Three.TrimEnd() + "; note \"x\"").Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public void A_long_clause_is_broken_after_commas()
    {
        var names = string.Join(", ", Enumerable.Range(1, 40).Select(i => $"language-{i}"));
        var lines = Format("languages " + names).TrimEnd('\n').Split('\n');
        Assert.All(lines, line => Assert.True(line.Length <= 110));
        Assert.All(lines[1..], line => Assert.StartsWith("    l", line, StringComparison.Ordinal));
        Assert.Equal(string.Join(", ", names.Split(", ")), string.Join(' ', lines.Select(l => l.Trim())).Replace("languages ", "", StringComparison.Ordinal));
    }

    [Fact]
    public void Tabs_line_ends_and_byte_order_marks_are_mended()
    {
        Assert.Equal("art 1\n  note \"x\"\n", Format("\uFEFFart\t1\r\n\tnote \"x\"  \r\n"));
    }

    [Fact]
    public void What_cannot_be_read_is_kept_as_it_is_at_its_depth()
    {
        Assert.Equal("art 1 body X\n  seets   5 ;  “x”\n    note \"under it\"\n  seats 5\n", Format("art 1 body   X\n      seets   5 ;  “x”\n         note \"under it\"\n      seats   5\n"));
    }

    [Fact]
    public void Examples_that_ship_keep_their_meaning()
    {
        foreach (var path in ExampleFiles())
        {
            var tree = SyntaxTree.Parse(SourceText.FromBytes(path, File.ReadAllBytes(path)), FormTable.Default);
            var once = CharterFormatter.Format(tree);
            var again = SyntaxTree.Parse(SourceText.From(path, once), FormTable.Default);
            Assert.Equal(tree.Descendants().Select(Words), again.Descendants().Select(Words));
            Assert.Equal(once, CharterFormatter.Format(again));
        }
    }

    private static string Words(ClauseSyntax clause) =>
        $"{clause.Ancestors().Count()} {clause.Form?.Id} {string.Join(' ', Enumerable.Range(clause.FirstWord, clause.WordCount).Select(i => clause.Tree.Source.Slice(clause.Tree.Frame.Words[i].Span)))}";

    private static IEnumerable<string> ExampleFiles()
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "Foedus.slnx"))) root = Path.GetDirectoryName(root)!;
        var files = Directory.EnumerateFiles(Path.Combine(root, "examples"), "*", SearchOption.AllDirectories)
            .Where(f => Path.GetExtension(f) is ".charter" or ".cases" or ".journal" or ".assumptions").Order(StringComparer.Ordinal).ToList();
        Assert.NotEmpty(files);
        return files;
    }

    private static string Format(string text) => CharterFormatter.Format(SyntaxTree.Parse(SourceText.From("test", text), SmallTable.Table));
}
