namespace Foedus.Bench.Ledgers;

/// <summary>Takes everything, keeps nothing, and notes how much memory is in use as it goes.</summary>
internal sealed class WatchedStream : Stream
{
    private readonly List<(long Written, long Memory)> _seen = [];

    public long Written { get; private set; }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => Written;

    public override long Position { get => Written; set => throw new NotSupportedException(); }

    /// <summary>The memory in use after a share of what was written.</summary>
    public long At(double share) => _seen.Count == 0 ? 0 : _seen[Math.Min(_seen.Count - 1, (int)(share * _seen.Count))].Memory;

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        Written += buffer.Length;
        if (_seen.Count == 0 || Written - _seen[^1].Written > 16 << 20)
            _seen.Add((Written, GC.GetTotalMemory(forceFullCollection: true)));
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void WriteByte(byte value) => Written++;

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
