namespace Foedus.Charter.Text;

/// <summary>A stretch of a particular file.</summary>
public readonly record struct SourceLocation(SourceText Source, TextSpan Span) : IComparable<SourceLocation>
{
    /// <summary>Line and column at which the stretch starts.</summary>
    public LinePosition Position => Source.PositionOf(Span.Start);

    /// <summary>The characters of the stretch.</summary>
    public string Text => Source.Slice(Span);

    /// <summary>By file path, then place.</summary>
    public int CompareTo(SourceLocation other)
    {
        var byPath = string.CompareOrdinal(Source.Path, other.Source.Path);
        return byPath != 0 ? byPath : Span.CompareTo(other.Span);
    }

    public static bool operator <(SourceLocation left, SourceLocation right) => left.CompareTo(right) < 0;

    public static bool operator >(SourceLocation left, SourceLocation right) => left.CompareTo(right) > 0;

    public static bool operator <=(SourceLocation left, SourceLocation right) => left.CompareTo(right) <= 0;

    public static bool operator >=(SourceLocation left, SourceLocation right) => left.CompareTo(right) >= 0;

    /// <summary><c>path:line:column</c>.</summary>
    public override string ToString() => $"{Source.Path}:{Position.Line}:{Position.Column}";
}
