namespace Foedus.Charter.Formatting;

/// <summary>What a line is to the formatter.</summary>
internal enum LayoutKind
{
    /// <summary>Clauses.</summary>
    Line,

    /// <summary>A comment alone.</summary>
    Comment,

    /// <summary>An empty line.</summary>
    Blank,

    /// <summary>A quotation that belongs to no clause.</summary>
    Quotation,
}
