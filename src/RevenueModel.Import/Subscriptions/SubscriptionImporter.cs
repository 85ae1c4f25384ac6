using Ardalis.GuardClauses;

namespace RevenueModel.Import;

/// <summary>Reads an export of subscriptions, of recurring revenue by month, or of lines of invoices. Every row is
/// read, left out with a note, or refused with all its faults.</summary>
/// <remarks>
/// <para>Four kinds of tables are read: a row for each term with an amount of each interval; a row for each line of an
/// invoice with the amount of its period (<see cref="SubscriptionImportOptions.Amounts"/>); a row for each account and
/// month; and a row for each account with a column for each month. Overlaps, ends before starts, negative amounts and
/// cancellations that contradict the term are refused, or resolved by the rule of the options. Gaps are listed.</para>
/// <para>Files, formats and text are read as by <see cref="CrmImporter"/>.</para>
/// </remarks>
public static class SubscriptionImporter
{
    /// <summary>Reads a whole file.</summary>
    /// <param name="stream">The file, plain or compressed with gzip, from its current position; it is left
    /// open.</param>
    /// <param name="options">The options. Default: everything is detected.</param>
    /// <param name="progress">Receives the progress about every 4,000 rows and at the end. Default: none.</param>
    /// <param name="cancellationToken">Cancels reading. Default: none.</param>
    /// <returns>The subscriptions or months, the gaps and the refused rows.</returns>
    /// <exception cref="ImportException">The file cannot be read as a whole: it is not CSV, has no header or lacks a
    /// required column, or its formats cannot be determined. The message names the option to set.</exception>
    /// <exception cref="OperationCanceledException">Reading was canceled.</exception>
    /// <example><code>
    /// string csv = """
    ///     customer_id,start_date,end_date,monthly_amount
    ///     1,2027-01-01,2027-07-01,50
    ///     1,2027-09-01,,60
    ///     """;
    /// using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(csv));
    /// SubscriptionImport import = SubscriptionImporter.Read(stream);
    /// Console.WriteLine(import.Gaps[0].Account); // 1
    /// </code></example>
    public static SubscriptionImport Read(
        Stream stream,
        SubscriptionImportOptions? options = null,
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
    /// <returns>The subscriptions or months, the gaps and the refused rows.</returns>
    /// <exception cref="ImportException">The file cannot be read as a whole, as for
    /// <see cref="Read(Stream, SubscriptionImportOptions?, IProgress{ImportProgress}?, CancellationToken)"/>.
    /// </exception>
    /// <exception cref="OperationCanceledException">Reading was canceled.</exception>
    public static SubscriptionImport Read(
        ImportFile file,
        SubscriptionImportOptions? options = null,
        IProgress<ImportProgress>? progress = null,
        CancellationToken cancellationToken = default) =>
        ReadAll(
            Guard.Against.Null(file).Source, options, new ReadControl(KeepText: true, progress, cancellationToken));

    /// <summary>Surveys a file: its columns, its rows, and the problems that options have to resolve.</summary>
    /// <param name="stream">The file, from its current position.</param>
    /// <param name="options">The options so far. Default: everything is detected.</param>
    /// <returns>The survey.</returns>
    /// <exception cref="ImportException">The file has no header or is not CSV.</exception>
    public static SubscriptionSurvey Survey(Stream stream, SubscriptionImportOptions? options = null)
    {
        using ImportFile file = ImportFile.Open(stream);
        return Survey(file, options);
    }

    /// <summary>Surveys an opened file, which can then be read: its columns, its rows, and the problems that options
    /// have to resolve.</summary>
    /// <param name="file">The file.</param>
    /// <param name="options">The options so far. Default: everything is detected.</param>
    /// <returns>The survey.</returns>
    /// <exception cref="ImportException">The file has no header or is not CSV.</exception>
    public static SubscriptionSurvey Survey(ImportFile file, SubscriptionImportOptions? options = null)
    {
        Guard.Against.Null(file);
        var control = new ReadControl(KeepText: true, Progress: null, CancellationToken.None);
        using Table<SubscriptionField> table = Open(file.Source, options, control, out SubscriptionReader reader);
        List<RefusedRow> refused = reader.ReadAll();

        return new SubscriptionSurvey(table.ToLayout())
        {
            RowCount = table.RowCount,
            BlankLineCount = table.BlankLineCount,
            Problems = [.. table.Problems],
            RefusalCounts = RefusalCount.Of([.. refused]),
            Gaps = [.. reader.ToGaps()],
        };
    }

    private static SubscriptionImport ReadAll(
        SourceText source, SubscriptionImportOptions? options, ReadControl control)
    {
        using Table<SubscriptionField> table = Open(source, options, control, out SubscriptionReader reader);
        table.RequireReadable();
        List<RefusedRow> refused = reader.ReadAll();

        return new SubscriptionImport(table.ToLayout())
        {
            Subscriptions = [.. reader.Subscriptions],
            AccountMonths = [.. reader.Months],
            Gaps = [.. reader.ToGaps()],
            ReadCount = reader.ReadCount,
            LeftOutCount = reader.LeftOutCount,
            Refused = [.. refused],
            BlankLineCount = table.BlankLineCount,
            Notes = [.. table.Notes.ToNotes()],
        };
    }

    private static Table<SubscriptionField> Open(
        SourceText source, SubscriptionImportOptions? given, ReadControl control, out SubscriptionReader reader)
    {
        SubscriptionImportOptions options = given ?? SubscriptionImportOptions.Default;
        var table = new Table<SubscriptionField>(source, options, SubscriptionColumns.Names, control);
        reader = new SubscriptionReader(table, options);
        return table;
    }
}
