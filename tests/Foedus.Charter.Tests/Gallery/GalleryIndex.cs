using System.Text;

namespace Foedus.Charter.Tests.Gallery;

/// <summary>The index of the gallery: every page with its severity and its title, by topic.</summary>
internal static class GalleryIndex
{
    private static readonly (string First, string Topic)[] Topics =
    [
        ("FD0001", "Lines, characters and words"),
        ("FD0101", "Which clause may stand where"),
        ("FD0201", "The words after a keyword"),
        ("FD0301", "Names, and how clauses fit together"),
        ("FD0350", "Assumptions"),
        ("FD0401", "What a drafter overlooks"),
        ("FD0501", "Journals and cases"),
        ("FD0601", "Tables of units and figures"),
    ];

    public static string Text()
    {
        var text = new StringBuilder("""
            # Messages

            Every message of Foedus has a number, and every number has a page here: what it means, why it matters, an example that
            brings it up, and the same example put right. The examples are run by the tests, and the output is compared letter by
            letter. An example shows the messages of its own number; it may have warnings of others.

            In an example that is marked `escaped`, `\x00` and `\u200B` stand for characters that a page cannot show.

            An error has to be mended: what it marks has no effect until then. A warning means that something was probably not
            meant. A note says what is worth knowing. A number is never used again for something else.


            """.ReplaceLineEndings("\n"));
        string? topic = null;
        foreach (var number in GalleryPage.Numbers())
        {
            var now = Topics.Last(t => string.CompareOrdinal(t.First, number) <= 0).Topic;
            if (now != topic) text.Append(topic is null ? "" : "\n").Append("## ").Append(now).Append("\n\n| number | is | message |\n|---|---|---|\n");
            topic = now;
            var page = GalleryPage.Read(number);
            var severity = page.Lines[2].Split(':')[0].Split(' ')[^1];
            text.Append("| [").Append(number).Append("](").Append(number).Append(".md) | ").Append(severity).Append(" | ").Append(page.Lines[0][10..].Replace("|", "\\|", StringComparison.Ordinal)).Append(" |\n");
        }
        return text.ToString();
    }
}
