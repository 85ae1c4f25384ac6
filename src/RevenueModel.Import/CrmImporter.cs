using Ardalis.GuardClauses;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Import;

/// <summary>Reads the CSV export of a CRM system into opportunities. Every row is either read or refused with what is
/// wrong with it; nothing is guessed.</summary>
/// <remarks>
/// <para>
/// The stream may be compressed with gzip, which its first bytes tell, and is left open. Text is UTF-8 unless a byte
/// order mark or <see cref="CrmImportOptions.Encoding"/> says otherwise. The first line with a value is the header;
/// lines without any value, such as the <c>,,,</c> that spreadsheets leave at the end, are no rows: they are passed
/// over and counted.
/// </para>
/// <para>
/// Formats that are not stated are detected from the first 1,000 rows by elimination. Where those rows leave two
/// formats that read a value differently, the file is not read and the message asks to state the format. Where they
/// leave several that read all values alike (<c>1200</c>), a later value is read only where these agree on it.
/// </para>
/// <para>Names of columns, products and stages are compared without case, spaces and punctuation; ids with
/// case.</para>
/// </remarks>
public static class CrmImporter
{
    /// <summary>Reads a whole file.</summary>
    /// <param name="stream">The file, from its current position.</param>
    /// <param name="options">What the caller knows of the file; nothing unless stated.</param>
    /// <exception cref="ImportException">The file cannot be read as a whole: it has no header, lacks a required
    /// column, has two columns for one field, its formats or currency cannot be told, or its compression is damaged or
    /// breaks off. The message says what to state.</exception>
    /// <exception cref="ArgumentException">The options contradict themselves.</exception>
    public static CrmImport Read(Stream stream, CrmImportOptions? options = null)
    {
        using CrmRows rows = ReadRows(stream, options);
        var opportunities = new List<Opportunity>();
        var refused = new List<RefusedRow>();
        foreach (CrmRow row in rows)
        {
            if (row.IsRead)
            {
                opportunities.Add(row.Opportunity);
            }
            else
            {
                refused.Add(row.Refused);
            }
        }

        return new CrmImport(rows.Layout)
        {
            Opportunities = opportunities.ToValueList(),
            Refused = refused.ToValueList(),
            BlankLineCount = rows.BlankLineCount,
            PriceListAmountCount = rows.PriceListAmountCount,
            Notes = rows.Notes,
        };
    }

    /// <summary>Reads the rows of a file one after the other, as they are enumerated.</summary>
    /// <param name="stream">The file, from its current position; it has to stay open while the rows are
    /// enumerated.</param>
    /// <param name="options">What the caller knows of the file; nothing unless stated.</param>
    /// <exception cref="ImportException">As for <see cref="Read"/>, at once; but a damaged compression
    /// while the rows are enumerated.</exception>
    /// <exception cref="ArgumentException">The options contradict themselves.</exception>
    public static CrmRows ReadRows(Stream stream, CrmImportOptions? options = null)
    {
        CrmFile file = Open(stream, options);
        if (file.Problems.Count == 0)
        {
            return new CrmRows(file);
        }

        file.Dispose();
        throw new ImportException(string.Join(" ", file.Problems));
    }

    /// <summary>Looks through a file before it is read: which columns it has, which stages and how often, and what the
    /// options have to settle. A survey throws for nothing that options can settle.</summary>
    /// <param name="stream">The file, from its current position.</param>
    /// <param name="options">What the caller knows of the file so far.</param>
    /// <exception cref="ImportException">The file has no header.</exception>
    /// <exception cref="ArgumentException">The options contradict themselves.</exception>
    public static CrmSurvey Survey(Stream stream, CrmImportOptions? options = null)
    {
        using CrmFile file = Open(stream, options);
        return FileSurveyor.Survey(file);
    }

    private static CrmFile Open(Stream stream, CrmImportOptions? options) =>
        new(Guard.Against.Null(stream), options ?? CrmImportOptions.Default);
}
