using Foedus.Charter.Syntax;

namespace Foedus.Charter.Formatting;

/// <summary>A line of clauses, a comment on a line of its own, or an empty line, with the lines that belong under it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Line">The line of clauses; null otherwise.</param>
/// <param name="Physical">The physical line of a comment or quotation, from 0.</param>
internal sealed record LayoutNode(LayoutKind Kind, FrameLine? Line, int Physical)
{
    public List<LayoutNode> Children { get; } = [];
}
