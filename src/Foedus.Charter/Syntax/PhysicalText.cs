using System.Collections.Immutable;

namespace Foedus.Charter.Syntax;

/// <summary>A file as the lexer cut it: all its tokens, and its physical lines.</summary>
internal sealed record PhysicalText(ImmutableArray<Token> Tokens, ImmutableArray<PhysicalLine> Lines);
