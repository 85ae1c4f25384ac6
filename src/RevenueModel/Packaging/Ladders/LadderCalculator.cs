using Ardalis.GuardClauses;
using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Packaging;

/// <summary>Designs ladders of predictable tiers from real usage, and tries ladders on it.</summary>
/// <remarks>Whatever the order of customers, the results are the same to the last digit. Units are those of the meter, before
/// any conversion of today's plan.</remarks>
public static class LadderCalculator
{
    private const int MostOnStack = 64;

    /// <summary>The ladder with the least variation of bills among those that satisfy a goal.</summary>
    /// <param name="histories">The usage of the customers; of any months and number of months.</param>
    /// <param name="today">The plan that they have today, which bills one meter.</param>
    /// <param name="goal">What is asked of the ladder.</param>
    /// <exception cref="ArgumentException">There is no customer, the plan bills more than one meter or a history lacks it, or
    /// bills come to nothing.</exception>
    /// <remarks>
    /// <para>Included units are chosen from the levels that customers commit to, rounded up: half of them between which equal
    /// shares of today's revenue lie, half between which equal numbers of customers do. Every ladder of these is considered
    /// whose tiers are wide enough and have customers enough.</para>
    /// <para>Fees follow from the boundaries. Upward, a fee is the mean of what the customers of the tier pay today in a
    /// month, held between the fee before it and the multiple of that which is allowed; then all are multiplied by one
    /// factor, so that total revenue, months above the included units among it, is today's; then they are rounded to the
    /// digits of the goal, and the goal is checked on them. So that no ladder satisfies means: none with these
    /// fees.</para>
    /// <para>Least is the <see cref="BillVariation.Ratio"/> of all bills; among equals the fewer tiers, then the
    /// revenue nearer to today's, then the lower boundaries.</para>
    /// </remarks>
    public static LadderDesign Design(ReadOnlySpan<UsageHistory> histories, PricePlan today, LadderConstraints goal)
    {
        var columns = HistoryColumns.Of(histories, today);
        return Design(columns.Meter, columns.Usage, columns.Bills, columns.Starts, Guard.Against.Null(goal));
    }

    /// <summary>The ladder with the least variation of bills among those that satisfy a goal.</summary>
    /// <param name="meter">The meter that the usage is of.</param>
    /// <param name="months">The months of each customer, one or more.</param>
    /// <param name="usage">What was used in each month, zero or more; all months of a customer, then those of the
    /// next.</param>
    /// <param name="bills">What is billed for each today, zero or more; likewise.</param>
    /// <param name="goal">What is asked of the ladder.</param>
    /// <exception cref="ArgumentException">There is no customer, the lengths do not go together, a value is negative, or bills
    /// come to nothing.</exception>
    /// <remarks>As for histories.</remarks>
    public static LadderDesign Design(
        string meter,
        int months,
        ReadOnlySpan<decimal> usage,
        ReadOnlySpan<decimal> bills,
        LadderConstraints goal) =>
        Design(Guard.Against.Blank(meter), usage, bills, Starts(months, usage.Length, bills.Length), Guard.Against.Null(goal));

    /// <summary>What a ladder comes to on the usage of customers.</summary>
    /// <param name="ladder">The ladder, such as one of which a fee was changed by hand.</param>
    /// <param name="histories">The usage of the customers; of any months and number of months.</param>
    /// <param name="today">The plan that they have today, which bills the meter of the ladder.</param>
    /// <param name="commitQuantile">The share of its own months whose usage a customer commits to cover, a fraction.</param>
    /// <exception cref="ArgumentException">As for a design, or the quantile is no fraction.</exception>
    public static LadderEvaluation Evaluate(
        TierLadder ladder,
        ReadOnlySpan<UsageHistory> histories,
        PricePlan today,
        decimal commitQuantile = 0.5m)
    {
        var columns = HistoryColumns.Of(histories, today);
        return LadderEvaluator.Fit(
            Guard.Against.Null(ladder),
            CustomerUsageTable.Of(columns.Usage, columns.Bills, columns.Starts, Guard.Against.NotFraction(commitQuantile)));
    }

    /// <summary>What a ladder comes to on the usage of customers.</summary>
    /// <param name="ladder">The ladder.</param>
    /// <param name="months">The months of each customer, one or more.</param>
    /// <param name="usage">What was used in each month, zero or more; all months of a customer, then those of the
    /// next.</param>
    /// <param name="bills">What is billed for each today, zero or more; likewise.</param>
    /// <param name="commitQuantile">The share of its own months whose usage a customer commits to cover, a fraction.</param>
    /// <exception cref="ArgumentException">As for a design, or the quantile is no fraction.</exception>
    public static LadderEvaluation Evaluate(
        TierLadder ladder,
        int months,
        ReadOnlySpan<decimal> usage,
        ReadOnlySpan<decimal> bills,
        decimal commitQuantile = 0.5m) =>
        LadderEvaluator.Fit(
            Guard.Against.Null(ladder),
            CustomerUsageTable.Of(
                usage, bills, Starts(months, usage.Length, bills.Length), Guard.Against.NotFraction(commitQuantile)));

