using System.Runtime.InteropServices;

namespace Foedus.Charter.Syntax;

/// <summary>One line of the file as cut by the lexer.</summary>
/// <param name="FirstToken">Index of its first token, trivia included.</param>
/// <param name="Tokens">How many tokens, its line end included.</param>
/// <param name="FirstWord">Index of its first word among the words of the file.</param>
/// <param name="Words">How many words and marks.</param>
/// <param name="Indent">Column of the first character that is no space.</param>
/// <param name="Kind">What the line is.</param>
/// <param name="ParenthesisNet">Open minus closed parentheses.</param>
/// <param name="ParenthesisLow">The lowest running count of them.</param>
/// <param name="GoesOn">Whether it ends in a comma or bar.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PhysicalLine(int FirstToken, int Tokens, int FirstWord, int Words, int Indent, PhysicalLineKind Kind, int ParenthesisNet, int ParenthesisLow, bool GoesOn);
