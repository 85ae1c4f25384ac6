using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Packaging;

/// <summary>Compares two sets of plans on the same usage: the customers that pay less or more, and the bill
/// shocks.</summary>
/// <remarks>
/// Usage is unchanged; the effect of prices on usage is not estimated. Bills are those of
/// <see cref="BillCalculator.MonthlyAmounts"/>; nothing is rounded. A customer with two histories is compared twice,
/// each history separately.
/// </remarks>
public static class BillComparisonCalculator
{
    /// <summary>Compares the bills of one customer under two plans.</summary>
    /// <param name="current">The current plan.</param>
    /// <param name="proposed">The proposed plan.</param>
    /// <param name="history">The usage of the customer.</param>
    /// <param name="rule">The definition of a shock. Its multiple and its minimum increase also apply to migration
    /// shocks. Default: three times the mean of up to twelve bills before.</param>
    /// <returns>The comparison of the customer's bills.</returns>
    /// <exception cref="ArgumentException">The history lacks a meter of a plan, usage is above a last tier, or bills
    /// are too large for a decimal.</exception>
    /// <example><code>
    /// Charge tasks = new() { Name = "tasks", Price = PriceModel.PerUnit(0.10m) };
    /// var current = new PricePlan { Name = "Usage", Charges = [tasks] };
    /// var proposed = new PricePlan { Name = "Flat", BaseFee = 120m };
    /// UsageHistory history = UsageHistory.Of("Acme", new YearMonth(2026, 10), "tasks", [900m, 1_000m, 1_400m]);
    /// CustomerBillComparison comparison = BillComparisonCalculator.Compare(current, proposed, history);
    /// Console.WriteLine($"{comparison.Change.Amount:0.00}"); // 30.00
    /// </code></example>
    public static CustomerBillComparison Compare(
        PricePlan current,
        PricePlan proposed,
        UsageHistory history,
        BillShockRule rule = default) =>
        CompareEach(
            AssignedPlans.Of([current], [history], nameof(current), nameof(history)),
            AssignedPlans.Of([proposed], [history], nameof(proposed), nameof(history)),
            [history],
            rule,
            nameof(history))[0];

    /// <summary>Compares the bills of all customers under two plans.</summary>
    /// <param name="current">The current plan.</param>
    /// <param name="proposed">The proposed plan.</param>
    /// <param name="histories">The usage of each customer.</param>
    /// <param name="rule">The definition of a shock. Its multiple and its minimum increase also apply to migration
    /// shocks. Default: three times the mean of up to twelve bills before.</param>
    /// <returns>The comparison for each history and in total.</returns>
    /// <exception cref="ArgumentException">A history lacks a meter of a plan, usage is above a last tier, or bills are
    /// too large for a decimal.</exception>
    public static BillComparison Compare(
        PricePlan current,
        PricePlan proposed,
        ReadOnlySpan<UsageHistory> histories,
        BillShockRule rule = default) => Compare([current], [proposed], histories, rule);

    /// <inheritdoc cref="Compare(PricePlan, PricePlan, ReadOnlySpan{UsageHistory}, BillShockRule)"/>
    public static BillComparison Compare(
        PricePlan current,
        PricePlan proposed,
        IEnumerable<UsageHistory> histories,
        BillShockRule rule = default) => Compare(current, proposed, histories.AsItems(), rule);

    /// <summary>Compares the bills of customers with individual plans, current or proposed.</summary>
    /// <param name="current">The current plan of all customers, or one for each history, in order.</param>
    /// <param name="proposed">The proposed plan of all customers, or one for each history, in order, as a ladder of
    /// tiers assigns them.</param>
    /// <param name="histories">The usage of each customer.</param>
    /// <param name="rule">The definition of a shock. Its multiple and its minimum increase also apply to migration
    /// shocks. Default: three times the mean of up to twelve bills before.</param>
    /// <returns>The comparison for each history and in total.</returns>
    /// <exception cref="ArgumentException">A history lacks a meter of its plans, usage is above a last tier, the
    /// number of plans is neither one nor that of the histories, or bills are too large for a decimal.</exception>
    public static BillComparison Compare(
        ReadOnlySpan<PricePlan> current,
        ReadOnlySpan<PricePlan> proposed,
        ReadOnlySpan<UsageHistory> histories,
        BillShockRule rule = default)
    {
        CustomerBillComparison[] customers = CompareEach(
            AssignedPlans.Of(current, histories, nameof(current), nameof(histories)),
            AssignedPlans.Of(proposed, histories, nameof(proposed), nameof(histories)),
            histories,
            rule,
            nameof(histories));
        try
        {
            return new BillComparison(rule, ValueList.Own(customers));
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow("The total of the bills of all customers", nameof(histories), overflow);
        }
    }

    /// <inheritdoc cref="Compare(ReadOnlySpan{PricePlan}, ReadOnlySpan{PricePlan}, ReadOnlySpan{UsageHistory},
    /// BillShockRule)"/>
    public static BillComparison Compare(
        IEnumerable<PricePlan> current,
        IEnumerable<PricePlan> proposed,
        IEnumerable<UsageHistory> histories,
        BillShockRule rule = default) =>
        Compare(current.AsItems(), proposed.AsItems(), histories.AsItems(), rule);

    private static CustomerBillComparison[] CompareEach(
        AssignedPlans current,
        AssignedPlans proposed,
        ReadOnlySpan<UsageHistory> histories,
        BillShockRule rule,
        string historyName)
    {
        var currentBuffer = new decimal[current.LongestMonths];
        var proposedBuffer = new decimal[current.LongestMonths];
        var customers = new CustomerBillComparison[histories.Length];
        for (int i = 0; i < customers.Length; i++)
        {
            try
            {
                customers[i] = CompareOne(
                    histories[i],
                    current[i],
                    proposed[i],
                    current.BillsOf(i, currentBuffer),
                    proposed.BillsOf(i, proposedBuffer),
                    rule,
                    historyName);
            }
            catch (ArgumentException refused)
            {
                throw HistoryGuards.At(i, refused, historyName);
            }
        }

        return customers;
    }

    private static CustomerBillComparison CompareOne(
        UsageHistory history,
        PricePlan current,
        PricePlan proposed,
        ReadOnlySpan<decimal> currentBills,
        ReadOnlySpan<decimal> proposedBills,
        BillShockRule rule,
        string historyName)
    {
        try
        {
            return new CustomerBillComparison(
                history.Customer,
                current,
                proposed,
                Summarize(history, currentBills, rule, historyName),
                Summarize(history, proposedBills, rule, historyName),
                BillShockCalculator.OnMigration(history, currentBills, proposedBills, rule, historyName));
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow(
                $"Customer \"{history.Customer}\": the total of the bills", historyName, overflow);
        }
    }

    private static BillSummary Summarize(
        UsageHistory history,
        ReadOnlySpan<decimal> bills,
        BillShockRule rule,
        string historyName) => new(
        BillVariationCalculator.Sum(bills, historyName),
        BillShockCalculator.Find(history.Customer, history.Start, bills, rule, historyName));
}
