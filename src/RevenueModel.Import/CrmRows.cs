using System.Collections;
using RevenueModel.Primitives;

namespace RevenueModel.Import;

/// <summary>The rows of a file, read one after another from its stream. For files that do not fit in memory.</summary>
/// <remarks>
/// The rows can be enumerated once, while the stream is open. The properties apply to the rows enumerated so far.
/// Memory grows only with the number of ids, which are kept to find repeated ones.
/// </remarks>
public sealed class CrmRows : IEnumerable<CrmRow>, IDisposable
{
    private readonly CrmFile _file;
    private bool _enumerated;

    internal CrmRows(CrmFile file) => _file = file;

    /// <summary>Gets the columns, formats and currency.</summary>
    public CrmLayout Layout => _file.ToLayout();

    /// <summary>Gets the number of blank lines that were skipped so far.</summary>
    public int BlankLineCount => _file.BlankLineCount;

    /// <summary>Gets the number of rows so far whose amount comes from the price list.</summary>
    public int PriceListAmountCount => _file.PriceListAmountCount;

    /// <summary>Gets the notes on rows that were read so far.</summary>
    public ValueList<ImportNote> Notes => [.. _file.ToNotes()];

    /// <summary>Reads the rows.</summary>
    /// <returns>The rows.</returns>
    /// <exception cref="InvalidOperationException">The rows have been enumerated before.</exception>
    public IEnumerator<CrmRow> GetEnumerator()
    {
        if (_enumerated)
        {
            throw new InvalidOperationException(
                "The rows come from a stream and were enumerated before; they can be enumerated once.");
        }

        _enumerated = true;
        return Enumerate();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Releases the buffers. The stream stays open.</summary>
    public void Dispose() => _file.Dispose();

    private IEnumerator<CrmRow> Enumerate()
    {
        while (_file.ReadRow() is { } row)
        {
            yield return row;
        }
    }
}
