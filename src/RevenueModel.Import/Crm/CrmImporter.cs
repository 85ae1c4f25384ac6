using Ardalis.GuardClauses;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Import;

/// <summary>Reads the CSV export of a CRM system into opportunities. Every row is either read or refused with all its
/// faults; nothing is guessed.</summary>
/// <remarks>
/// <para>
/// The stream may be compressed with gzip, which is detected from its first bytes, and is left open. Text is UTF-8
/// unless a byte order mark, zeros in every second byte or <see cref="ImportOptions{TField}.Encoding"/> tell another
/// encoding. The header is the first line with the required columns, among the first 30. Lines without any value, such
/// as the <c>,,,</c> that spreadsheets leave at the end, are not rows; they are skipped and counted.
/// </para>
/// <para>Formats that are not stated are detected from the first 1,000 rows by elimination. If two remaining formats
/// read a value differently, the file is not read, and the message names the option to set. If several remaining
/// formats read all values with the same result (<c>1200</c>), a later value is read only if they agree on it.
/// </para>
/// <para>Text is read in Unicode normalization form C, without invisible characters such as zero-width spaces. Names
/// of columns, products and stages are compared without case, spaces and punctuation; ids are compared with
/// case.</para>
/// </remarks>
public static class CrmImporter
{
    /// <summary>Reads a whole file.</summary>
    /// <param name="stream">The file, from its current position.</param>
    /// <param name="options">The options. Default: everything is detected.</param>
    /// <param name="progress">Receives the progress about every 4,000 rows and at the end. Default: none.</param>
    /// <param name="cancellationToken">Cancels reading. Default: none.</param>
    /// <returns>The opportunities, the refused rows and the layout.</returns>
    /// <exception cref="ImportException">The file cannot be read as a whole: it is not CSV, has no header, lacks a
    /// required column, has two columns for one field, has formats or currencies that cannot be determined, or its
    /// compression is damaged or incomplete. The message names the option to set.</exception>
    /// <exception cref="ArgumentException">The options contradict each other.</exception>
    /// <exception cref="OperationCanceledException">Reading was canceled.</exception>
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
    public static CrmImport Read(
        Stream stream,
        CrmImportOptions? options = null,
        IProgress<ImportProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        using var source = new SourceText(Guard.Against.Null(stream));
        return ReadAll(source, options, new ReadControl(KeepText: false, progress, cancellationToken));
    }

    /// <summary>Reads a whole file that was opened, and perhaps surveyed.</summary>
    /// <param name="file">The file.</param>
    /// <param name="options">The options. Default: everything is detected.</param>
    /// <param name="progress">Receives the progress about every 4,000 rows and at the end. Default: none.</param>
    /// <param name="cancellationToken">Cancels reading. Default: none.</param>
    /// <returns>The opportunities, the refused rows and the layout.</returns>
    /// <exception cref="ImportException">The file cannot be read as a whole, as for
    /// <see cref="Read(Stream, CrmImportOptions?, IProgress{ImportProgress}?, CancellationToken)"/>.</exception>
    /// <exception cref="ArgumentException">The options contradict each other.</exception>
    /// <exception cref="OperationCanceledException">Reading was canceled.</exception>
    public static CrmImport Read(
        ImportFile file,
        CrmImportOptions? options = null,
        IProgress<ImportProgress>? progress = null,
        CancellationToken cancellationToken = default) =>
        ReadAll(
            Guard.Against.Null(file).Source, options, new ReadControl(KeepText: true, progress, cancellationToken));

    /// <summary>Reads the rows of a file one after another, as they are enumerated.</summary>
    /// <param name="stream">The file, from its current position. It has to stay open while the rows are
    /// enumerated.</param>
    /// <param name="options">The options. Default: everything is detected.</param>
    /// <param name="progress">Receives the progress about every 4,000 rows and at the end. Default: none.</param>
    /// <param name="cancellationToken">Cancels reading. Default: none.</param>
    /// <returns>The rows.</returns>
    /// <exception cref="ImportException">The file cannot be read as a whole, as for
    /// <see cref="Read(Stream, CrmImportOptions?, IProgress{ImportProgress}?, CancellationToken)"/>. Damaged
    /// compression is reported while the rows are enumerated.</exception>
    /// <exception cref="ArgumentException">The options contradict each other.</exception>
    public static CrmRows ReadRows(
        Stream stream,
        CrmImportOptions? options = null,
        IProgress<ImportProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        var source = new SourceText(Guard.Against.Null(stream));
        Table<CrmField>? table = null;
        try
        {
            var control = new ReadControl(KeepText: false, progress, cancellationToken);
            table = Open(source, options, control, out DealReader deals);
            table.RequireReadable();
            return new CrmRows(source, table, deals);
        }
        catch
        {
            table?.Dispose();
            source.Dispose();
            throw;
        }
    }

    /// <summary>Surveys a file before it is read: its columns, its stages with their frequency, and the options that
    /// have to be set. A survey does not throw for anything that options can resolve.</summary>
    /// <param name="stream">The file, from its current position.</param>
    /// <param name="options">The options so far. Default: everything is detected.</param>
    /// <returns>The survey.</returns>
    /// <exception cref="ImportException">The file has no header or is not CSV.</exception>
    /// <exception cref="ArgumentException">The options contradict each other.</exception>
    public static CrmSurvey Survey(Stream stream, CrmImportOptions? options = null)
    {
        using ImportFile file = ImportFile.Open(stream);
        return Survey(file, options);
    }

    /// <summary>Surveys an opened file, which can then be read.</summary>
    /// <param name="file">The file.</param>
    /// <param name="options">The options so far. Default: everything is detected.</param>
    /// <returns>The survey.</returns>
    /// <exception cref="ImportException">The file has no header or is not CSV.</exception>
    /// <exception cref="ArgumentException">The options contradict each other.</exception>
    public static CrmSurvey Survey(ImportFile file, CrmImportOptions? options = null)
    {
        var control = new ReadControl(KeepText: true, Progress: null, CancellationToken.None);
        using Table<CrmField> table = Open(Guard.Against.Null(file).Source, options, control, out DealReader deals);
        return CrmSurveyor.Survey(table, deals.Stages);
    }

    private static CrmImport ReadAll(SourceText source, CrmImportOptions? options, ReadControl control)
    {
        using Table<CrmField> table = Open(source, options, control, out DealReader deals);
        table.RequireReadable();
        var opportunities = new List<Opportunity>(table.EstimatedRows);
        var refused = new List<RefusedRow>();
        while (deals.Read(out Opportunity? opportunity, out RefusedRow? refusedRow))
        {
            if (opportunity is not null)
            {
                opportunities.Add(opportunity);
            }
            else
            {
                refused.Add(refusedRow!);
            }
        }

        return new CrmImport(table.ToLayout())
        {
            Opportunities = opportunities.ToValueList(),
            ReadCount = opportunities.Count,
            Refused = refused.ToValueList(),
            BlankLineCount = table.BlankLineCount,
            PriceListAmountCount = deals.PriceListAmountCount,
            Notes = [.. deals.ToNotes()],
        };
    }

    private static Table<CrmField> Open(
        SourceText source, CrmImportOptions? given, ReadControl control, out DealReader deals)
    {
        CrmImportOptions options = given ?? CrmImportOptions.Default;
        var table = new Table<CrmField>(source, options, CrmColumnNames.For(options), control);
        deals = new DealReader(table, options);
        return table;
    }
}
