using RevenueModel.Pricing;
using RevenueModel.Tests.Numerics;
using RevenueModel.Tests.Oracles.Pricing;
using static RevenueModel.Tests.Oracles.Compensation.OraclePay;
using static RevenueModel.Tests.Numerics.Fractions;

namespace RevenueModel.Tests.Oracles.Billing;

/// <summary>
/// Computes the lines of the subtotal of a charge: one for each tier that is reached, less what buying up deducts; a
/// single line if the price has no tiers or nothing is due.
/// </summary>
internal static class UsageOracle
{
    public static IReadOnlyList<ExactFraction> Lines(PriceModel price, OracleCharge charge)
    {
        ExactFraction[] tiers = price switch
        {
            TieredPrice tiered => [.. OfTiers(tiered, charge.Billable)],
            PackagePrice package => [.. OfPackages(package, charge.Billable)],
            _ => [charge.Subtotal],
        };
        ExactFraction rest = charge.Subtotal - tiers.Sum();
        return tiers.Length == 0 ? [Zero]
            : rest == Zero ? tiers
            : [.. tiers, rest];
    }

    private static IEnumerable<ExactFraction> OfTiers(TieredPrice price, ExactFraction quantity)
    {
        if (quantity == Zero)
        {
            return price.AtZero == ZeroUsage.Nothing ? [] : [Exact(price.Tiers[0].FlatFee)];
        }

        PriceTier own = price.Tiers.First(tier => tier.End is null || quantity <= Exact(tier.End.Value));
        return price.Kind is TieredPriceKind.Volume or TieredPriceKind.Stairstep
            ? [Exact(own.FlatFee) + (quantity * Exact(own.UnitPrice))]
            : price.Tiers.Take(price.Tiers.ToList().IndexOf(own) + 1).Select((tier, at) =>
                Exact(tier.FlatFee) + (Within(quantity, Start(at), tier.End) * Exact(tier.UnitPrice)));

        decimal Start(int at) => at == 0 ? 0m : price.Tiers[at - 1].End!.Value;
    }

    private static IEnumerable<ExactFraction> OfPackages(PackagePrice price, ExactFraction quantity)
    {
        ExactFraction billed = Max(quantity - Exact(price.FreeUnits), Zero);
        if (billed == Zero)
        {
            return [price.AtZero == ZeroUsage.Nothing ? Zero : Exact(price.Tiers[0].FlatFee)];
        }

        return price.Tiers
            .Select((tier, at) => (tier, start: at == 0 ? 0m : price.Tiers[at - 1].End!.Value))
            .Where(part => Exact(part.start) < billed)
            .Select(part => Exact(part.tier.FlatFee)
                + (Ceiling(Within(billed, part.start, part.tier.End) / Exact(part.tier.Size))
                    * Exact(part.tier.Price)));
    }

    private static ExactFraction Within(ExactFraction quantity, decimal start, decimal? end) =>
        (end is { } last ? Min(quantity, Exact(last)) : quantity) - Exact(start);
}
