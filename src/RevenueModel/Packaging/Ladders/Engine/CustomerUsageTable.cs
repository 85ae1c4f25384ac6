using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Packaging;

/// <summary>The monthly usage of many customers in one column, and the customers in the order of their commit
/// levels.</summary>
internal readonly ref struct CustomerUsageTable
{
    private readonly CustomerUsage[] _customers;

    private CustomerUsageTable(ReadOnlySpan<decimal> usage, CustomerUsage[] customers)
    {
        Usage = usage;
        _customers = customers;
        decimal changesToday = 0m;
        foreach (CustomerUsage customer in customers)
        {
            RevenueToday += customer.RevenueToday;
            changesToday += customer.ChangesToday;
        }

        BillsToday = VariationOf(changesToday, RevenueToday);
    }

    /// <summary>Gets the usage of each month, customer by customer in the order of the input.</summary>
    public ReadOnlySpan<decimal> Usage { get; }

    /// <summary>Gets the customers in the order of <see cref="CustomerUsage.Compare"/>.</summary>
    public ReadOnlySpan<CustomerUsage> Customers => _customers;

    /// <summary>Gets the sum of the bills of today, above zero.</summary>
    public decimal RevenueToday { get; }

    /// <summary>Gets the variation of the bills of today.</summary>
    public BillVariation BillsToday { get; }

    /// <summary>Returns the monthly usage of a customer, in order.</summary>
    public ReadOnlySpan<decimal> MonthsOf(in CustomerUsage customer) => Usage.Slice(customer.Start, customer.Months);

    /// <summary>Returns the variation of bills for the months of this table.</summary>
    /// <param name="changes">The sum of the absolute changes from each bill of a customer to the next.</param>
    /// <param name="total">The sum of the bills.</param>
    public BillVariation VariationOf(decimal changes, decimal total) =>
        new(changes, Usage.Length - Customers.Length, total, Usage.Length);

    /// <summary>Creates the table.</summary>
    /// <param name="columns">The usage and the bills.</param>
    /// <param name="commitQuantile">The share of its months whose usage a customer commits to cover, between 0 and
    /// 1.</param>
    /// <exception cref="ArgumentException">Usage or a bill is negative, all bills are zero, or a sum is too large for
    /// a decimal.</exception>
    public static CustomerUsageTable Of(UsageColumns columns, decimal commitQuantile)
    {
        var customers = new CustomerUsage[columns.Starts.Length - 1];
        int i = 0;
        try
        {
            for (; i < customers.Length; i++)
            {
                customers[i] = Read(columns, i, commitQuantile);
            }
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow(columns.NameOf(i) + ": the total of the bills", columns.BillsName, overflow);
        }

        Array.Sort(customers, CustomerUsage.Compare);
        CustomerUsageTable table = OfSorted(columns, customers);
        return table.RevenueToday > 0m
            ? table
            : throw new ArgumentException(
                (columns.BillsName == "bills" ? "bills" : "The bills of today")
                    + " came to nothing; a ladder keeps revenue, and there is none to keep.",
                columns.BillsName);
    }

    private static CustomerUsageTable OfSorted(UsageColumns columns, CustomerUsage[] customers)
    {
        try
        {
            return new CustomerUsageTable(columns.Usage, customers);
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow("The total of the bills of all customers", columns.BillsName, overflow);
        }
    }

    private static CustomerUsage Read(UsageColumns columns, int customer, decimal commitQuantile)
    {
        int start = columns.Starts[customer];
        int months = columns.Starts[customer + 1] - start;
        ReadOnlySpan<decimal> usage = columns.Usage.Slice(start, months);
        foreach (decimal quantity in usage)
        {
            Guard.Against.BelowZero(quantity, columns.UsageName);
        }

        BillVariation bills = BillVariationCalculator.Sum(columns.Bills.Slice(start, months), columns.BillsName);
        return new CustomerUsage(
            start, months, LadderCalculator.CommitLevel(usage, commitQuantile), bills.Total, bills.Changes);
    }
}
