namespace RevenueModel.Import.Reading;

/// <summary>Bytes that were read ahead of a stream, and then the rest of it; so that a stream that cannot seek can be
/// looked into. Does not own the stream.</summary>
internal sealed class ReplayStream : Stream
{
    private readonly byte[] _ahead;
    private readonly Stream _rest;
    private int _position;

    private ReplayStream(byte[] ahead, Stream rest)
    {
        _ahead = ahead;
        _rest = rest;
    }

    /// <summary>What was read ahead.</summary>
    public ReadOnlyMemory<byte> Ahead => _ahead;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Reads up to a number of bytes ahead; fewer where the stream ends.</summary>
    public static ReplayStream LookAhead(Stream stream, int count)
    {
        var buffer = new byte[count];
        int read = stream.ReadAtLeast(buffer, count, throwOnEndOfStream: false);
        return new ReplayStream(buffer[..read], stream);
    }

    public override int Read(Span<byte> buffer)
    {
        if (_position == _ahead.Length)
        {
            return _rest.Read(buffer);
        }

        int count = Math.Min(buffer.Length, _ahead.Length - _position);
        _ahead.AsSpan(_position, count).CopyTo(buffer);
        _position += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
