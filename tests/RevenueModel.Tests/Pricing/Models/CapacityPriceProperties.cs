using FsCheck.Xunit;
using RevenueModel.Pricing;
using RevenueModel.Tests.Numerics;
using RevenueModel.Tests.Generators;
using RevenueModel.Tests.Oracles.Pricing;

namespace RevenueModel.Tests.Pricing;

[Properties(MaxTest = 500)]
public class CapacityPriceProperties
{
    [Property]
    public bool TheFeeIsThatOfTheFirstTierThatAllMetersKeep(PricingCapacity given) =>
        ExactFraction.Of(RatingCalculator.Amount(given.Price, given.Quantities.AsSpan()))
            == PriceOracle.OfCapacity(given.Price, [.. given.Quantities.Select(ExactFraction.Of)]);

    [Property]
    public bool WhereFeesRiseMoreOfAMeterNeverLowersTheFee(PricingCapacity given, Fraction part)
    {
        decimal[] fees = [.. given.Price.Tiers.Select(tier => tier.Fee).Order()];
        CapacityPrice rising = PriceModel.Capacity(
            given.Price.Meters,
            [.. given.Price.Tiers.Select((tier, at) => CapacityTier.Of(fees[at], tier.Limits.AsSpan()))]);
        decimal fee = RatingCalculator.Amount(rising, given.Quantities.AsSpan());
        return Enumerable.Range(0, given.Quantities.Count).All(meter =>
        {
            decimal[] fewer = [.. given.Quantities];
            fewer[meter] *= part;
            return RatingCalculator.Amount(rising, fewer) <= fee;
        });
    }

    [Property]
    public bool WithoutUsageTheFirstFeeIsDue(CapacityPrice price) =>
        RatingCalculator.Amount(price, new decimal[price.Meters.Count]) == price.Tiers[0].Fee;

    [Property]
    public bool OfOneMeterItIsAStairstep(PricingCapacity given)
    {
        decimal?[] ends = [.. given.Price.Tiers.Select(tier => tier.Limits[0])];
        if (given.Price.Meters.Count > 1 || ends.Distinct().Count() < ends.Length)
        {
            return true;
        }

        TieredPrice stairs = PriceModel.Stairstep([.. given.Price.Tiers.Select(tier => tier.Limits[0] is { } end
            ? PriceTier.FlatUpTo(end, tier.Fee)
            : PriceTier.FlatBeyond(tier.Fee))]);
        return RatingCalculator.Amount(stairs, given.Quantities[0])
            == RatingCalculator.Amount(given.Price, given.Quantities[0]);
    }
}
