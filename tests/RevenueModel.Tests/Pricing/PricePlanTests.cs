using NodaTime;
using RevenueModel.Pricing;
using RevenueModel.Primitives;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Pricing;

public class PricePlanTests
{
    private static readonly PricePlan Team = new() { Name = "Team", BaseFee = 100m };

    private static readonly Charge Payments = new()
    {
        Name = "Payments",
        Price = PriceModel.Percentage(0.029m) with { FixedFee = 0.3m },
    };

    [Fact]
    public void ACapBelowWhatIsCommittedToIsRefused()
    {
        Refusal.With(
            "Plan \"Team\" had a cap of 99.99 and a committed fee of 100 in contract year 1; a cap at or above the "
                + "committed fee is expected.",
            () => BillCalculator.Amount(Capped(Team, BillCap.At(99.99m))));
        Refusal.With(
            "Plan \"Team\" had a cap of 140 and a committed fee of 150 in contract year 2; a cap at or above the "
                + "committed fee is expected.",
            () => BillCalculator.Amount(
                Capped(Team with { Commitment = Commitment.Ramped(120m, 150m) }, BillCap.At(140m))));

        Assert.Equal(100m, BillCalculator.Amount(Capped(Team, BillCap.At(100m))));

        // A commitment of a contract year is no fee of a period.
        Commitment ofYear = Commitment.Of(1_200m) with { Period = CommitmentPeriod.ContractYear };
        Assert.Equal(100m, BillCalculator.Amount(Capped(Team with { Commitment = ofYear }, BillCap.At(100m))));
    }

    [Fact]
    public void AMultipleOfACommittedFeeThatIsNoneIsRefused()
    {
        PricePlan free = new() { Name = "Free" };

        Refusal.With(
            "Plan \"Free\" had a cap of 2x its committed fee, which is zero in contract year 1; a base fee or a "
                + "commitment for the billing period is expected.",
            () => BillCalculator.Amount(Capped(free, BillCap.AtMultiple(2m))));
        Refusal.With(
            "Plan \"Free\" had a cap of 2x its committed fee, which is zero in contract year 2; a base fee or a "
                + "commitment for the billing period is expected.",
            () => BillCalculator.Amount(
                Capped(free with { Commitment = Commitment.Ramped(10m, 0m) }, BillCap.AtMultiple(2m))));
    }

    [Fact]
    public void MovingUpToACommitmentOfAYearIsRefused()
    {
        PricePlan big =
            new() { Name = "Big", Commitment = Commitment.Of(1m) with { Period = CommitmentPeriod.ContractYear } };

        Refusal.With(
            "Plan \"Team\" moves up to \"Big\", which is committed by contract year; a commitment for the billing "
                + "period is expected, since each period moves on its own.",
            () => BillCalculator.Amount(Team with { Protection = new OverageProtection { MoveUpTo = big } }));
    }

    [Fact]
    public void SmoothingSingleTransactionsIsRefused()
    {
        PricePlan plan =
            Team with { Charges = [Payments], Protection = new OverageProtection { SmoothingPeriods = 2 } };

        Refusal.With(
            "Plan \"Team\" smooths usage and prices single transactions, which have no mean; one of them is expected.",
            () => BillCalculator.Amount(plan, 0m));
        Assert.Equal(100m, BillCalculator.Amount(plan with { Protection = new OverageProtection() }, 0m));
    }

    [Fact]
    public void ATotalIsNotEnoughForAPriceOfTransactions() => Refusal.With(
        "charge \"Payments\" of plan \"Team\": total was given without its transactions; 2.9% + 0.3 each has terms "
            + "for each of them.",
        () => BillCalculator.Amount(Team with { Charges = [Payments] }, 5m));

