using RevenueModel.Pricing;
using RevenueModel.Primitives;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Pricing;

public class PriceModelTests
{
    private static readonly TieredPrice Bounded = PriceModel.Graduated(
        PriceTier.UpTo(10m, 1m), PriceTier.UpTo(20m, 0.5m));

    [Fact]
    public void TiersOutOfOrderAreRefused()
    {
        Refusal.With("tiers had no tier; a schedule has at least one.", () => PriceModel.Graduated());
        Refusal.With(
            "Tier 2 ends at 10, which is not above 10, where the one before it does; tiers are ordered by their ends.",
            () => PriceModel.Volume(PriceTier.UpTo(10m, 1m), PriceTier.UpTo(10m, 2m)));
        Refusal.With(
            "Tier 3 ends at 4.5, which is not above 10, where the one before it does; tiers are ordered by their "
                + "ends.",
            () => PriceModel.Stairstep(
                PriceTier.FlatUpTo(5m, 1m), PriceTier.FlatUpTo(10m, 2m), PriceTier.FlatUpTo(4.5m, 3m)));
        Refusal.With("tiers had no tier; a price has at least one.", () => PriceModel.Packages());
        Refusal.With(
            "Tier 2 was up to 10 at 2 for 5; an end above 10 is expected, and only the last tier is open.",
            () => PriceModel.Packages(PackageTier.UpTo(10m, 5m, 1m), PackageTier.UpTo(10m, 5m, 2m)));
    }

    [Fact]
    public void AnOpenTierBeforeTheLastIsRefused()
    {
        Refusal.With(
            "Tier 1 is open and tier 2 starts at 0; only the last tier is open.",
            () => PriceModel.Graduated(PriceTier.Beyond(1m), PriceTier.UpTo(10m, 1m)));
        Refusal.With(
            "Tier 2 is open and tier 3 starts at 10; only the last tier is open.",
            () => PriceModel.Volume(PriceTier.UpTo(10m, 1m), PriceTier.Beyond(1m), PriceTier.Beyond(2m)));
        Refusal.With(
            "Tier 1 was beyond at 1 for 5; an end above 0 is expected, and only the last tier is open.",
            () => PriceModel.Packages(PackageTier.Beyond(5m, 1m), PackageTier.UpTo(10m, 5m, 1m)));
    }

    [Fact]
    public void AQuantityBeyondALastTierThatEndsIsRefusedWhereverItIsAsked()
    {
        const string message = "quantity was 20.000001; a quantity up to 20, where the last tier ends, is expected.";

        Assert.Equal(15m, RatingCalculator.Amount(Bounded, 20m));
        Refusal.With(message, () => RatingCalculator.Amount(Bounded, 20.000001m));
        Refusal.With(message, () => RatingCalculator.Amount(Bounded.WithBuyUp(), 20.000001m));
        Refusal.With(message, () => RatingCalculator.Breakdown(Bounded, 20.000001m));
        Refusal.With(
            message.Replace("quantity was", "quantities was", StringComparison.Ordinal),
            () => RatingCalculator.Amounts(Bounded, [1m, 20.000001m], new decimal[2]));
        Refusal.With(
            message.Replace("quantity was", "added was", StringComparison.Ordinal),
            () => RatingCalculator.AmountOfNext(Bounded, 15m, 5.000001m));
        Refusal.With(
            message.Replace("quantity was", "prior was", StringComparison.Ordinal),
            () => RatingCalculator.AmountOfNext(Bounded, 20.000001m, -5m));
        Refusal.With(
            message, () => RatingCalculator.AmountAtTierOf(PriceModel.Volume([.. Bounded.Tiers]), 1m, 20.000001m));
    }

    [Fact]
    public void FreeUnitsMoveTheEndOfTheLastPackage()
    {
        PackagePrice price = PriceModel.Packages(PackageTier.UpTo(10m, 5m, 1m)).WithFreeUnits(2m);

        Assert.Equal(2m, RatingCalculator.Amount(price, 12m));
        Refusal.With(
            "quantity was 12.5; a quantity up to 12, where the last tier ends, is expected.",
            () => RatingCalculator.Amount(price, 12.5m));
        Refusal.With(
            "quantity was 12.5; a quantity up to 12, where the last tier ends, is expected.",
            () => RatingCalculator.Breakdown(price, 12.5m));
    }

