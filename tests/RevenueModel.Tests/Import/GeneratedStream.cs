using System.Text;

namespace RevenueModel.Tests.Import;

/// <summary>
/// A stream that creates a file row by row while it is read, cannot seek, and counts the bytes that were read.
/// </summary>
internal sealed class GeneratedStream(string header, int rows, Func<int, string> row) : Stream
{
    private byte[] _chunk = Encoding.UTF8.GetBytes(header);
    private int _position;
    private int _next = 1;

    public long BytesRead { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (_position == _chunk.Length)
        {
            if (_next > rows)
            {
                return 0;
            }

            _chunk = Encoding.UTF8.GetBytes(row(_next++));
            _position = 0;
        }

        int given = Math.Min(count, _chunk.Length - _position);
        Array.Copy(_chunk, _position, buffer, offset, given);
        _position += given;
        BytesRead += given;
        return given;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
