using FsCheck.Xunit;
using RevenueModel.Packaging;
using RevenueModel.Pricing;
using RevenueModel.Primitives;
using RevenueModel.Tests.Generators;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Packaging;

[Properties(Arbitrary = [typeof(UsageBooks)])]
public class PricePlanProjectionCalculatorTests
{
    private static readonly PricePlan PerOperation = Of("Per operation", PriceModel.PerUnit(0.01m));

    // Fees at the published multiples of the first year's contract value, for up to 250,000, 500,000 and 750,000.
    private static readonly PricePlan Tiers = Of("Tiers", PriceModel.Stairstep(
        PriceTier.FlatUpTo(250_000m, 2_400m), PriceTier.FlatUpTo(500_000m, 3_600m), PriceTier.FlatBeyond(5_280m)));

    [Fact]
    public void OnePlanIsProjectedAsAmongMany()
    {
        List<UsagePoint> points =
            [UsagePoint.Of("Year 1", 12, "operations", 1m), UsagePoint.Of("Year 2", 12, "operations", 3m)];
        Assert.Equal(
            PricePlanProjectionCalculator.Project([PerOperation], points)[0],
            PricePlanProjectionCalculator.Project(PerOperation, points));
        Assert.Equal(
            PricePlanProjectionCalculator.ProjectYears([PerOperation], "operations", [1m, 3m], 2m)[0],
            PricePlanProjectionCalculator.ProjectYears(PerOperation, "operations", new List<decimal> { 1m, 3m }, 2m));
    }

    [Fact]
    public void UsageThatIsTooLargeNamesTheYear() =>
        Refusal.With(
            "The usage of Year 2 is too large: the result exceeds 7.9 × 10^28, the range of a decimal; smaller "
                + "figures are expected.",
            () => PricePlanProjectionCalculator.ProjectYears(PerOperation, "operations", [1m, decimal.MaxValue], 2m));

    [Fact]
    public void ThePublishedGrowthTriplesABillPerOperationAndNotOneByTiers()
    {
        decimal[] integrations = [24m, 48m, 72m];

        ValueList<PricePlanProjection> projections =
            PricePlanProjectionCalculator.ProjectYears(
                [PerOperation, Tiers], "operations", integrations, quantityEach: 10_000m);

        Assert.Equal([2_400m, 4_800m, 7_200m], projections[0].Bills.Select(bill => bill.MonthlyBill));
        Assert.Equal([1m, 2m, 3m], projections[0].Bills.Select(bill => bill.Growth!.Value));
        Assert.Equal([false, false, true], projections[0].Bills.Select(bill => bill.IsShock));
        Assert.Equal([0.01m, 0.01m, 0.01m], projections[0].Bills.Select(bill => bill.PricePerUnit!.Value));
        Assert.Equal([28_800m, 43_200m, 63_360m], projections[1].Bills.Select(bill => bill.Total));
        Assert.Equal([1m, 1.5m, 2.2m], projections[1].Bills.Select(bill => bill.Growth!.Value));
        Assert.DoesNotContain(projections[1].Bills, bill => bill.IsShock);
        Assert.Equal(
            [0.01m, 0.0075m, 5_280m / 720_000m], projections[1].Bills.Select(bill => bill.PricePerUnit!.Value));
        Assert.Equal(
            "Year 3: 7,200.00 a month, 3x the first, a shock, 0.01 a unit", projections[0].Bills[2].ToString());
    }

    [Fact]
    public void RampedCommitmentsFollowTheYearsOfTheCurve()
    {
        PricePlan committed = PerOperation with { Commitment = Commitment.Ramped(1_000m, 2_000m, 4_000m) };

        PricePlanProjection projection =
            PricePlanProjectionCalculator.ProjectYears([committed], "operations", [1m, 1m, 1m], 100m)[0];

        Assert.Equal([12_000m, 24_000m, 48_000m], projection.Bills.Select(bill => bill.Total));
    }

    [Fact]
    public void UnitsMayBeThoseOfAMeterThatIsNotBilled()
    {
        UsagePoint[] points =
        [
            UsagePoint.Of("Pilot", 3, MeterUsage.Of("operations", 30_000m), MeterUsage.Of("integrations", 3m)),
            UsagePoint.Of("Roll-out", 9, MeterUsage.Of("Integrations", 24m), MeterUsage.Of("operations", 240_000m)),
        ];

        PricePlanProjection projection =
            PricePlanProjectionCalculator.Project([PerOperation], points, "integrations")[0];

        Assert.Equal([900m, 21_600m], projection.Bills.Select(bill => bill.Total)); // of three months and of nine
        Assert.Equal([9m, 216m], projection.Bills.Select(bill => bill.Quantity));
        Assert.Equal([1m, 8m], projection.Bills.Select(bill => bill.Growth!.Value));
        Assert.All(projection.Bills, bill => Assert.Equal(100m, bill.PricePerUnit));
        Assert.Equal("integrations", projection.UnitMeter);
    }

