using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Packaging;

/// <summary>The months of many customers in one column, and the customers by level.</summary>
internal readonly ref struct CustomerUsageTable
{
    private CustomerUsageTable(ReadOnlySpan<decimal> usage, CustomerUsage[] customers)
    {
        Usage = usage;
        Customers = customers;
        decimal changes = 0m;
        foreach (CustomerUsage customer in customers)
        {
            Today += customer.Today;
            changes += customer.Changes;
        }

        BillsToday = BillsOf(changes, Today);
    }

    /// <summary>What was used in each month, customer by customer.</summary>
    public ReadOnlySpan<decimal> Usage { get; }

    /// <summary>The customers in the order of <see cref="CustomerUsage.Compare"/>.</summary>
    public ReadOnlySpan<CustomerUsage> Customers { get; }

    /// <summary>The sum of the bills of today.</summary>
    public decimal Today { get; }

    /// <summary>The bills of today.</summary>
    public BillVariation BillsToday { get; }

    /// <summary>The usage of a customer's months, in order.</summary>
    public ReadOnlySpan<decimal> MonthsOf(in CustomerUsage customer) => Usage.Slice(customer.Start, customer.Months);

    /// <summary>Bills for the months of the book.</summary>
    public BillVariation BillsOf(decimal changes, decimal total) =>
        new(changes, Usage.Length - Customers.Length, total, Usage.Length);

    /// <summary>A book of columns.</summary>
    /// <param name="usage">What was used in each month, customer by customer.</param>
    /// <param name="bills">What was billed in each.</param>
    /// <param name="starts">Where each customer's months start, and behind them where the last ones end.</param>
    /// <param name="commitQuantile">The share of its months whose usage a customer commits to cover.</param>
    public static CustomerUsageTable Of(
        ReadOnlySpan<decimal> usage,
        ReadOnlySpan<decimal> bills,
        ReadOnlySpan<int> starts,
        decimal commitQuantile)
    {
        var customers = new CustomerUsage[starts.Length - 1];
        for (int i = 0; i < customers.Length; i++)
        {
            int months = starts[i + 1] - starts[i];
            customers[i] = Read(usage.Slice(starts[i], months), bills.Slice(starts[i], months), starts[i], commitQuantile);
        }

        Array.Sort(customers, CustomerUsage.Compare);
        var book = new CustomerUsageTable(usage, customers);
        return book.Today > 0m
            ? book
            : throw new ArgumentException("bills came to nothing; a ladder keeps revenue, and there is none to keep.", nameof(bills));
    }

    private static CustomerUsage Read(
        ReadOnlySpan<decimal> usage,
        ReadOnlySpan<decimal> bills,
        int start,
        decimal commitQuantile)
    {
        foreach (decimal quantity in usage)
        {
            Guard.Against.BelowZero(quantity, nameof(usage));
        }

        BillVariation paid = BillVariationCalculator.Measure(bills);
        return new CustomerUsage(
            start, bills.Length, LadderCalculator.CommitLevel(usage, commitQuantile), paid.Total, paid.Changes);
    }
}