    [Fact]
    public void APercentageInPlaceOfAFractionIsRefusedWithAHint()
    {
        Refusal.With(
            "rate was 38; a fraction between 0 and 1 (for 38% write 0.38 or 38.Percent) is expected.",
            () => PriceModel.Percentage(38m));
        Refusal.With(
            "UnitPrice of tier 1 was 2.9; a fraction between 0 and 1 (for 2.9% write 0.029 or 2.9.Percent) is "
                + "expected.",
            () => PriceModel.GraduatedPercentage(PriceTier.Beyond(2.9m)));
    }

    [Fact]
    public void WhatNoPriceCanBeIsRefused()
    {
        Refusal.With("unitPrice was -1; zero or more is expected.", () => PriceTier.Beyond(-1m));
        Refusal.With("flatFee was -0.01; zero or more is expected.", () => PriceTier.UpTo(1m, 1m, -0.01m));
        Refusal.With("end was 0; more than zero is expected.", () => PriceTier.UpTo(0m, 1m));
        Refusal.With("size was 0; more than zero is expected.", () => PriceModel.Package(0m, 1m));
        Refusal.With("price was -1; zero or more is expected.", () => PackageTier.Beyond(10m, -1m));
        Refusal.With(
            "freeUnits was -1; zero or more is expected.", () => PriceModel.Package(10m, 1m).WithFreeUnits(-1m));
        Refusal.With(
            "UnitPrice of tier 1 was 1; zero is expected in a stairstep price, whose tiers have fees alone.",
            () => PriceModel.Stairstep(PriceTier.Beyond(1m, 5m)));
        Refusal.With(
            "atZero was 9; one of FirstFlatFee, Nothing is expected.", () => PriceModel.Flat(1m, (ZeroUsage)9));
        Refusal.With(
            "FixedFee was -1; zero or more is expected.", () => PriceModel.Percentage(0.1m) with { FixedFee = -1m });
        Refusal.With(
            "FreeEvents was -1; zero or more is expected.",
            () => PriceModel.Percentage(0.1m) with { FreeEvents = -1 });
        Refusal.With(
            "FreeAmount was -1; zero or more is expected.",
            () => PriceModel.Percentage(0.1m) with { FreeAmount = -1m });
        Refusal.With(
            "TransactionLimits was -1 to 2; a band from zero or more is expected.",
            () => PriceModel.Percentage(0.1m) with { TransactionLimits = Band.Between(-1m, 2m) });
    }

    [Fact]
    public void UsageBelowZeroIsRefused()
    {
        TieredPrice price = PriceModel.Volume(PriceTier.Beyond(1m));

        Refusal.With("quantity was -250; zero or more is expected.", () => RatingCalculator.Amount(price, -250m));
        Refusal.With("quantity was -250; zero or more is expected.", () => RatingCalculator.Breakdown(price, -250m));
        Refusal.With(
            "quantities was -1; zero or more is expected.",
            () => RatingCalculator.Amounts(price, [1m, -1m], new decimal[2]));
        Refusal.With(
            "added was -6; at least -5, which takes back all so far, is expected.",
            () => RatingCalculator.AmountOfNext(price, 5m, -6m));
        Refusal.With("prior was -5; zero or more is expected.", () => RatingCalculator.AmountOfNext(price, -5m, 6m));
        Refusal.With(
            "quantity was -1; zero or more is expected.", () => RatingCalculator.AmountAtTierOf(price, -1m, 1m));
        Refusal.With(
            "tierQuantity was -1; zero or more is expected.", () => RatingCalculator.AmountAtTierOf(price, 1m, -1m));
        Refusal.With(
            "transactions was -2; zero or more is expected.",
            () => RatingCalculator.Amount(PriceModel.Percentage(0.1m), 1m, -2m));
        Refusal.With(
            "quantities was -2; zero or more is expected.",
            () => RatingCalculator.Amount(PriceModel.Capacity(["api"], CapacityTier.Of(1m, 5m)), -2m));
    }

