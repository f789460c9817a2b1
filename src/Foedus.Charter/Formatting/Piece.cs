using Foedus.Charter.Syntax;

namespace Foedus.Charter.Formatting;

/// <summary>A word or mark to be printed.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">How it is written.</param>
internal sealed record Piece(TokenKind Kind, string Text)
{
    /// <summary>Comments that stand after it inside a clause, and whether each has a line of its own.</summary>
    public List<(bool OwnLine, string Text)>? Comments { get; set; }

    /// <summary>Whether a space stands before it, unless it is the first of its line.</summary>
    public bool SpacedAfter(Piece before) =>
        Kind is not (TokenKind.Comma or TokenKind.Close or TokenKind.Semicolon or TokenKind.Colon) && before.Kind != TokenKind.Open;

    /// <summary>Whether a line may go on after it.</summary>
    public bool MayBreakAfter => Kind is TokenKind.Comma or TokenKind.Bar;
}
