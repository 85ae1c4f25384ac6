using Ardalis.GuardClauses;
using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Packaging;

/// <summary>Designs ladders of predictable tiers from measured usage, and evaluates ladders on it.</summary>
/// <remarks>
/// Results do not depend on the order of the customers, to the last digit. Units are those of the meter, before any
/// conversion of the current plan.
/// </remarks>
public static class LadderCalculator
{
    private const int MostOnStack = 64;

    /// <summary>Designs the ladder with the least variation of bills among those that satisfy constraints.</summary>
    /// <param name="constraints">The constraints on the ladder.</param>
    /// <param name="today">The current plan of the customers, which bills one meter.</param>
    /// <param name="histories">The usage of the customers. Histories may start in any month and have any
    /// length.</param>
    /// <returns>The ladder, or the one with the smallest violation if none satisfies the constraints.</returns>
    /// <exception cref="ArgumentException">There is no customer, the plan bills more than one meter or a history lacks
    /// it, all bills are zero, or sums are too large for a decimal.</exception>
    /// <remarks>
    /// <para>Included units are chosen from the commit levels of the customers, rounded up: half of them divide
    /// current revenue into equal shares, half divide the number of customers. Every ladder of these units is
    /// evaluated whose tiers are wide enough and have enough customers.</para>
    /// <para>Fees follow from the boundaries. From the lowest tier up, a fee is the mean current monthly bill of the
    /// customers of the tier, limited to the range from the fee below to its largest allowed multiple. All fees are
    /// then multiplied by one factor, so that total revenue, including months above the included units, equals current
    /// revenue. Then they are rounded to <see cref="LadderConstraints.FeeDigits"/>, and the constraints are checked on
    /// the rounded fees. A design without a ladder therefore means that no ladder with these fees exists.</para>
    /// <para>The least variation is the lowest <see cref="BillVariation.Ratio"/> of all bills. Of equal ladders, the
    /// one with fewer tiers is chosen, then the one with revenue nearer to current revenue, then the one with lower
    /// boundaries.</para>
    /// </remarks>
    /// <example><code>
    /// Charge tasks = new() { Name = "tasks", Price = PriceModel.PerUnit(0.10m) };
    /// var today = new PricePlan { Name = "Usage", Charges = [tasks] };
    /// UsageHistory[] histories =
    /// [
    ///     UsageHistory.Of("Acme", new YearMonth(2027, 1), "tasks", [900m, 1_000m]),
    ///     UsageHistory.Of("Bolt", new YearMonth(2027, 1), "tasks", [1_900m, 2_000m]),
    /// ];
    /// var constraints = new LadderConstraints { Tiers = Band.Between(2, 2), MinCustomersPerTier = 1 };
    /// LadderDesign design = LadderCalculator.Design(constraints, today, histories);
    /// Console.WriteLine(design.Best?.Ladder); // tasks: up to 900 for 106, unlimited for 158
    /// </code></example>
    public static LadderDesign Design(
        LadderConstraints constraints,
        PricePlan today,
        ReadOnlySpan<UsageHistory> histories) =>
        Design(
            Guard.Against.Null(constraints),
            UsageColumns.Of(today, histories, constraints.Floors?.Cost, nameof(constraints)));

    /// <inheritdoc cref="Design(LadderConstraints, PricePlan, ReadOnlySpan{UsageHistory})"/>
    public static LadderDesign Design(
        LadderConstraints constraints,
        PricePlan today,
        IEnumerable<UsageHistory> histories) => Design(constraints, today, histories.AsItems());

    /// <summary>Designs the ladder with the least variation of bills among those that satisfy constraints, from
    /// columns of usage and bills.</summary>
    /// <param name="constraints">The constraints on the ladder.</param>
    /// <param name="meter">The meter of the usage.</param>
    /// <param name="monthsPerCustomer">The months of each customer, one or more.</param>
    /// <param name="usage">The usage of each month, zero or more: all months of a customer, then those of the
    /// next.</param>
    /// <param name="bills">The current bill of each month, zero or more, in the same order.</param>
    /// <returns>The ladder, or the one with the smallest violation if none satisfies the constraints.</returns>
    /// <exception cref="ArgumentException">There is no customer, the lengths do not match, a value is negative, all
    /// bills are zero, or sums are too large for a decimal.</exception>
    /// <remarks>The algorithm is the same as for histories.</remarks>
    public static LadderDesign Design(
        LadderConstraints constraints,
        string meter,
        int monthsPerCustomer,
        ReadOnlySpan<decimal> usage,
        ReadOnlySpan<decimal> bills) =>
        Design(
            Guard.Against.Null(constraints),
            UsageColumns.Of(
                meter, monthsPerCustomer, usage, bills, constraints.Floors?.Cost, nameof(constraints)));