    [Fact]
    public void CapacityWithoutALimitForEachMeterIsRefused()
    {
        Refusal.With(
            "A capacity price had 0 meters and 1 tier; at least one of each is expected.",
            () => PriceModel.Capacity([], CapacityTier.Of(1m)));
        Refusal.With(
            "A capacity price had 1 meter and 0 tiers; at least one of each is expected.",
            () => PriceModel.Capacity(["api"]));
        Refusal.With(
            "meters had \"API\" twice; each has a name of its own.",
            () => PriceModel.Capacity(["api", "API"], CapacityTier.Of(1m, 1m, 1m)));
        Refusal.With(
            "Tier 2 had 2 limits; one for each of 1 meter is expected.",
            () => PriceModel.Capacity(["api"], CapacityTier.Of(1m, 1m), CapacityTier.Of(2m, 1m, 2m)));
        Refusal.With("limits was -1; zero or more is expected.", () => CapacityTier.Of(1m, -1m));
    }

    [Fact]
    public void LimitsOfCapacityThatFallAreRefused()
    {
        Refusal.With(
            "Tier 2 allows less of \"gb\" than tier 1; limits do not fall.",
            () => PriceModel.Capacity(["api", "gb"], CapacityTier.Of(1m, 5m, 5m), CapacityTier.Of(2m, 6m, 4m)));
        Refusal.With(
            "Tier 2 allows less of \"api\" than tier 1; limits do not fall.",
            () => PriceModel.Capacity(["api"], CapacityTier.Of(1m, [null]), CapacityTier.Of(2m, 4m)));
    }

    [Fact]
    public void CapacityBeyondTheLastTierIsRefusedByTheMetersName()
    {
        CapacityPrice price = PriceModel.Capacity(
            ["api", "gb"], CapacityTier.Of(1m, 5m, null), CapacityTier.Of(2m, 6m, null));

        Assert.Equal(2m, RatingCalculator.Amount(price, 6m, 1_000m));
        Refusal.With(
            "api was 6.1; a quantity up to 6, the limit of the last tier, is expected.",
            () => RatingCalculator.Amount(price, 6.1m, 1m));
        Refusal.With(
            "quantities had 1 value; one for each meter is expected, in the order [api, gb].",
            () => RatingCalculator.Amount(price, 6m));
    }

    [Fact]
    public void ATierIsChosenByAnotherQuantityInAVolumePriceAlone() => Refusal.With(
        $"price was {Bounded}; a volume price that does not buy up, whose tier prices all units, is expected.",
        () => RatingCalculator.AmountAtTierOf(Bounded, 1m, 1m));

    [Fact]
    public void AtTheTierOfAnotherQuantityZeroAndTheEndAreThoseOfThePrice()
    {
        TieredPrice price = PriceModel.Volume(PriceTier.UpTo(30m, 10m, 50m), PriceTier.UpTo(60m, 6m, 20m));

        Assert.Equal(50m, RatingCalculator.AmountAtTierOf(price, 5m, 40m));
        Assert.Equal(20m, RatingCalculator.AmountAtTierOf(price, 0m, 40m));
        Assert.Equal(0m, RatingCalculator.AmountAtTierOf(price.WithZeroUsage(ZeroUsage.Nothing), 0m, 40m));
        Refusal.Any<ArgumentException>(() => RatingCalculator.AmountAtTierOf(price, 61m, 40m));
        Refusal.Any<ArgumentException>(() => RatingCalculator.AmountAtTierOf(price, 5m, 61m));
        Refusal.Any<ArgumentException>(() => RatingCalculator.AmountAtTierOf(price.WithBuyUp(), 5m, 40m));
    }

