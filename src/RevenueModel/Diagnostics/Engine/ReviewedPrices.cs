using RevenueModel.Architectures;
using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Diagnostics;

/// <summary>The parts of price plans that decide whether a bill can grow without limit.</summary>
internal static class ReviewedPrices
{
    /// <summary>Returns whether a plan prices each operation alone, and nothing limits or smooths the bill.</summary>
    public static bool IsUnprotectedUsage(PricePlan plan) =>
        plan.BaseFee == 0m
        && plan.Commitment is null
        && !IsProtected(plan.Protection)
        && plan.Charges.Any(BillsUsage)
        && plan.Charges.All(static charge => charge.Limits?.Max is null);

    /// <summary>Returns whether a plan bills usage, so that its cost per unit can change.</summary>
    public static bool BillsUsage(PricePlan plan) => plan.Charges.Any(BillsUsage);

    /// <summary>Returns the share of renewals that a price per operation loses, from the stated and the implied
    /// gaps.</summary>
    public static Band<decimal> RetentionLoss(PricingFigures pricing)
    {
        const decimal points = 100m;
        Band<decimal> withPressure = pricing.ImpliedArrGapPoints;
        decimal low = Math.Min(pricing.ImpliedRetentionGapPoints, withPressure.Min);
        decimal high = Math.Max(pricing.ImpliedRetentionGapPoints, withPressure.Max ?? withPressure.Min);
        if (pricing.StatedRetentionGapPoints is { } stated)
        {
            low = Math.Min(low, stated.Min);
            high = Math.Max(high, stated.Max ?? stated.Min);
        }

        return Band.Between(Math.Clamp(low / points, 0m, 1m), Math.Clamp(high / points, 0m, 1m));
    }

    public static CostPool PoolOf(string plan, bool isWatched) => CostPool.Of(
        CostPoolKind.Renewals, plan + (isWatched ? ", cost per unit watched" : ", cost per unit not watched"));

    private static bool IsProtected(OverageProtection? protection) =>
        protection is not null
        && (protection.Cap.IsSet || protection.SmoothingPeriods > 1 || protection.MoveUpTo is not null);

    private static bool BillsUsage(Charge charge) =>
        charge.Price is not TieredPrice { Kind: TieredPriceKind.Flat or TieredPriceKind.Stairstep };
}
