using Foedus.Charter.Forms;
using Foedus.Charter.Reading;

namespace Foedus.Charter.Tests.Reading;

public sealed class LanguageManualTests
{
    [Fact]
    public void Every_form_and_every_phrase_of_the_shipped_table_has_its_entry()
    {
        var manual = LanguageManual.Markdown(FormTable.Default);
        Assert.All(FormTable.Default.Forms, form => Assert.Contains($"<a id=\"form-{form.Id}\"></a>`{form.Keyword}`", manual, StringComparison.Ordinal));
        Assert.All(FormTable.Default.Forms, form => Assert.All(form.Good, good => Assert.Contains(good, manual, StringComparison.Ordinal)));
        Assert.All(FormTable.Default.Phrases, phrase => Assert.Contains($"<a id=\"phrase-{phrase.Name}\"></a>", manual, StringComparison.Ordinal));
    }
}
