using Ardalis.GuardClauses;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Import;

/// <summary>Reads a log of stage changes into the histories of deals. Every row is read, left out with a note, or
/// refused with all its faults.</summary>
/// <remarks>
/// <para>Two kinds of logs are read: a row for each change with the stage or the close date after it (Salesforce
/// OpportunityHistory), perhaps with the stage before; and a history of fields, with the name of the field, the old
/// and the new value (Salesforce OpportunityFieldHistory, HubSpot property history). Rows can be in any order; rows of
/// the same time keep the order of the file, or its reverse if the file has the latest change first.</para>
/// <para>Files, formats and text are read as by <see cref="CrmImporter"/>.</para>
/// </remarks>
public static class StageLogImporter
{
    /// <summary>Reads a whole file.</summary>
    /// <param name="stream">The file, plain or compressed with gzip, from its current position; it is left
    /// open.</param>
    /// <param name="options">The options. Default: everything is detected.</param>
    /// <param name="progress">Receives the progress about every 4,000 rows and at the end. Default: none.</param>
    /// <param name="cancellationToken">Cancels reading. Default: none.</param>
    /// <returns>The histories and the refused rows.</returns>
    /// <exception cref="ImportException">The file cannot be read as a whole: it is not CSV, has no header or lacks a
    /// required column, or its formats cannot be determined. The message names the option to set.</exception>
    /// <exception cref="OperationCanceledException">Reading was canceled.</exception>
    /// <example><code>
    /// string csv = """
    ///     Deal ID,Stage,Close Date,Changed On
    ///     7001,Discovery,2027-03-31,2027-01-05
    ///     7001,Proposal,2027-03-31,2027-02-10
    ///     7001,Proposal,2027-06-30,2027-03-20
    ///     7001,Closed Won,2027-06-30,2027-06-15
    ///     """;
    /// using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(csv));
    /// DealHistory deal = StageLogImporter.Read(stream).Histories[0];
    /// Console.WriteLine($"{deal.DaysIn("Discovery")} days, {deal.PushCount} push"); // 36 days, 1 push
    /// </code></example>
    public static StageLogImport Read(
        Stream stream,
        StageLogImportOptions? options = null,
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
    /// <returns>The histories and the refused rows.</returns>
    /// <exception cref="ImportException">The file cannot be read as a whole, as for
    /// <see cref="Read(Stream, StageLogImportOptions?, IProgress{ImportProgress}?, CancellationToken)"/>.</exception>
    /// <exception cref="OperationCanceledException">Reading was canceled.</exception>
    public static StageLogImport Read(
        ImportFile file,
        StageLogImportOptions? options = null,
        IProgress<ImportProgress>? progress = null,
        CancellationToken cancellationToken = default) =>
        ReadAll(
            Guard.Against.Null(file).Source, options, new ReadControl(KeepText: true, progress, cancellationToken));

    /// <summary>Surveys a file: its columns, its stages, its fields, and the problems that options have to
    /// resolve.</summary>
    /// <param name="stream">The file, from its current position.</param>
    /// <param name="options">The options so far. Default: everything is detected.</param>
    /// <returns>The survey.</returns>
    /// <exception cref="ImportException">The file has no header or is not CSV.</exception>
    /// <exception cref="ArgumentException">The options contradict each other.</exception>
    public static StageLogSurvey Survey(Stream stream, StageLogImportOptions? options = null)
    {
        using ImportFile file = ImportFile.Open(stream);
        return Survey(file, options);
    }

    /// <summary>Surveys an opened file, which can then be read: its columns, its stages, its fields, and the problems
    /// that options have to resolve.</summary>
    /// <param name="file">The file.</param>
    /// <param name="options">The options so far. Default: everything is detected.</param>
    /// <returns>The survey.</returns>
    /// <exception cref="ImportException">The file has no header or is not CSV.</exception>
    /// <exception cref="ArgumentException">The options contradict each other.</exception>
    public static StageLogSurvey Survey(ImportFile file, StageLogImportOptions? options = null)
    {
        var control = new ReadControl(KeepText: true, Progress: null, CancellationToken.None);
        Guard.Against.Null(file);
        using Table<StageLogField> table = Open(file.Source, options, control, out StageLogReader log);
        log.ReadAll();

        return new StageLogSurvey(table.ToLayout())
        {
            RowCount = table.RowCount,
            BlankLineCount = table.BlankLineCount,
            Problems = [.. table.Problems],
            Stages =
            [
                .. InOrder(log.StageCounts).Select(entry =>
                {
                    StageReading? reading = log.Stages.ReadStage(entry.Key);
                    return new SurveyedStage(
                        CrmField.Stage, entry.Key, entry.Value, reading?.Outcome, reading?.ProcessStage);
                }),
            ],
            Fields = [.. InOrder(log.FieldCounts).Select(entry => new Keyed<string, int>(entry.Key, entry.Value))],
        };
    }

    private static StageLogImport ReadAll(SourceText source, StageLogImportOptions? options, ReadControl control)
    {
        using Table<StageLogField> table = Open(source, options, control, out StageLogReader log);
        table.RequireReadable();
        List<RefusedRow> refused = log.ReadAll();

        DealHistory[] histories = log.ToHistories();
        return new StageLogImport(table.ToLayout())
        {
            Histories = [.. histories],
            ReadCount = log.ReadCount,
            LeftOutCount = log.LeftOutCount,
            Refused = [.. refused],
            BlankLineCount = table.BlankLineCount,
            Notes = [.. table.Notes.ToNotes()],
        };
    }

    private static Table<StageLogField> Open(
        SourceText source, StageLogImportOptions? given, ReadControl control, out StageLogReader log)
    {
        StageLogImportOptions options = given ?? StageLogImportOptions.Default;
        var table = new Table<StageLogField>(source, options, StageLogReader.Names, control);
        log = new StageLogReader(table, options);
        return table;
    }

    private static IOrderedEnumerable<KeyValuePair<string, int>> InOrder(Dictionary<string, int> counts) =>
        counts.OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key, StringComparer.Ordinal);
}