    // What is free is used up by the first 100, so that a transaction of zero costs its fee like one before it would.
    [Fact]
    public void OnceTheAmountIsUsedUpNothingIsFree()
    {
        PercentagePrice price = PriceModel.Percentage(0.01m) with { FixedFee = 0.3m };

        Assert.Equal(0.3m, RatingCalculator.Amount(price, 0m));
        Assert.Equal(0.3m, RatingCalculator.Amount(price with { FreeAmount = 100m }, 100m, 0m));
        Assert.Equal(0.3m, RatingCalculator.Amount(price with { FreeAmount = 0m }, 0m));
        Assert.Equal(0m, RatingCalculator.Amount(price with { FreeAmount = 100m }, 0m, 100m));
        Assert.Equal(0.3m, RatingCalculator.Amount(price with { FreeAmount = 100m, FreeEvents = 5 }, 100m, 0m));
    }

    [Fact]
    public void TiersAndChargesSayWhatIsAFeeAndWhatALimit()
    {
        TieredPrice percentage = PriceModel.GraduatedPercentage(
            PriceTier.UpTo(1_000m, 0.029m, 20m), PriceTier.Beyond(0.02m));

        Assert.Equal("graduated percentage: up to 1,000 at 2.9% + 20 flat, beyond at 2%", percentage.ToString());
        Assert.Equal("1,000 x 2.9% + 20 flat = 49", RatingCalculator.Breakdown(percentage, 2_000m)[0].Explanation);
        Assert.Equal("up to 100 for 20", PriceTier.FlatUpTo(100m, 20m).ToString());
        Assert.Equal(
            "2% + 0.1 each, first 3 free, 500 of the amount free",
            (PriceModel.Percentage(0.02m) with { FixedFee = 0.1m, FreeEvents = 3, FreeAmount = 500m }).ToString());
        Assert.Equal(
            "ops: per unit 2, 100 at least, 500 at most",
            new Charge { Name = "ops", Price = PriceModel.PerUnit(2m), Limits = Band.Between(100m, 500m) }.ToString());
        Assert.Equal(
            "ops: per unit 2, 100 at least",
            new Charge { Name = "ops", Price = PriceModel.PerUnit(2m), Limits = Band.AtLeast(100m) }.ToString());
    }

    [Fact]
    public void AMeterThatACapacityPriceDoesNotHaveIsRefused()
    {
        Charge charge =
            new() { Name = "Size", Price = PriceModel.Capacity(["flows", "api"], CapacityTier.Of(5m, 1m, 1m)) };

        Assert.Equal(5m, BillCalculator.Rate(charge with { Meter = "API" }, 1m, 1m).Amount);
        Assert.Equal(5m, BillCalculator.Rate(charge with { Meter = "size" }, 1m, 1m).Amount);
        Refusal.With(
            "Charge \"Size\" had the meter \"sites\"; one of its price's, [flows, api], or none is expected.",
            () => BillCalculator.Rate(charge with { Meter = "sites" }, 1m, 1m));
    }

    [Fact]
    public void AMeterOfTheChargesNameIsTheSameSaidOrNot()
    {
        Charge charge = new() { Name = "ops", Price = PriceModel.PerUnit(2m) };

        Assert.Equal(charge, charge with { Meter = "ops" });
        Assert.Equal(charge.GetHashCode(), (charge with { Meter = "ops" }).GetHashCode());
        Assert.NotEqual(charge, charge with { Meter = "calls" });
        Assert.NotEqual(charge, charge with { UsageDiscount = 1m });
        Assert.NotEqual(charge, charge with { AmountDiscount = 1m });
        Assert.NotEqual(charge, charge with { PercentDiscount = 0.1m });
        Assert.NotEqual(charge, charge with { Allowance = Allowance.Of(1m) });
        Assert.NotEqual(charge, charge with { Conversion = UnitConversion.Divide(2m) });
        Assert.NotEqual(charge, charge with { Limits = Band.AtLeast(1m) });
    }

    [Fact]
    public void ATotalWithoutItsTransactionsIsRefusedWhereTheyMatter()
    {
        PercentagePrice price = PriceModel.Percentage(0.029m) with { FixedFee = 0.3m };

        Assert.True(price.NeedsTransactions);
        Refusal.With(
            "total was given without its transactions; 2.9% + 0.3 each has terms for each of them.",
            () => price.AmountOf(100m));
    }
}