    [Fact]
    public void WhatGoesWithOneQuantityIsRefusedWithCapacityAndTransactions()
    {
        Charge capacity = new() { Name = "Tier", Price = PriceModel.Capacity(["api"], CapacityTier.Of(1m, 5m)) };
        const string message =
            "Charge \"Tier\" had a conversion, allowance or usage discount; they go with a price of one quantity, "
            + "which capacity of api: 1 for 5 is not.";

        Refusal.With(message, () => BillCalculator.Rate(capacity with { Allowance = Allowance.Of(1m) }, 5m));
        Refusal.With(message, () => BillCalculator.Rate(capacity with { UsageDiscount = 1m }, 5m));
        Refusal.With(message, () => BillCalculator.Rate(capacity with { Conversion = UnitConversion.Divide(2m) }, 5m));

        PricePlan plan = Team with { Charges = [Payments with { Allowance = Allowance.Of(1m) }] };
        Refusal.With(
            "Charge \"Payments\" of plan \"Team\" had a conversion, allowance or usage discount; they go with a price "
                + "of one quantity, which 2.9% + 0.3 each is not.",
            plan.Validate);
        Assert.Equal(["Payments"], plan.Meters.AsEnumerable());
    }

    [Fact]
    public void APlanThatMovesUpIsRefusedForThePlanAboveAndHasItsMeters()
    {
        Charge seats = new() { Name = "Seats", Price = PriceModel.PerUnit(1m) };
        PricePlan top = new()
        {
            Name = "Top",
            BaseFee = 9m,
            Charges = [seats],
            Protection = new OverageProtection { Cap = BillCap.At(1m) },
        };
        PricePlan middle = new() { Name = "Middle", Protection = new OverageProtection { MoveUpTo = top } };
        PricePlan plan = Team with { Protection = new OverageProtection { MoveUpTo = middle } };
        const string message =
            "Plan \"Top\" had a cap of 1 and a committed fee of 9 in contract year 1; a cap at or above the committed "
            + "fee is expected.";

        Assert.Equal(["Seats"], plan.Meters.AsEnumerable());
        Refusal.With(message, plan.Validate);
        Refusal.With(message, () => BillCalculator.Bill(plan, 1m));
        Refusal.With(message, () => BillCalculator.Amounts(plan, [1m], new decimal[1]));
        Refusal.With(
            message, () => BillCalculator.MonthlyAmounts(
                plan, UsageHistory.Of("Acme", new YearMonth(2026, 1), "Seats", 1m), new decimal[1]));
    }

    [Fact]
    public void AConsistentPlanIsValid() => Team.Validate();

    [Fact]
    public void ACapBeyondTheRangeOfADecimalIsRefused() => Refusal.With(
        "Plan \"Team\" had a cap of 2x a committed fee of 79228162514264337593543950335 in contract year 1; a cap "
            + "within 7.9 × 10^28, the range of a decimal, is expected.",
        Capped(Team with { BaseFee = decimal.MaxValue }, BillCap.AtMultiple(2m)).Validate);

    [Fact]
    public void AnEndAtTheLargestDecimalIsRefusedWithTheOpenTierToUse()
    {
        const string message =
            "end was 79228162514264337593543950335; a quantity below the largest decimal (for a tier without end use ";
        Refusal.With(message + "Beyond) is expected.", () => PriceTier.UpTo(decimal.MaxValue, 1m));
        Refusal.With(message + "FlatBeyond) is expected.", () => PriceTier.FlatUpTo(decimal.MaxValue, 1m));
        Refusal.With(message + "Beyond) is expected.", () => PackageTier.UpTo(decimal.MaxValue, 1m, 1m));
        Refusal.With(
            "limits was 79228162514264337593543950335; a limit below the largest decimal (for no limit use null) is "
                + "expected.",
            () => CapacityTier.Of(1m, decimal.MaxValue));
        Refusal.With(
            "upTo was 79228162514264337593543950335; a quantity below the largest decimal (for a tier without end use "
                + "AtLeast) is expected.",
            () => Tier.Between(0m, decimal.MaxValue, 1m));
    }

