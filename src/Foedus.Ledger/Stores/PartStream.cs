namespace Foedus.Ledger.Stores;

/// <summary>Content that is kept in parts, read from the first to the last.</summary>
/// <param name="part">The bytes of a part, from 0; null after the last.</param>
public sealed class PartStream(Func<int, byte[]?> part) : Stream
{
    private byte[]? _current = [];
    private int _next;
    private int _read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        while (_current is { } bytes && _read == bytes.Length)
        {
            _current = part(_next++);
            _read = 0;
        }

        if (_current is null)
            return 0;
        var count = Math.Min(buffer.Length, _current.Length - _read);
        _current.AsSpan(_read, count).CopyTo(buffer);
        _read += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
        // Nothing is written.
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