    /// <inheritdoc cref="Design(LadderConstraints, string, int, ReadOnlySpan{decimal}, ReadOnlySpan{decimal})"/>
    public static LadderDesign Design(
        LadderConstraints constraints,
        string meter,
        int monthsPerCustomer,
        IEnumerable<decimal> usage,
        IEnumerable<decimal> bills) =>
        Design(constraints, meter, monthsPerCustomer, usage.AsItems(), bills.AsItems());

    /// <summary>Evaluates a ladder on the usage of customers.</summary>
    /// <param name="ladder">The ladder, such as a designed one with a changed fee.</param>
    /// <param name="today">The current plan of the customers, which bills the meter of the ladder.</param>
    /// <param name="histories">The usage of the customers. Histories may start in any month and have any
    /// length.</param>
    /// <param name="commitQuantile">The share of its months whose usage a customer commits to cover, between 0 and 1.
    /// Default: 0.5, the median month.</param>
    /// <param name="cost">The cost to serve usage, for the margins of the tiers. Default: unknown.</param>
    /// <param name="minTripledIncrease">The smallest increase of a customer's mean monthly bill, in money, from which
    /// it counts as tripled, zero or more. Default: zero, which is no minimum.</param>
    /// <returns>The bills under the ladder, in total and by tier, compared with the current bills.</returns>
    /// <exception cref="ArgumentException">There is no customer, the plan bills another meter or more than one, a
    /// history lacks it or a meter of the cost, all bills are zero, the quantile is not between 0 and 1, the minimum
    /// is negative, or sums are too large for a decimal.</exception>
    /// <example><code>
    /// Charge tasks = new() { Name = "tasks", Price = PriceModel.PerUnit(0.10m) };
    /// var today = new PricePlan { Name = "Usage", Charges = [tasks] };
    /// UsageHistory[] histories =
    /// [
    ///     UsageHistory.Of("Acme", new YearMonth(2027, 1), "tasks", [900m, 1_000m]),
    ///     UsageHistory.Of("Bolt", new YearMonth(2027, 1), "tasks", [1_900m, 2_000m]),
    /// ];
    /// TierLadder ladder = TierLadder.Of("tasks", LadderTier.UpTo(1_000m, 99m), LadderTier.Unlimited(189m));
    /// LadderEvaluation evaluation = LadderCalculator.Evaluate(ladder, today, histories);
    /// Console.WriteLine($"today {evaluation.RevenueToday:0.00}"); // today 580.00
    /// Console.WriteLine($"with tiers {evaluation.Revenue:0.00}"); // with tiers 576.00
    /// </code></example>
    public static LadderEvaluation Evaluate(
        TierLadder ladder,
        PricePlan today,
        ReadOnlySpan<UsageHistory> histories,
        decimal commitQuantile = 0.5m,
        CostToServe? cost = null,
        decimal minTripledIncrease = 0m)
    {
        Guard.Against.Null(ladder);
        Guard.Against.NotFraction(commitQuantile);
        Guard.Against.BelowZero(minTripledIncrease);
        UsageColumns columns = UsageColumns.Of(today, histories, cost, nameof(cost));
        return NameLookup.Same(columns.Meter, ladder.Meter)
            ? LadderEvaluator.Evaluate(ladder, CustomerUsageTable.Of(columns, commitQuantile), minTripledIncrease)
            : throw new ArgumentException(
                $"Plan \"{today.Name}\" bills \"{columns.Meter}\"; "
                    + $"\"{ladder.Meter}\", the meter of the ladder, is expected.",
                nameof(today));
    }

    /// <inheritdoc cref="Evaluate(TierLadder, PricePlan, ReadOnlySpan{UsageHistory}, decimal, CostToServe, decimal)"/>
    public static LadderEvaluation Evaluate(
        TierLadder ladder,
        PricePlan today,
        IEnumerable<UsageHistory> histories,
        decimal commitQuantile = 0.5m,
        CostToServe? cost = null,
        decimal minTripledIncrease = 0m) =>
        Evaluate(ladder, today, histories.AsItems(), commitQuantile, cost, minTripledIncrease);

