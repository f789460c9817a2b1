using System.Collections.Immutable;

namespace Foedus.Charter.Forms;

/// <summary>
/// How a clause or phrase reads: plain text with places for what the match holds.
/// <c>{x}</c> a word or phrase; <c>{x:or}</c>, <c>{x:and}</c> a list with that word before its last item; <c>{x:a}</c>, <c>{x:a or}</c> the same with "a" or "an";
/// <c>{owner}</c> what the clause stands under;
/// <c>{x.y}</c> what the phrase <c>x</c> holds as <c>y</c>;
/// <c>{x?text}</c> the text if <c>x</c> was said; <c>{x?text|other}</c> the other text if not;
/// <c>{x+?text|other}</c> the same, asking whether <c>x</c> takes a plural verb; <c>{x++?text|other}</c> whether it is a list of more than one;
/// <c>{x=words?text|other}</c> the same, asking whether <c>x</c> is said in these words.
/// </summary>
public sealed record ReadingTemplate(string Source, ImmutableArray<TemplatePart> Parts)
{
    /// <summary>The names of the captures that it uses; of <c>x.y</c> the first.</summary>
    public IEnumerable<string> Names => NamesOf(Parts).Select(n => n.Split('.')[0]).Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> NamesOf(ImmutableArray<TemplatePart> parts) => parts.SelectMany(p => p switch
    {
        TemplateValue value => [value.Name],
        TemplateCondition condition => [condition.Name, .. NamesOf(condition.Then), .. NamesOf(condition.Otherwise)],
        _ => Enumerable.Empty<string>(),
    });
}

/// <summary>A piece of a template.</summary>
public abstract record TemplatePart;

/// <summary>Words as they are.</summary>
public sealed record TemplateText(string Text) : TemplatePart;

/// <summary>The value of a capture; <paramref name="Joiner"/> stands before the last item of a list, and an indefinite article before each item if <paramref name="Article"/>.</summary>
public sealed record TemplateValue(string Name, string? Joiner, bool Article) : TemplatePart;

/// <summary>
/// Text that depends on whether a capture is there; if <paramref name="Plural"/>, on whether it takes a plural verb;
/// if <paramref name="Several"/>, on whether it is a list of more than one; if there are <paramref name="Words"/>, on whether it is said in these.
/// </summary>
public sealed record TemplateCondition(string Name, bool Plural, bool Several, string? Words, ImmutableArray<TemplatePart> Then, ImmutableArray<TemplatePart> Otherwise) : TemplatePart;
