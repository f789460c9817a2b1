using Foedus.Charter.Binding;
using Foedus.Charter.Diagnostics;
using Foedus.Charter.Tests.Gallery;
using Foedus.Charter.Text;
using Foedus.Engine.Acts;
using Foedus.Engine.Cases;
using Foedus.Engine.Replaying;
using Foedus.Engine.Rules;

namespace Foedus.Engine.Tests.Gallery;

/// <summary>Every message about journals and cases has a page, and what the page shows is what the program says.</summary>
public sealed class JournalGalleryTests
{
    private static readonly GalleryRun Run = new(DiagnosticCatalogue.In(typeof(JournalDiagnostics).Assembly), Check);

    public static TheoryData<string> Pages => [.. GalleryPage.Numbers().Intersect(Run.Catalogue.Select(d => d.Number), StringComparer.Ordinal)];

    [Fact]
    public void Every_message_has_a_page_and_every_page_a_message()
    {
        var numbers = Run.Catalogue.Concat(DiagnosticCatalogue.Language).Select(d => d.Number).Order(StringComparer.Ordinal);
        Assert.Equal(numbers, GalleryPage.Numbers());
    }

    [Theory, MemberData(nameof(Pages))]
    public void A_bad_example_says_what_its_page_shows(string number) => Run.BadExample(number);

    [Theory, MemberData(nameof(Pages))]
    public void A_good_example_has_no_error_and_not_the_message(string number) => Run.GoodExample(number);

    [Theory, MemberData(nameof(Pages))]
    public void A_page_says_what_the_message_means_and_why_it_matters(string number) => GalleryRun.Prose(number);

    [Fact]
    public void No_message_uses_a_word_of_the_engine_room() => MessageWording.NoWordOfTheEngineRoom(Run.Catalogue);

    [Fact]
    public void A_message_is_one_plain_sentence() => MessageWording.OnePlainSentence(Run.Catalogue);

    // As `foedus check`, `foedus run` and `foedus test` do it: the files, then the acts and what the journal says of them, then the cases.
    private static List<Diagnostic> Check(IReadOnlyList<SourceText> files)
    {
        var federation = FederationReader.Read(files);
        var problems = federation.Diagnostics.ToList();
        var books = new Rulebooks(federation);
        var reader = new ActReader(books);
        foreach (var journal in federation.Journals)
        {
            var reading = reader.Read(journal);
            problems.AddRange(reading.Diagnostics);
            problems.AddRange(RulingComparison.Compare([.. reading.Entries], Replay.Of(books, reading.Entries.Select(e => e.Act)).Rulings));
        }
        problems.AddRange(CaseRunner.Run(federation).SelectMany(c => c.Diagnostics));
        return problems;
    }
}
