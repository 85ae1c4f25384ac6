using FsCheck.Fluent;
using FsCheck.Xunit;
using RevenueModel.Pricing;

namespace RevenueModel.Tests.Generators;

public class PricingArbitrariesTests
{
    [Property]
    public bool EveryPartOfAPriceIsAParameter(
        PriceTier tier,
        TieredPrice tiered,
        PackageTier packageTier,
        PackagePrice package,
        PercentagePrice percentage,
        CapacityPrice capacity,
        PriceModel model,
        QuantityPrice price) =>
        tier.UnitPrice >= 0m
            && tiered.Tiers.Count > 0
            && packageTier.Size > 0m
            && package.Tiers.Count > 0
            && percentage.Rate is >= 0m and <= 1m
            && capacity.Tiers.Count > 0
            && model.ToString().Length > 0
            && !(price.UpTo <= 0m);

    [Property]
    public bool EveryPartOfAPlanIsAParameter(
        UnitConversion conversion,
        Rollover rollover,
        Allowance allowance,
        Charge charge,
        Commitment commitment,
        BillCap cap,
        OverageProtection protection,
        UsageHistory history) =>
        conversion.Factor > 0m
            && rollover.Minimum <= rollover.Maximum
            && allowance.Quantity >= 0m
            && charge.Name.Length > 0
            && commitment.Amounts.Count > 0
            && cap.IsSet
            && protection.SmoothingPeriods > 0
            && history.Months > 0;

    [Property]
    public bool UsageLiesWithinThePlansTiers(PricingUsage given) =>
        BillCalculator.Amount(given.Plan, given.Quantities.AsSpan()) >= 0m;

    [Fact]
    public void PricesAreOfEveryKindAndQuantitiesOftenOnTheirEnds()
    {
        PricingPoint[] points = [.. PricingArbitraries.PricingPoint().Generator.Sample(2_000)];
        TieredPrice[] tiered = [.. points.Select(point => point.Price).OfType<TieredPrice>()];

        Assert.Equal(Enum.GetValues<TieredPriceKind>(), tiered.Select(price => price.Kind).Distinct().Order());
        Assert.Contains(points, point => point.Price is PackagePrice { FreeUnits: > 0m, Tiers.Count: > 1 });
        Assert.Contains(tiered, price => price is { BuysUp: true, UpTo: not null, AtZero: ZeroUsage.Nothing });
        Assert.InRange(
            points.Count(
                point => point.Quantity > 0m && PricingArbitraries.EndsOf(point.Price).Contains(point.Quantity)),
            100,
            1_900);
        Assert.InRange(points.Count(point => point.Quantity == 0m), 50, 1_000);
    }

    [Fact]
    public void PlansHaveEveryTermAndSomeHaveMany()
    {
        PricingMonths[] all = [.. PricingPlanArbitraries.PricingMonths().Generator.Sample(1_000)];
        PricePlan[] plans = [.. all.Select(months => months.Plan)];

        Assert.All(Enum.GetValues<CommitmentPeriod>(), period => Assert.Contains(
            plans, plan => plan.Commitment is { Amounts.Count: > 1, TrueUp: true, OverageMultiplier: > 1m }
                && plan.Commitment.Period == period));
        Assert.Contains(plans, plan => plan.Protection?.Cap.Amount is not null && plan.Commitment is not null);
        Assert.Contains(plans, plan => plan.Protection?.Cap.MultipleOfCommittedFee is not null);
        Assert.Contains(plans, plan => plan.Protection?.MoveUpTo?.Protection?.MoveUpTo is not null);
        Assert.Contains(
            plans, plan => plan.Protection is { SmoothingPeriods: 3, Cap.IsSet: true, MoveUpTo: not null });
        Assert.Contains(plans, plan => plan.Charges.Any(
            charge => charge.Allowance.Rollover.Minimum > 0m && charge.Conversion != default));
        Assert.Contains(
            plans, plan => plan.Charges.Any(charge => charge.Price is CapacityPrice { Meters.Count: > 1 }));
        Assert.Contains(
            all, months => months.History.Months > 12 && months.History.ContractStart != months.History.Start);
    }

    // A generator of bills that are all at the cap, or all zero, would find nothing.
    [Fact]
    public void EachStepOfABillIsOftenTaken()
    {
        PeriodBill[] bills =
        [
            .. PricingPlanArbitraries.PricingUsage().Generator.Sample(1_000)
                .Select(usage => BillCalculator.Bill(usage.Plan, usage.Quantities.AsSpan())),
        ];

        Assert.All(
            new Func<PeriodBill, decimal>[]
            {
                bill => bill.BaseFee, bill => bill.Charges, bill => bill.AmountDiscount, bill => bill.PercentDiscount,
                bill => bill.OverageSurcharge, bill => bill.TrueUp, bill => bill.OverCap, bill => bill.MovedUp,
            },
            step => Assert.InRange(bills.Count(bill => step(bill) != 0m), 30, 1_000));
    }
}
