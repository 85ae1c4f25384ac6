using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Retention;

/// <summary>The recurring revenue of accounts at the end of each month, with segment, product and site. Bridges,
/// retention rates and cohorts are computed from it.</summary>
/// <remarks>
/// Immutable and safe to share between threads. Amounts are whole numbers of the smallest unit that occurs, in 64 bits
/// or, where a sum would not fit, in 128: every sum is exact, and histories of parts merge to the same digits in any
/// grouping. A subscription counts in a month if it is active on the last day of the month.
/// </remarks>
public sealed class RevenueHistory
{
    private readonly long[]? _small;
    private readonly Int128[]? _large;

    internal RevenueHistory(
        HistoryLayout layout, long[]? small, Int128[]? large, int digits, Int128 sum, int uncounted)
    {
        Layout = layout;
        _small = small;
        _large = large;
        Digits = digits;
        Sum = sum;
        UncountedCount = uncounted;
    }

    /// <summary>Gets the first month with revenue above zero, or the last month if there is none.</summary>
    public YearMonth FirstMonth => MonthIndex.ToMonth(Layout.First);

    /// <summary>Gets the last month: the as-of month, or the last month of the data, also with a revenue of zero.
    /// </summary>
    public YearMonth LastMonth => MonthIndex.ToMonth(Layout.First + Layout.Months - 1);

    /// <summary>Gets the number of months.</summary>
    public int MonthCount => Layout.Months;

    /// <summary>Gets the number of accounts. Subscriptions that start after the as-of month are not counted.</summary>
    public int AccountCount => Layout.Accounts.Length;

    /// <summary>Gets the number of subscriptions that no month end of the history counts: they start after the as-of
    /// month, or start and end within one month. Those that start after the as-of month change nothing else.</summary>
    public int UncountedCount { get; }

    internal HistoryLayout Layout { get; }

    /// <summary>Gets the decimal places of the unit of amounts.</summary>
    internal int Digits { get; }

    /// <summary>Gets the sum of the amounts of all records in units, which no sum of a month or a movement
    /// exceeds.</summary>
    internal Int128 Sum { get; }

    /// <summary>Creates the history of subscriptions.</summary>
    /// <param name="subscriptions">The subscriptions, in any order and in one currency.</param>
    /// <param name="asOf">The last month. Terms that end later are counted through it.</param>
    /// <param name="rules">The rules of normalization. Default: <see cref="RevenueRules.Default"/>.</param>
    /// <returns>The history.</returns>
    /// <exception cref="ArgumentException">An item is null, an account has several segments and no rule decides,
    /// discounts exceed an amount, or the sum of all amounts exceeds the range of a decimal; the message names the
    /// account.</exception>
    /// <example><code>
    /// DateSpan year = DateSpan.Year(2027);
    /// Subscription[] subscriptions =
    /// [
    ///     new() { Account = "Acme", Term = year, Amount = 12_000m, Interval = RecurringInterval.Annual },
    ///     new() { Account = "Acme", Term = DateSpan.From(new(2027, 4, 1)), Amount = 500m },
    /// ];
    /// RevenueHistory history = RevenueHistory.Of(subscriptions, asOf: new YearMonth(2027, 6));
    /// Console.WriteLine(history.Amount("Acme", new YearMonth(2027, 5))); // 18000
    /// </code></example>
    public static RevenueHistory Of(
        ReadOnlySpan<Subscription> subscriptions, YearMonth asOf, RevenueRules? rules = null)
    {
        RevenueRules applied = rules ?? RevenueRules.Default;
        int last = MonthIndex.Of(MonthIndex.RequireIso(asOf));
        var builder = new HistoryBuilder(applied, subscriptions.Length, nameof(subscriptions))
        {
            Measure = applied.Measure,
        };
        foreach (Subscription subscription in subscriptions)
        {
            SubscriptionMonths.Add(
                builder,
                Guard.Against.Null(subscription, nameof(subscriptions)),
                last,
                applied,
                nameof(subscriptions));
        }

        return Build(builder, last, nameof(subscriptions));
    }

