using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Packaging;

/// <summary>Two sets of plans on the same usage: who pays less, who pays more, and whose bills become shocks.</summary>
/// <remarks>Usage stays as it was: what customers would use at other prices is not estimated. Bills are those of
/// <see cref="BillCalculator.MonthlyAmounts"/>; nothing is rounded. A customer with two histories is compared twice, each on its
/// own.</remarks>
public static class BillComparisonCalculator
{
    /// <summary>The bills of all customers under one plan and under another.</summary>
    /// <param name="histories">The usage of each customer.</param>
    /// <param name="current">The plan of today.</param>
    /// <param name="proposed">The plan that is proposed.</param>
    /// <param name="rule">What a shock is; its multiple holds for shocks of the move too. Three times the mean of up to
    /// twelve bills before unless said.</param>
    /// <exception cref="ArgumentException">A history lacks a meter of a plan, or usage is above a last tier.</exception>
    public static BillComparison Compare(
        ReadOnlySpan<UsageHistory> histories,
        PricePlan current,
        PricePlan proposed,
        BillShockRule rule = default) => Compare(histories, [current], [proposed], rule);

    /// <summary>The bills of customers that have plans of their own, today or then.</summary>
    /// <param name="histories">The usage of each customer.</param>
    /// <param name="current">The plan of all today, or one for each history, in order.</param>
    /// <param name="proposed">The plan that is proposed to all, or one for each history, in order, as a ladder of tiers
    /// assigns them.</param>
    /// <param name="rule">What a shock is; its multiple holds for shocks of the move too. Three times the mean of up to
    /// twelve bills before unless said.</param>
    /// <exception cref="ArgumentException">A history lacks a meter of its plans, usage is above a last tier, or the number of
    /// plans is neither one nor that of the histories.</exception>
    public static BillComparison Compare(
        ReadOnlySpan<UsageHistory> histories,
        ReadOnlySpan<PricePlan> current,
        ReadOnlySpan<PricePlan> proposed,
        BillShockRule rule = default)
    {
        AssignedPlans today = AssignedPlans.Of(current, histories.Length, nameof(current));
        AssignedPlans then = AssignedPlans.Of(proposed, histories.Length, nameof(proposed));
        decimal[] room = AssignedPlans.RoomFor(histories);
        decimal[] otherRoom = AssignedPlans.RoomFor(histories);
        var customers = new CustomerBillComparison[histories.Length];
        for (int i = 0; i < customers.Length; i++)
        {
            UsageHistory history = histories[i];
            ReadOnlySpan<decimal> bills = today.BillsOf(i, history, room);
            ReadOnlySpan<decimal> otherBills = then.BillsOf(i, history, otherRoom);
            customers[i] = new CustomerBillComparison(
                history.Customer,
                today[i],
                then[i],
                Summarize(history, bills, rule),
                Summarize(history, otherBills, rule),
                BillShockCalculator.OnMigration(history, bills, otherBills, rule.Multiple));
        }

        return new BillComparison(rule, ValueList.Own(customers));
    }

    private static BillSummary Summarize(UsageHistory history, ReadOnlySpan<decimal> bills, BillShockRule rule) => new(
        BillVariationCalculator.Measure(bills),
        BillShockCalculator.Find(history.Customer, history.Start, bills, rule));
}
