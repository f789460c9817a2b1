namespace Foedus.Counting;

/// <summary>The lines of a stream as bytes, without their ends; a mark of UTF-8 at the beginning is passed over.</summary>
internal sealed class LineSource(Stream stream)
{
    /// <summary>The longest line that is read, in bytes.</summary>
    public const int LongestLine = 1 << 22;

    private byte[] buffer = new byte[1 << 16];
    private int from;
    private int to;
    private bool ended;

    /// <summary>The number of the line last read, from 1.</summary>
    public long Line { get; private set; }

    /// <summary>Whether a line was longer than <see cref="LongestLine"/>; then nothing more is read.</summary>
    public bool TooLong { get; private set; }

    /// <summary>The next line; it is valid until the next call. False at the end.</summary>
    public bool TryRead(out ReadOnlySpan<byte> line)
    {
        line = default;
        var searched = 0;
        while (!TooLong)
        {
            var rest = buffer.AsSpan(from, to - from);
            var end = rest[searched..].IndexOf((byte)'\n');
            if (end >= 0)
            {
                line = Trim(rest[..(searched + end)]);
                from += searched + end + 1;
                return true;
            }

            if (ended)
            {
                if (rest.IsEmpty) return false;
                line = Trim(rest);
                from = to;
                return true;
            }

            searched = rest.Length;
            Fill();
        }

        return false;
    }

    private ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> line)
    {
        Line++;
        if (Line == 1 && line.StartsWith("\uFEFF"u8)) line = line[3..];
        return line.EndsWith("\r"u8) ? line[..^1] : line;
    }

    private void Fill()
    {
        if (from > 0)
        {
            buffer.AsSpan(from, to - from).CopyTo(buffer);
            to -= from;
            from = 0;
        }

        if (to == buffer.Length)
        {
            if (buffer.Length >= LongestLine)
            {
                TooLong = true;
                return;
            }

            Array.Resize(ref buffer, buffer.Length * 2);
        }

        var read = stream.Read(buffer, to, buffer.Length - to);
        if (read == 0) ended = true;
        to += read;
    }
}
