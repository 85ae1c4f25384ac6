using NodaTime;
using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Tests.Pricing;

/// <summary>
/// Quotients without end that are carried on, or multiplied, end where the exact ones do: no package, fee or unit
/// begins for a hair.
/// </summary>
public class QuotientTests
{
    private static readonly Rollover All = Rollover.UpTo(1_000m);

    // Means of 1/3, 2/3 and 1 unit, each three billed units of a third.
    [Theory]
    [InlineData(UnitRounding.Down)]
    [InlineData(UnitRounding.Up)]
    public void AMeanOfThirdsTimesThreeIsWhole(UnitRounding rounding)
    {
        Charge charge = new()
        {
            Name = "Calls",
            Price = PriceModel.PerUnit(1m),
            Conversion = UnitConversion.Multiply(3m, rounding),
        };

        Assert.All(
            Enumerable.Range(1, 100),
            units => Assert.Equal(units, Bills(charge, smoothing: 3, 0m, 0m, units)[2]));
    }

    // Included are 5 a month, means are 6, 3, 17/3, 17/3 and 17/3: what is left over is 0, 2, 4/3, 2/3 and nothing.
    [Fact]
    public void AnAllowanceCarriedToTheLastUnitBeginsNoPackage()
    {
        Charge charge =
            new() { Name = "Calls", Price = PriceModel.Package(10m, 100m), Allowance = Allowance.Of(5m, All) };

        Assert.Equal([100m, 0m, 0m, 0m, 0m], Bills(charge, smoothing: 3, 6m, 0m, 11m, 6m, 0m));
    }

    // 337 + 2,743 + 14,920 seconds are the 300 minutes that three months include.
    [Theory]
    [InlineData(337, 2_743, 14_920)]
    [InlineData(3_265, 2_995, 11_740)]
    public void SecondsBilledByTheMinuteUseTheWholeAllowanceAndNoMore(int first, int second, int third)
    {
        Charge minutes = new()
        {
            Name = "Calls",
            Price = PriceModel.Package(10m, 5m),
            Conversion = UnitConversion.Divide(60m),
            Allowance = Allowance.Of(100m, All),
        };
        Charge withFee = minutes with
        {
            Price = PriceModel.Graduated(PriceTier.Beyond(0.1m, 20m)).WithZeroUsage(ZeroUsage.Nothing),
        };

        Assert.Equal([0m, 0m, 0m], Bills(minutes, smoothing: 1, first, second, third));
        Assert.Equal([0m, 0m, 0m], Bills(withFee, smoothing: 1, first, second, third));
    }

    // Terms of the charge hold for the sum of transactions where the price has none for single ones.
    [Fact]
    public void WhatIsIncludedComesOffTransactionsToo()
    {
        PricePlan plan = new()
        {
            Name = "Payments",
            Charges =
            [
                new Charge
                {
                    Name = "Payments",
                    Price = PriceModel.Percentage(0.01m),
                    Allowance = Allowance.Of(1_000m, All),
                    UsageDiscount = 100m,
                },
            ],
        };
        decimal[] carried = [0m];
        ValueList<decimal>[] transactions = [[700m, 800m]];

        PeriodBill bill = plan.Terms.Evaluate(
            PeriodTerms.First, new PeriodUsage([1_500m], transactions), carried, "usage");

        Assert.Equal(4m, BillCalculator.Amount(plan, 1_500m));
        Assert.Equal(4m, bill.Amount);
    }

    // 1,010,001 / 1,010,000 = 1.000000990099 00990099..., which is near twelve decimal places and not what a quotient
    // left.
    [Fact]
    public void AQuotientThatComesCloseToTwelveDecimalPlacesKeepsItsDigits()
    {
        Charge charge =
            new() { Name = "Calls", Price = PriceModel.PerUnit(2_000m), Conversion = UnitConversion.Divide(13.13m) };

        Assert.Equal(13.130013m / 13.13m, BillCalculator.Rate(charge, 13.130013m).Billable);
    }

    private static decimal[] Bills(Charge charge, int smoothing, params decimal[] usage)
    {
        PricePlan plan = new()
        {
            Name = "Plan",
            Charges = [charge],
            Protection = new OverageProtection { SmoothingPeriods = smoothing },
        };
        var bills = new decimal[usage.Length];
        BillCalculator.MonthlyAmounts(plan, UsageHistory.Of("Acme", new YearMonth(2026, 1), "Calls", usage), bills);
        return bills;
    }
}
