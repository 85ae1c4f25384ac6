using NodaTime;
using RevenueModel.Packaging;
using RevenueModel.Pricing;

namespace RevenueModel.Tests.Generators;

/// <summary>Customers of one plan with the constraints of a ladder, as a parameter of a property.</summary>
public sealed record LadderCase(LadderCustomer[] Customers, PricePlanOfToday Today, LadderConstraints Goal)
{
    internal UsageHistory[] Histories =>
        [.. Customers.Select(
            (customer, at) => UsageHistory.Of($"C{at}", new YearMonth(2026, 1), "calls", customer.Usage))];

    internal LadderDesign Design() => LadderCalculator.Design(Goal, Today.Plan, Histories);

    public override string ToString() =>
        $"{Goal}, {Goal.FeeDigits} and {Goal.BoundaryDigits} digits, {Goal.CandidateBoundaries} candidates, "
        + $"{Goal.MaxLadders} ladders, "
        + $"quantile {Goal.CommitQuantile}, {Goal.MinCustomersPerTier} a tier, {Today.Plan}: "
        + string.Join("; ", Customers.Select(customer => string.Join(" ", customer.Usage)));
}

/// <summary>The usage and the bill of a customer in each month.</summary>
public sealed record LadderCustomer(decimal[] Usage, decimal[] Bills);

/// <summary>A plan that bills calls.</summary>
public sealed record PricePlanOfToday(RevenueModel.Pricing.PricePlan Plan);
