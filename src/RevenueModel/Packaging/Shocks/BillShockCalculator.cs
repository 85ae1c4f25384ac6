using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Packaging;

/// <summary>Finds bill shocks: bills far above the usual bill of the customer, or far above the bill of the same usage
/// under the previous plan.</summary>
/// <remarks>
/// A bill is a shock if <c>bill ≥ multiple × reference</c> and, if a minimum increase is given,
/// <c>bill - reference ≥ minimum increase</c>. The published case is of the second kind: a change of pricing tripled
/// the bills of customers with high volume (iPaaS 2027, sections 2.3 and 7.1).
/// </remarks>
public static class BillShockCalculator
{
    /// <summary>Finds the shocks among the bills of a customer.</summary>
    /// <param name="customer">The name of the customer.</param>
    /// <param name="start">The month of the first bill.</param>
    /// <param name="bills">The bills of consecutive months, each zero or more.</param>
    /// <param name="rule">The definition of a shock. Default: three times the mean of up to twelve bills
    /// before.</param>
    /// <returns>The shocks, in order.</returns>
    /// <exception cref="ArgumentException">The name is empty, a bill is negative, or bills are too large for a
    /// decimal.</exception>
    /// <example><code>
    /// YearMonth october = new(2026, 10);
    /// BillShocks shocks = BillShockCalculator.Find("Acme", october, [90m, 100m, 340m]);
    /// Console.WriteLine(shocks.Shocks[0]); // Acme in 2026-12: 340.00 is 3.58x 95.00
    /// </code></example>
    public static BillShocks Find(
        string customer,
        YearMonth start,
        ReadOnlySpan<decimal> bills,
        BillShockRule rule = default) =>
        Find(Guard.Against.Blank(customer), start, bills, rule, nameof(bills));

    /// <inheritdoc cref="Find(string, YearMonth, ReadOnlySpan{decimal}, BillShockRule)"/>
    public static BillShocks Find(
        string customer,
        YearMonth start,
        IEnumerable<decimal> bills,
        BillShockRule rule = default) => Find(customer, start, bills.AsItems(), rule);

    /// <summary>Finds the shocks among the bills of a customer under a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="history">The usage of the customer.</param>
    /// <param name="rule">The definition of a shock. Default: three times the mean of up to twelve bills
    /// before.</param>
    /// <returns>The shocks, in order.</returns>
    /// <exception cref="ArgumentException">The history lacks a meter of the plan, usage is above a last tier, or bills
    /// are too large for a decimal.</exception>
    public static BillShocks Find(PricePlan plan, UsageHistory history, BillShockRule rule = default) =>
        Find(AssignedPlans.Of([plan], [history], nameof(plan), nameof(history)), [history], rule, nameof(history));

    /// <summary>Finds the shocks among the bills of many customers under one plan.</summary>
    /// <param name="plan">The plan of all customers.</param>
    /// <param name="histories">The usage of each customer.</param>
    /// <param name="rule">The definition of a shock. Default: three times the mean of up to twelve bills
    /// before.</param>
    /// <returns>The shocks, customer by customer.</returns>
    /// <exception cref="ArgumentException">A history lacks a meter of the plan, usage is above a last tier, or bills
    /// are too large for a decimal.</exception>
    public static BillShocks Find(
        PricePlan plan,
        ReadOnlySpan<UsageHistory> histories,
        BillShockRule rule = default) =>
        Find(AssignedPlans.Of([plan], histories, nameof(plan), nameof(histories)), histories, rule, nameof(histories));

    /// <inheritdoc cref="Find(PricePlan, ReadOnlySpan{UsageHistory}, BillShockRule)"/>
    public static BillShocks Find(PricePlan plan, IEnumerable<UsageHistory> histories, BillShockRule rule = default) =>
        Find(plan, histories.AsItems(), rule);

    /// <summary>Finds the shocks among the bills of many customers with individual plans.</summary>
    /// <param name="plans">The plan of all customers, or one for each history, in order.</param>
    /// <param name="histories">The usage of each customer.</param>
    /// <param name="rule">The definition of a shock. Default: three times the mean of up to twelve bills
    /// before.</param>
    /// <returns>The shocks, customer by customer.</returns>
    /// <exception cref="ArgumentException">A history lacks a meter of its plan, usage is above a last tier, the number
    /// of plans is neither one nor that of the histories, or bills are too large for a decimal.</exception>
    public static BillShocks Find(
        ReadOnlySpan<PricePlan> plans,
        ReadOnlySpan<UsageHistory> histories,
        BillShockRule rule = default) =>
        Find(AssignedPlans.Of(plans, histories, nameof(plans), nameof(histories)), histories, rule, nameof(histories));

    /// <inheritdoc cref="Find(ReadOnlySpan{PricePlan}, ReadOnlySpan{UsageHistory}, BillShockRule)"/>
    public static BillShocks Find(
        IEnumerable<PricePlan> plans,
        IEnumerable<UsageHistory> histories,
        BillShockRule rule = default) => Find(plans.AsItems(), histories.AsItems(), rule);

