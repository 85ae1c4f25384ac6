namespace RevenueModel.Import;

/// <summary>The bytes of a stream, decompressed, which can be read from the start again as long as they are
/// kept.</summary>
internal sealed class SourceText : IDisposable
{
    private const int ChunkSize = 1 << 16;
    private readonly CountedStream _counted;
    private readonly GzipText? _unzipped;
    private readonly Stream _source;
    private readonly List<byte[]> _kept = [];
    private bool _isKept = true;
    private bool _isLost;
    private bool _ended;

    public SourceText(Stream stream)
    {
        _counted = new CountedStream(stream);
        byte[] magic = new byte[2];
        magic = magic[.._counted.ReadAtLeast(magic, magic.Length, throwOnEndOfStream: false)];
        _counted.PutBack(magic);
        IsCompressed = magic is [0x1F, 0x8B];
        _unzipped = IsCompressed ? new GzipText(_counted) : null;
        _source = _unzipped ?? (Stream)_counted;
    }

    public bool IsCompressed { get; }

    /// <summary>Gets the number of bytes taken from the stream.</summary>
    public long BytesRead => _counted.BytesRead;

    /// <summary>Gets the number of bytes from the position at which reading began, or null if it is unknown.</summary>
    public long? TotalBytes => _counted.TotalBytes;

    /// <summary>Returns the first bytes, at most one chunk.</summary>
    public byte[] Head()
    {
        if (_kept.Count == 0 && !_ended)
        {
            Fetch();
        }

        return _kept.Count == 0 ? [] : _kept[0];
    }

    /// <summary>Opens the text from its start.</summary>
    /// <exception cref="InvalidOperationException">A part of the text was read and not kept.</exception>
    public Stream Open() => _isLost
        ? throw new InvalidOperationException("The text was read before and was not kept.")
        : new View(this);

    /// <summary>Stops keeping what is read: from now on, the text can be read once more.</summary>
    public void StopKeeping() => _isKept = false;

    public void Dispose() => _unzipped?.Dispose();

    private byte[]? Fetch()
    {
        var buffer = new byte[ChunkSize];
        int read = _ended ? 0 : _source.ReadAtLeast(buffer, ChunkSize, throwOnEndOfStream: false);
        if (read == 0)
        {
            _ended = true;
            return null;
        }

        byte[] chunk = read == buffer.Length ? buffer : buffer[..read];
        _kept.Add(chunk);
        return chunk;
    }

    /// <summary>A stream over the kept chunks, then over the rest of the source.</summary>
    private sealed class View(SourceText text) : ReadOnlyStream
    {
        private int _chunk;
        private int _at;

        public override int Read(Span<byte> buffer)
        {
            if (buffer.IsEmpty)
            {
                return 0;
            }

            while (_chunk >= text._kept.Count)
            {
                if (!text._isKept)
                {
                    text._isLost = true;
                    return text._source.Read(buffer);
                }

                if (text.Fetch() is null)
                {
                    return 0;
                }
            }

            ReadOnlySpan<byte> rest = text._kept[_chunk].AsSpan(_at);
            int count = Math.Min(rest.Length, buffer.Length);
            rest[..count].CopyTo(buffer);
            _at += count;
            if (_at == text._kept[_chunk].Length)
            {
                Leave();
            }

            return count;
        }

        private void Leave()
        {
            if (!text._isKept)
            {
                text._isLost = true;
                text._kept[_chunk] = [];
            }

            _chunk++;
            _at = 0;
        }
    }
}
