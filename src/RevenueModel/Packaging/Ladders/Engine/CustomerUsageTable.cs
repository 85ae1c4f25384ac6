using RevenueModel.Primitives;

namespace RevenueModel.Packaging;

/// <summary>The monthly usage of many customers in one column, and the customers in the order of their commit
/// levels.</summary>
internal readonly ref struct CustomerUsageTable
{
    private readonly CustomerUsage[] _customers;

    private CustomerUsageTable(UsageColumns columns, CustomerUsage[] customers)
    {
        Usage = columns.Usage;
        Bills = columns.Bills;
        Cost = columns.Cost;
        CostName = columns.CostName;
        Meter = columns.Meter;
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

    /// <summary>Gets the current bill of each month, in the same order.</summary>
    public ReadOnlySpan<decimal> Bills { get; }

    /// <summary>Gets the customers in the order of <see cref="CustomerUsage.Compare"/>.</summary>
    public ReadOnlySpan<CustomerUsage> Customers => _customers;

    /// <summary>Gets the cost to serve usage, or null if it is not given.</summary>
    public CostToServe? Cost { get; }

    /// <summary>Gets the caller's parameter that holds the cost.</summary>
    public string CostName { get; }

    /// <summary>Gets the meter of the usage.</summary>
    public string Meter { get; }

    /// <summary>Gets the sum of the current bills, above zero.</summary>
    public decimal RevenueToday { get; }

    /// <summary>Gets the variation of the current bills.</summary>
    public BillVariation BillsToday { get; }

    /// <summary>Returns the monthly usage of a customer, in order.</summary>
    public ReadOnlySpan<decimal> MonthsOf(in CustomerUsage customer) => Usage.Slice(customer.Start, customer.Months);

    /// <summary>Returns the variation of bills for the months of this table.</summary>
    /// <param name="changes">The sum of the absolute changes between consecutive bills of a customer.</param>
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
        RequireTotalCost(columns, customers);
        CustomerUsageTable table = OfSorted(columns, customers);
        return table.RevenueToday > 0m
            ? table
            : throw new ArgumentException(
                (columns.BillsName == "bills" ? "bills" : "The bills of today")
                    + " were all zero; at least one bill above zero is expected.",
                columns.BillsName);
    }

    private static void RequireTotalCost(UsageColumns columns, CustomerUsage[] customers)
    {
        try
        {
            decimal total = 0m;
            foreach (CustomerUsage customer in customers)
            {
                total += customer.Cost;
            }
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow("The total of the cost to serve all customers", columns.UsageName, overflow);
        }
    }

    private static CustomerUsageTable OfSorted(UsageColumns columns, CustomerUsage[] customers)
    {
        try
        {
            return new CustomerUsageTable(columns, customers);
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow("The total of the bills of all customers", columns.BillsName, overflow);
        }
    }

    private static BillVariation SumOf(UsageColumns columns, int customer, ReadOnlySpan<decimal> bills)
    {
        try
        {
            return BillVariationCalculator.Sum(bills, columns.BillsName);
        }
        catch (ArgumentOutOfRangeException)
        {
            int month = 0;
            while (bills[month] >= 0m)
            {
                month++;
            }

            throw columns.NegativeAt(customer, month); // names its position among the bills of all customers
        }
    }

    private static CustomerUsage Read(UsageColumns columns, int customer, decimal commitQuantile)
    {
        int start = columns.Starts[customer];
        int months = columns.Starts[customer + 1] - start;
        ReadOnlySpan<decimal> usage = columns.Usage.Slice(start, months);
        ReadOnlySpan<decimal> bills = columns.Bills.Slice(start, months);
        for (int month = 0; month < months; month++)
        {
            if (usage[month] < 0m)
            {
                throw columns.NegativeAt(customer, month);
            }
        }

        BillVariation variation = SumOf(columns, customer, bills);
        return new CustomerUsage(
            start,
            months,
            LadderCalculator.CommitLevel(usage, commitQuantile),
            variation.Total,
            variation.Changes,
            columns.CostOf(customer));
    }
}
