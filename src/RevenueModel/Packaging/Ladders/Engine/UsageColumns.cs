using Ardalis.GuardClauses;
using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Packaging;

/// <summary>The monthly usage and bills of many customers of one meter as columns, with the names for
/// messages.</summary>
internal readonly ref struct UsageColumns
{
    private readonly ReadOnlySpan<UsageHistory> _histories; // empty if the caller passed columns
    private readonly ReadOnlySpan<decimal> _costs; // by customer; empty if no cost is given

    private UsageColumns(
        string meter,
        ReadOnlySpan<decimal> usage,
        ReadOnlySpan<decimal> bills,
        int[] starts,
        ReadOnlySpan<UsageHistory> histories,
        string billsName,
        CostToServe? cost,
        ReadOnlySpan<decimal> costs,
        string costName)
    {
        Meter = meter;
        Usage = usage;
        Bills = bills;
        Starts = starts;
        _histories = histories;
        BillsName = billsName;
        Cost = cost;
        CostName = costName;
        _costs = costs;
    }

    /// <summary>Gets the meter.</summary>
    public string Meter { get; }

    /// <summary>Gets the usage of each month, customer by customer.</summary>
    public ReadOnlySpan<decimal> Usage { get; }

    /// <summary>Gets the current bill of each month, in the same order.</summary>
    public ReadOnlySpan<decimal> Bills { get; }

    /// <summary>Gets the position of each customer's first month, followed by the number of all months.</summary>
    public ReadOnlySpan<int> Starts { get; }

    /// <summary>Gets the caller's parameter that the usage comes from.</summary>
    public string UsageName => _histories.IsEmpty ? "usage" : "histories";

    /// <summary>Gets the caller's parameter that the bills come from.</summary>
    public string BillsName { get; }

    /// <summary>Gets the cost to serve usage, or null if it is not given.</summary>
    public CostToServe? Cost { get; }

    /// <summary>Gets the caller's parameter that holds the cost.</summary>
    public string CostName { get; }

    /// <summary>Creates the columns of histories under a plan that bills one meter.</summary>
    /// <param name="today">The current plan.</param>
    /// <param name="histories">The usage of each customer; at least one.</param>
    /// <param name="cost">The cost to serve usage, or null if it is not given.</param>
    /// <param name="costName">The caller's parameter that holds the cost.</param>
    /// <exception cref="ArgumentException">There is no customer, the plan bills more than one meter, or a history
    /// lacks that meter or a meter of the cost.</exception>
    public static UsageColumns Of(
        PricePlan today,
        ReadOnlySpan<UsageHistory> histories,
        CostToServe? cost = null,
        string costName = "")
    {
        PlanTerms terms = Guard.Against.Null(today).Validated(nameof(today));
        if (terms.Meters is not [var meter])
        {
            throw new ArgumentException(
                Invariant($"Plan \"{today.Name}\" bills {today.Meters.Count} meters; one is expected here."),
                nameof(today));
        }

        if (histories.IsEmpty)
        {
            throw new ArgumentException("histories had no customer; at least one is expected.", nameof(histories));
        }

        var starts = new int[histories.Length + 1];
        for (int i = 0; i < histories.Length; i++)
        {
            starts[i + 1] = starts[i] + HistoryGuards.Required(histories[i], i, nameof(histories)).Months;
        }

        var usage = new decimal[starts[^1]];
        var bills = new decimal[starts[^1]];
        for (int i = 0; i < histories.Length; i++)
        {
            try
            {
                BillCalculator.RateMonths(
                    terms, histories[i], textOfMonth: null, nameof(histories), bills.AsSpan(starts[i]..starts[i + 1]));
                HistoryGuards.SeriesOf(histories[i], meter, "", nameof(histories)).CopyTo(usage.AsSpan(starts[i]));
            }
            catch (ArgumentException refused)
            {
                throw HistoryGuards.At(i, refused, nameof(histories));
            }
        }

        decimal[] costs = cost is null ? [] : CostsOf(cost, histories, nameof(histories));
        return new UsageColumns(meter, usage, bills, starts, histories, nameof(today), cost, costs, costName);
    }

    /// <summary>Creates columns in which all customers have the same number of months.</summary>
    /// <param name="meter">The meter.</param>
    /// <param name="monthsPerCustomer">The months of each customer, one or more.</param>
    /// <param name="usage">The usage of each month, customer by customer.</param>
    /// <param name="bills">The current bill of each month, in the same order.</param>
    /// <param name="cost">The cost to serve usage, or null if it is not given.</param>
    /// <param name="costName">The caller's parameter that holds the cost.</param>
    /// <exception cref="ArgumentException">There is no customer, the lengths do not match, or the cost is of another
    /// meter.</exception>
    public static UsageColumns Of(
        string meter,
        int monthsPerCustomer,
        ReadOnlySpan<decimal> usage,
        ReadOnlySpan<decimal> bills,
        CostToServe? cost = null,
        string costName = "")
    {
        Guard.Against.Blank(meter);
        Guard.Against.BelowOne(monthsPerCustomer);
        DomainGuards.RequireSameLength(usage.Length, bills.Length, nameof(bills));
        if (usage.IsEmpty || usage.Length % monthsPerCustomer != 0)
        {
            throw new ArgumentException(
                Invariant($"usage had {Plural.Of(usage.Length, "month")}; ")
                    + Invariant($"{monthsPerCustomer} for each of one or more customers are expected."),
                nameof(usage));
        }

        var starts = new int[(usage.Length / monthsPerCustomer) + 1];
        for (int i = 1; i < starts.Length; i++)
        {
            starts[i] = i * monthsPerCustomer;
        }

        decimal[] costs = cost is null ? [] : CostsOf(cost, costName, meter, monthsPerCustomer, usage);
        return new UsageColumns(meter, usage, bills, starts, [], nameof(bills), cost, costs, costName);
    }

    /// <summary>Returns the cost to serve a customer over all months; zero if no cost is given.</summary>
    /// <param name="customer">The position of the customer.</param>
    public decimal CostOf(int customer) => _costs.IsEmpty ? 0m : _costs[customer];

    /// <summary>Returns the exception for a negative usage or bill. The message names the customer, the month and the
    /// position.</summary>
    /// <param name="customer">The position of the customer.</param>
    /// <param name="month">The month of the customer, counted from zero.</param>
    public ArgumentException NegativeAt(int customer, int month)
    {
        int position = Starts[customer] + month;
        (decimal value, string name) =
            Usage[position] < 0m ? (Usage[position], UsageName) : (Bills[position], BillsName);
        return new ArgumentOutOfRangeException(
            name,
            Invariant($"{NameOf(customer)}, month {month + 1} of \"{Meter}\": ")
                + Invariant($"{name}[{position}] was {value}; zero or more is expected."));
    }

    /// <summary>Returns the name of a customer in messages.</summary>
    /// <param name="customer">The position of the customer.</param>
    public string NameOf(int customer) => _histories.IsEmpty
        ? Invariant($"Customer {customer + 1}")
        : $"Customer \"{_histories[customer].Customer}\"";

    private static decimal[] CostsOf(CostToServe cost, ReadOnlySpan<UsageHistory> histories, string name)
    {
        int longest = 0;
        foreach (UsageHistory history in histories)
        {
            longest = Math.Max(longest, history.Months);
        }

        var ofMonths = new decimal[longest];
        var ofMeter = new decimal[longest];
        var costs = new decimal[histories.Length];
        for (int i = 0; i < costs.Length; i++)
        {
            Span<decimal> months = ofMonths.AsSpan(0, histories[i].Months);
            try
            {
                ServiceCosts.OfMonths(cost, histories[i], months, ofMeter.AsSpan(0, months.Length), name);
            }
            catch (ArgumentException refused)
            {
                throw HistoryGuards.At(i, refused, name);
            }

            costs[i] = Total(months, $"Customer \"{histories[i].Customer}\"", name);
        }

        return costs;
    }

    private static decimal[] CostsOf(
        CostToServe cost,
        string costName,
        string meter,
        int monthsPerCustomer,
        ReadOnlySpan<decimal> usage)
    {
        foreach (MeterCost other in cost.Meters)
        {
            if (!NameLookup.Same(other.Meter, meter))
            {
                throw new ArgumentException(
                    $"The cost to serve is of \"{other.Meter}\"; \"{meter}\" alone is expected, "
                        + "since columns have the usage of one meter.",
                    costName);
            }
        }

        var ofMonths = new decimal[usage.Length];
        Array.Fill(ofMonths, cost.FixedPerMonth);
        foreach (MeterCost ofMeter in cost.Meters)
        {
            ServiceCosts.AddOfMeter(
                ofMeter,
                usage,
                ofMonths,
                new decimal[usage.Length],
                history: null,
                monthsPerCustomer,
                nameof(usage));
        }

        var costs = new decimal[usage.Length / monthsPerCustomer];
        for (int i = 0; i < costs.Length; i++)
        {
            costs[i] = Total(
                ofMonths.AsSpan(i * monthsPerCustomer, monthsPerCustomer),
                Invariant($"Customer {i + 1}"),
                nameof(usage));
        }

        return costs;
    }

    private static decimal Total(ReadOnlySpan<decimal> costs, string customer, string name)
    {
        decimal total = 0m;
        try
        {
            foreach (decimal cost in costs)
            {
                total += cost;
            }
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow(customer + ": the total of the cost to serve", name, overflow);
        }

        return total;
    }
}
