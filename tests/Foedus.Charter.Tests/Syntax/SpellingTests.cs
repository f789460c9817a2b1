using Foedus.Charter.Syntax;

namespace Foedus.Charter.Tests.Syntax;

public sealed class SpellingTests
{
    [Theory]
    [InlineData("seets", "seats")]
    [InlineData("setas", "seats")]
    [InlineData("seat", "seats")]
    [InlineData("qorum", "quorum")]
    [InlineData("xyzzy", null)]
    [InlineData("a", null)]
    [InlineData("", null)]
    public void The_nearest_word_is_found_if_it_is_near(string written, string? meant) =>
        Assert.Equal(meant, Spelling.Nearest(written, ["term", "seats", "quorum"]));

    [Theory]
    [InlineData("", "abc", 3)]
    [InlineData("abc", "acb", 1)]
    [InlineData("kitten", "sitting", 3)]
    public void Distance_counts_changes_and_swaps_of_letters(string a, string b, int distance) => Assert.Equal(distance, Spelling.Distance(a, b));

    [Fact]
    public void One_pass_over_words_finds_the_same_as_sorting_them_first()
    {
        var random = new Random(1964);
        for (var round = 0; round < 300; round++)
        {
            var words = Enumerable.Range(0, 40).Select(_ => string.Concat(Enumerable.Range(0, random.Next(1, 6)).Select(_ => "abc"[random.Next(3)]))).ToList();
            Assert.Equal(Spelling.Nearest("abcab", words.Order(StringComparer.Ordinal)), Spelling.NearestSorted("abcab", words));
        }
    }
}
