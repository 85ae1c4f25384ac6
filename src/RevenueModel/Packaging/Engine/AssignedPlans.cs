using Ardalis.GuardClauses;
using RevenueModel.Pricing;

namespace RevenueModel.Packaging;

/// <summary>One plan for all customers, or one for each in their order.</summary>
internal readonly ref struct AssignedPlans
{
    private readonly ReadOnlySpan<PricePlan> _plans;

    private AssignedPlans(ReadOnlySpan<PricePlan> plans) => _plans = plans;

    /// <summary>The plan of a customer.</summary>
    public PricePlan this[int customer] => _plans[_plans.Length == 1 ? 0 : customer];

    /// <summary>Refuses plans that are neither one nor one for each, or null.</summary>
    public static AssignedPlans Of(ReadOnlySpan<PricePlan> plans, int customers, string name)
    {
        if (plans.Length != 1 && plans.Length != customers)
        {
            throw new ArgumentException(
                Invariant($"{name} had {plans.Length} plans for {customers} histories; one for all or one for each is expected."), name);
        }

        foreach (PricePlan plan in plans)
        {
            Guard.Against.Null(plan, name);
        }

        return new AssignedPlans(plans);
    }

    /// <summary>Room for the bills of the longest history.</summary>
    public static decimal[] RoomFor(ReadOnlySpan<UsageHistory> histories)
    {
        int most = 0;
        foreach (UsageHistory history in histories)
        {
            most = Math.Max(most, Guard.Against.Null(history, nameof(histories)).Months);
        }

        return new decimal[most];
    }

    /// <summary>The bills of a customer, in the room.</summary>
    public ReadOnlySpan<decimal> BillsOf(int customer, UsageHistory history, decimal[] room)
    {
        Span<decimal> bills = room.AsSpan(0, history.Months);
        BillCalculator.MonthlyAmounts(this[customer], history, bills);
        return bills;
    }
}
