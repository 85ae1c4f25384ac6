using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Retention;

/// <summary>Measures net and gross revenue retention (NRR and GRR) and logo retention, by named methods.</summary>
/// <remarks>
/// The closed cohort is the definition that most public vendors disclose: the accounts of twelve months ago, and what
/// they pay now. Bridges and compounded months also contain the movements of accounts that are new in the window.
/// </remarks>
public static class RetentionCalculator
{
    /// <summary>Measures the closed cohorts that end with the last reported month.</summary>
    /// <param name="history">The history.</param>
    /// <param name="options">The window, the grouping and the last month. Default: twelve months, not grouped, the
    /// last month of the history.</param>
    /// <returns>The totals by group, or nothing if the window starts before the history.</returns>
    /// <exception cref="ArgumentException">The reported months are outside the history.</exception>
    /// <example><code>
    /// AccountMonth[] months =
    /// [
    ///     new() { Account = "A", Month = new YearMonth(2026, 12), Amount = 1_000m },
    ///     new() { Account = "B", Month = new YearMonth(2026, 12), Amount = 10_000m },
    ///     new() { Account = "B", Month = new YearMonth(2027, 12), Amount = 12_000m },
    ///     new() { Account = "C", Month = new YearMonth(2027, 12), Amount = 5_000m },
    /// ];
    /// RetentionTotals year = RetentionCalculator.ClosedCohort(RevenueHistory.Of(months))[0];
    /// Console.WriteLine(year); // 2026-12 to 2027-12: NRR 109.1%, GRR 90.9%, logos 50.0% of 2 accounts
    /// </code></example>
    public static ValueList<RetentionTotals> ClosedCohort(RevenueHistory history, RetentionOptions? options = null)
    {
        RetentionOptions given = options ?? RetentionOptions.Default;
        YearMonth last = given.Through ?? Guard.Against.Null(history).LastMonth;
        return Windows(
            history, given with { From = last, Through = last, Interval = ReportInterval.Month }, nameof(options));
    }

    /// <summary>Measures the closed cohorts that end with each reported period, so that the rates can be followed over
    /// time.</summary>
    /// <param name="history">The history.</param>
    /// <param name="options">The window, the grouping, the months and the interval. Default: twelve months, by month.
    /// </param>
    /// <returns>The totals by period and group. Windows that start before the history are left out.</returns>
    /// <exception cref="ArgumentException">The reported months are outside the history.</exception>
    public static ValueList<RetentionTotals> Trend(RevenueHistory history, RetentionOptions? options = null) =>
        Windows(history, options ?? RetentionOptions.Default, nameof(options));

    /// <summary>Measures NRR and GRR of one window by every method, side by side.</summary>
    /// <param name="history">The history.</param>
    /// <param name="options">The window, the last month and the rules of movements; the figures are not grouped.
    /// Default: the twelve months to the last month of the history.</param>
    /// <returns>One figure for each method, in the order of <see cref="RetentionMethod"/>. Its rates are
    /// <see langword="null"/> if the window starts before the history or with zero revenue.</returns>
    /// <exception cref="ArgumentException">The last month is outside the history.</exception>
    public static ValueList<RetentionFigure> Compare(RevenueHistory history, RetentionOptions? options = null)
    {
        Guard.Against.Null(history);
        RetentionOptions given = (options ?? RetentionOptions.Default) with
        {
            GroupBy = RevenueDimension.None,
            Interval = ReportInterval.Month,
            Basis = BridgeBasis.SumOfMonths,
            From = null,
        };
        RetentionAnalysis analysis = history.Analyze(
            given, RetentionParts.Bridge | RetentionParts.Windows, nameof(options));
        int window = given.WindowMonths;
        YearMonth through = given.Through ?? history.LastMonth;
        YearMonth from = MonthIndex.ToMonth(MonthIndex.Of(through) - window);
        ReadOnlySpan<ArrBridge> all = analysis.Bridge.AsSpan();
        ReadOnlySpan<ArrBridge> months = all.Length > window ? all[^window..] : default;
        RetentionTotals? cohort = months.IsEmpty ? null : analysis.Windows[analysis.Windows.Count - 1];
        ArrBridge? bridge = months.IsEmpty ? null : BridgeCalculator.Combine(months, "window");
        decimal? bridgeGrr = bridge is null ? null : Grr(bridge);
        decimal? compoundGrr = months.IsEmpty ? null : CompoundedGrr(months);
        return
        [
            new RetentionFigure(RetentionMethod.ClosedCohort, from, through, cohort?.Nrr, cohort?.Grr),
            Bridged(RetentionMethod.PeriodBridge, bridge is null ? null : Nrr(bridge), bridgeGrr),
            Bridged(
                RetentionMethod.PeriodBridgeWithReactivation,
                bridge is null ? null : Nrr(bridge, includesReactivation: true),
                bridgeGrr),
            Bridged(
                RetentionMethod.CompoundedMonths, months.IsEmpty ? null : CompoundedNrr(months), compoundGrr),
            Bridged(
                RetentionMethod.CompoundedMonthsWithReactivation,
                months.IsEmpty ? null : CompoundedNrr(months, includesReactivation: true),
                compoundGrr),
        ];

        RetentionFigure Bridged(RetentionMethod method, decimal? nrr, decimal? grr) =>
            new(method, from, through, nrr, grr);
    }

