using System.Collections.Immutable;
using Foedus.Charter.Diagnostics;
using Foedus.Charter.Forms;
using Foedus.Charter.Syntax;
using Foedus.Charter.Text;

namespace Foedus.Charter.Reading;

/// <summary>Says what may be typed at a place: keywords of the forms allowed there, or the next words of the phrase.</summary>
public sealed class Completer
{
    private const string Cursor = "cursor-here";
    private readonly FormTable table;
    private readonly SyntaxTree tree;
    private readonly List<Completion> items = [];
    private readonly int cursor;

    private Completer(SyntaxTree tree, FormTable table)
    {
        this.tree = tree;
        this.table = table;
        cursor = tree.Frame.Words.Length - 1;
    }

    /// <summary>What may be typed at a place of a text. Only what stands before the place counts.</summary>
    /// <param name="text">The text.</param>
    /// <param name="position">The place; outside the text it is moved to its nearest end.</param>
    /// <param name="table">The table; the shipped one if null.</param>
    public static CompletionList Complete(SourceText text, int position, FormTable? table = null)
    {
        table ??= FormTable.Default;
        position = Math.Clamp(position, 0, text.Content.Length);
        var start = position;
        while (start > 0 && IsWordCharacter(text.Content[start - 1])) start--;
        var before = SyntaxTree.Parse(SourceText.From(text.Path, text.Content[..start] + Cursor), table);
        var words = before.Frame.Words;
        var replace = TextSpan.FromBounds(start, position);
        if (words.IsEmpty || words[^1].Start != start || words[^1].Kind != TokenKind.Word) return new CompletionList(replace, []);
        var completer = new Completer(before, table);
        completer.Find();
        var prefix = text.Content[start..position];
        return new CompletionList(replace, [.. completer.items
            .Where(i => i.Kind == CompletionKind.Placeholder ? prefix.Length == 0 : i.Text.StartsWith(prefix, StringComparison.Ordinal))
            .DistinctBy(i => (i.Text, i.Kind))]);
    }

    private void Find()
    {
        ClauseSyntax? clause = null;
        foreach (var each in tree.Descendants())
            if (each.FirstWord <= cursor && cursor < each.Frame.First + each.Frame.Count && (clause is null || each.FirstWord >= clause.FirstWord))
                clause = each;
        if (clause is null) return;
        if (clause.FirstWord == cursor)
        {
            if (clause.IsCarried && clause.Parent is { Form: { } above } parent)
            {
                Phrase(above, parent.FirstWord + above.KeywordWords.Length);
                Keywords(table.Under(above.Id));
            }
            else
            {
                Keywords(Allowed(clause));
            }
            return;
        }
        var typed = Enumerable.Range(clause.FirstWord, cursor - clause.FirstWord).Select(WordAt).ToList();
        if (clause.Form is { } form && typed.Count >= form.KeywordWords.Length && form.KeywordWords.SequenceEqual(typed.Take(form.KeywordWords.Length), StringComparer.Ordinal))
            Phrase(form, clause.FirstWord + form.KeywordWords.Length);
        foreach (var longer in Allowed(clause).Where(f => f.KeywordWords.Length > typed.Count && f.KeywordWords.Take(typed.Count).SequenceEqual(typed, StringComparer.Ordinal)))
            items.Add(new Completion(string.Join(' ', longer.KeywordWords.Skip(typed.Count)), CompletionKind.Keyword, longer.About, longer));
    }

    /// <summary>The forms that may stand where a clause stands: those of every level of the line above it, innermost first.</summary>
    private ImmutableArray<Form> Allowed(ClauseSyntax clause)
    {
        if (clause.Parent is null) return table.Under(FormTable.File);
        if (clause.IsCarried) return clause.Parent.Form is { } only ? table.Under(only.Id) : [];
        var forms = new List<Form>();
        var innermost = clause.Parent;
        while (innermost.Carried is { } carried) innermost = carried;
        for (ClauseSyntax? level = innermost; level is not null; level = level.IsCarried ? level.Parent : null)
            if (level.Form is { } form)
                forms.AddRange(table.Under(form.Id));
        return [.. forms.Distinct()];
    }

    private void Keywords(ImmutableArray<Form> forms)
    {
        foreach (var form in forms) items.Add(new Completion(form.Keyword, CompletionKind.Keyword, form.About, form));
    }

    private void Phrase(Form form, int start)
    {
        var cases = form.Cases;
        if (form.MayBeSilent)
        {
            if (start == cursor)
            {
                items.Add(new Completion("unspecified", CompletionKind.Word, "The charter does not say; readings may follow in parentheses.", null));
                items.Add(new Completion("left to", CompletionKind.Word, "Somebody else decides.", null));
            }
            else if (string.Equals(WordAt(start), "unspecified", StringComparison.Ordinal))
            {
                if (ReadingStart(start + 1) is not { } reading) return;
                start = reading;
            }
            else if (start + 1 < cursor && string.Equals(WordAt(start), "left", StringComparison.Ordinal) && string.Equals(WordAt(start + 1), "to", StringComparison.Ordinal))
            {
                cases = table.Phrase("who")?.Cases ?? [];
                start += 2;
            }
            else if (start + 1 == cursor && string.Equals(WordAt(start), "left", StringComparison.Ordinal))
            {
                items.Add(new Completion("to", CompletionKind.Word, "Somebody else decides.", null));
            }
        }
        var matcher = new PhraseMatcher().Over(tree.Source, tree.Frame.WordArray, table);
        matcher.Record(start);
        var way = matcher.Prefixes(cases, start, cursor);
        if (matcher.Furthest == cursor)
            foreach (var expectation in matcher.Expected)
                Expect(expectation);
        while (way >= 0 && matcher.Derivations[way].End != cursor) way = matcher.Derivations[way].Next;
        if (form.Carries && way >= 0) Keywords(table.Under(form.Id));
    }

    /// <summary>Where the reading at the cursor starts inside <c>unspecified ( ... | ...</c>; null if the cursor is in none.</summary>
    private int? ReadingStart(int open)
    {
        if (open >= cursor || tree.Frame.Words[open].Kind != TokenKind.Open) return null;
        var start = open + 1;
        var depth = 1;
        for (var i = open + 1; i < cursor; i++)
        {
            var kind = tree.Frame.Words[i].Kind;
            depth += kind switch { TokenKind.Open => 1, TokenKind.Close => -1, _ => 0 };
            if (kind == TokenKind.Bar && depth == 1) start = i + 1;
        }
        return depth > 0 ? start : null;
    }

    private void Expect(Expectation expectation)
    {
        var about = expectation.Phrase?.About ?? "";
        if (expectation.Literal is { } literal)
        {
            items.Add(new Completion(literal, CompletionKind.Word, about, null));
            return;
        }
        items.Add(new Completion(expectation.Words, CompletionKind.Placeholder, expectation.Name ?? "", null));
        if (expectation.Type == AtomicType.Name)
            foreach (var name in DeclaredNames())
                items.Add(new Completion(name, CompletionKind.Name, "", null));
    }

    private IEnumerable<string> DeclaredNames() =>
        tree.Descendants().Select(c => c.Match?.Find("name")).Where(c => c is { Type: AtomicType.Name }).Select(c => c!.Text).Distinct(StringComparer.Ordinal);

    private string WordAt(int index) => tree.Source.Slice(tree.Frame.Words[index].Span);

    private static bool IsWordCharacter(char c) => char.IsLetterOrDigit(c) || c is '-' or '_';
}