    [Fact]
    public void AnyCollectionMakesAPrice()
    {
        List<PriceTier> tiers = [PriceTier.UpTo(10m, 2m), PriceTier.Beyond(1m)];
        TieredPrice price = PriceModel.Graduated(PriceTier.UpTo(10m, 2m), PriceTier.Beyond(1m));
        List<string> meters = ["api", "gb"];
        List<CapacityTier> limits = [CapacityTier.Of(1m, new List<decimal?> { 5m, null })];

        Assert.Equal(price, PriceModel.Graduated(tiers));
        Assert.Equal(price, PriceModel.Graduated(tiers.ToArray()));
        Assert.Equal(price, PriceModel.Graduated(price.Tiers));
        Assert.Equal(price, PriceModel.Graduated(tiers.Where(tier => tier.UnitPrice > 0m)));
        Assert.Equal(
            PriceModel.Capacity(["api", "gb"], CapacityTier.Of(1m, 5m, null)), PriceModel.Capacity(meters, limits));
        Assert.Equal(
            PriceModel.Capacity(["api", "gb"], CapacityTier.Of(1m, 5m, null)), PriceModel.Capacity(meters, limits[0]));
        Assert.Equal(Commitment.Ramped(1m, 2m), Commitment.Ramped(new List<decimal> { 1m, 2m }));
        Assert.Equal(1m, RatingCalculator.Amount(PriceModel.Percentage(0.1m), new List<decimal> { 4m, 6m }));
        Assert.Equal(100m, BillCalculator.Amount(Team, new List<decimal>()));
        Assert.Equal(
            MeterSeries.OfTransactions("pay", [1m, 2m], [3m]),
            MeterSeries.OfTransactions("pay", new List<List<decimal>> { new() { 1m, 2m }, new() { 3m } }));
    }

    [Fact]
    public void WhatNoPartOfAPlanCanBeIsRefused()
    {
        Charge charge = new() { Name = "Usage", Price = PriceModel.PerUnit(1m) };

        Refusal.With("Name was \"\"; text is expected.", () => Team with { Name = "" });
        Refusal.With("BaseFee was -1; zero or more is expected.", () => Team with { BaseFee = -1m });
        Refusal.With("AmountDiscount was -1; zero or more is expected.", () => Team with { AmountDiscount = -1m });
        Refusal.With(
            "PercentDiscount was 38; a fraction between 0 and 1 (for 38% write 0.38 or 38.Percent) is expected.",
            () => Team with { PercentDiscount = 38m });
        Refusal.With(
            "DayCount was 7; ActualActual or Thirty360, by which a whole period is one, is expected.",
            () => Team with { DayCount = (DayCount)7 });
        Refusal.With(
            "DayCount was Actual365; ActualActual or Thirty360, by which a whole period is one, is expected.",
            () => Team with { DayCount = DayCount.Actual365 });
        Refusal.With(
            "Charges had \"USAGE\" twice; each has a name of its own.",
            () => Team with { Charges = [charge, charge with { Name = "USAGE", Meter = "other" }] });
        Refusal.With("Meter was \" \"; text is expected.", () => charge with { Meter = " " });
        Refusal.With("UsageDiscount was -1; zero or more is expected.", () => charge with { UsageDiscount = -1m });
        Refusal.With(
            "Limits was -1+; a band from zero or more is expected.", () => charge with { Limits = Band.AtLeast(-1m) });
        Refusal.With("quantity was -1; zero or more is expected.", () => Allowance.Of(-1m));
        Refusal.With("minimum was 6; 0 to the maximum, 5, is expected.", () => Rollover.UpTo(5m, 6m));
        Refusal.With("left was -1; zero or more is expected.", () => Rollover.UpTo(5m).Carry(-1m));
        Refusal.With("divisor was 0; more than zero is expected.", () => UnitConversion.Divide(0m));
        Refusal.With("factor was -2; more than zero is expected.", () => UnitConversion.Multiply(-2m));
        Refusal.With("metered was -1; zero or more is expected.", () => default(UnitConversion).Convert(-1m));
        Refusal.With(
            "amounts had no amount; at least one, for the first year, is expected.", () => Commitment.Ramped());
        Refusal.With("amounts was -1; zero or more is expected.", () => Commitment.Ramped(5m, -1m));
        Refusal.With(
            "OverageMultiplier was 0; more than zero is expected.",
            () => Commitment.Of(1m) with { OverageMultiplier = 0m });
        Refusal.With("contractYear was 0; 1 or more is expected.", () => Commitment.Of(1m).AmountIn(0));
        Refusal.With("amount was -1; zero or more is expected.", () => BillCap.At(-1m));
        Refusal.With("multiple was 0.5; 1 or more is expected.", () => BillCap.AtMultiple(0.5m));
        Refusal.With(
            "SmoothingPeriods was 0; 1 or more is expected.", () => new OverageProtection { SmoothingPeriods = 0 });
    }

