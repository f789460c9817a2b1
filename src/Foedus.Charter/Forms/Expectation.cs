namespace Foedus.Charter.Forms;

/// <summary>Something that might have stood at a place.</summary>
/// <param name="Literal">The word or mark; null for a kind of word.</param>
/// <param name="Type">The kind of word; null for a literal.</param>
/// <param name="Phrase">The outermost phrase that would start at the place; null if none does.</param>
/// <param name="Name">The name in the table of what would stand there; null for a literal.</param>
public sealed record Expectation(string? Literal, AtomicType? Type, Phrase? Phrase, string? Name)
{
    /// <summary>In words: the literal in backticks, or the kind of word.</summary>
    public string Words => Literal is not null ? $"`{Literal}`" : Type switch
    {
        AtomicType.Integer => "a whole number",
        AtomicType.Number => "a number",
        AtomicType.Date => "a date",
        AtomicType.Name => "a name",
        AtomicType.Term => "a term",
        AtomicType.Word => "a word",
        AtomicType.String => "quoted text",
        AtomicType.Label => "a label such as 16(4)",
        _ => "some words",
    };
}