    /// <summary>Returns the NRR of a bridge line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="includesReactivation">Whether accounts that returned count as retained. Default: they do not.
    /// </param>
    /// <returns><c>(opening + expansion + contraction + churn + late renewal) / opening</c>, with reactivation if it
    /// is included, or <see langword="null"/> if the opening is zero.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="line"/> is null.</exception>
    public static decimal? Nrr(ArrBridge line, bool includesReactivation = false)
    {
        Guard.Against.Null(line);
        return RetentionRatio.Of(
            line.Opening + line.Expansion + line.Contraction + line.Churn + line.LateRenewal
                + (includesReactivation ? line.Reactivation : 0m),
            line.Opening);
    }

    /// <summary>Returns the GRR of a bridge line.</summary>
    /// <param name="line">The line.</param>
    /// <returns><c>(opening + contraction + churn) / opening</c>, or <see langword="null"/> if the opening is zero. It
    /// can be below the GRR of the closed cohort, because a contraction that an expansion precedes counts here.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="line"/> is null.</exception>
    public static decimal? Grr(ArrBridge line)
    {
        Guard.Against.Null(line);
        return RetentionRatio.Of(line.Opening + line.Contraction + line.Churn, line.Opening);
    }

    /// <summary>Returns the product of the NRR of consecutive lines.</summary>
    /// <param name="lines">The lines, usually twelve months of one group.</param>
    /// <param name="includesReactivation">Whether accounts that returned count as retained. Default: they do not.
    /// </param>
    /// <returns>The product, or <see langword="null"/> if there are no lines or an opening is zero.</returns>
    /// <exception cref="ArgumentException">A line is null, or the product exceeds the range of a decimal.</exception>
    public static decimal? CompoundedNrr(ReadOnlySpan<ArrBridge> lines, bool includesReactivation = false)
    {
        decimal? product = lines.IsEmpty ? null : 1m;
        foreach (ArrBridge line in lines)
        {
            decimal? nrr = Nrr(Guard.Against.Null(line, nameof(lines)), includesReactivation);
            product = Times(product, nrr, nameof(lines));
        }

        return product;
    }

    /// <inheritdoc cref="CompoundedNrr(ReadOnlySpan{ArrBridge}, bool)"/>
    public static decimal? CompoundedNrr(IEnumerable<ArrBridge> lines, bool includesReactivation = false) =>
        CompoundedNrr(lines.AsItems(), includesReactivation);

    /// <summary>Returns the product of the GRR of consecutive lines.</summary>
    /// <param name="lines">The lines, usually twelve months of one group.</param>
    /// <returns>The product, or <see langword="null"/> if there are no lines or an opening is zero.</returns>
    /// <exception cref="ArgumentException">A line is null.</exception>
    public static decimal? CompoundedGrr(ReadOnlySpan<ArrBridge> lines)
    {
        decimal? product = lines.IsEmpty ? null : 1m;
        foreach (ArrBridge line in lines)
        {
            product = Times(product, Grr(Guard.Against.Null(line, nameof(lines))), nameof(lines));
        }

        return product;
    }

    /// <inheritdoc cref="CompoundedGrr(ReadOnlySpan{ArrBridge})"/>
    public static decimal? CompoundedGrr(IEnumerable<ArrBridge> lines) => CompoundedGrr(lines.AsItems());

    /// <summary>Returns the retention of a year of equal periods: rates compound, they are not multiplied by the
    /// number of periods.</summary>
    /// <param name="retention">The retention of one period as a ratio, zero or more.</param>
    /// <param name="periodsPerYear">The number of periods in a year, between 1 and 366: 12 for months.</param>
    /// <returns><c>retention ^ periods</c>.</returns>
    /// <exception cref="ArgumentException">A figure is outside its range, or the result exceeds the range of a
    /// decimal.</exception>
    public static decimal Annualize(decimal retention, int periodsPerYear)
    {
        Guard.Against.BelowZero(retention);
        if (periodsPerYear is < 1 or > 366)
        {
            throw DomainGuards.OutOfRange(nameof(periodsPerYear), periodsPerYear, "1 to 366");
        }

        decimal? product = 1m;
        for (int i = 0; i < periodsPerYear; i++)
        {
            product = Times(product, retention, nameof(retention));
        }

        return product!.Value;
    }

    private static ValueList<RetentionTotals> Windows(RevenueHistory history, RetentionOptions options, string name) =>
        Guard.Against.Null(history).Analyze(options, RetentionParts.Windows, name).Windows;

    private static decimal? Times(decimal? product, decimal? factor, string name)
    {
        try
        {
            return product * factor;
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow(Invariant($"{product} × {factor}"), name, overflow);
        }
    }
}
