using Foedus.Charter.Reading;
using Foedus.Charter.Tests.Forms;
using Foedus.Charter.Tests.Syntax;

namespace Foedus.Charter.Tests.Reading;

public sealed class SentencePrinterTests
{
    [Theory]
    [InlineData("art 1 body Congress: seats 371 among republics by inhabitants", "The seats of the Congress are 371, shared among the republics in proportion to inhabitants.")]
    [InlineData("art 1 body Congress: seats 1 per 25_000 electors of each town", "The Congress has 1 seat for every 25,000 electors of each town.")]
    [InlineData("art 1 body X: chosen by Congress or any republic of Union alone", "The X is chosen by Congress or any republic of Union alone.")]
    [InlineData("art 1 deciding: needs more than half of votes cast", "Needed in favour: more than half of votes cast.")]
    [InlineData("art 1 stage S: before A and B, in turn", "The matter is before A and B, in turn.")]
    [InlineData("art 1 stage S: before A", "The matter is before A.")]
    [InlineData("art 1 body X: term unspecified", "`term` of the X is not said.")]
    [InlineData("art 1 body X: term unspecified (4 years)", "`term` of the X is not said; one reading is: 4 years.")]
    [InlineData("art 1 body X: term unspecified (4 years | 2 months)", "`term` of the X is not said; it may be read as (a) 4 years; (b) 2 months.")]
    [InlineData("art 1 body X: term left to A or B, within \"reason\"", "`term` of the X is left to A or B, within reason.")]
    [InlineData("art 1 body X: term nonsense", "term nonsense")]
    public void A_clause_reads_as_a_sentence(string text, string sentence)
    {
        var clause = SmallTable.Parse(text).Clauses[0].Carried!.Children[0];
        Assert.Equal(sentence, SentencePrinter.Plain.Print(clause));
    }

    [Fact]
    public void A_provision_reads_as_its_sentences()
    {
        var tree = SmallTable.Parse(Samples.Charter);
        Assert.Equal("""
            Article 3.
              Congress is a body.
                The seats of the Congress are 371, shared among the republics in proportion to inhabitants.
                  `method` of the Congress is not said; it may be read as (a) largest remainder; (b) Webster; (c) Jefferson.
                The Congress is chosen by Supreme Court or any republic of Union alone.
                The term of the Congress is 4 years.

            """.ReplaceLineEndings("\n"), SentencePrinter.Plain.PrintProvision(tree.Clauses.First(c => c.Is("art"))));
    }

    [Fact]
    public void Names_may_be_printed_by_their_titles()
    {
        var printer = new SentencePrinter(name => name is "Congress" ? "Congress of Soviets" : null);
        var clause = SmallTable.Parse("art 1 body Congress: chosen by Congress or Council").Clauses[0].Carried!.Children[0];
        Assert.Equal("The Congress of Soviets is chosen by Congress of Soviets or Council.", printer.Print(clause));
    }
}