    /// <summary>Evaluates a ladder on columns of usage and bills.</summary>
    /// <param name="ladder">The ladder.</param>
    /// <param name="monthsPerCustomer">The months of each customer, one or more.</param>
    /// <param name="usage">The usage of each month, zero or more: all months of a customer, then those of the
    /// next.</param>
    /// <param name="bills">The current bill of each month, zero or more, in the same order.</param>
    /// <param name="commitQuantile">The share of its months whose usage a customer commits to cover, between 0 and 1.
    /// Default: 0.5, the median month.</param>
    /// <param name="cost">The cost to serve usage, for the margins of the tiers. Default: unknown.</param>
    /// <param name="minTripledIncrease">The smallest increase of a customer's mean monthly bill, in money, from which
    /// it counts as tripled, zero or more. Default: zero, which is no minimum.</param>
    /// <returns>The bills under the ladder, in total and by tier, compared with the current bills.</returns>
    /// <exception cref="ArgumentException">There is no customer, the lengths do not match, a value is negative, all
    /// bills are zero, the cost is of another meter, the quantile is not between 0 and 1, the minimum is negative, or
    /// sums are too large for a decimal.</exception>
    public static LadderEvaluation Evaluate(
        TierLadder ladder,
        int monthsPerCustomer,
        ReadOnlySpan<decimal> usage,
        ReadOnlySpan<decimal> bills,
        decimal commitQuantile = 0.5m,
        CostToServe? cost = null,
        decimal minTripledIncrease = 0m)
    {
        Guard.Against.Null(ladder);
        Guard.Against.NotFraction(commitQuantile);
        Guard.Against.BelowZero(minTripledIncrease);
        UsageColumns columns = UsageColumns.Of(ladder.Meter, monthsPerCustomer, usage, bills, cost, nameof(cost));
        return LadderEvaluator.Evaluate(ladder, CustomerUsageTable.Of(columns, commitQuantile), minTripledIncrease);
    }

    /// <inheritdoc cref="Evaluate(TierLadder, int, ReadOnlySpan{decimal}, ReadOnlySpan{decimal}, decimal, CostToServe,
    /// decimal)"/>
    public static LadderEvaluation Evaluate(
        TierLadder ladder,
        int monthsPerCustomer,
        IEnumerable<decimal> usage,
        IEnumerable<decimal> bills,
        decimal commitQuantile = 0.5m,
        CostToServe? cost = null,
        decimal minTripledIncrease = 0m) =>
        Evaluate(
            ladder, monthsPerCustomer, usage.AsItems(), bills.AsItems(), commitQuantile, cost, minTripledIncrease);

    /// <summary>Returns the commit level of a customer: the monthly usage that its contract includes at
    /// least.</summary>
    /// <param name="usage">The usage of each month, zero or more; at least one month.</param>
    /// <param name="quantile">The share of the months to cover, between 0 and 1. Default: 0.5, the median
    /// month.</param>
    /// <returns>The smallest usage that at least this share of the months does not exceed.</returns>
    /// <exception cref="ArgumentException">There is no month, a month is negative, or the quantile is not between 0
    /// and 1.</exception>
    public static decimal CommitLevel(ReadOnlySpan<decimal> usage, decimal quantile = 0.5m)
    {
        Guard.Against.NotFraction(quantile);
        if (usage.IsEmpty)
        {
            throw new ArgumentException("usage had no month; at least one is expected.", nameof(usage));
        }

        Span<decimal> sorted = usage.Length <= MostOnStack
            ? stackalloc decimal[usage.Length]
            : new decimal[usage.Length];
        usage.CopyTo(sorted);
        sorted.Sort();
        Guard.Against.BelowZero(sorted[0], nameof(usage));
        return sorted[Math.Max((int)decimal.Ceiling(usage.Length * quantile) - 1, 0)];
    }

    /// <inheritdoc cref="CommitLevel(ReadOnlySpan{decimal}, decimal)"/>
    public static decimal CommitLevel(IEnumerable<decimal> usage, decimal quantile = 0.5m) =>
        CommitLevel(usage.AsItems(), quantile);

    /// <summary>Returns the plan of a customer: the plan of the tier that includes its commit level.</summary>
    /// <param name="ladder">The ladder.</param>
    /// <param name="history">The usage of the customer.</param>
    /// <param name="commitQuantile">The share of its months whose usage a customer commits to cover, between 0 and 1.
    /// Default: 0.5, the median month.</param>
    /// <returns>The plan of the tier.</returns>
    /// <exception cref="ArgumentException">The history lacks the meter, or the quantile is not between 0 and
    /// 1.</exception>
    public static PricePlan Plan(TierLadder ladder, UsageHistory history, decimal commitQuantile = 0.5m)
    {
        Guard.Against.NotFraction(commitQuantile);
        return Guard.Against.Null(ladder).ToPlan(TierOf(ladder, history, 0, commitQuantile, nameof(history)));
    }