    [Fact]
    public void GrowthFromNothingIsNotDefinedAndNoShock()
    {
        ProjectedBill[] bills =
            [.. PricePlanProjectionCalculator.ProjectYears([PerOperation], "operations", [0m, 5m], 1_000m)[0].Bills];

        Assert.All(bills, bill => Assert.Null(bill.Growth));
        Assert.DoesNotContain(bills, bill => bill.IsShock);
        Assert.Null(bills[0].PricePerUnit);
        Assert.Equal(0.01m, bills[1].PricePerUnit);
    }

    [Fact]
    public void WhatIsNoCurveIsRefused()
    {
        UsagePoint year = UsagePoint.Of("Year 1", 12, "operations", 1m);
        UsagePoint sites = UsagePoint.Of("Year 2", 12, "sites", 1m);
        UsagePoint both = UsagePoint.Of("Year 2", 12, MeterUsage.Of("operations", 1m), MeterUsage.Of("sites", 1m));

        Refusal.By<ArgumentException>(() => PricePlanProjectionCalculator.Project([PerOperation], []));
        Refusal.By<ArgumentException>(() => PricePlanProjectionCalculator.Project([PerOperation], [year, sites]));
        Refusal.By<ArgumentException>(() => PricePlanProjectionCalculator.Project([PerOperation], [year, both]));
        Refusal.By<ArgumentException>(() => PricePlanProjectionCalculator.Project([PerOperation], [sites]));
        Refusal.By<ArgumentNullException>(() => PricePlanProjectionCalculator.Project([null!], [year]));
        Refusal.By<ArgumentNullException>(() => PricePlanProjectionCalculator.Project([PerOperation], [year, null!]));
        Refusal.By<ArgumentOutOfRangeException>(
            () => PricePlanProjectionCalculator.Project([PerOperation], [year], multiple: 1m));
        Assert.Contains(
            "unitMeter was sites; a meter of the points, operations, is expected",
            Refusal.By<ArgumentOutOfRangeException>(
                () => PricePlanProjectionCalculator.Project([PerOperation], [year], "sites")).Message,
            StringComparison.Ordinal);
        Refusal.By<ArgumentOutOfRangeException>(
            () => PricePlanProjectionCalculator.ProjectYears([PerOperation], "operations", [-1m], -1m));
        Refusal.By<ArgumentOutOfRangeException>(
            () => PricePlanProjectionCalculator.ProjectYears([PerOperation], "operations", [1m], -1m));
        Refusal.By<ArgumentOutOfRangeException>(() => UsagePoint.Of("Year 1", 0, "operations", 1m));
        Refusal.By<ArgumentException>(() => UsagePoint.Of("Year 1", 12));
        Refusal.By<ArgumentException>(
            () => UsagePoint.Of("Year 1", 12, MeterUsage.Of("a", 1m), MeterUsage.Of("A", 1m)));
        Refusal.By<ArgumentException>(() => UsagePoint.Of(" ", 12, "operations", 1m));
        Refusal.By<ArgumentOutOfRangeException>(() => MeterUsage.Of("operations", -1m));
    }

    [Property]
    public bool PointsOfOneMonthAreTheBillsOfThatHistory(UsageBook book, PricePlan plan)
    {
        foreach (UsageHistory history in book.Histories)
        {
            UsageHistory fresh = history with { ContractStart = history.Start };
            var bills = new decimal[fresh.Months];
            BillCalculator.MonthlyAmounts(plan, fresh, bills);
            UsagePoint[] points = [.. Enumerable.Range(0, fresh.Months).Select(month => UsagePoint.Of(
                "Month",
                1,
                [.. fresh.Series.Select(series => MeterUsage.Of(series.Meter, series.Quantities[month]))]))];

            PricePlanProjection projection = PricePlanProjectionCalculator.Project([plan], points)[0];

            if (!projection.Bills.Select(bill => bill.Total).SequenceEqual(bills)
                || projection.Bills.Any(bill => bill.IsShock != (bills[0] > 0m && bill.Total >= 3m * bills[0])))
            {
                return false;
            }
        }

        return true;
    }

    private static PricePlan Of(string name, PriceModel price) =>
        new() { Name = name, Charges = [new Charge { Name = "Usage", Meter = "operations", Price = price }] };
}