    /// <summary>The usage that a customer commits to cover.</summary>
    /// <param name="usage">What was used in each month, zero or more, at least one.</param>
    /// <param name="quantile">The share of the months that it covers, a fraction: 0.5 for the median month.</param>
    /// <returns>The smallest usage that at least this share of the months does not exceed.</returns>
    /// <exception cref="ArgumentException">There is no month, a month is negative, or the quantile is no fraction.</exception>
    public static decimal CommitLevel(ReadOnlySpan<decimal> usage, decimal quantile = 0.5m)
    {
        Guard.Against.NotFraction(quantile);
        if (usage.IsEmpty)
        {
            throw new ArgumentException("usage had no month; at least one is expected.", nameof(usage));
        }

        Span<decimal> sorted = usage.Length <= MostOnStack ? stackalloc decimal[usage.Length] : new decimal[usage.Length];
        usage.CopyTo(sorted);
        sorted.Sort();
        Guard.Against.BelowZero(sorted[0], nameof(usage));
        return sorted[Math.Max((int)decimal.Ceiling(usage.Length * quantile) - 1, 0)];
    }

    /// <summary>The plan of each customer: that of the tier which includes the level it commits to.</summary>
    /// <param name="ladder">The ladder.</param>
    /// <param name="histories">The usage of the customers.</param>
    /// <param name="commitQuantile">The share of its own months whose usage a customer commits to cover, a fraction.</param>
    /// <returns>A plan for each history, in order; customers of a tier share one.</returns>
    /// <exception cref="ArgumentException">A history lacks the meter, or the quantile is no fraction.</exception>
    public static ValueList<PricePlan> Plans(
        TierLadder ladder,
        ReadOnlySpan<UsageHistory> histories,
        decimal commitQuantile = 0.5m)
    {
        ValueList<PricePlan> plans = Guard.Against.Null(ladder).ToPlans();
        var ofCustomers = new PricePlan[histories.Length];
        for (int i = 0; i < ofCustomers.Length; i++)
        {
            ReadOnlySpan<decimal> usage = HistoryColumns.UsageOf(histories[i], ladder.Meter);
            ofCustomers[i] = plans[ladder.IndexOf(CommitLevel(usage, commitQuantile))];
        }

        return ValueList.Own(ofCustomers);
    }

    private static LadderDesign Design(
        string meter,
        ReadOnlySpan<decimal> usage,
        ReadOnlySpan<decimal> bills,
        ReadOnlySpan<int> starts,
        LadderConstraints goal)
    {
        var book = CustomerUsageTable.Of(usage, bills, starts, goal.CommitQuantile);
        var candidates = BoundaryCandidates.Of(book, goal);
        TierFigureTable pairs = TierFigureTable.Of(book, candidates, goal.TierRevenueTolerance);
        TripledCustomerCounter? tripled = goal.MaxTripledShare < 1m ? TripledCustomerCounter.Of(book, candidates) : null;
        var search = new LadderSearch(goal, candidates, pairs, tripled, book.Today);
        search.Run();
        return new LadderDesign
        {
            Constraints = goal,
            Best = FitOf(search.Best, meter, book, candidates),
            Nearest = search.Best is null ? FitOf(search.Nearest, meter, book, candidates) : null,
            Candidates = ValueList.Create(candidates.Values),
            MaxTiers = candidates.MostTiers,
            EvaluatedCount = search.EvaluatedCount,
            Rejected = Counts(search.Rejected),
        };
    }

    private static LadderEvaluation? FitOf(FoundLadder? found, string meter, in CustomerUsageTable book, BoundaryCandidates candidates) =>
        found is null ? null : LadderEvaluator.Fit(found.ToLadder(meter, candidates.Values), book);

    private static ValueList<RejectedLadders> Counts(ReadOnlySpan<int> rejected)
    {
        var counts = new List<RejectedLadders>();
        for (int reason = 0; reason < rejected.Length; reason++)
        {
            if (rejected[reason] > 0)
            {
                counts.Add(new RejectedLadders((LadderRejection)reason, rejected[reason]));
            }
        }

        return counts.ToValueList();
    }

    private static int[] Starts(int months, int usage, int bills)
    {
        Guard.Against.BelowOne(months);
        DomainGuards.RequireSameLength(usage, bills, nameof(bills));
        if (usage == 0 || usage % months != 0)
        {
            throw new ArgumentException(
                Invariant($"usage had {usage} months; {months} for each of one or more customers are expected."), nameof(usage));
        }

        var starts = new int[(usage / months) + 1];
        for (int i = 1; i < starts.Length; i++)
        {
            starts[i] = i * months;
        }

        return starts;
    }
}
