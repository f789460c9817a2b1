using System.Text.RegularExpressions;
using System.Xml.Linq;
using Foedus.Charter.Diagnostics;
using Foedus.Charter.Forms;
using Foedus.Charter.Tests.Reference;

namespace Foedus.Charter.Tests.Gallery;

/// <summary>Messages, reasons of rulings, sentences and pages are written in the words of the field and not in those of the program.</summary>
public sealed partial class WordingTests
{
    [Fact]
    public void No_message_uses_a_word_of_the_engine_room() => MessageWording.NoWordOfTheEngineRoom(DiagnosticCatalogue.Language);

    [Fact]
    public void A_message_is_one_plain_sentence() => MessageWording.OnePlainSentence(DiagnosticCatalogue.Language);

    [Fact]
    public void No_reason_of_a_ruling_uses_a_word_of_the_engine_room()
    {
        var texts = XDocument.Load(Path.Combine(Kept.Root, "src", "Foedus.Engine", "Judging", "GroundTexts.resx")).Root!.Elements("data");
        var wrong = texts.Select(t => (Name: (string?)t.Attribute("name"), Text: (string?)t.Element("value") ?? ""))
            .Select(t => (t.Name, t.Text, Word: EngineRoomWords.In(t.Text))).Where(t => t.Word is not null).Select(t => $"{t.Name}: \"{t.Word}\" in: {t.Text}").ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void No_sentence_and_no_description_of_the_table_uses_a_word_of_the_engine_room()
    {
        var table = FormTable.Default;
        var texts = table.Forms.SelectMany(f => f.Cases.Select(c => c.Reads!.Source).Append(f.About).Append(f.Silent?.Source ?? "").Append(f.Reads?.Source ?? "").Select(t => (f.Id, Text: t)))
            .Concat(table.Phrases.SelectMany(p => p.Cases.Select(c => c.Reads!.Source).Append(p.About).Select(t => (Id: p.Name, Text: t))));
        var wrong = texts.Select(t => (t.Id, t.Text, Word: EngineRoomWords.In(Places().Replace(t.Text, "")))).Where(t => t.Word is not null).Select(t => $"{t.Id}: \"{t.Word}\" in: {t.Text}").ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void No_page_uses_a_word_of_the_engine_room()
    {
        var pages = Directory.EnumerateFiles(GalleryPage.Folder, "*.md").Append(Path.Combine(Kept.Root, "docs", "language.md")).Order(StringComparer.Ordinal);
        var wrong = pages.SelectMany(path => File.ReadLines(path).Select((line, i) => (Path: Path.GetFileName(path), Line: i + 1, Word: EngineRoomWords.In(Links().Replace(line, "").Replace("thing", "", StringComparison.Ordinal)))))
            .Where(l => l.Word is not null).Select(l => $"{l.Path}:{l.Line}: {l.Word}").ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    // Names of captures and conditions stand in braces and are never printed.
    [GeneratedRegex(@"\{[a-z.-]+[^{}?|]*\??", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Places();

    [GeneratedRegex(@"\]\([^)]*\)|<a id=""[^""]*"">|\*[a-z-]+\*", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Links();
}
