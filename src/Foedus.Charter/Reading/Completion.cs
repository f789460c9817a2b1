using Foedus.Charter.Forms;

namespace Foedus.Charter.Reading;

/// <summary>Something that may be typed next.</summary>
/// <param name="Text">What to type, or for a placeholder what kind of word is wanted.</param>
/// <param name="Kind">What it is.</param>
/// <param name="About">What it says, in a sentence; may be empty.</param>
/// <param name="Form">The form of a keyword; null otherwise.</param>
public sealed record Completion(string Text, CompletionKind Kind, string About, Form? Form);
