using Foedus.Charter.Forms;
using Foedus.Charter.Reading;

namespace Foedus.Charter.Tests.Documents;

/// <summary>
/// docs/language.md is written from the table of forms. To write it again after a change of the table:
/// <c>FOEDUS_UPDATE_TRANSCRIPTS=1 ./test charter</c>.
/// </summary>
public class LanguageReferenceTests
{
    [Fact]
    public async Task The_reference_says_what_the_table_says()
    {
        var path = Path.Combine(DocumentedCharterTests.Root, "docs", "language.md");
        var written = LanguageManual.Markdown(FormTable.Default);
        if (Environment.GetEnvironmentVariable("FOEDUS_UPDATE_TRANSCRIPTS") == "1")
            await File.WriteAllTextAsync(path, written, TestContext.Current.CancellationToken);
        var shipped = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        Assert.True(written == shipped, "docs/language.md is behind the table of forms: FOEDUS_UPDATE_TRANSCRIPTS=1 ./test charter writes it again.");
    }
}
