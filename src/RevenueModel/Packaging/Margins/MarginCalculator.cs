using Ardalis.GuardClauses;
using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Packaging;

/// <summary>Measures the margin of usage: bills less the cost to serve, by customer, by tier and per unit.</summary>
/// <remarks>
/// <para>Costs are those of the metered usage of a month, independent of the part that is billed. Included units,
/// smoothing and caps change revenue and not cost. Nothing is rounded.</para>
/// <para>The first failure that the iPaaS document describes: a vendor that prices operations does not know the cost
/// of an operation for its customers and for itself (iPaaS 2027, summary and section 2.3).</para>
/// </remarks>
public static class MarginCalculator
{
    /// <summary>Measures the margin of one customer.</summary>
    /// <param name="plan">The plan of the customer.</param>
    /// <param name="cost">The cost to serve usage.</param>
    /// <param name="history">The usage of the customer.</param>
    /// <returns>The margin over all months.</returns>
    /// <exception cref="ArgumentException">The history lacks a meter of the plan or of the cost, usage is above a last
    /// tier, or amounts are too large for a decimal.</exception>
    /// <example><code>
    /// Charge tasks = new() { Name = "tasks", Price = PriceModel.PerUnit(0.10m) };
    /// var plan = new PricePlan { Name = "Team", BaseFee = 100m, Charges = [tasks] };
    /// MeterCost perTask = new() { Meter = "tasks", Cost = PriceModel.PerUnit(0.04m) };
    /// var cost = new CostToServe { Meters = [perTask], FixedPerMonth = 10m };
    /// UsageHistory history = UsageHistory.Of("Acme", new YearMonth(2027, 1), "tasks", [1_000m, 1_000m]);
    /// CustomerMargin margin = MarginCalculator.Measure(plan, cost, history);
    /// Console.WriteLine(margin.Margin); // 0.75
    /// </code></example>
    public static CustomerMargin Measure(PricePlan plan, CostToServe cost, UsageHistory history)
    {
        AssignedPlans plans = AssignedPlans.Of([plan], [history], nameof(plan), nameof(history));
        return MeasureEach(plans, Guard.Against.Null(cost), [history], tiers: null, nameof(history))[0];
    }

    /// <summary>Measures the margins of customers under one plan.</summary>
    /// <param name="plan">The plan of all customers.</param>
    /// <param name="cost">The cost to serve usage.</param>
    /// <param name="histories">The usage of each customer.</param>
    /// <param name="floor">The lowest acceptable margin, between 0 and 1.</param>
    /// <returns>The margins by customer, by tier and in total.</returns>
    /// <exception cref="ArgumentException">A history lacks a meter of the plan or of the cost, usage is above a last
    /// tier, the floor is not between 0 and 1, or amounts are too large for a decimal.</exception>
    /// <remarks>The rules are those for individual plans.</remarks>
    public static MarginReport Measure(
        PricePlan plan,
        CostToServe cost,
        ReadOnlySpan<UsageHistory> histories,
        decimal floor) =>
        Measure(AssignedPlans.Of([plan], histories, nameof(plan), nameof(histories)), cost, histories, floor);

    /// <inheritdoc cref="Measure(PricePlan, CostToServe, ReadOnlySpan{UsageHistory}, decimal)"/>
    public static MarginReport Measure(
        PricePlan plan,
        CostToServe cost,
        IEnumerable<UsageHistory> histories,
        decimal floor) => Measure(plan, cost, histories.AsItems(), floor);

    /// <summary>Measures the margins of customers with individual plans.</summary>
    /// <param name="plans">The plan of all customers, or one for each history, in order.</param>
    /// <param name="cost">The cost to serve usage.</param>
    /// <param name="histories">The usage of each customer.</param>
    /// <param name="floor">The lowest acceptable margin, between 0 and 1.</param>
    /// <returns>The margins by customer, by tier and in total.</returns>
    /// <exception cref="ArgumentException">A history lacks a meter of its plan or of the cost, usage is above a last
    /// tier, the number of plans is neither one nor that of the histories, the floor is not between 0 and 1, or
    /// amounts are too large for a decimal.</exception>
    /// <remarks>
    /// The tier of a month is the tier of its billed quantity in the first charge of its plan that has several tiers.
    /// The billed quantity is smoothed, converted, and reduced by the allowance and the allowance carried into the
    /// month. Plans that are equal count as one. A true-up for a contract year belongs to the month that bills it.
    /// </remarks>
    public static MarginReport Measure(
        ReadOnlySpan<PricePlan> plans,
        CostToServe cost,
        ReadOnlySpan<UsageHistory> histories,
        decimal floor) =>
        Measure(AssignedPlans.Of(plans, histories, nameof(plans), nameof(histories)), cost, histories, floor);

