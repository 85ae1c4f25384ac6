using RevenueModel.Pricing;
using RevenueModel.Tests.Numerics;
using static RevenueModel.Tests.Oracles.Compensation.OraclePay;
using static RevenueModel.Tests.Numerics.Fractions;

namespace RevenueModel.Tests.Oracles.Pricing;

/// <summary>
/// Computes prices by the remarks of the price models, in exact fractions, starting from the first tier for each
/// quantity.
/// </summary>
internal static class PriceOracle
{
    public static ExactFraction Amount(QuantityPrice price, ExactFraction quantity) => price switch
    {
        TieredPrice tiered => OfTiers(tiered, quantity),
        PackagePrice package => OfPackages(package, quantity),
        _ => throw new ArgumentOutOfRangeException(nameof(price)),
    };

    /// <summary>The cost of each transaction alone, in their order.</summary>
    public static IEnumerable<ExactFraction> Costs(PercentagePrice price, IEnumerable<decimal> transactions)
    {
        ExactFraction left = Exact(price.FreeAmount ?? 0m);
        int number = 0;
        foreach (ExactFraction transaction in transactions.Select(Exact))
        {
            number++;
            bool isAmongFree = (price.FreeEvents is not null || price.FreeAmount is not null)
                && !(number > price.FreeEvents)
                && (price.FreeAmount is null || left > Zero);
            ExactFraction free = !isAmongFree ? Zero
                : price.FreeAmount is null ? transaction
                : Min(transaction, left);
            left -= free;
            if (isAmongFree && free == transaction)
            {
                yield return Zero;
                continue;
            }

            ExactFraction cost = Exact(price.FixedFee) + ((transaction - free) * Exact(price.Rate));
            if (price.TransactionLimits is { } limits)
            {
                cost = Max(cost, Exact(limits.Min));
                cost = limits.Max is { } most ? Min(cost, Exact(most)) : cost;
            }

            yield return cost;
        }
    }

    /// <summary>Returns the price of an amount without terms for single transactions.</summary>
    public static ExactFraction OfTotal(PercentagePrice price, ExactFraction total) =>
        Max(total - Exact(price.FreeAmount ?? 0m), Zero) * Exact(price.Rate);

    public static ExactFraction OfCapacity(CapacityPrice price, IReadOnlyList<ExactFraction> quantities)
    {
        bool Keeps(CapacityTier tier) => tier.Limits
            .Zip(quantities, (limit, quantity) => limit is not { } most || quantity <= Exact(most))
            .All(keeps => keeps);

        return Exact(price.Tiers.First(Keeps).Fee);
    }

    private static ExactFraction OfTiers(TieredPrice price, ExactFraction quantity)
    {
        if (quantity == Zero && price.AtZero == ZeroUsage.Nothing)
        {
            return Zero;
        }

        int own = price.Tiers.TakeWhile(tier => tier.End is { } end && quantity > Exact(end)).Count();
        ExactFraction amount = AsInTier(price, own, quantity);
        for (int higher = own + 1; price.BuysUp && higher < price.Tiers.Count; higher++)
        {
            amount = Min(amount, AsInTier(price, higher, Exact(price.Tiers[higher - 1].End!.Value)));
        }

        return amount;
    }

    // A quantity at the terms of a tier, whether it lies in it or where it starts.
    private static ExactFraction AsInTier(TieredPrice price, int at, ExactFraction quantity)
    {
        if (price.Kind is TieredPriceKind.Volume or TieredPriceKind.Stairstep)
        {
            return Exact(price.Tiers[at].FlatFee) + (quantity * Exact(price.Tiers[at].UnitPrice));
        }

        ExactFraction amount = Zero;
        ExactFraction start = Zero;
        for (int tier = 0; tier <= at; tier++)
        {
            ExactFraction end = tier == at ? quantity : Exact(price.Tiers[tier].End!.Value);
            amount += Exact(price.Tiers[tier].FlatFee) + ((end - start) * Exact(price.Tiers[tier].UnitPrice));
            start = end;
        }

        return amount;
    }

    private static ExactFraction OfPackages(PackagePrice price, ExactFraction quantity)
    {
        ExactFraction billed = Max(quantity - Exact(price.FreeUnits), Zero);
        if (billed == Zero)
        {
            return price.AtZero == ZeroUsage.FirstFlatFee ? Exact(price.Tiers[0].FlatFee) : Zero;
        }

        ExactFraction amount = Zero;
        ExactFraction start = Zero;
        foreach (PackageTier tier in price.Tiers)
        {
            if (billed > start)
            {
                ExactFraction end = tier.End is { } given ? Min(billed, Exact(given)) : billed;
                amount += Exact(tier.FlatFee) + (Ceiling((end - start) / Exact(tier.Size)) * Exact(tier.Price));
                start = end;
            }
        }

        return amount;
    }
}
