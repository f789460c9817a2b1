namespace Foedus.Charter.Diagnostics;

/// <summary>
/// One kind of message. Declare it as a static field of a catalogue class (a static class whose name ends in <c>Diagnostics</c>);
/// <see cref="DiagnosticCatalogue"/> finds it there.
/// </summary>
public sealed class DiagnosticDescriptor
{
    /// <param name="number"><c>FDnnnn</c>: 00 frame, 01 forms, 02 phrases, 03 binding, 04 checks, 05 journal, 06 register.</param>
    /// <param name="severity">How grave it is.</param>
    /// <param name="title">The message, with <c>{0}</c>, <c>{1}</c> for its arguments.</param>
    /// <param name="explanation">What the message means and what to do, for the manual and <c>--explain</c>.</param>
    public DiagnosticDescriptor(string number, DiagnosticSeverity severity, string title, string explanation)
    {
        Number = number;
        Severity = severity;
        EnglishTitle = title;
        EnglishExplanation = explanation;
    }

    /// <summary>The number, such as <c>FD0214</c>. Never reused for another meaning.</summary>
    public string Number { get; }

    /// <summary>How grave it is.</summary>
    public DiagnosticSeverity Severity { get; }

    /// <summary>The message in English, with placeholders.</summary>
    public string EnglishTitle { get; }

    /// <summary>The explanation in English.</summary>
    public string EnglishExplanation { get; }

    /// <inheritdoc/>
    public override string ToString() => Number;
}