    /// <inheritdoc cref="Measure(ReadOnlySpan{PricePlan}, CostToServe, ReadOnlySpan{UsageHistory}, decimal)"/>
    public static MarginReport Measure(
        IEnumerable<PricePlan> plans,
        CostToServe cost,
        IEnumerable<UsageHistory> histories,
        decimal floor) => Measure(plans.AsItems(), cost, histories.AsItems(), floor);

    /// <summary>Measures the margins of groups of customers under one plan, such as segments or regions.</summary>
    /// <typeparam name="TKey">The type of the key that identifies a group.</typeparam>
    /// <param name="plan">The plan of all customers.</param>
    /// <param name="cost">The cost to serve usage.</param>
    /// <param name="histories">The usage of each customer.</param>
    /// <param name="key">Returns the group of a customer; null for customers without a group.</param>
    /// <param name="order">The order of the groups. Default: the natural order of the keys.</param>
    /// <returns>The figures of each group, in order; the group without a key is last.</returns>
    /// <exception cref="ArgumentException">A history lacks a meter of the plan or of the cost, usage is above a last
    /// tier, or amounts are too large for a decimal.</exception>
    public static ValueList<Keyed<TKey, MarginFigures>> By<TKey>(
        PricePlan plan,
        CostToServe cost,
        ReadOnlySpan<UsageHistory> histories,
        Func<UsageHistory, TKey> key,
        IComparer<TKey>? order = null) =>
        By(AssignedPlans.Of([plan], histories, nameof(plan), nameof(histories)), cost, histories, key, order);

    /// <inheritdoc cref="By{TKey}(PricePlan, CostToServe, ReadOnlySpan{UsageHistory}, Func{UsageHistory, TKey},
    /// IComparer{TKey})"/>
    public static ValueList<Keyed<TKey, MarginFigures>> By<TKey>(
        PricePlan plan,
        CostToServe cost,
        IEnumerable<UsageHistory> histories,
        Func<UsageHistory, TKey> key,
        IComparer<TKey>? order = null) => By(plan, cost, histories.AsItems(), key, order);

    /// <summary>Measures the margins of groups of customers with individual plans.</summary>
    /// <typeparam name="TKey">The type of the key that identifies a group.</typeparam>
    /// <param name="plans">The plan of all customers, or one for each history, in order.</param>
    /// <param name="cost">The cost to serve usage.</param>
    /// <param name="histories">The usage of each customer.</param>
    /// <param name="key">Returns the group of a customer; null for customers without a group.</param>
    /// <param name="order">The order of the groups. Default: the natural order of the keys.</param>
    /// <returns>The figures of each group, in order; the group without a key is last.</returns>
    /// <exception cref="ArgumentException">A history lacks a meter of its plan or of the cost, usage is above a last
    /// tier, the number of plans is neither one nor that of the histories, or amounts are too large for a
    /// decimal.</exception>
    public static ValueList<Keyed<TKey, MarginFigures>> By<TKey>(
        ReadOnlySpan<PricePlan> plans,
        CostToServe cost,
        ReadOnlySpan<UsageHistory> histories,
        Func<UsageHistory, TKey> key,
        IComparer<TKey>? order = null) =>
        By(AssignedPlans.Of(plans, histories, nameof(plans), nameof(histories)), cost, histories, key, order);

    /// <inheritdoc cref="By{TKey}(ReadOnlySpan{PricePlan}, CostToServe, ReadOnlySpan{UsageHistory},
    /// Func{UsageHistory, TKey}, IComparer{TKey})"/>
    public static ValueList<Keyed<TKey, MarginFigures>> By<TKey>(
        IEnumerable<PricePlan> plans,
        CostToServe cost,
        IEnumerable<UsageHistory> histories,
        Func<UsageHistory, TKey> key,
        IComparer<TKey>? order = null) => By(plans.AsItems(), cost, histories.AsItems(), key, order);

