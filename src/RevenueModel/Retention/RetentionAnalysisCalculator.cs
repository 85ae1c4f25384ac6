using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Retention;

/// <summary>Computes bridge, retention rates and cohorts in one pass over a history or over columns.</summary>
public static class RetentionAnalysisCalculator
{
    /// <summary>Analyzes a history.</summary>
    /// <param name="history">The history.</param>
    /// <param name="options">The conventions. Default: <see cref="RetentionOptions.Default"/>.</param>
    /// <param name="parts">The parts to compute. Default: all.</param>
    /// <returns>The analysis. A part that is not computed is empty.</returns>
    /// <exception cref="ArgumentException">The reported months are outside the history.</exception>
    /// <example><code>
    /// AccountMonth[] months =
    /// [
    ///     new() { Account = "Acme", Month = new YearMonth(2027, 1), Amount = 100m },
    ///     new() { Account = "Acme", Month = new YearMonth(2027, 2), Amount = 130m },
    /// ];
    /// RetentionAnalysis analysis = RetentionAnalysisCalculator.Measure(
    ///     RevenueHistory.Of(months), new RetentionOptions { WindowMonths = 1 });
    /// Console.WriteLine(analysis.Bridge[1].Expansion); // 30
    /// Console.WriteLine(analysis.Windows[0].Nrr); // 1.3
    /// </code></example>
    public static RetentionAnalysis Measure(
        RevenueHistory history, RetentionOptions? options = null, RetentionParts parts = RetentionParts.All) =>
        Guard.Against.Null(history).Analyze(options ?? RetentionOptions.Default, parts, nameof(options));

    /// <summary>Analyzes revenue by account and month without creating a history, which is faster if the records are
    /// analyzed once.</summary>
    /// <param name="months">The revenue by account and month, in any order, of one measure and one currency. Records
    /// sorted by account are read fastest.</param>
    /// <param name="options">The conventions. Default: <see cref="RetentionOptions.Default"/>.</param>
    /// <param name="parts">The parts to compute. Default: all.</param>
    /// <returns>The analysis; it equals that of the history of the records.</returns>
    /// <exception cref="ArgumentException">An item is null, an account has several segments, the sum of all amounts
    /// exceeds the range of a decimal, or the reported months are outside the history.</exception>
    public static RetentionAnalysis Measure(
        ReadOnlySpan<AccountMonth> months,
        RetentionOptions? options = null,
        RetentionParts parts = RetentionParts.All)
    {
        RetentionOptions given = options ?? RetentionOptions.Default;
        return RecordReader.TryRead(months, given, parts, nameof(options))
            ?? RevenueHistory.Of(months).Analyze(given, parts, nameof(options));
    }

    /// <inheritdoc cref="Measure(ReadOnlySpan{AccountMonth}, RetentionOptions?, RetentionParts)"/>
    public static RetentionAnalysis Measure(
        IEnumerable<AccountMonth> months,
        RetentionOptions? options = null,
        RetentionParts parts = RetentionParts.All) => Measure(months.AsItems(), options, parts);

    /// <summary>Analyzes revenue by account and month in columns.</summary>
    /// <param name="columns">The columns. Rows sorted by account are read fastest.</param>
    /// <param name="options">The conventions; the grouping is that of the columns. Default:
    /// <see cref="RetentionOptions.Default"/>.</param>
    /// <param name="parts">The parts to compute. Default: all.</param>
    /// <returns>The analysis. A part that is not computed is empty.</returns>
    /// <exception cref="ArgumentException">The lengths of the columns differ, a number is outside its range, a month
    /// of an account is negative, or the reported months are outside the history; the message names the row or the
    /// account.</exception>
    public static RetentionAnalysis Measure(
        AccountMonthColumns columns, RetentionOptions? options = null, RetentionParts parts = RetentionParts.All) =>
        Measure(columns.ToHistory(), options, parts, nameof(columns));

    /// <summary>Analyzes subscription periods in columns.</summary>
    /// <param name="columns">The columns. Rows sorted by account are read fastest.</param>
    /// <param name="options">The conventions; the grouping is that of the columns. Default:
    /// <see cref="RetentionOptions.Default"/>.</param>
    /// <param name="parts">The parts to compute. Default: all.</param>
    /// <returns>The analysis. A part that is not computed is empty.</returns>
    /// <exception cref="ArgumentException">The lengths of the columns differ, a number is outside its range, a month
    /// of an account is negative, or the reported months are outside the history; the message names the row or the
    /// account.</exception>
    public static RetentionAnalysis Measure(
        RevenuePeriodColumns columns, RetentionOptions? options = null, RetentionParts parts = RetentionParts.All) =>
        Measure(columns.ToHistory(), options, parts, nameof(columns));

    private static RetentionAnalysis Measure(
        in HistoryColumns columns, RetentionOptions? options, RetentionParts parts, string name)
    {
        columns.Validate(name);
        var plan = new RetentionPlan(
            options ?? RetentionOptions.Default, parts, columns.FirstMonth, columns.MonthCount, nameof(options));
        return ColumnReader.Analyze(columns, plan, name);
    }
}
