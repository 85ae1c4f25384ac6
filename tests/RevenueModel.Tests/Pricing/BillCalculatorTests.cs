using NodaTime;
using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Tests.Pricing;

/// <summary>Bills by hand arithmetic.</summary>
public class BillCalculatorTests
{
    private static readonly Charge Calls = new() { Name = "Calls", Price = PriceModel.PerUnit(1m) };

    private static readonly PricePlan Plan = new() { Name = "Plan", Charges = [Calls] };

    [Fact]
    public void DiscountsAndLimitsOfAChargeApplyInTheirOrder()
    {
        // 1,050 pieces are 105 packs of ten, 5 included: 100 x 2 = 200; 10 packs off leave 180, 30 off 150, a tenth
        // off 135.
        Charge charge = new()
        {
            Name = "Packs",
            Price = PriceModel.PerUnit(2m),
            Conversion = UnitConversion.Divide(10m, UnitRounding.Up),
            Allowance = Allowance.Of(5m),
            UsageDiscount = 10m,
            AmountDiscount = 30m,
            PercentDiscount = 0.1m,
        };

        var expected = new RatedCharge
        {
            Metered = 1_049.5m,
            Converted = 105m,
            Included = 5m,
            Billable = 100m,
            Subtotal = 200m,
            UsageDiscount = 20m,
            AmountDiscount = 30m,
            PercentDiscount = 15m,
            Amount = 135m,
        };
        Assert.Equal(expected, BillCalculator.Rate(charge, 1_049.5m));
        Assert.Equal(
            expected with { ToMinimum = 5m, Amount = 140m },
            BillCalculator.Rate(charge with { Limits = Band.Between(140m, 150m) }, 1_049.5m));
        Assert.Equal(
            expected with { OverMaximum = 15m, Amount = 120m },
            BillCalculator.Rate(charge with { Limits = Band.Between(0m, 120m) }, 1_049.5m));
    }

    [Fact]
    public void UnitsAreTakenOffAtThePriceOfTheLastOnes()
    {
        Charge charge = Calls with
        {
            Price = PriceModel.Graduated(PriceTier.UpTo(10m, 5m), PriceTier.Beyond(1m)),
            UsageDiscount = 4m,
        };

        Assert.Equal(4m, BillCalculator.Rate(charge, 14m).UsageDiscount);
        Assert.Equal((2m * 1m) + (2m * 5m), BillCalculator.Rate(charge, 12m).UsageDiscount);
        Assert.Equal(0m, BillCalculator.Rate(charge, 3m).Amount);
    }

    [Fact]
    public void TheStepsOfABillFollowEachOther()
    {
        // 100 + 400 = 500, 50 off is 450, a fifth off 360: 160 beyond the commitment of 200 cost 80 more. The cap is
        // 400.
        PricePlan plan = Plan with
        {
            BaseFee = 100m,
            AmountDiscount = 50m,
            PercentDiscount = 0.2m,
            Commitment = Commitment.Of(200m) with { OverageMultiplier = 1.5m },
            Protection = new OverageProtection { Cap = BillCap.AtMultiple(2m) },
        };

        PeriodBill bill = BillCalculator.Bill(plan, 400m);

        Assert.Equal((100m, 400m, 50m, 90m), (bill.BaseFee, bill.Charges, bill.AmountDiscount, bill.PercentDiscount));
        Assert.Equal((80m, 0m, 40m, 400m), (bill.OverageSurcharge, bill.TrueUp, bill.OverCap, bill.Amount));
        Assert.Equal(200m - ((100m + 50m - 50m) * 0.8m), BillCalculator.Bill(plan, 50m).TrueUp);
    }

    [Fact]
    public void ASurchargeMayBeARebate() => Assert.Equal(
        150m,
        BillCalculator.Amount(Plan with { Commitment = Commitment.Of(100m) with { OverageMultiplier = 0.5m } }, 200m));

    [Fact]
    public void WhatIsNotUsedIsCarriedToTheNextMonthAndNotFurther()
    {
        Charge charge = Calls with { Allowance = Allowance.Of(100m, Rollover.UpTo(30m)) };

        // Carried into each month: 0, 20, 0, 30 (of 100), 30 (of 130).
        Assert.Equal([0m, 20m, 0m, 0m, 5m], Bills(Plan with { Charges = [charge] }, 80m, 140m, 0m, 0m, 135m));

        // At least ten are carried, even by who used all of it.
        charge = charge with { Allowance = Allowance.Of(100m, Rollover.UpTo(30m, 10m)) };
        Assert.Equal([50m, 40m], Bills(Plan with { Charges = [charge] }, 150m, 150m));
    }

    [Fact]
    public void ASpikeIsSpreadOverAsManyBills()
    {
        PricePlan plan = Plan with { Protection = new OverageProtection { SmoothingPeriods = 3 } };

        Assert.Equal([0m, 0m, 30m, 30m, 30m, 0m], Bills(plan, 0m, 0m, 90m, 0m, 0m, 0m));

        // The first months have as much of a window as there is.
        Assert.Equal([90m, 45m, 30m, 0m], Bills(plan, 90m, 0m, 0m, 0m));
    }

