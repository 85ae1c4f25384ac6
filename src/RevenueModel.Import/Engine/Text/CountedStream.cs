namespace RevenueModel.Import;

/// <summary>Counts the bytes taken from a stream, and takes bytes back that were looked at. It does not own the
/// stream.</summary>
internal sealed class CountedStream : ReadOnlyStream
{
    private readonly Stream _stream;
    private byte[] _putBack = [];

    public CountedStream(Stream stream)
    {
        _stream = stream;
        TotalBytes = stream.CanSeek ? stream.Length - stream.Position : null;
    }

    public long BytesRead { get; private set; }

    public long? TotalBytes { get; }

    /// <summary>Returns bytes that were read, to be read again first.</summary>
    public void PutBack(byte[] bytes)
    {
        _putBack = bytes;
        BytesRead -= bytes.Length;
    }

    public override int Read(Span<byte> buffer)
    {
        int count;
        if (_putBack.Length > 0)
        {
            count = Math.Min(_putBack.Length, buffer.Length);
            _putBack.AsSpan(0, count).CopyTo(buffer);
            _putBack = _putBack[count..];
        }
        else
        {
            count = _stream.Read(buffer);
        }

        BytesRead += count;
        return count;
    }
}
