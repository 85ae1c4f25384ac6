using Ardalis.GuardClauses;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Import;

/// <summary>Reads the CSV export of a CRM system into opportunities. Every row is either read or refused with all its
/// faults; nothing is guessed.</summary>
/// <remarks>
/// <para>
/// The stream may be compressed with gzip, which is detected from its first bytes, and is left open. Text is UTF-8
/// unless a byte order mark or <see cref="CrmImportOptions.Encoding"/> states another encoding. The first line with a
/// value is the header. Lines without any value, such as the <c>,,,</c> that spreadsheets leave at the end, are not
/// rows; they are skipped and counted.
/// </para>
/// <para>Formats that are not stated are detected from the first 1,000 rows by elimination. If two remaining formats
/// read a value differently, the file is not read, and the message names the option to set. If several remaining
/// formats read all values with the same result (<c>1200</c>), a later value is read only if they agree on it.
/// </para>
/// <para>Names of columns, products and stages are compared without case, spaces and punctuation; ids are compared
/// with case.</para>
/// </remarks>
public static class CrmImporter
{
    /// <summary>Reads a whole file.</summary>
    /// <param name="stream">The file, from its current position.</param>
    /// <param name="options">The options. Default: everything is detected.</param>
    /// <returns>The opportunities, the refused rows and the layout.</returns>
    /// <exception cref="ImportException">The file cannot be read as a whole: it has no header, lacks a required
    /// column, has two columns for one field, has formats or currencies that cannot be determined, or its compression
    /// is damaged or incomplete. The message names the option to set.</exception>
    /// <exception cref="ArgumentException">The options contradict each other.</exception>
    /// <example><code>
    /// string csv = """
    ///     Opportunity ID,Stage,Amount,Created Date,Close Date
    ///     006A,Prospecting,48000.50,2027-01-05,2027-06-30
    ///     006B,Closed Won,90000.00,2026-11-02,2027-01-20
    ///     """;
    /// using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(csv));
    /// var options = new CrmImportOptions { Process = StandardProcesses.Salesforce };
    /// CrmImport import = CrmImporter.Read(stream, options);
    /// Console.WriteLine($"{import.Opportunities.Count} read, {import.Refused.Count} refused"); // 2 read, 0 refused
    /// </code></example>
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

    /// <summary>Reads the rows of a file one after another, as they are enumerated.</summary>
    /// <param name="stream">The file, from its current position. It has to stay open while the rows are
    /// enumerated.</param>
    /// <param name="options">The options. Default: everything is detected.</param>
    /// <returns>The rows.</returns>
    /// <exception cref="ImportException">The file cannot be read as a whole, as for <see cref="Read"/>. Damaged
    /// compression is reported while the rows are enumerated.</exception>
    /// <exception cref="ArgumentException">The options contradict each other.</exception>
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

    /// <summary>Surveys a file before it is read: its columns, its stages with their frequency, and the options that
    /// have to be set. A survey does not throw for anything that options can resolve.</summary>
    /// <param name="stream">The file, from its current position.</param>
    /// <param name="options">The options so far. Default: everything is detected.</param>
    /// <returns>The survey.</returns>
    /// <exception cref="ImportException">The file has no header.</exception>
    /// <exception cref="ArgumentException">The options contradict each other.</exception>
    public static CrmSurvey Survey(Stream stream, CrmImportOptions? options = null)
    {
        using CrmFile file = Open(stream, options);
        return FileSurveyor.Survey(file);
    }

    private static CrmFile Open(Stream stream, CrmImportOptions? options) =>
        new(Guard.Against.Null(stream), options ?? CrmImportOptions.Default);
}
