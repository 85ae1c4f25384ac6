using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Packaging;

/// <summary>Bills that are shocks: far above what the customer is used to, or far above what the same usage cost under the
/// plan before.</summary>
/// <remarks>A bill is a shock where <c>bill ≥ multiple × reference</c>. The published case is the second kind: a change of
/// pricing made the bills of customers with high volume triple (iPaaS 2027, sections 2.3 and 7.1).</remarks>
public static class BillShockCalculator
{
    /// <summary>The shocks among the bills of a customer.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="start">The month of the first bill.</param>
    /// <param name="bills">The bills of consecutive months, zero or more each.</param>
    /// <param name="rule">What a shock is; three times the mean of up to twelve bills before unless said.</param>
    /// <exception cref="ArgumentException">The name is empty or a bill is negative.</exception>
    public static BillShocks Find(
        string customer,
        YearMonth start,
        ReadOnlySpan<decimal> bills,
        BillShockRule rule = default)
    {
        Guard.Against.Blank(customer);
        (decimal sum, int count) = rule.Reference == BillReference.Median ? Middle(bills) : default;
        var tally = default(BillShockTally);
        for (int month = 0; month < bills.Length; month++)
        {
            Guard.Against.BelowZero(bills[month], nameof(bills));
            if (rule.Reference != BillReference.Median)
            {
                ReadOnlySpan<decimal> before = Before(bills, month, rule);
                (sum, count) = (Sum(before), before.Length);
            }

            if (count > 0)
            {
                tally.Evaluate(customer, start.PlusMonths(month), bills[month], sum, count, rule.Multiple);
            }
        }

        return tally.ToShocks();
    }

    /// <summary>The shocks among the bills of a customer under a plan.</summary>
    /// <param name="history">The usage of the customer.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="rule">What a shock is; three times the mean of up to twelve bills before unless said.</param>
    /// <exception cref="ArgumentException">The history lacks a meter of the plan, or usage is above a last tier.</exception>
    public static BillShocks Find(UsageHistory history, PricePlan plan, BillShockRule rule = default) =>
        Find([history], [plan], rule);

    /// <summary>The shocks among the bills of many customers.</summary>
    /// <param name="histories">The usage of each customer.</param>
    /// <param name="plans">The plan of all, or one for each history, in order.</param>
    /// <param name="rule">What a shock is; three times the mean of up to twelve bills before unless said.</param>
    /// <exception cref="ArgumentException">A history lacks a meter of its plan, usage is above a last tier, or the number of
    /// plans is neither one nor that of the histories.</exception>
    public static BillShocks Find(
        ReadOnlySpan<UsageHistory> histories,
        ReadOnlySpan<PricePlan> plans,
        BillShockRule rule = default)
    {
        decimal[] room = AssignedPlans.RoomFor(histories);
        AssignedPlans assigned = AssignedPlans.Of(plans, histories.Length, nameof(plans));
        var tally = default(BillShockTally);
        for (int i = 0; i < histories.Length; i++)
        {
            tally.Add(Find(histories[i].Customer, histories[i].Start, assigned.BillsOf(i, histories[i], room), rule));
        }

        return tally.ToShocks();
    }

    /// <summary>The shocks of moving customers from one plan to another: months whose bill under the new plan is at or above
    /// a multiple of the bill of the same month under the old one.</summary>
    /// <param name="histories">The usage of each customer.</param>
    /// <param name="current">The plan of all today, or one for each history, in order.</param>
    /// <param name="proposed">The plan that all move to, or one for each history, in order.</param>
    /// <param name="multiple">The multiple from which a bill is a shock, above one.</param>
    /// <exception cref="ArgumentException">A history lacks a meter of its plans, usage is above a last tier, the number of
    /// plans is neither one nor that of the histories, or the multiple is one or less.</exception>
    public static BillShocks FindOnMigration(
        ReadOnlySpan<UsageHistory> histories,
        ReadOnlySpan<PricePlan> current,
        ReadOnlySpan<PricePlan> proposed,
        decimal multiple = BillShockRule.PublishedMultiple)
    {
        BillShockRule.RequireMultiple(multiple);
        decimal[] room = AssignedPlans.RoomFor(histories);
        decimal[] otherRoom = AssignedPlans.RoomFor(histories);
        AssignedPlans today = AssignedPlans.Of(current, histories.Length, nameof(current));
        AssignedPlans then = AssignedPlans.Of(proposed, histories.Length, nameof(proposed));
        var tally = default(BillShockTally);
        for (int i = 0; i < histories.Length; i++)
        {
            tally.Add(OnMigration(
                histories[i], today.BillsOf(i, histories[i], room), then.BillsOf(i, histories[i], otherRoom), multiple));
        }

        return tally.ToShocks();
    }

    /// <summary>The shocks of a customer's move, from the bills of both plans.</summary>
    internal static BillShocks OnMigration(
        UsageHistory history,
        ReadOnlySpan<decimal> current,
        ReadOnlySpan<decimal> proposed,
        decimal multiple)
    {
        var tally = default(BillShockTally);
        for (int month = 0; month < current.Length; month++)
        {
            tally.Evaluate(history.Customer, history.Start.PlusMonths(month), proposed[month], current[month], 1, multiple);
        }

        return tally.ToShocks();
    }

    private static ReadOnlySpan<decimal> Before(ReadOnlySpan<decimal> bills, int month, BillShockRule rule) =>
        rule.Reference switch
        {
            BillReference.PreviousBill => bills[Math.Max(month - 1, 0)..month],
            BillReference.FirstBill => bills[..Math.Min(month, 1)],
            _ => bills[Math.Max(month - rule.Window.GetValueOrDefault(), 0)..month],
        };

    private static decimal Sum(ReadOnlySpan<decimal> bills)
    {
        decimal sum = 0m;
        foreach (decimal bill in bills)
        {
            sum += bill;
        }

        return sum;
    }

    /// <summary>The bill in the middle, or the two.</summary>
    private static (decimal Sum, int Count) Middle(ReadOnlySpan<decimal> bills)
    {
        decimal[] sorted = bills.ToArray();
        Array.Sort(sorted);
        int half = sorted.Length / 2;
        return sorted.Length == 0 ? default
            : sorted.Length % 2 == 1 ? (sorted[half], 1)
            : (sorted[half - 1] + sorted[half], 2);
    }
}
