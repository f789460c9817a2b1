using System.Collections.Frozen;
using System.Globalization;

namespace Foedus.Charter.Diagnostics;

/// <summary>
/// The words of all messages in one language. English stands in the descriptors; a translation is a list of
/// <c>number.title</c> and <c>number.explanation</c> entries, and what it lacks is said in English.
/// </summary>
public sealed class MessageTexts
{
    private readonly FrozenDictionary<string, string> entries;

    /// <summary>A translation.</summary>
    public MessageTexts(IEnumerable<KeyValuePair<string, string>> entries) =>
        this.entries = entries.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The texts as the descriptors have them.</summary>
    public static MessageTexts English { get; } = new([]);

    /// <summary>The title of a kind of message, placeholders included.</summary>
    public string Title(DiagnosticDescriptor descriptor) => entries.GetValueOrDefault(descriptor.Number + ".title", descriptor.EnglishTitle);

    /// <summary>The explanation of a kind of message.</summary>
    public string Explanation(DiagnosticDescriptor descriptor) => entries.GetValueOrDefault(descriptor.Number + ".explanation", descriptor.EnglishExplanation);

    /// <summary>The message with its arguments. A template with a wrong placeholder gives the template itself, never a failure.</summary>
    public string Message(Diagnostic diagnostic)
    {
        var template = Title(diagnostic.Descriptor);
        if (diagnostic.Arguments.IsEmpty && !template.Contains('{', StringComparison.Ordinal)) return template;
        try
        {
            return string.Format(CultureInfo.InvariantCulture, template, [.. diagnostic.Arguments]);
        }
        catch (FormatException)
        {
            return template;
        }
    }
}
