using Foedus.Charter.Forms;
using Foedus.Charter.Reading;
using Foedus.Charter.Text;

namespace Foedus.Charter.Tests.Reference;

public sealed class CompletionOfEveryFormTests
{
    private static FormTable Table => FormTable.Default;

    [Fact]
    public void Every_keyword_is_offered_under_each_of_its_parents()
    {
        var wrong = new List<string>();
        foreach (var parent in Table.Forms.Select(f => f.Id).Prepend(FormTable.File))
        {
            var text = parent is FormTable.File ? "foedus 1\n" : Below(Table.Form(parent)!);
            var offered = Offered(text).Where(i => i.Kind == CompletionKind.Keyword).Select(i => i.Form).ToHashSet();
            wrong.AddRange(Table.Forms.Where(f => f.Under.Contains(parent) && !offered.Contains(f)).Select(f => $"{f.Id} under {parent}"));
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void Every_offer_says_what_it_is_about()
    {
        var silent = Table.Forms.SelectMany(f => Offered(Below(f))).Where(i => i.Kind == CompletionKind.Keyword && i.About.Length == 0).Select(i => i.Text).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(silent);
    }

    [Fact]
    public void The_words_after_every_keyword_are_offered()
    {
        var wrong = Table.Forms.Where(f => f.Cases.Any(c => c.PatternText.Length > 0))
            .Where(f => Offered(ExampleInPlace.Text(f, f.Keyword + " ", Table).TrimEnd('\n')).Count == 0).Select(f => f.Id).ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static string Below(Form form) => ExampleInPlace.Text(form, form.Good[0], Table) + new string(' ', 2 * (ExampleInPlace.Above(form, Table).Count + 1));

    private static IReadOnlyList<Completion> Offered(string text) => Completer.Complete(SourceText.From("completion", text), text.Length, Table).Items;
}
