using Foedus.Charter.Reading;
using Foedus.Charter.Tests.Forms;
using Foedus.Charter.Text;

namespace Foedus.Charter.Tests.Reading;

public sealed class CompleterTests
{
    [Theory]
    [InlineData("", "foedus")]
    [InlineData("art 3 bo", "body")]
    [InlineData("art 3 body Congress\n  ", "seats")]
    [InlineData("art 3 body Congress\n  ", "deciding")]
    [InlineData("art 3 body Congress: se", "seats")]
    [InlineData("art 3 body Congress: seats 5; ch", "chosen")]
    [InlineData("art 3 body Congress\n  seats 371 ", "among")]
    [InlineData("art 3 body Congress\n  seats 371 am", "among")]
    [InlineData("art 3 body Congress\n  seats ", "unspecified")]
    [InlineData("art 3 body Congress\n  seats ", "a whole number")]
    [InlineData("art 3 body Congress\n  seats 5\n    method unspecified (Webster | ", "Jefferson")]
    [InlineData("art 3 body Congress\n  term left to ", "any")]
    [InlineData("art 3 body Congress\nart 4 body Other\n  chosen by ", "Congress")]
    [InlineData("art 3 stage X\n  if ", "missed")]
    [InlineData("art 3 stage X\n  before A, in ", "turn")]
    public void What_may_come_next_is_offered(string text, string offered) =>
        Assert.Contains(offered, Complete(text).Items.Select(i => i.Text));

    [Theory]
    [InlineData("foedus 1 # co")]
    [InlineData("note \"te")]
    [InlineData("art 1\n  > wo")]
    public void Nothing_is_offered_in_comments_quotations_and_quoted_text(string text) => Assert.Empty(Complete(text).Items);

    [Fact]
    public void Only_what_goes_on_with_the_word_before_the_cursor_is_offered_and_replaces_it()
    {
        var list = Complete("art 3 body Congress\n  se");
        Assert.Equal(["seats"], list.Items.Select(i => i.Text));
        Assert.Equal("How many places the body has, and how they are shared.", list.Items[0].About);
        Assert.Equal(new TextSpan(22, 2), list.Replace);
    }

    private static CompletionList Complete(string text) => Completer.Complete(SourceText.From("test", text), text.Length, SmallTable.Table);
}
