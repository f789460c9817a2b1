using Foedus.Charter.Binding;
using Foedus.Charter.Diagnostics;
using Foedus.Charter.Tests.Reference;

namespace Foedus.Charter.Tests.Gallery;

/// <summary>Every message of the language has a page, and what the page shows is what the program says.</summary>
public sealed class LanguageGalleryTests
{
    // A form that carries a clause on its line stands at the top of a file, so a line holds two clauses at most.
    private static readonly string[] WithoutExample = ["FD0108"];

    private static readonly GalleryRun Run = new(DiagnosticCatalogue.Language, files => FederationReader.Read(files).Diagnostics);

    public static TheoryData<string> Pages => [.. GalleryPage.Numbers().Intersect(Run.Catalogue.Select(d => d.Number), StringComparer.Ordinal).Except(WithoutExample, StringComparer.Ordinal)];

    [Fact]
    public void Every_message_of_the_language_has_a_page()
    {
        var missing = DiagnosticCatalogue.Language.Select(d => d.Number).Except(GalleryPage.Numbers(), StringComparer.Ordinal).ToList();
        Assert.True(missing.Count == 0, "docs/diagnostics has no page for " + string.Join(", ", missing));
    }

    [Fact]
    public void The_index_lists_every_page() => Kept.Same(Path.Combine("docs", "diagnostics", "README.md"), GalleryIndex.Text());

    [Theory, MemberData(nameof(Pages))]
    public void A_bad_example_says_what_its_page_shows(string number) => Run.BadExample(number);

    [Theory, MemberData(nameof(Pages))]
    public void A_good_example_has_no_error_and_not_the_message(string number) => Run.GoodExample(number);

    [Theory, MemberData(nameof(Pages))]
    public void A_page_says_what_the_message_means_and_why_it_matters(string number) => GalleryRun.Prose(number);

    [Fact]
    public void A_message_without_an_example_cannot_come_up()
    {
        var carrying = Foedus.Charter.Forms.FormTable.Default.Forms.Where(f => f.Carries).ToList();
        Assert.All(carrying, form => Assert.Equal([Foedus.Charter.Forms.FormTable.File], form.Under));
        foreach (var number in WithoutExample)
            Kept.Same(Path.Combine("docs", "diagnostics", number + ".md"), GalleryPage.Read(number).Corrected(DiagnosticCatalogue.Language.Single(d => d.Number == number), ""));
    }
}
