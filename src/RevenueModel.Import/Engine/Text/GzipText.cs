using System.IO.Compression;

namespace RevenueModel.Import;

/// <summary>Decompresses gzip and detects a stream that ends too early. <see cref="GZipStream"/> treats an early end
/// as the end of the text, so an interrupted download would be read as a shorter file.</summary>
/// <remarks>
/// A small gzip member is appended to the stream. Members may follow each other, so its text comes out last if the
/// stream is complete, and does not come out if the stream ends within a member.
/// </remarks>
internal sealed class GzipText : ReadOnlyStream
{
    private static readonly byte[] Seal = "\0the stream is whole\0"u8.ToArray();
    private static readonly byte[] SealMember = Compress(Seal);

    private readonly GZipStream _gzip;
    private readonly byte[] _buffer = new byte[1 << 15];
    private int _start;
    private int _end;
    private bool _ended;

    public GzipText(Stream compressed) =>
        _gzip = new GZipStream(new AppendedStream(compressed, SealMember), CompressionMode.Decompress);

    public override int Read(Span<byte> buffer)
    {
        // The last bytes are held back, since they may be the seal.
        while (!_ended && _end - _start <= Seal.Length)
        {
            Fill();
        }

        int count = Math.Min(buffer.Length, _end - _start - (_ended ? 0 : Seal.Length));
        _buffer.AsSpan(_start, count).CopyTo(buffer);
        _start += count;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _gzip.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Fill()
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        int read;
        try
        {
            read = _gzip.Read(_buffer, _end, _buffer.Length - _end);
        }
        catch (InvalidDataException e)
        {
            throw Damaged(e);
        }

        _end += read;
        if (read == 0)
        {
            _ended = _buffer.AsSpan(0, _end).EndsWith(Seal) ? true : throw Damaged(cause: null);
            _end -= Seal.Length;
        }
    }

    private static ImportException Damaged(Exception? cause)
    {
        const string Message =
            "The gzip stream is damaged or incomplete; what came out of it so far is not the whole file.";
        return cause is null ? new ImportException(Message) : new ImportException(Message, cause);
    }

    private static byte[] Compress(byte[] text)
    {
        using var zipped = new MemoryStream();
        using (var gzip = new GZipStream(zipped, CompressionLevel.Fastest))
        {
            gzip.Write(text);
        }

        return zipped.ToArray();
    }
}