    /// <summary>Returns the plan of each customer: the plan of the tier that includes its commit level.</summary>
    /// <param name="ladder">The ladder.</param>
    /// <param name="histories">The usage of the customers.</param>
    /// <param name="commitQuantile">The share of its months whose usage a customer commits to cover, between 0 and 1.
    /// Default: 0.5, the median month.</param>
    /// <returns>A plan for each history, in order. Customers of a tier share one.</returns>
    /// <exception cref="ArgumentException">A history lacks the meter, or the quantile is not between 0 and
    /// 1.</exception>
    public static ValueList<PricePlan> Plans(
        TierLadder ladder,
        ReadOnlySpan<UsageHistory> histories,
        decimal commitQuantile = 0.5m)
    {
        Guard.Against.NotFraction(commitQuantile);
        ValueList<PricePlan> plans = Guard.Against.Null(ladder).ToPlans();
        var ofCustomers = new PricePlan[histories.Length];
        for (int i = 0; i < ofCustomers.Length; i++)
        {
            ofCustomers[i] = plans[TierOf(ladder, histories[i], i, commitQuantile, nameof(histories))];
        }

        return ValueList.Own(ofCustomers);
    }

    /// <inheritdoc cref="Plans(TierLadder, ReadOnlySpan{UsageHistory}, decimal)"/>
    public static ValueList<PricePlan> Plans(
        TierLadder ladder,
        IEnumerable<UsageHistory> histories,
        decimal commitQuantile = 0.5m) => Plans(ladder, histories.AsItems(), commitQuantile);

    private static int TierOf(
        TierLadder ladder,
        UsageHistory history,
        int position,
        decimal commitQuantile,
        string name)
    {
        HistoryGuards.Required(history, position, name);
        try
        {
            return ladder.IndexOf(
                CommitLevel(HistoryGuards.SeriesOf(history, ladder.Meter, "", name), commitQuantile));
        }
        catch (ArgumentException refused)
        {
            throw HistoryGuards.At(position, refused, name);
        }
    }

    private static LadderDesign Design(LadderConstraints constraints, UsageColumns columns)
    {
        CustomerUsageTable customers = CustomerUsageTable.Of(columns, constraints.CommitQuantile);
        try
        {
            return Search(constraints, columns.Meter, customers);
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow(
                "The usage or the revenue of the customers under a ladder", columns.UsageName, overflow);
        }
    }

    private static LadderDesign Search(LadderConstraints constraints, string meter, in CustomerUsageTable customers)
    {
        var candidates = BoundaryCandidates.Of(customers, constraints);
        TierFigureTable figures = TierFigureTable.Of(customers, candidates, constraints.TierRevenueTolerance);
        TripledCustomerCounter? tripledCustomers =
            constraints.MaxTripledShare < 1m
                ? TripledCustomerCounter.Of(customers, candidates, constraints.MinTripledIncrease)
                : null;
        TierCosts? costs = LadderLimits.HasFloor(constraints)
            ? TierCosts.Of(customers, candidates, constraints.Floors!.Cost, meter, nameof(constraints))
            : null;
        var search = new LadderSearch(
            constraints, candidates, figures, tripledCustomers, costs, customers.RevenueToday);
        search.Run();
        return new LadderDesign
        {
            Constraints = constraints,
            Best = Evaluate(search.Best, constraints, meter, customers, candidates),
            Nearest = search.Best is null ? Evaluate(search.Nearest, constraints, meter, customers, candidates) : null,
            Candidates = ValueList.Create(candidates.Values),
            MaxTiers = candidates.MaxTiers,
            EvaluatedCount = search.EvaluatedCount,
            Rejected = Counts(search.RejectedCounts),
        };
    }

    private static LadderEvaluation? Evaluate(
        FoundLadder? found,
        LadderConstraints constraints,
        string meter,
        in CustomerUsageTable customers,
        BoundaryCandidates candidates) =>
        found is null ? null : LadderEvaluator.Evaluate(
            found.ToLadder(meter, candidates.Values), customers, constraints.MinTripledIncrease);

    private static ValueList<RejectedLadders> Counts(ReadOnlySpan<int> rejectedCounts)
    {
        var counts = new List<RejectedLadders>();
        for (int reason = 0; reason < rejectedCounts.Length; reason++)
        {
            if (rejectedCounts[reason] > 0)
            {
                counts.Add(new RejectedLadders((LadderRejection)reason, rejectedCounts[reason]));
            }
        }

        return counts.ToValueList();
    }
}
