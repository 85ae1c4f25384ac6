namespace RevenueModel.Import;

/// <summary>Reads a stream and then a few more bytes. It does not own the stream.</summary>
internal sealed class AppendedStream(Stream stream, byte[] tail) : ReadOnlyStream
{
    private bool _ended;
    private int _at;

    public override int Read(Span<byte> buffer)
    {
        if (!_ended)
        {
            int read = stream.Read(buffer);
            if (read > 0 || buffer.IsEmpty)
            {
                return read;
            }

            _ended = true;
        }

        int count = Math.Min(buffer.Length, tail.Length - _at);
        tail.AsSpan(_at, count).CopyTo(buffer);
        _at += count;
        return count;
    }
}