    [Fact]
    public void UsageThatIsNotThePlansIsRefused()
    {
        PricePlan plan = Team with { Charges = [new Charge { Name = "Usage", Price = PriceModel.PerUnit(1m) }] };
        var january = new YearMonth(2026, 1);
        UsageHistory history = UsageHistory.Of("Acme", january, "Other", 1m);

        Refusal.With(
            "quantities had 2 values; one for each meter of plan \"Team\" is expected, in the order [Usage].",
            () => BillCalculator.Amount(plan, 1m, 2m));
        Refusal.With("quantities was -1; zero or more is expected.", () => BillCalculator.Amount(plan, -1m));
        Refusal.With(
            "Plan \"Team\" bills 0 meters; one is expected here.",
            () => BillCalculator.Amounts(Team, [1m], new decimal[1]));
        Refusal.With(
            "destination had 2 places for 1 values; the lengths must be equal.",
            () => BillCalculator.Amounts(plan, [1m], new decimal[2]));
        Refusal.With(
            "Acme had no usage of \"Usage\", which plan \"Team\" bills; a series for it is expected.",
            () => BillCalculator.MonthlyAmounts(plan, history, new decimal[1]));
        Refusal.With(
            "destination had 2 places for 1 values; the lengths must be equal.",
            () => BillCalculator.MonthlyAmounts(Team, history, new decimal[2]));
        Refusal.With("Acme had no month of usage; at least one is expected.", () => UsageHistory.Of("Acme", january));
        Refusal.With(
            "Acme had no month of usage; at least one is expected.", () => UsageHistory.Of("Acme", january, "Usage"));
        Refusal.With(
            "Acme had 2 months of \"b\" and 1 of \"a\"; the same months of all are expected.",
            () => UsageHistory.Of("Acme", january, MeterSeries.Of("a", [1m]), MeterSeries.Of("b", [1m, 2m])));
        Refusal.With(
            "series had \"A\" twice; each has a meter of its own.",
            () => UsageHistory.Of("Acme", january, MeterSeries.Of("a", [1m]), MeterSeries.Of("A", [1m])));
        Refusal.With("quantities was -1; zero or more is expected.", () => MeterSeries.Of("a", [1m, -1m]));
        Refusal.With(
            "ContractStart was 2026-02; a month up to the first of the history, 2026-01, is expected.",
            () => history with { ContractStart = new YearMonth(2026, 2) });
    }

    [Fact]
    public void TheMetersAreThoseOfTheChargesAndThenOfThePlanAbove()
    {
        PricePlan above =
            new() { Name = "Above", Charges = [new Charge { Name = "Seats", Price = PriceModel.PerUnit(1m) }] };
        PricePlan plan = Team with
        {
            Charges =
            [
                new Charge { Name = "Tier", Price = PriceModel.Capacity(["gb", "api"], CapacityTier.Of(1m, 5m, 5m)) },
                new Charge { Name = "Calls", Meter = "API", Price = PriceModel.PerUnit(1m) },
            ],
            Protection = new OverageProtection { MoveUpTo = above },
        };

        Assert.Equal(["gb", "api", "Seats"], plan.Meters.AsEnumerable());
    }

    private static PricePlan Capped(PricePlan plan, BillCap cap) =>
        plan with { Protection = new OverageProtection { Cap = cap } };
}