    /// <inheritdoc cref="Of(ReadOnlySpan{Subscription}, YearMonth, RevenueRules?)"/>
    public static RevenueHistory Of(
        IEnumerable<Subscription> subscriptions, YearMonth asOf, RevenueRules? rules = null) =>
        Of(subscriptions.AsItems(), asOf, rules);

    /// <summary>Creates the history of revenue by account and month.</summary>
    /// <param name="months">The revenue by account and month, in any order, of one measure and one currency.</param>
    /// <param name="asOf">The last month, or <see langword="null"/> for the last month of the data. Later months are
    /// refused.</param>
    /// <param name="rules">The mergers and the rule for several segments; the other rules do not apply. Default:
    /// <see cref="RevenueRules.Default"/>.</param>
    /// <returns>The history.</returns>
    /// <exception cref="ArgumentException">An item is null or after the as-of month, an account has several segments
    /// and no rule decides, or the sum of all amounts exceeds the range of a decimal; the message names the
    /// account.</exception>
    public static RevenueHistory Of(
        ReadOnlySpan<AccountMonth> months, YearMonth? asOf = null, RevenueRules? rules = null)
    {
        int? last = asOf is { } given ? MonthIndex.Of(MonthIndex.RequireIso(given, nameof(asOf))) : null;
        var builder = new HistoryBuilder(rules ?? RevenueRules.Default, months.Length, nameof(months));
        foreach (AccountMonth record in months)
        {
            Guard.Against.Null(record, nameof(months));
            int month = MonthIndex.Of(record.Month);
            if (month > last)
            {
                throw new ArgumentException(
                    Invariant($"months had account \"{record.Account}\" in {record.Month}; {asOf} or an earlier ")
                        + "month is expected.",
                    nameof(months));
            }

            int unit = builder.UnitOf(record.Account, record.Product, record.Site, record.Segment, month);
            try
            {
                builder.Add(unit, month, month + 1, record.Amount);
            }
            catch (OverflowException overflow)
            {
                throw DomainGuards.Overflow(
                    Invariant($"The amount of account \"{record.Account}\" in {record.Month}"),
                    nameof(months),
                    overflow);
            }
        }

        return Build(builder, last, nameof(months));
    }

    /// <inheritdoc cref="Of(ReadOnlySpan{AccountMonth}, YearMonth?, RevenueRules?)"/>
    public static RevenueHistory Of(
        IEnumerable<AccountMonth> months, YearMonth? asOf = null, RevenueRules? rules = null) =>
        Of(months.AsItems(), asOf, rules);

    /// <summary>Returns the revenue of an account at the end of a month.</summary>
    /// <param name="account">The id of the account; one that the history does not have has no revenue.</param>
    /// <param name="month">The month; outside the history the revenue is zero.</param>
    /// <returns>The recurring revenue.</returns>
    public decimal Amount(string account, YearMonth month)
    {
        int position = MonthIndex.Of(month) - Layout.First + 1;
        int number = Array.FindIndex(
            Layout.Accounts, known => string.Equals(known.Name, account, StringComparison.Ordinal));
        return number < 0 || position < 1 || position > Layout.Months ? 0m : AmountAt(number, position);
    }

