using NodaTime;
using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Tests.Pricing;

/// <summary>
/// Non-terminating quotients that are carried forward or multiplied give the same bills as exact fractions. Rounding
/// noise never starts another package, fee or unit.
/// </summary>
public class QuotientTests
{
    private static readonly Rollover All = Rollover.UpTo(1_000m);

    // The means are 1/3, 2/3 and 1 unit; times three they are whole.
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

    // The allowance is 5 a month; the means are 6, 3, 17/3, 17/3 and 17/3. The unused allowance is 0, 2, 4/3, 2/3 and
    // 0.
    [Fact]
    public void AFullyUsedCarriedAllowanceStartsNoPackage()
    {
        Charge charge =
            new() { Name = "Calls", Price = PriceModel.Package(10m, 100m), Allowance = Allowance.Of(5m, All) };

        Assert.Equal([100m, 0m, 0m, 0m, 0m], Bills(charge, smoothing: 3, 6m, 0m, 11m, 6m, 0m));
    }

    // 337 + 2,743 + 14,920 seconds are exactly the 300 minutes that three months include.
    [Theory]
    [InlineData(337, 2_743, 14_920)]
    [InlineData(3_265, 2_995, 11_740)]
    public void SecondsBilledByTheMinuteUseExactlyTheAllowance(int first, int second, int third)
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

    // Terms of the charge apply to the sum of transactions if the price has no terms for single transactions.
    [Fact]
    public void AllowancesApplyToTransactionsToo()
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

    // 1,010,001 / 1,010,000 = 1.000000990099 00990099... is close to a number with twelve decimal places, but the
    // further digits are not rounding noise.
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
