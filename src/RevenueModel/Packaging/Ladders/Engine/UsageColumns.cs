using Ardalis.GuardClauses;
using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Packaging;

/// <summary>The monthly usage and bills of many customers of one meter as columns, and how messages name
/// them.</summary>
internal readonly ref struct UsageColumns
{
    private readonly ReadOnlySpan<UsageHistory> _histories; // empty where the caller gave columns

    private UsageColumns(
        string meter,
        ReadOnlySpan<decimal> usage,
        ReadOnlySpan<decimal> bills,
        int[] starts,
        ReadOnlySpan<UsageHistory> histories,
        string billsName)
    {
        Meter = meter;
        Usage = usage;
        Bills = bills;
        Starts = starts;
        _histories = histories;
        BillsName = billsName;
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

    /// <summary>Creates the columns of histories under a plan that bills one meter.</summary>
    /// <param name="today">The plan of today.</param>
    /// <param name="histories">The usage of each customer; at least one.</param>
    /// <exception cref="ArgumentException">There is no customer, the plan bills more than one meter, or a history
    /// lacks it.</exception>
    public static UsageColumns Of(PricePlan today, ReadOnlySpan<UsageHistory> histories)
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
            starts[i + 1] = starts[i] + Guard.Against.Null(histories[i], nameof(histories)).Months;
        }

        var usage = new decimal[starts[^1]];
        var bills = new decimal[starts[^1]];
        for (int i = 0; i < histories.Length; i++)
        {
            BillCalculator.RateMonths(
                terms, histories[i], textOfMonth: null, nameof(histories), bills.AsSpan(starts[i]..starts[i + 1]));
            UsageOf(histories[i], meter, nameof(histories)).CopyTo(usage.AsSpan(starts[i]));
        }

        return new UsageColumns(meter, usage, bills, starts, histories, nameof(today));
    }

    /// <summary>Creates columns in which all customers have the same number of months.</summary>
    /// <param name="meter">The meter.</param>
    /// <param name="monthsPerCustomer">The months of each customer, one or more.</param>
    /// <param name="usage">The usage of each month, customer by customer.</param>
    /// <param name="bills">The current bill of each month, in the same order.</param>
    /// <exception cref="ArgumentException">There is no customer, or the lengths do not match.</exception>
    public static UsageColumns Of(
        string meter,
        int monthsPerCustomer,
        ReadOnlySpan<decimal> usage,
        ReadOnlySpan<decimal> bills)
    {
        Guard.Against.Blank(meter);
        Guard.Against.BelowOne(monthsPerCustomer);
        DomainGuards.RequireSameLength(usage.Length, bills.Length, nameof(bills));
        if (usage.IsEmpty || usage.Length % monthsPerCustomer != 0)
        {
            throw new ArgumentException(
                Invariant($"usage had {Plural.Of(usage.Length, "month")}; {monthsPerCustomer} for each of one or more customers are expected."),
                nameof(usage));
        }

        var starts = new int[(usage.Length / monthsPerCustomer) + 1];
        for (int i = 1; i < starts.Length; i++)
        {
            starts[i] = i * monthsPerCustomer;
        }

        return new UsageColumns(meter, usage, bills, starts, [], nameof(bills));
    }

    /// <summary>Returns the monthly usage of a customer.</summary>
    /// <param name="history">The usage of the customer.</param>
    /// <param name="meter">The meter.</param>
    /// <param name="name">The caller's parameter that holds the history.</param>
    /// <exception cref="ArgumentException">The history lacks the meter.</exception>
    public static ReadOnlySpan<decimal> UsageOf(UsageHistory history, string meter, string name)
    {
        if (Guard.Against.Null(history, name).Find(meter) is not { } series)
        {
            throw new ArgumentException(
                $"{history.Customer} had no usage of \"{meter}\"; a series for it is expected.", name);
        }

        return series.Quantities.AsSpan();
    }

    /// <summary>Returns how messages name a customer.</summary>
    /// <param name="customer">The position of the customer.</param>
    public string NameOf(int customer) => _histories.IsEmpty
        ? Invariant($"Customer {customer + 1}")
        : $"Customer \"{_histories[customer].Customer}\"";
}