    [Fact]
    public void ACommitmentRisesWithTheYearOfTheContract()
    {
        PricePlan plan = Plan with { Commitment = Commitment.Ramped(100m, 200m, 250m) };
        UsageHistory history = UsageHistory.Of("Acme", new YearMonth(2026, 12), "Calls", [.. new decimal[26]]) with
        {
            ContractStart = new YearMonth(2026, 2),
        };
        var bills = new decimal[26];

        BillCalculator.MonthlyAmounts(plan, history, bills);

        Assert.Equal(
            [.. Enumerable.Repeat(100m, 2), .. Enumerable.Repeat(200m, 12), .. Enumerable.Repeat(250m, 12)], bills);
    }

    [Fact]
    public void WhatIsMissingToAYearIsBilledWithItsLastMonth()
    {
        PricePlan plan =
            Plan with { Commitment = Commitment.Ramped(1_200m, 100m) with { Period = CommitmentPeriod.ContractYear } };
        decimal[] usage = [.. Enumerable.Repeat(50m, 23)];

        // 12 x 50 = 600 of 1,200; the second year is beyond its 100, and not over.
        Assert.Equal(
            [.. Enumerable.Repeat(50m, 11), 650m, .. Enumerable.Repeat(50m, 11)], Bills(plan, usage));
        Assert.Equal(
            Enumerable.Repeat(50m, 12),
            Bills(plan with { Commitment = plan.Commitment! with { TrueUp = false } }, usage).Take(12));
    }

    [Fact]
    public void TheOverageOfAYearStartsWhereItsCommitmentIsSpent()
    {
        PricePlan plan = Plan with
        {
            Commitment = Commitment.Of(100m) with { Period = CommitmentPeriod.ContractYear, OverageMultiplier = 1.5m },
        };

        Assert.Equal([60m, 40m + (20m * 1.5m), 15m], Bills(plan, 60m, 60m, 10m));
    }

    [Fact]
    public void ACapOnEachMonthLeavesTheYearToBeMadeUp()
    {
        PricePlan plan = Plan with
        {
            BaseFee = 10m,
            Commitment = Commitment.Of(1_000m) with { Period = CommitmentPeriod.ContractYear },
            Protection = new OverageProtection { Cap = BillCap.At(50m) },
        };

        // Capped at 50 a month, 600 are billed and 400 are missing, though 12 x 210 were used.
        Assert.Equal([.. Enumerable.Repeat(50m, 11), 450m], Bills(plan, [.. Enumerable.Repeat(200m, 12)]));
    }

    [Fact]
    public void TheCommittedFeeOfACapIsTheHigherOfFeeAndCommitment()
    {
        PricePlan plan =
            Plan with { BaseFee = 100m, Protection = new OverageProtection { Cap = BillCap.AtMultiple(2m) } };

        Assert.Equal(200m, BillCalculator.Amount(plan, 500m));
        Assert.Equal(300m, BillCalculator.Amount(plan with { Commitment = Commitment.Of(150m) }, 500m));
        Assert.Equal(200m, BillCalculator.Amount(plan with { Commitment = Commitment.Of(50m) }, 500m));
    }

    [Fact]
    public void ThePlanAboveTakesOverWhereItIsCheaper()
    {
        PricePlan above = new() { Name = "Above", BaseFee = 250m };
        PricePlan plan = Plan with { BaseFee = 100m, Protection = new OverageProtection { MoveUpTo = above } };

        Assert.Equal((150m, 0m), (BillCalculator.Bill(plan, 50m).Amount, BillCalculator.Bill(plan, 50m).MovedUp));
        Assert.Equal((250m, 350m), (BillCalculator.Bill(plan, 500m).Amount, BillCalculator.Bill(plan, 500m).MovedUp));
        Assert.Equal(300m, BillCalculator.Amount(plan with { Commitment = Commitment.Of(300m) }, 500m));
        Assert.Equal(
            250m, BillCalculator.Amount(plan with { Commitment = Commitment.Of(300m) with { TrueUp = false } }, 500m));
    }

    [Fact]
    public void MetersAreFoundWhateverTheirCaseAndOrder()
    {
        PricePlan plan = Plan with
        {
            Charges = [Calls, Calls with { Name = "Storage", Meter = "GB", Price = PriceModel.PerUnit(10m) }],
        };
        UsageHistory history = UsageHistory.Of(
            "Acme",
            new YearMonth(2026, 1),
            MeterSeries.Of("other", [7m]),
            MeterSeries.Of("gb", [2m]),
            MeterSeries.Of("CALLS", [3m]));
        var bills = new decimal[1];

        BillCalculator.MonthlyAmounts(plan, history, bills);

        Assert.Equal(23m, bills[0]);
        Assert.Equal(23m, BillCalculator.Amount(plan, 3m, 2m));
    }

    private static decimal[] Bills(PricePlan plan, params decimal[] usage)
    {
        var bills = new decimal[usage.Length];
        BillCalculator.MonthlyAmounts(plan, UsageHistory.Of("Acme", new YearMonth(2026, 1), "Calls", usage), bills);
        return bills;
    }
}
