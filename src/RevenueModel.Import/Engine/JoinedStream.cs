
namespace RevenueModel.Import;

/// <summary>Reads two streams one after the other. It does not own them.</summary>
internal sealed class JoinedStream(Stream first, Stream second) : Stream
{
    private bool _firstEnded;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Reads the start of a stream, up to a number of bytes, without consuming it.</summary>
    /// <returns>The whole stream, and its start.</returns>
    public static (JoinedStream Whole, byte[] Start) LookAhead(Stream stream, int count)
    {
        var buffer = new byte[count];
        byte[] start = buffer[..stream.ReadAtLeast(buffer, count, throwOnEndOfStream: false)];
        return (new JoinedStream(new MemoryStream(start), stream), start);
    }

    public override int Read(Span<byte> buffer)
    {
        if (!_firstEnded)
        {
            int read = first.Read(buffer);
            if (read > 0 || buffer.IsEmpty)
            {
                return read;
            }

            _firstEnded = true;
        }

        return second.Read(buffer);
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