    /// <summary>Returns the history of both parts together. They may share accounts and months, whose amounts are then
    /// added.</summary>
    /// <param name="other">The other part.</param>
    /// <returns>The history from the first month of either to the last month of either.</returns>
    /// <exception cref="ArgumentException">One part is ARR and the other MRR, an account has several segments and the
    /// rule of this part refuses them, or the sum of all amounts exceeds the range of a decimal.</exception>
    public RevenueHistory Merge(RevenueHistory other)
    {
        Guard.Against.Null(other);
        if (Layout.Measure is { } measure && other.Layout.Measure is { } otherMeasure && otherMeasure != measure)
        {
            throw DomainGuards.OutOfRange(nameof(other), Text(otherMeasure), "a history of " + Text(measure));
        }

        var builder = new HistoryBuilder(
            new RevenueRules { SegmentConflict = Layout.Conflict },
            (AccountCount + other.AccountCount) * 2,
            nameof(other),
            Math.Max(Digits, other.Digits))
        {
            Measure = Layout.Measure ?? other.Layout.Measure,
            Uncounted = UncountedCount + other.UncountedCount,
        };
        AddTo(builder);
        other.AddTo(builder);
        int last = Math.Max(Layout.First + Layout.Months, other.Layout.First + other.Layout.Months) - 1;
        return Build(builder, last, nameof(other), this, other);

        static string Text(RecurringMeasure measure) => measure == RecurringMeasure.Arr ? "ARR" : "MRR";
    }

    /// <summary>Returns the number of accounts and the months.</summary>
    public override string ToString() =>
        Invariant($"{Plural.Of(AccountCount, "account")}, {FirstMonth} to {LastMonth}");

    /// <summary>Computes the parts of an analysis.</summary>
    internal RetentionAnalysis Analyze(RetentionOptions options, RetentionParts parts, string name)
    {
        var plan = new RetentionPlan(options, parts, FirstMonth, Layout.Months, name);
        string?[] groups = GroupNames(options.GroupBy);
        return _small is not null
            ? AnalysisBuilder.Build(HistoryReader.Read(Layout, _small, plan, groups), groups, Digits)
            : AnalysisBuilder.Build(HistoryReader.Read(Layout, _large!, plan, groups), groups, Digits);
    }

    /// <summary>Returns the revenue of an account by its number, at a position from one.</summary>
    internal decimal AmountAt(int account, int position)
    {
        decimal sum = 0m;
        foreach (int unit in Layout.Accounts[account].Units)
        {
            int place = (unit * Layout.Stride) + position;
            sum += _small is not null
                ? AnalysisBuilder.ToDecimal(_small[place], Digits)
                : AnalysisBuilder.ToDecimal(_large![place], Digits);
        }

        return ShortestDecimal.Of(sum);
    }

    private static RevenueHistory Build(
        HistoryBuilder builder, int? last, string name, params ReadOnlySpan<RevenueHistory> parts)
    {
        try
        {
            return builder.Build(last, parts);
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow("The sum of all amounts", name, overflow);
        }
    }

    private string?[] GroupNames(RevenueDimension dimension)
    {
        var names = new HashSet<string?>(StringComparer.Ordinal);
        switch (dimension)
        {
            case RevenueDimension.None:
                return [null];
            case RevenueDimension.Segment:
                foreach (HistoryAccount account in Layout.Accounts)
                {
                    names.Add(account.Segment);
                }

                break;
            default:
                foreach (HistoryUnit unit in Layout.Units)
                {
                    names.Add(unit.Key(dimension));
                }

                break;
        }

        return names.Count == 0 ? [null] : [.. names];
    }

    private void AddTo(HistoryBuilder builder)
    {
        for (int number = 0; number < Layout.Units.Length; number++)
        {
            HistoryUnit unit = Layout.Units[number];
            HistoryAccount account = Layout.Accounts[unit.Account];
            int own = builder.UnitOf(account.Name, unit.Product, unit.Site, account.Segment, account.SegmentDate);
            for (int position = 1; position <= Layout.Months; position++)
            {
                int place = (number * Layout.Stride) + position;
                decimal amount = _small is not null
                    ? AnalysisBuilder.ToDecimal(_small[place], Digits)
                    : AnalysisBuilder.ToDecimal(_large![place], Digits);
                if (amount != 0m)
                {
                    builder.Add(own, Layout.First + position - 1, Layout.First + position, amount);
                }
            }
        }
    }
}
