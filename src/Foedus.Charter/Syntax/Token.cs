using System.Runtime.InteropServices;
using Foedus.Charter.Text;

namespace Foedus.Charter.Syntax;

/// <summary>A stretch of the file and what it is.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Token(TokenKind Kind, int Start, int Length)
{
    /// <summary>The place after the token.</summary>
    public int End => Start + Length;

    /// <summary>Where it stands.</summary>
    public TextSpan Span => new(Start, Length);

    /// <summary>Whether it belongs to no clause: space, comment, quotation, line end.</summary>
    public bool IsTrivia => Kind >= TokenKind.Whitespace;
}
