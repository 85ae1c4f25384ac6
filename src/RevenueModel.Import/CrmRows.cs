using System.Collections;
using RevenueModel.Primitives;

namespace RevenueModel.Import;

/// <summary>The rows of a file, read one after the other from its stream; for files that do not fit memory.</summary>
/// <remarks>
/// Can be enumerated once, while the stream is open. What it tells of the file holds for the rows enumerated so far.
/// Memory grows with the number of ids only, which are kept to find repeated ones.
/// </remarks>
public sealed class CrmRows : IEnumerable<CrmRow>, IDisposable
{
    private readonly CrmFile _file;
    private bool _enumerated;

    internal CrmRows(CrmFile file) => _file = file;

    /// <summary>The columns, formats and currency.</summary>
    public CrmLayout Layout => _file.ToLayout();

    /// <summary>The lines without any value, passed over so far.</summary>
    public int BlankLineCount => _file.BlankLineCount;

    /// <summary>The rows so far whose amount comes from the price list.</summary>
    public int PriceListAmountCount => _file.PriceListAmountCount;

    /// <summary>What the caller should know of the rows read so far.</summary>
    public ValueList<ImportNote> Notes => [.. _file.ToNotes()];

    /// <summary>Reads the rows.</summary>
    /// <exception cref="InvalidOperationException">The rows have been enumerated before.</exception>
    public IEnumerator<CrmRow> GetEnumerator()
    {
        if (_enumerated)
        {
            throw new InvalidOperationException("The rows come from a stream and were enumerated before; they can be once.");
        }

        _enumerated = true;
        return Enumerate();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Gives back the buffers; the stream stays open.</summary>
    public void Dispose() => _file.Dispose();

    private IEnumerator<CrmRow> Enumerate()
    {
        while (_file.ReadRow() is { } row)
        {
            yield return row;
        }
    }
}
