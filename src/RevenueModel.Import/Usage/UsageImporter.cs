using Ardalis.GuardClauses;

namespace RevenueModel.Import;

/// <summary>Reads the CSV export of a usage meter into usage histories. Every row is read, left out with a note, or
/// refused with all its faults.</summary>
/// <remarks>
/// <para>Three kinds of tables are read: a row for each customer, meter and period with one column of quantities; a
/// row for each customer and period with a column for each meter (<see cref="UsageImportOptions.MeterColumns"/>); and
/// a row for each customer with a column for each month. Quantities are the usage of the period, or readings of a
/// counter (<see cref="UsageImportOptions.Quantities"/>).</para>
/// <para>A period is a month, a day or a time. Days and times are added up by month, as written, without conversion to
/// another time zone. Files, formats and text are read as by <see cref="CrmImporter"/>.</para>
/// </remarks>
public static class UsageImporter
{
    /// <summary>Reads a whole file.</summary>
    /// <param name="stream">The file, plain or compressed with gzip, from its current position; it is left
    /// open.</param>
    /// <param name="options">The options. Default: everything is detected.</param>
    /// <param name="progress">Receives the progress about every 4,000 rows and at the end. Default: none.</param>
    /// <param name="cancellationToken">Cancels reading. Default: none.</param>
    /// <returns>The histories, the refused rows, and the months without rows.</returns>
    /// <exception cref="ImportException">The file cannot be read as a whole: it is not CSV, has no header or lacks a
    /// required column, or its formats cannot be determined. The message names the option to set.</exception>
    /// <exception cref="OperationCanceledException">Reading was canceled.</exception>
    /// <example><code>
    /// string csv = """
    ///     customer,month,messages
    ///     Acme,2027-01,120
    ///     Acme,2027-02,140
    ///     """;
    /// using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(csv));
    /// UsageImport import = UsageImporter.Read(stream, new UsageImportOptions { MeterColumns = ["messages"] });
    /// Console.WriteLine(import.Histories[0]); // Acme: 2 months from 2027-01 of messages
    /// </code></example>
    public static UsageImport Read(
        Stream stream,
        UsageImportOptions? options = null,
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
    /// <returns>The histories, the refused rows, and the months without rows.</returns>
    /// <exception cref="ImportException">The file cannot be read as a whole, as for
    /// <see cref="Read(Stream, UsageImportOptions?, IProgress{ImportProgress}?, CancellationToken)"/>.</exception>
    /// <exception cref="OperationCanceledException">Reading was canceled.</exception>
    public static UsageImport Read(
        ImportFile file,
        UsageImportOptions? options = null,
        IProgress<ImportProgress>? progress = null,
        CancellationToken cancellationToken = default) =>
        ReadAll(
            Guard.Against.Null(file).Source, options, new ReadControl(KeepText: true, progress, cancellationToken));

    /// <summary>Surveys a file: its columns, its meters, and the problems that options have to resolve.</summary>
    /// <param name="stream">The file, from its current position.</param>
    /// <param name="options">The options so far. Default: everything is detected.</param>
    /// <returns>The survey.</returns>
    /// <exception cref="ImportException">The file has no header or is not CSV.</exception>
    public static UsageSurvey Survey(Stream stream, UsageImportOptions? options = null)
    {
        using ImportFile file = ImportFile.Open(stream);
        return Survey(file, options);
    }

    /// <summary>Surveys an opened file, which can then be read: its columns, its meters, and the problems that options
    /// have to resolve.</summary>
    /// <param name="file">The file.</param>
    /// <param name="options">The options so far. Default: everything is detected.</param>
    /// <returns>The survey.</returns>
    /// <exception cref="ImportException">The file has no header or is not CSV.</exception>
    public static UsageSurvey Survey(ImportFile file, UsageImportOptions? options = null)
    {
        var control = new ReadControl(KeepText: true, Progress: null, CancellationToken.None);
        using Table<UsageField> table = Open(Guard.Against.Null(file).Source, options, control, out UsageReader usage);
        List<RefusedRow> refused = usage.ReadAll();

        return new UsageSurvey(table.ToLayout())
        {
            RowCount = table.RowCount,
            BlankLineCount = table.BlankLineCount,
            Problems = [.. table.Problems],
            Meters = usage.Book.ToMeters(),
            RefusalCounts = RefusalCount.Of([.. refused]),
        };
    }

    private static UsageImport ReadAll(SourceText source, UsageImportOptions? options, ReadControl control)
    {
        using Table<UsageField> table = Open(source, options, control, out UsageReader usage);
        table.RequireReadable();
        List<RefusedRow> refused = usage.ReadAll();

        var gaps = new List<UsageGap>();
        var histories = usage.Book.ToHistories(gaps);
        foreach (UsageGap gap in gaps)
        {
            table.Notes.Add(ImportNoteKind.MissingMonth, gap.Meter, gap.Customer, gap.ToString());
        }

        return new UsageImport(table.ToLayout())
        {
            Histories = [.. histories],
            Gaps = [.. gaps],
            ReadCount = usage.ReadCount,
            LeftOutCount = usage.LeftOutCount,
            Refused = [.. refused],
            BlankLineCount = table.BlankLineCount,
            Notes = [.. table.Notes.ToNotes()],
        };
    }

    private static Table<UsageField> Open(
        SourceText source, UsageImportOptions? given, ReadControl control, out UsageReader usage)
    {
        UsageImportOptions options = given ?? UsageImportOptions.Default;
        var table = new Table<UsageField>(source, options, UsageColumns.Names, control);
        usage = new UsageReader(table, options);
        return table;
    }
}