    /// <summary>Finds the shocks when a customer moves from one plan to another: months whose bill under the proposed
    /// plan is at or above a multiple of the bill of the same month under the current plan.</summary>
    /// <param name="current">The current plan.</param>
    /// <param name="proposed">The proposed plan.</param>
    /// <param name="history">The usage of the customer.</param>
    /// <param name="multiple">The multiple from which a bill is a shock, above one. Default: three, as
    /// published.</param>
    /// <param name="minIncrease">The smallest increase of the monthly bill, in money, from which a bill is a shock,
    /// zero or more. Default: zero, which is no minimum.</param>
    /// <returns>The shocks, in order.</returns>
    /// <exception cref="ArgumentException">The history lacks a meter of a plan, usage is above a last tier, the
    /// multiple is one or less, the minimum is negative, or bills are too large for a decimal.</exception>
    public static BillShocks FindOnMigration(
        PricePlan current,
        PricePlan proposed,
        UsageHistory history,
        decimal multiple = BillShockRule.PublishedMultiple,
        decimal minIncrease = 0m) =>
        FindOnMigration(
            AssignedPlans.Of([current], [history], nameof(current), nameof(history)),
            AssignedPlans.Of([proposed], [history], nameof(proposed), nameof(history)),
            [history],
            OnMigrationRule(multiple, minIncrease),
            nameof(history));

    /// <summary>Finds the shocks when customers move from one plan to another: months whose bill under the proposed
    /// plan is at or above a multiple of the bill of the same month under the current plan.</summary>
    /// <param name="current">The current plan of all customers.</param>
    /// <param name="proposed">The proposed plan of all customers.</param>
    /// <param name="histories">The usage of each customer.</param>
    /// <param name="multiple">The multiple from which a bill is a shock, above one. Default: three, as
    /// published.</param>
    /// <param name="minIncrease">The smallest increase of the monthly bill, in money, from which a bill is a shock,
    /// zero or more. Default: zero, which is no minimum.</param>
    /// <returns>The shocks, customer by customer.</returns>
    /// <exception cref="ArgumentException">A history lacks a meter of a plan, usage is above a last tier, the multiple
    /// is one or less, the minimum is negative, or bills are too large for a decimal.</exception>
    public static BillShocks FindOnMigration(
        PricePlan current,
        PricePlan proposed,
        ReadOnlySpan<UsageHistory> histories,
        decimal multiple = BillShockRule.PublishedMultiple,
        decimal minIncrease = 0m) =>
        FindOnMigration([current], [proposed], histories, multiple, minIncrease);

    /// <inheritdoc cref="FindOnMigration(PricePlan, PricePlan, ReadOnlySpan{UsageHistory}, decimal, decimal)"/>
    public static BillShocks FindOnMigration(
        PricePlan current,
        PricePlan proposed,
        IEnumerable<UsageHistory> histories,
        decimal multiple = BillShockRule.PublishedMultiple,
        decimal minIncrease = 0m) =>
        FindOnMigration(current, proposed, histories.AsItems(), multiple, minIncrease);

    /// <summary>Finds the shocks when customers with individual plans, current or proposed, move to another
    /// plan.</summary>
    /// <param name="current">The current plan of all customers, or one for each history, in order.</param>
    /// <param name="proposed">The proposed plan of all customers, or one for each history, in order.</param>
    /// <param name="histories">The usage of each customer.</param>
    /// <param name="multiple">The multiple from which a bill is a shock, above one. Default: three, as
    /// published.</param>
    /// <param name="minIncrease">The smallest increase of the monthly bill, in money, from which a bill is a shock,
    /// zero or more. Default: zero, which is no minimum.</param>
    /// <returns>The shocks, customer by customer.</returns>
    /// <exception cref="ArgumentException">A history lacks a meter of its plans, usage is above a last tier, the
    /// number of plans is neither one nor that of the histories, the multiple is one or less, the minimum is negative,
    /// or bills are too large for a decimal.</exception>
    public static BillShocks FindOnMigration(
        ReadOnlySpan<PricePlan> current,
        ReadOnlySpan<PricePlan> proposed,
        ReadOnlySpan<UsageHistory> histories,
        decimal multiple = BillShockRule.PublishedMultiple,
        decimal minIncrease = 0m) =>
        FindOnMigration(
            AssignedPlans.Of(current, histories, nameof(current), nameof(histories)),
            AssignedPlans.Of(proposed, histories, nameof(proposed), nameof(histories)),
            histories,
            OnMigrationRule(multiple, minIncrease),
            nameof(histories));

    /// <inheritdoc cref="FindOnMigration(ReadOnlySpan{PricePlan}, ReadOnlySpan{PricePlan}, ReadOnlySpan{UsageHistory},
    /// decimal, decimal)"/>
    public static BillShocks FindOnMigration(
        IEnumerable<PricePlan> current,
        IEnumerable<PricePlan> proposed,
        IEnumerable<UsageHistory> histories,
        decimal multiple = BillShockRule.PublishedMultiple,
        decimal minIncrease = 0m) =>
        FindOnMigration(current.AsItems(), proposed.AsItems(), histories.AsItems(), multiple, minIncrease);

