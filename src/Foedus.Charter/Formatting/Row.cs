using Foedus.Charter.Syntax;

namespace Foedus.Charter.Formatting;

/// <summary>A line to be printed: a clause, perhaps with its children after a colon, or something kept as it is.</summary>
internal sealed class Row
{
    /// <summary>The words of a clause; empty for a row that is kept as it is.</summary>
    public List<Piece> Pieces { get; init; } = [];

    /// <summary>Lines to print as they are, without their indentation, and how much deeper than the row each stands.</summary>
    public List<(int Deeper, string Text)> Verbatim { get; init; } = [];

    /// <summary>Whether it is an empty line.</summary>
    public bool IsBlank { get; init; }

    /// <summary>How many pieces are the keyword.</summary>
    public int Keyword { get; init; }

    /// <summary>Whether its phrase stands in a column with those of its neighbours.</summary>
    public bool Aligns { get; init; }

    /// <summary>Index of the piece `->`; -1 if there is none.</summary>
    public int Arrow { get; init; } = -1;

    /// <summary>A comment at the end of the line; null if there is none.</summary>
    public string? Comment { get; set; }

    /// <summary>Spaces between keyword and phrase.</summary>
    public int Gap { get; set; } = 1;

    /// <summary>Spaces before the arrow.</summary>
    public int ArrowGap { get; set; } = 1;

    /// <summary>The quotations that follow it.</summary>
    public List<Quotation> Quotations { get; } = [];

    /// <summary>The rows under it.</summary>
    public List<Row> Children { get; } = [];
}
