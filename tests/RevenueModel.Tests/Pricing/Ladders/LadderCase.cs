using NodaTime;
using RevenueModel.Pricing.Ladders;
using RevenueModel.Pricing.Rating;

namespace RevenueModel.Tests.Pricing.Ladders;

/// <summary>Customers of one plan, and what is asked of a ladder for them, as a parameter of a property.</summary>
public sealed record LadderCase(LadderCustomer[] Customers, PricePlanOfToday Today, LadderGoal Goal)
{
    internal UsageHistory[] Histories =>
        [.. Customers.Select((customer, at) => UsageHistory.Of($"C{at}", new YearMonth(2026, 1), "calls", customer.Usage))];

    internal LadderDesign Design() => LadderCalculator.Design(Histories, Today.Plan, Goal);

    public override string ToString() =>
        $"{Goal}, {Goal.FeeDigits} and {Goal.BoundaryDigits} digits, {Goal.CandidateBoundaries} candidates, {Goal.MostLadders} ladders, "
        + $"quantile {Goal.CommitQuantile}, {Goal.MinimumCustomersPerTier} a tier, {Today.Plan}: "
        + string.Join("; ", Customers.Select(customer => string.Join(" ", customer.Usage)));
}

/// <summary>What a customer used and was billed in each month.</summary>
public sealed record LadderCustomer(decimal[] Usage, decimal[] Bills);

/// <summary>A plan that bills calls.</summary>
public sealed record PricePlanOfToday(RevenueModel.Pricing.PricePlan Plan);
