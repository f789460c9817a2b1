namespace Foedus.Charter.Text;

/// <summary>
/// A file as it was read: its path (as the user gave it), its characters and its lines.
/// Bytes that are no UTF-8 are kept, see <see cref="Utf8Transcoder"/>.
/// </summary>
public sealed class SourceText
{
    private static readonly int[] OneLine = [0];
    private readonly int[] lineStarts;

    private SourceText(string path, string content, int invalidBytes)
    {
        Path = path;
        Content = content;
        InvalidBytes = invalidBytes;
        lineStarts = FindLines(content);
    }

    /// <summary>A text without characters.</summary>
    internal static SourceText Empty { get; } = From("", "");

    /// <summary>The path or name shown in messages.</summary>
    public string Path { get; }

    /// <summary>All characters, a byte order mark included.</summary>
    public string Content { get; }

    /// <summary>How many bytes of the file were not UTF-8.</summary>
    public int InvalidBytes { get; }

    /// <summary>How many lines; a file that ends with a line end has an empty last line.</summary>
    public int LineCount => lineStarts.Length;

    /// <summary>A text from the bytes of a file.</summary>
    public static SourceText FromBytes(string path, ReadOnlySpan<byte> bytes) =>
        new(path, Utf8Transcoder.Decode(bytes, out var invalid), invalid);

    /// <summary>A text from characters.</summary>
    public static SourceText From(string path, string content) => new(path, content, 0);

    /// <summary>The bytes of the file again.</summary>
    public byte[] ToBytes() => Utf8Transcoder.Encode(Content);

    /// <summary>The characters of a span; a span beyond the end gives what there is.</summary>
    public string Slice(TextSpan span) => Span(span).ToString();

    /// <summary>The characters of a span without a copy.</summary>
    public ReadOnlySpan<char> Span(TextSpan span)
    {
        var start = Math.Clamp(span.Start, 0, Content.Length);
        return Content.AsSpan(start, Math.Clamp(span.Length, 0, Content.Length - start));
    }

    /// <summary>Line and column, from 1, of a place.</summary>
    public LinePosition PositionOf(int position)
    {
        var line = LineIndexOf(position);
        return new LinePosition(line + 1, Math.Max(0, position - lineStarts[line]) + 1);
    }

    /// <summary>Which line, from 0, holds a place.</summary>
    public int LineIndexOf(int position)
    {
        var found = Array.BinarySearch(lineStarts, position);
        return Math.Max(0, found >= 0 ? found : ~found - 1);
    }

    /// <summary>The span of a line, from 0, without its line end.</summary>
    public TextSpan LineSpan(int line)
    {
        var start = lineStarts[line];
        var end = line + 1 < lineStarts.Length ? lineStarts[line + 1] : Content.Length;
        if (end > start && Content[end - 1] == '\n') end--;
        if (end > start && Content[end - 1] == '\r') end--;
        return TextSpan.FromBounds(start, end);
    }

    /// <summary>Where a line, from 0, starts.</summary>
    internal int LineStart(int line) => lineStarts[line];

    /// <summary>The place of a line and a column, both from 1; what lies outside is moved to the nearest place inside.</summary>
    public int OffsetOf(LinePosition position)
    {
        var span = LineSpan(Math.Clamp(position.Line - 1, 0, LineCount - 1));
        return span.Start + Math.Clamp(position.Column - 1, 0, span.Length);
    }

    private static int[] FindLines(string content)
    {
        var count = 1;
        for (var at = NextLine(content, 0); at >= 0; at = NextLine(content, at)) count++;
        if (count == 1) return OneLine;
        var starts = new int[count];
        for (int line = 1, at = NextLine(content, 0); at >= 0; at = NextLine(content, at)) starts[line++] = at;
        return starts;
    }

    /// <summary>The place after the next line end; -1 if there is none.</summary>
    private static int NextLine(string content, int from)
    {
        var found = content.AsSpan(from).IndexOfAny('\r', '\n');
        if (found < 0) return -1;
        var at = from + found;
        return at + (content[at] == '\r' && at + 1 < content.Length && content[at + 1] == '\n' ? 2 : 1);
    }
}
