using System.Globalization;
using Foedus.Charter.Diagnostics;

namespace Foedus.Secretariat;

/// <summary>A place in a text. Lines and columns count from 1, columns in UTF-16 units; offsets from 0.</summary>
/// <param name="File">The path of the text, as it was given.</param>
/// <param name="Line">The line on which it begins.</param>
/// <param name="Column">The column at which it begins.</param>
/// <param name="EndLine">The line on which it ends.</param>
/// <param name="EndColumn">The column behind its last character.</param>
/// <param name="Start">The offset of its first character.</param>
/// <param name="End">The offset behind its last character.</param>
/// <param name="Label">What is said of it; null if nothing.</param>
public sealed record ProblemPlace(string File, int Line, int Column, int EndLine, int EndColumn, int Start, int End, string? Label)
{
    /// <summary>The place of a message.</summary>
    public static ProblemPlace Of(DiagnosticSpan span)
    {
        var (location, source) = (span.Location, span.Location.Source);
        var (from, to) = (location.Position, source.PositionOf(location.Span.End));
        return new ProblemPlace(source.Path, from.Line, from.Column, to.Line, to.Column, location.Span.Start, location.Span.End, span.Label);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}:{Column}");
}
