using FsCheck.Xunit;
using NodaTime;
using RevenueModel.Packaging;
using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Tests.Packaging;

/// <summary>
/// Seconds billed by the hour, and other quotients without end, that are exactly at a threshold are at it.
/// </summary>
public class QuotientThresholdTests
{
    private static readonly YearMonth Start = new(2026, 1);

    public static TheoryData<decimal, decimal> Units => new()
    {
        { 3_600m, 3.6m },
        { 1_073_741_824m, 0.09m },
        { 60m, 1m },
        { 7m, 7m },
    };

    [Theory]
    [MemberData(nameof(Units))]
    public void ABillThatIsExactlyTripledIsAShock(decimal divisor, decimal price)
    {
        PricePlan plan = By(divisor, price);
        for (int used = 1; used <= 500; used++)
        {
            Assert.Single(BillShockCalculator.Find(plan, UsageHistory.Of("A", Start, "ops", used, 3m * used)).Shocks);
        }
    }

    [Theory]
    [MemberData(nameof(Units))]
    public void ThePublishedGrowthTriplesAnyUnitsBill(decimal divisor, decimal price)
    {
        PricePlan plan = By(divisor, price);
        for (int each = 1; each <= 300; each++)
        {
            Assert.Equal(
                [false, false, true],
                PricePlanProjectionCalculator.ProjectYears([plan], "ops", [24m, 48m, 72m], each)[0].Bills
                    .Select(bill => bill.IsShock));
        }
    }

    [Property]
    public void TheSamePriceInAnotherUnitIsNeitherWonNorLost(ushort first, ushort second, ushort third)
    {
        UsageHistory history = UsageHistory.Of("A", Start, "ops", first, second, third);
        PricePlan bySecond = By(1m, 0.001m);

        Assert.Equal(
            Preference.Neither,
            BillComparisonCalculator.Compare(bySecond, By(3_600m, 3.6m), [history]).Customers[0].Change.Better);
        Assert.Equal(
            Preference.First,
            BillComparisonCalculator.Compare(
                bySecond, By(3_600m, 3.6m) with { BaseFee = 0.000_001m }, [history]).Customers[0].Change.Better);
    }

    [Fact]
    public void AMarginThatIsExactlyTheFloorIsNotBelowIt()
    {
        var cost = new CostToServe { Meters = [new MeterCost { Meter = "ops", Cost = PriceModel.PerUnit(0.0005m) }] };
        for (int used = 1; used <= 200; used++)
        {
            UsageHistory history = UsageHistory.Of("A", Start, "ops", used, 2m * used);
            Assert.Empty(MarginCalculator.Measure(By(3_600m, 3.6m), cost, [history], floor: 0.5m).BelowFloor());
            Assert.Single(MarginCalculator.Measure(By(3_600m, 3.6m), cost, [history], floor: 0.500_001m).BelowFloor());
        }
    }

    // Hours are 1 each, so that who uses a third of the tier's fee in hours pays three times as much.
    [Fact]
    public void ALaddersFeeThatIsExactlyThreeTimesTodaysBillIsTripled()
    {
        for (int months = 1; months <= 24; months++)
        {
            decimal[] usage = [.. Enumerable.Repeat(1_200m, months)]; // a third of an hour
            var bills = new decimal[months];
            BillCalculator.MonthlyAmounts(By(3_600m, 1m), UsageHistory.Of("A", Start, "ops", usage), bills);
            LadderEvaluation fit = LadderCalculator.Evaluate(
                TierLadder.Of("ops", LadderTier.Unlimited(1m)), months, usage, bills);
            Assert.Equal(1, fit.TripledCustomerCount);
        }
    }

    private static PricePlan By(decimal divisor, decimal price) => new()
    {
        Name = "Plan",
        Charges = [new Charge
        {
            Name = "ops",
            Conversion = UnitConversion.Divide(divisor),
            Price = PriceModel.PerUnit(price),
        }],
    };
}
