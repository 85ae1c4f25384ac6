using System.Collections;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Import;

/// <summary>The rows of a file, read one after another from its stream. For files that do not fit in memory.</summary>
/// <remarks>
/// The rows can be enumerated once, while the stream is open. The properties apply to the rows enumerated so far.
/// Memory grows only with the number of ids, which are kept to find repeated ones.
/// </remarks>
public sealed class CrmRows : IEnumerable<CrmRow>, IDisposable
{
    private readonly SourceText _source;
    private readonly Table<CrmField> _table;
    private readonly DealReader _deals;
    private bool _enumerated;

    internal CrmRows(SourceText source, Table<CrmField> table, DealReader deals)
    {
        _source = source;
        _table = table;
        _deals = deals;
    }

    /// <summary>Gets the columns, formats and currency.</summary>
    public ImportLayout<CrmField> Layout => _table.ToLayout();

    /// <summary>Gets the number of blank lines that were skipped so far.</summary>
    public int BlankLineCount => _table.BlankLineCount;

    /// <summary>Gets the number of rows so far whose amount comes from the price list.</summary>
    public int PriceListAmountCount => _deals.PriceListAmountCount;

    /// <summary>Gets the notes so far, on rows that were read and on the file.</summary>
    public ValueList<ImportNote> Notes => [.. _deals.ToNotes()];

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
    public void Dispose()
    {
        _table.Dispose();
        _source.Dispose();
    }

    private IEnumerator<CrmRow> Enumerate()
    {
        while (_deals.Read(out Opportunity? opportunity, out RefusedRow? refused))
        {
            yield return opportunity is null
                ? new CrmRow(refused!)
                : new CrmRow(_table.Cells.Row, _table.Line, opportunity);
        }
    }
}
