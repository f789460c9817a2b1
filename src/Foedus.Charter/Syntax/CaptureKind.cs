namespace Foedus.Charter.Syntax;

/// <summary>What a capture holds.</summary>
public enum CaptureKind
{
    /// <summary>One word, number, name, date, label or quoted text.</summary>
    Token,

    /// <summary>A phrase, with a match of its own.</summary>
    Phrase,

    /// <summary>Several items.</summary>
    List,

    /// <summary>Words of the language that stood there.</summary>
    Flag,
}
