using Ardalis.GuardClauses;

namespace RevenueModel.Import;

/// <summary>A file that is surveyed and read, although its stream is read only once.</summary>
/// <remarks>
/// The text that was read is kept in memory, decompressed, until the file is disposed, so that it can be surveyed,
/// read, and read again with other options. To read a file that does not fit in memory, pass its stream to
/// <see cref="CrmImporter.ReadRows(Stream, CrmImportOptions?, IProgress{ImportProgress}?, CancellationToken)"/>. Not
/// thread-safe.
/// </remarks>
public sealed class ImportFile : IDisposable
{
    private ImportFile(Stream stream) => Source = new SourceText(stream);

    /// <summary>Gets whether the stream is compressed with gzip.</summary>
    public bool IsCompressed => Source.IsCompressed;

    internal SourceText Source { get; }

    /// <summary>Opens a file.</summary>
    /// <param name="stream">The file, plain or compressed with gzip, from its current position. It has to stay open
    /// until the file is read, and is left open.</param>
    /// <returns>The file.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    public static ImportFile Open(Stream stream) => new(Guard.Against.Null(stream));

    /// <summary>Releases the text. The stream stays open.</summary>
    public void Dispose() => Source.Dispose();
}