    /// <summary>Finds the shocks among bills.</summary>
    /// <param name="customer">The name of the customer.</param>
    /// <param name="start">The month of the first bill.</param>
    /// <param name="bills">The bills of consecutive months.</param>
    /// <param name="rule">The definition of a shock.</param>
    /// <param name="name">The caller's parameter that the bills come from.</param>
    internal static BillShocks Find(
        string customer,
        YearMonth start,
        ReadOnlySpan<decimal> bills,
        BillShockRule rule,
        string name)
    {
        var tally = default(BillShockTally);
        int month = 0;
        try
        {
            (decimal sum, int count) = rule.Reference == BillReference.Median ? Middle(bills) : default;
            for (; month < bills.Length; month++)
            {
                _ = HistoryGuards.RequireBill(bills[month], customer, start, month, name);
                if (rule.Reference != BillReference.Median)
                {
                    (sum, count) = SumBefore(bills, month, rule);
                }

                if (count > 0)
                {
                    tally.Evaluate(customer, start.PlusMonths(month), bills[month], sum, count, rule);
                }
            }
        }
        catch (OverflowException overflow)
        {
            throw TooLarge(customer, start.PlusMonths(month), name, overflow);
        }

        return tally.ToShocks();
    }

    /// <summary>Finds the shocks of the migration of a customer from the bills under both plans.</summary>
    internal static BillShocks OnMigration(
        UsageHistory history,
        ReadOnlySpan<decimal> current,
        ReadOnlySpan<decimal> proposed,
        in BillShockRule rule,
        string name)
    {
        var tally = default(BillShockTally);
        int month = 0;
        try
        {
            for (; month < current.Length; month++)
            {
                tally.Evaluate(
                    history.Customer, history.Start.PlusMonths(month), proposed[month], current[month], 1, rule);
            }
        }
        catch (OverflowException overflow)
        {
            throw TooLarge(history.Customer, history.Start.PlusMonths(month), name, overflow);
        }

        return tally.ToShocks();
    }

    private static BillShocks Find(
        AssignedPlans plans,
        ReadOnlySpan<UsageHistory> histories,
        BillShockRule rule,
        string name)
    {
        var buffer = new decimal[plans.LongestMonths];
        var tally = default(BillShockTally);
        for (int i = 0; i < histories.Length; i++)
        {
            try
            {
                tally.Add(Find(histories[i].Customer, histories[i].Start, plans.BillsOf(i, buffer), rule, name));
            }
            catch (ArgumentException refused)
            {
                throw HistoryGuards.At(i, refused, name);
            }
        }

        return tally.ToShocks();
    }

    private static BillShocks FindOnMigration(
        AssignedPlans current,
        AssignedPlans proposed,
        ReadOnlySpan<UsageHistory> histories,
        BillShockRule rule,
        string name)
    {
        var currentBuffer = new decimal[current.LongestMonths];
        var proposedBuffer = new decimal[current.LongestMonths];
        var tally = default(BillShockTally);
        for (int i = 0; i < histories.Length; i++)
        {
            try
            {
                tally.Add(OnMigration(
                    histories[i], current.BillsOf(i, currentBuffer), proposed.BillsOf(i, proposedBuffer), rule, name));
            }
            catch (ArgumentException refused)
            {
                throw HistoryGuards.At(i, refused, name);
            }
        }

        return tally.ToShocks();
    }

    /// <summary>Returns the sum of the reference bills of a bill, and their number, which is zero if there are
    /// none.</summary>
    /// <param name="bills">All bills.</param>
    /// <param name="month">The position of the bill.</param>
    /// <param name="rule">The definition of a shock.</param>
    /// <exception cref="OverflowException">The sum is too large for a decimal.</exception>
    internal static (decimal Sum, int Count) ReferenceOf(
        ReadOnlySpan<decimal> bills, int month, in BillShockRule rule) =>
        rule.Reference == BillReference.Median ? Middle(bills) : SumBefore(bills, month, rule);

    private static BillShockRule OnMigrationRule(decimal multiple, decimal minIncrease)
    {
        BillShockRule.RequireMultiple(multiple);
        Guard.Against.BelowZero(minIncrease);
        return BillShockRule.Of(multiple) with { MinIncrease = minIncrease };
    }

    private static ArgumentException TooLarge(
        string customer,
        YearMonth month,
        string name,
        OverflowException overflow) =>
        DomainGuards.Overflow(
            Invariant($"Customer \"{customer}\" in {month:uuuu-MM}: the bill or the multiple of its reference"),
            name,
            overflow);

    private static (decimal Sum, int Count) SumBefore(ReadOnlySpan<decimal> bills, int month, in BillShockRule rule)
    {
        ReadOnlySpan<decimal> before = Before(bills, month, rule);
        return (Sum(before), before.Length);
    }

    private static ReadOnlySpan<decimal> Before(ReadOnlySpan<decimal> bills, int month, in BillShockRule rule) =>
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

    /// <summary>Returns the middle bill, or the sum of the two middle bills.</summary>
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
