using Ardalis.GuardClauses;
using RevenueModel.Pricing;

namespace RevenueModel.Packaging;

/// <summary>Customers with their plans: one plan for all, or one for each in order.</summary>
internal readonly ref struct AssignedPlans
{
    private readonly ReadOnlySpan<PricePlan> _plans;
    private readonly ReadOnlySpan<UsageHistory> _histories;
    private readonly string _historyName;

    private AssignedPlans(ReadOnlySpan<PricePlan> plans, ReadOnlySpan<UsageHistory> histories, string historyName)
    {
        _plans = plans;
        _histories = histories;
        _historyName = historyName;
        for (int i = 0; i < histories.Length; i++)
        {
            LongestMonths = Math.Max(LongestMonths, HistoryGuards.Required(histories[i], i, historyName).Months);
        }
    }

    /// <summary>Gets the number of months of the longest history.</summary>
    public int LongestMonths { get; }

    /// <summary>Gets the plan of a customer.</summary>
    public PricePlan this[int customer] => _plans[_plans.Length == 1 ? 0 : customer];

    /// <summary>Assigns plans to customers.</summary>
    /// <param name="plans">One plan for all customers, or one for each in order.</param>
    /// <param name="histories">The usage of each customer.</param>
    /// <param name="planName">The caller's parameter that holds the plans.</param>
    /// <param name="historyName">The caller's parameter that holds the usage.</param>
    /// <exception cref="ArgumentException">A plan or a history is null, a plan contradicts itself, or the number of
    /// plans is neither one nor that of the customers.</exception>
    public static AssignedPlans Of(
        ReadOnlySpan<PricePlan> plans,
        ReadOnlySpan<UsageHistory> histories,
        string planName,
        string historyName)
    {
        if (plans.Length != 1 && plans.Length != histories.Length)
        {
            throw new ArgumentException(
                Invariant($"{planName} had {plans.Length} plans for {histories.Length} histories; ")
                    + "one for all or one for each is expected.",
                planName);
        }

        foreach (PricePlan plan in plans)
        {
            Guard.Against.Null(plan, planName).Validated(planName);
        }

        return new AssignedPlans(plans, histories, historyName);
    }

    /// <summary>Computes the bills of a customer.</summary>
    /// <param name="customer">The position of the customer.</param>
    /// <param name="buffer">Holds the bills; at least <see cref="LongestMonths"/> long.</param>
    /// <returns>The bill of each month.</returns>
    public ReadOnlySpan<decimal> BillsOf(int customer, decimal[] buffer)
    {
        Span<decimal> bills = buffer.AsSpan(0, _histories[customer].Months);
        BillCalculator.RateMonths(this[customer].Terms, _histories[customer], textOfMonth: null, _historyName, bills);
        return bills;
    }
}
