using RevenueModel.Pricing;

namespace RevenueModel.Benchmarks.Rivals;

/// <summary>The bill of a period for one plan and no other: a fee, graduated tiers beyond an allowance, a discount, a
/// commitment and a cap.</summary>
public static class LinqBill
{
    /// <summary>The plan as the rival knows it.</summary>
    public static Plan PlanOf(PricePlan plan)
    {
        decimal commitment = plan.Commitment!.Amounts[0];
        return new Plan(
            plan.BaseFee,
            plan.Charges[0].Allowance.Quantity,
            LinqTiers.TiersOf(((TieredPrice)plan.Charges[0].Price).Schedule),
            plan.PercentDiscount,
            commitment,
            plan.Protection!.Cap.MultipleOfCommittedFee!.Value * Math.Max(plan.BaseFee, commitment));
    }

    /// <summary>The bill for each usage, the tiers by LINQ.</summary>
    public static decimal[] Amounts(Plan plan, decimal[] usages) => usages
        .Select(usage => Total(plan, LinqTiers.Amount(plan.Tiers, Math.Max(usage - plan.Included, 0m))))
        .ToArray();

    /// <summary>The same by loops.</summary>
    public static void AmountsByLoop(Plan plan, ReadOnlySpan<decimal> usages, Span<decimal> destination)
    {
        for (int i = 0; i < usages.Length; i++)
        {
            decimal billable = Math.Max(usages[i] - plan.Included, 0m);
            destination[i] = Total(plan, LinqTiers.AmountByLoop(plan.Tiers, billable));
        }
    }

    private static decimal Total(Plan plan, decimal charge)
    {
        decimal spent = plan.BaseFee + charge;
        spent -= spent * plan.Discount;
        return Math.Min(Math.Max(spent, plan.Commitment), plan.Cap);
    }

    /// <summary>The facts of a plan that the rival needs.</summary>
    public sealed record Plan(
        decimal BaseFee,
        decimal Included,
        LinqTiers.Tier[] Tiers,
        decimal Discount,
        decimal Commitment,
        decimal Cap);
}
