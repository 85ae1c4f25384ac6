using FsCheck.Xunit;
using NodaTime;
using RevenueModel.Pipeline;
using RevenueModel.Tests.Generators;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Pipeline;

public class VelocityCalculatorTests
{
    private static readonly LocalDate Start = new(2026, 1, 1);

    [Fact]
    public void BothConventionsAreMeasuredUnderTheirNames()
    {
        Opportunity[] deals =
        [
            TestOpportunities.Open(5m), TestOpportunities.Open(null), TestOpportunities.Open(7m),
            TestOpportunities.Won(1_000m, Start, Start.PlusDays(40)),
            TestOpportunities.Won(3_000m, Start, Start.PlusDays(60)),
            TestOpportunities.Lost(9_000m, Start, Start.PlusDays(5)),
            TestOpportunities.Lost(1m, Start, Start.PlusDays(5)),
        ];

        SalesVelocity velocity = VelocityCalculator.Measure(deals);

        Assert.Equal(3, velocity.OpenDealCount);
        Assert.Equal(2_000m, velocity.AverageWonValue);
        Assert.Equal(50m, velocity.MeanWonCycleDays);
        Assert.Equal(3m * 2_000m * 0.5m / 50m, velocity.PipelinePerDay);
        Assert.Equal(4_000m / 50m, velocity.WonValuePerCycleDay);
    }

    [Fact]
    public void WithoutWonDealsThereIsNoVelocity()
    {
        SalesVelocity velocity = VelocityCalculator.Measure([TestOpportunities.Open(5m), TestOpportunities.Lost(5m)]);

        Assert.Null(velocity.PipelinePerDay);
        Assert.Null(velocity.WonValuePerCycleDay);
    }

    [Fact]
    public void DealsWonOnTheDayTheyWereCreatedHaveNoVelocity() =>
        Assert.Null(VelocityCalculator.Measure(
            [TestOpportunities.Won(5m, Start, Start), TestOpportunities.Open(5m)]).PipelinePerDay);

    [Fact]
    public void ACycleOfZeroDaysHasNoVelocityAndANegativeOneIsRefused()
    {
        Assert.Null(VelocityCalculator.PipelineVelocity(1, 1m, 0.5m, cycleDays: 0m));
        Assert.Null(VelocityCalculator.WonValueVelocity(1m, meanWonCycleDays: 0m));
        Refusal.By<ArgumentOutOfRangeException>(
            "cycleDays", () => VelocityCalculator.PipelineVelocity(1, 1m, 0.5m, -1m));
        Refusal.By<ArgumentOutOfRangeException>(
            "meanWonCycleDays", () => VelocityCalculator.WonValueVelocity(1m, -1m));
        Refusal.By<ArgumentOutOfRangeException>("wonValue", () => VelocityCalculator.WonValueVelocity(-1m, 1m));
        Refusal.By<ArgumentOutOfRangeException>(
            "openDealCount", () => VelocityCalculator.PipelineVelocity(-1, 1m, 0.5m, 1m));
    }

    [Fact]
    public void WithoutAWonAmountThereIsNoWonValueVelocity()
    {
        SalesVelocity velocity = VelocityCalculator.Measure([TestOpportunities.Won(null, Start, Start.PlusDays(10))]);

        Assert.Null(velocity.WonValuePerCycleDay);
        Assert.Null(VelocityCalculator.WonValueVelocity(null, 10m));
        Assert.Equal("pipeline velocity unknown, won-value velocity unknown", velocity.ToString());
    }

    [Fact]
    public void VelocitiesThatOverflowAreRefused()
    {
        Opportunity won = TestOpportunities.Won(decimal.MaxValue, Start, Start.PlusDays(10));

        Refusal.By<ArgumentException>(
            "averageDealValue", () => VelocityCalculator.PipelineVelocity(2, decimal.MaxValue, 1m, 1m));
        Refusal.By<ArgumentException>("wonValue", () => VelocityCalculator.WonValueVelocity(decimal.MaxValue, 0.5m));
        Refusal.By<ArgumentException>(
            "opportunities",
            () => VelocityCalculator.Measure([won, TestOpportunities.Open(1m), TestOpportunities.Open(1m)]));
        Assert.NotNull(VelocityCalculator.Measure([won, TestOpportunities.Open(1m)]).PipelinePerDay);
    }

    [Property]
    public bool GroupsHoldEveryOpenDealOnce(DealBook book) =>
        VelocityCalculator.BySegment(book.Deals).Sum(line => line.Value.OpenDealCount) == book.Deals.Count(deal =>
            deal.IsOpen)
                && VelocityCalculator.BySegment(book.Deals)
                    == VelocityCalculator.By(book.Deals, deal => deal.Segment, StringComparer.Ordinal);

    [Property]
    public bool TwiceTheDealsAreTwiceTheVelocity(ushort count, Cents value, Fraction winRate, byte days)
    {
        decimal each = Math.Abs(value.Amount);
        decimal one = VelocityCalculator.PipelineVelocity(count, each, winRate.Value, days + 1)!.Value;
        decimal two = VelocityCalculator.PipelineVelocity(2L * count, each, winRate.Value, days + 1)!.Value;
        return two == 2m * one || Math.Abs((two / (2m * one)) - 1m) < 1e-20m;
    }
}