    private static MarginReport Measure(
        AssignedPlans plans,
        CostToServe cost,
        ReadOnlySpan<UsageHistory> histories,
        decimal floor)
    {
        Guard.Against.Null(cost);
        Guard.Against.NotFraction(floor);
        var tiers = new OrderedDictionary<PricePlan, TieredCharge>();
        CustomerMargin[] customers = MeasureEach(plans, cost, histories, tiers, nameof(histories));
        try
        {
            return new MarginReport(
                floor,
                cost.Meters[0].Meter,
                ValueList.Own(customers),
                tiers.Values.SelectMany(static charge => charge.Margins()).ToValueList());
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow("The total of all customers", nameof(histories), overflow);
        }
    }

    private static ValueList<Keyed<TKey, MarginFigures>> By<TKey>(
        AssignedPlans plans,
        CostToServe cost,
        ReadOnlySpan<UsageHistory> histories,
        Func<UsageHistory, TKey> key,
        IComparer<TKey>? order)
    {
        Guard.Against.Null(cost);
        Guard.Against.Null(key);
        CustomerMargin[] customers = MeasureEach(plans, cost, histories, tiers: null, nameof(histories));
        var groups = new KeyedGroups<TKey, MarginFigures>();
        try
        {
            for (int i = 0; i < customers.Length; i++)
            {
                ref MarginFigures figures = ref groups[key(histories[i])];
                figures = figures.Add(customers[i].Figures);
            }
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow("The total of a group of customers", nameof(histories), overflow);
        }

        return groups.InOrder(static figures => figures, order);
    }

    private static CustomerMargin[] MeasureEach(
        AssignedPlans plans,
        CostToServe cost,
        ReadOnlySpan<UsageHistory> histories,
        OrderedDictionary<PricePlan, TieredCharge>? tiers,
        string historyName)
    {
        var buffer = new decimal[plans.LongestMonths];
        var costs = new decimal[plans.LongestMonths];
        var ofMeter = new decimal[plans.LongestMonths];
        var customers = new CustomerMargin[histories.Length];
        for (int i = 0; i < customers.Length; i++)
        {
            UsageHistory history = histories[i];
            try
            {
                ReadOnlySpan<decimal> bills = plans.BillsOf(i, buffer);
                ServiceCosts.OfMonths(
                    cost, history, costs.AsSpan(0, history.Months), ofMeter.AsSpan(0, history.Months), historyName);
                TieredCharge? charge = null;
                if (tiers is not null && !tiers.TryGetValue(plans[i], out charge))
                {
                    tiers.Add(plans[i], charge = new TieredCharge(plans[i]));
                }

                ReadOnlySpan<decimal> quantities = history.Find(cost.Meters[0].Meter)!.Quantities.AsSpan();
                customers[i] = new CustomerMargin(
                    history.Customer, plans[i], AddMonths(history, quantities, bills, costs, charge, historyName));
            }
            catch (ArgumentException refused)
            {
                throw HistoryGuards.At(i, refused, historyName);
            }
        }

        return customers;
    }

    private static MarginFigures AddMonths(
        UsageHistory history,
        ReadOnlySpan<decimal> quantities,
        ReadOnlySpan<decimal> bills,
        ReadOnlySpan<decimal> costs,
        TieredCharge? tiers,
        string historyName)
    {
        var sum = default(MarginFigures);
        decimal carried = 0m;
        int month = 0;
        try
        {
            for (; month < bills.Length; month++)
            {
                var figures = new MarginFigures(1, quantities[month], bills[month], costs[month]);
                sum = sum.Add(figures);
                tiers?.Add(tiers.TierIn(history, month, ref carried), figures);
            }
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow(
                Invariant($"Customer \"{history.Customer}\" in {history.Start.PlusMonths(month):uuuu-MM}: ")
                    + "the total up to the month",
                historyName,
                overflow);
        }

        return sum;
    }
}
